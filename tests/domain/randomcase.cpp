#include "recordbuilder.h"
#include "statusreference.h"

namespace Treatybook::Test {

namespace {

class Dice
{
public:
    explicit Dice(QRandomGenerator &random) : m_random(random) {}

    int below(int limit) { return m_random.bounded(limit); }
    bool oneIn(int n) { return below(n) == 0; }
    template <class T, size_t N>
    T oneOf(const T (&values)[N])
    {
        return values[below(int(N))];
    }

    QByteArray day() { return dayText(FirstRandomDay + below(LastRandomDay - FirstRandomDay)).toLatin1(); }
    QByteArray date()
    {
        const QByteArray exact = day();
        switch (below(14)) {
        case 0:
            return exact.left(4);
        case 1:
            return exact.left(7);
        case 2:
            return exact.left(4) + "-XX";
        case 3:
            return exact + oneOf({"?", "~", "%"});
        case 4:
            return exact.left(4) + "?";
        case 5: {
            const QByteArray other = day();
            return "[" + std::min(exact, other) + ".." + std::max(exact, other) + "]";
        }
        case 6:
            return "[.." + exact + "]";
        case 7:
            return "[" + exact + "..]";
        case 8:
            return oneIn(3) ? "spring" : exact;
        default:
            return exact;
        }
    }
    QByteArray maybeDate(int n) { return oneIn(n) ? QByteArray() : date(); }
    QByteArray term()
    {
        QByteArray from = day();
        QByteArray to = day();
        if (from > to)
            std::swap(from, to);
        const int length = oneOf({4, 7, 10});
        from.truncate(length);
        to.truncate(length);
        switch (below(10)) {
        case 0:
            return from + "/..";
        case 1:
            return from + "/";
        case 2:
            return "/" + to;
        case 3:
            return "../" + to;
        case 4:
            return from + "~/" + to + "?";
        case 5:
            return from.left(4);
        case 6:
            return "200X/" + to.left(4);
        default:
            return from + "/" + to;
        }
    }

private:
    QRandomGenerator &m_random;
};

void addActs(RecordBuilder &builder, Dice &dice, int participants)
{
    // A few kinds often, so that they meet; the others now and then.
    static constexpr ActionKind Frequent[] = {
        ActionKind::Signature,          ActionKind::Ratification,       ActionKind::Accession,
        ActionKind::EntryIntoForce,     ActionKind::Suspension,         ActionKind::Resumption,
        ActionKind::Denunciation,       ActionKind::Withdrawal,         ActionKind::Extension,
        ActionKind::NoticeOfNonRenewal, ActionKind::RevocationOfNotice, ActionKind::Revival,
        ActionKind::Termination,        ActionKind::Delivery,           ActionKind::Negotiation,
        ActionKind::Attested,           ActionKind::ExchangeOfNotes,    ActionKind::ProvisionalApplication};
    for (int count = dice.below(6); count > 0; --count) {
        const auto kind =
            dice.oneIn(3) ? ActionKind(dice.below(Vocabularies::actionKinds.size())) : dice.oneOf(Frequent);
        const QByteArray date = dice.maybeDate(8);
        const QByteArray effective = dice.oneIn(3) ? dice.date() : QByteArray();
        const QByteArray until = dice.oneIn(2) ? dice.date() : QByteArray();
        const int who = participants > 0 && dice.oneIn(2) ? 1 + dice.below(participants) : 0;
        if (kind == ActionKind::Delivery)
            builder.deliver(date.constData(), 1 + dice.below(5), dice.oneOf({"t", "doses"}), dice.oneIn(8));
        else
            builder.act(kind, date.constData(), effective.constData(), until.constData(), who);
        if (dice.oneIn(8))
            builder.unconfirmed();
    }
}

StatusContext randomContext(Dice &dice)
{
    static constexpr RelationKind Kinds[] = {RelationKind::Supersedes, RelationKind::Terminates, RelationKind::Suspends,
                                             RelationKind::Extends, RelationKind::Succeeds};
    StatusContext context;
    if (!dice.oneIn(3))
        return context;
    for (int count = 1 + dice.below(2); count > 0; --count) {
        const QByteArray date = dice.maybeDate(6);
        const QByteArray effective = dice.oneIn(2) ? dice.date() : QByteArray();
        auto relation = incoming(dice.oneOf(Kinds), "Other", date.constData(), effective.constData(), dice.oneIn(4));
        if (dice.oneIn(2))
            relation.inForce = RecordBuilder::edtf(dice.date().constData());
        if (dice.oneIn(2))
            relation.term = RecordBuilder::edtf(dice.term().constData());
        if (dice.oneIn(8))
            relation.confidence = Confidence::Unconfirmed;
        context.incoming.append(relation);
    }
    return context;
}

} // namespace

std::pair<Agreement, StatusContext> randomCase(QRandomGenerator &random)
{
    static constexpr Kind Kinds[] = {
        Kind::Agreement, Kind::CooperationPlan, Kind::Contract,       Kind::Donation,   Kind::Award,
        Kind::Offer,     Kind::Undertaking,     Kind::JointStatement, Kind::Resolution, Kind::Group};
    static constexpr Nature Natures[] = {Nature::Undetermined, Nature::Treaty,     Nature::NonBinding,
                                         Nature::Contract,     Nature::Unilateral, Nature::Treaty,
                                         Nature::Treaty,       Nature::Contract,   Nature::NonBinding,
                                         Nature::Undetermined, Nature::Event};
    Dice dice(random);
    RecordBuilder builder(dice.oneOf(Natures), dice.oneIn(2) ? Kind::Agreement : dice.oneOf(Kinds));
    builder.date(dice.maybeDate(3).constData());
    if (dice.oneIn(3))
        builder.inForce(dice.date().constData());
    if (dice.oneIn(2))
        builder.term(dice.term().constData());
    if (dice.oneIn(4))
        builder.tacitRenewal(dice.oneIn(2) ? std::nullopt : std::optional(dice.below(9)),
                             dice.oneIn(4) ? std::nullopt : std::optional(1 + dice.below(24)));
    const int participants = dice.below(5);
    for (int i = 0; i < participants; ++i) {
        const int state = dice.below(4);
        static constexpr const char *Names[] = {"Viet Nam", "Cuba", "Laos", "Russian Empire"};
        static constexpr const char *Codes[] = {"VN", "CU", "LA", ""};
        builder.participant(Names[state], Codes[state],
                            dice.oneIn(5) ? ParticipantRole(dice.below(Vocabularies::participantRoles.size()))
                                          : ParticipantRole::Side);
    }
    addActs(builder, dice, participants);
    for (int count = dice.oneIn(2) ? dice.below(3) : 0; count > 0; --count)
        builder.quantity(1 + dice.below(8), dice.oneOf({"t", "doses"}), Stance(dice.below(4)), dice.below(3));
    for (int count = dice.oneIn(2) ? dice.below(3) : 0; count > 0; --count) {
        const QByteArray due = dice.maybeDate(3);
        const QByteArray done = dice.oneIn(2) ? dice.date() : QByteArray();
        builder.obligation(due.constData(), done.constData());
    }
    if (dice.oneIn(40))
        builder.overridden(Status::Terminated);
    return {builder.record(), randomContext(dice)};
}

} // namespace Treatybook::Test
