#include "session/queryevaluator.h"

#include "domain/bound.h"
#include "domain/factday.h"
#include "domain/fold.h"
#include "domain/span.h"
#include "domain/upcoming.h"
#include "domain/validation.h"
#include "session/computedfields.h"
#include "support/booksession.h"
#include "support/records.h"
#include "support/testregistry.h"

#include <QDateTime>
#include <QElapsedTimer>
#include <QTest>

#include <functional>

using namespace Treatybook;
using namespace Treatybook::Test;
using namespace Qt::StringLiterals;

namespace {

using Holds = std::function<bool(Slot, Reading)>;

/// A query with what it should answer, worked out record by record.
struct Asked {
    QString text;
    Holds holds;
};

constexpr Day AsOf = 2459489; // 2021-10-01

/// Answers from the records alone: neither search text, nor columns, nor shares of threads.
class Naive
{
public:
    explicit Naive(const AgreementStore &store) : m_store(store) {}

    QList<Asked> leaves() const
    {
        QList<Asked> all;
        for (const QString &word : {u"plan"_s, u"Viet"_s, u"defense"_s, u"hop"_s, u"2014"_s, u"treaty"_s, u"zzz"_s})
            all.append({word, [=, this](Slot slot, Reading) { return hasWords(slot, word, false); }});
        for (const QString &phrase : {u"viet nam"_s, u"y te"_s, u"cooperation plan"_s, u"oper"_s})
            all.append({u'"' + phrase + u'"', [=, this](Slot slot, Reading) { return hasWords(slot, phrase, true); }});
        for (const QString &part : {u"lan"_s, u"operation"_s, u"y te"_s, u"x"_s, u"Viet Nam"_s}) {
            all.append({u"title:\"%1\""_s.arg(part), text(Field::Title, part)});
            all.append({u"summary:\"%1\""_s.arg(part), text(Field::Summary, part)});
            all.append({u"officer:\"%1\""_s.arg(part), text(Field::Officer, part)});
        }
        all.append({u"place:hav"_s, text(Field::Place, u"hav"_s)});
        all.append({u"kind:plan"_s, on([](const Agreement &a) {
                        return a->kind == Kind::CooperationPlan || a->kind == Kind::ActionPlan;
                    })});
        all.append(
            {u"nature:\"treaty (binding)\""_s, on([](const Agreement &a) { return a->nature == Nature::Treaty; })});
        all.append(
            {u"subject:health"_s, on([](const Agreement &a) { return a->subjects.contains(Text(u"health"_s)); })});
        all.append({u"tag:seen"_s, on([](const Agreement &a) { return a.extras().tags.contains(Text(u"Seen"_s)); })});
        all.append({u"tag:see"_s, on([](const Agreement &a) {
                        return std::ranges::any_of(a.extras().tags, [](const Text &tag) {
                            return tag.toString().contains(u"see"_s, Qt::CaseInsensitive);
                        });
                    })});
        // Exactly Cuba, by name or code; "Cuban …" is another.
        all.append({u"party:cuba"_s, participant([](const Participant &p) { return isCuba(p); })});
        all.append({u"party:CU"_s, participant([](const Participant &p) { return isCuba(p); })});
        all.append({u"participant:cub"_s, participant([](const Participant &p) {
                        return isCuba(p) || fold(p.name.toString()).contains("cub") ||
                               fold(p.body.toString()).contains("cub");
                    })});
        all.append(
            {u"role:buyer"_s, participant([](const Participant &p) { return p.role == ParticipantRole::Buyer; })});
        all.append({u"action:ratification"_s, on([](const Agreement &a) {
                        return std::ranges::any_of(
                            a->actions, [](const Action &action) { return action.kind == ActionKind::Ratification; });
                    })});
        all.append({u"action:signed"_s, on([](const Agreement &a) {
                        return std::ranges::any_of(a->actions, [](const Action &action) {
                            return fold(action.note.toString()).contains("signed");
                        });
                    })});
        all.append({u"source:bao"_s, on([](const Agreement &a) {
                        return std::ranges::any_of(a->sources, [](const Source &source) {
                            return fold(source.publisher.toString()).contains("bao");
                        });
                    })});
        all.append({u"supports:ter"_s, on([](const Agreement &a) {
                        return std::ranges::any_of(
                            a->sources, [](const Source &source) { return source.supports.contains(Text(u"term"_s)); });
                    })});
        all.append({u"title:(treaty OR \"y te\")"_s, on([](const Agreement &a) {
                        const QByteArray title = fold(a->title.toString());
                        return title.contains("treaty") || title.contains("y te");
                    })});
        all.append({u"title:(viet -\"operation plan\" OR kind:plan)"_s, on([](const Agreement &a) {
                        const QByteArray title = fold(a->title.toString());
                        return (title.contains("viet") && !title.contains("operation plan")) ||
                               a->kind == Kind::CooperationPlan || a->kind == Kind::ActionPlan;
                    })});
        all.append({u"quantity:..1000"_s, quantity([](double amount) { return amount <= 1000; }, {})});
        all.append(
            {u"quantity>=\"4 999 doses\""_s, quantity([](double amount) { return amount >= 4999; }, u"doses"_s)});
        all.append({u"x:\"file no\":12"_s, on([](const Agreement &a) {
                        return std::ranges::any_of(a.extras().ownFields, [](const OwnField &own) {
                            return own.name == Text(u"File no"_s) && own.text.toString().contains(u"12"_s);
                        });
                    })});
        all.append(
            {u"confidence:probable"_s, on([](const Agreement &a) { return a->confidence == Confidence::Probable; })});
        for (const auto &[condition, first, last] :
             QList<std::tuple<QString, QString, QString>>{{u":2014"_s, u"2014-01-01"_s, u"2014-12-31"_s},
                                                          {u">2014"_s, u"2015-01-01"_s, u""_s},
                                                          {u">=2014-05"_s, u"2014-05-01"_s, u""_s},
                                                          {u"<2014-05-17"_s, u""_s, u"2014-05-16"_s},
                                                          {u"<=2014"_s, u""_s, u"2014-12-31"_s},
                                                          {u":2013..2015-06"_s, u"2013-01-01"_s, u"2015-06-30"_s},
                                                          {u":..2014"_s, u""_s, u"2014-12-31"_s},
                                                          {u":2014-06.."_s, u"2014-06-01"_s, u""_s}}) {
            const Day from = first.isEmpty() ? MinDay : *parseDay(first),
                      to = last.isEmpty() ? MaxDay : *parseDay(last);
            all.append({u"signed"_s + condition, date(Field::Date, from, to)});
            all.append({u"in_force"_s + condition, date(Field::InForce, from, to)});
            all.append({u"term"_s + condition, term(from, to)});
            all.append({u"active"_s + condition, active(from, to)});
            all.append({u"ended"_s + condition, ended(from, to)});
        }
        all.append({u"decade:2010s"_s, [this](Slot slot, Reading reading) {
                        const Decades own = decadesOf(m_store.record(slot));
                        return reading == Reading::Certain ? own.first == 201 && own.last == 201
                                                           : own.first <= 201 && 201 <= own.last;
                    }});
        all.append({u"quantity>=1000"_s, quantity([](double amount) { return amount >= 1000; }, {})});
        all.append({u"quantity>1000"_s, quantity([](double amount) { return amount > 1000; }, {})});
        all.append({u"quantity:5..1000"_s, quantity([](double amount) { return amount >= 5 && amount <= 1000; }, {})});
        all.append({u"quantity<\"5000 doses\""_s, quantity([](double amount) { return amount < 5000; }, u"doses"_s)});
        all.append({u"notice_months>=6"_s,
                    on([](const Agreement &a) { return a.extras().noticeMonths && *a.extras().noticeMonths >= 6; })});
        all.append({u"status:signed"_s, status(Status::Signed)});
        all.append({u"status:expired"_s, status(Status::Expired)});
        all.append({u"is:in-force"_s,
                    [this](Slot slot, Reading reading) { return isInForce(run(slot), reading == Reading::Possible); }});
        all.append({u"possibly:in-force"_s,
                    [this](Slot slot, Reading reading) { return isInForce(run(slot), reading != Reading::Certain); }});
        all.append({u"is:expiring"_s, expiring(365)});
        all.append({u"is:expiring<91"_s, expiring(90)});
        all.append({u"is:expiring<2147483647"_s, expiring(1000000)});
        all.append({u"is:overdue"_s, [this](Slot slot, Reading) {
                        const QList<Upcoming> steps = upcoming(m_store.record(slot), m_store.context(slot), AsOf, AsOf);
                        return std::ranges::any_of(steps, [](const Upcoming &step) {
                            return step.kind == Upcoming::Kind::ObligationDue && step.day < AsOf;
                        });
                    }});
        all.append({u"is:undated"_s, [this](Slot slot, Reading) {
                        return !spanOf(m_store.record(slot), m_store.context(slot)).isDated();
                    }});
        all.append({u"is:unsourced"_s, on([](const Agreement &a) { return a->sources.isEmpty(); })});
        all.append({u"is:event"_s, on([](const Agreement &a) { return a.isEvent(); })});
        all.append({u"has:relation"_s, on([](const Agreement &a) { return !a.extras().relations.isEmpty(); })});
        all.append({u"has:summary"_s, on([](const Agreement &a) { return !a->summary.isEmpty(); })});
        all.append({u"has:tags"_s, on([](const Agreement &a) { return !a.extras().tags.isEmpty(); })});
        all.append({u"has:ends"_s,
                    [this](Slot slot, Reading) { return !computedValue(m_store, slot, Field::Ends, AsOf).isEmpty(); }});
        all.append({u"has:warning"_s, [this](Slot slot, Reading) {
                        const auto other = [this](const QUuid &id) {
                            const auto found = m_store.slotOf(id);
                            return found ? &m_store.record(*found) : nullptr;
                        };
                        const QList<Issue> issues = validate(m_store.record(slot), other);
                        return std::ranges::any_of(issues,
                                                   [](const Issue &i) { return i.severity() != Severity::Hint; });
                    }});
        all.append({u"bound:CU"_s, [this](Slot slot, Reading reading) {
                        const Agreement &record = m_store.record(slot);
                        return std::ranges::any_of(record->participants, [&](const Participant &p) {
                            const Bound bound = boundOn(record, m_store.context(slot), p.id, AsOf);
                            return isCuba(p) &&
                                   (bound == Bound::Yes || (bound == Bound::Possibly && reading == Reading::Possible));
                        });
                    }});
        all.append({u"became:in-force:2014..2016"_s, became(Status::InForce, u"2014-01-01"_s, u"2016-12-31"_s)});
        all.append({u"became:signed:2014"_s, became(Status::Signed, u"2014-01-01"_s, u"2014-12-31"_s)});
        all.append({u"changed>=2000"_s, [](Slot, Reading) { return true; }});
        all.append({u"changed<2000"_s, [](Slot, Reading) { return false; }});
        all.append({u"status_reason:term"_s, [this](Slot slot, Reading) {
                        return fold(computedText(m_store, slot, Field::StatusReason, AsOf, QLocale(QLocale::English)))
                            .contains("term");
                    }});
        return all;
    }

private:
    /// The State, by its code or any of its names.
    static bool isCuba(const Participant &p)
    {
        const QByteArray name = fold(p.name.toString());
        return p.code == Text(u"CU"_s) || name == "cuba" || name == "republic of cuba";
    }
    const StatusRun &run(Slot slot) const { return m_store.timeline(slot).on(AsOf); }

    /// In some line of what the record is found by.
    bool hasWords(Slot slot, const QString &words, bool whole) const
    {
        const FoldedText text = foldedText(m_store.record(slot));
        const QByteArray needle = ' ' + fold(words);
        for (const QByteArray &line : (text.own + '\n' + text.shared.join('\n')).split('\n')) {
            if (whole ? (line + ' ').contains(needle + ' ') : line.contains(needle))
                return true;
        }
        return false;
    }

    Holds on(bool (*test)(const Agreement &)) const
    {
        return [this, test](Slot slot, Reading) { return test(m_store.record(slot)); };
    }
    Holds text(Field field, const QString &part) const
    {
        return [=, this](Slot slot, Reading) {
            return fold(fieldInfo(field).text(m_store.record(slot))).contains(fold(part));
        };
    }
    Holds participant(bool (*test)(const Participant &)) const
    {
        return
            [this, test](Slot slot, Reading) { return std::ranges::any_of(m_store.record(slot)->participants, test); };
    }
    /// Every day that the date may mean is looked at by its bounds.
    Holds date(Field field, Day from, Day to) const
    {
        return [=, this](Slot slot, Reading reading) {
            const Edtf &value = fieldInfo(field).edtf(m_store.record(slot));
            if (!value.isDated())
                return false;
            const Day first = value.instant().earliest == NoDay ? MinDay : value.instant().earliest;
            const Day last = value.instant().latest == NoDay ? MaxDay : value.instant().latest;
            if (reading == Reading::Certain)
                return first >= from && last <= to && !value.isQualified();
            return first <= to && last >= from;
        };
    }
    Holds term(Day from, Day to) const
    {
        return [=, this](Slot slot, Reading reading) {
            const Edtf &value = m_store.record(slot)->term;
            if (!value.isDated())
                return false;
            const VagueDay start = termStart(value), end = termEnd(value);
            if (reading == Reading::Certain)
                return start.hi <= to && end.lo >= from && !value.isQualified();
            return start.lo <= to && end.hi >= from;
        };
    }
    Holds active(Day from, Day to) const
    {
        return [=, this](Slot slot, Reading reading) {
            const Span span = spanOf(m_store.record(slot), m_store.context(slot));
            if (!span.isDated())
                return false;
            const auto known = [](Day day, Day other) { return day == NoDay ? other : day; };
            if (reading == Reading::Certain)
                return known(span.start.latest, MaxDay) <= to &&
                       (span.openEnd || known(span.end.earliest, MinDay) >= from) && !span.startApproximate &&
                       !span.endApproximate;
            return known(span.start.earliest, MinDay) <= to && known(span.end.latest, MaxDay) >= from;
        };
    }
    Holds ended(Day from, Day to) const
    {
        return [=, this](Slot slot, Reading reading) {
            const Span span = spanOf(m_store.record(slot), m_store.context(slot));
            if (span.end.latest == NoDay || span.openEnd || span.unknownEnd || span.point)
                return false;
            const Day first = span.end.earliest == NoDay ? MinDay : span.end.earliest;
            if (reading == Reading::Certain)
                return first >= from && span.end.latest <= to && !span.endApproximate;
            return first <= to && span.end.latest >= from;
        };
    }
    Holds quantity(bool (*isMeant)(double), const QString &unit) const
    {
        return [=, this](Slot slot, Reading) {
            return std::ranges::any_of(m_store.record(slot).extras().quantities, [&](const Quantity &q) {
                return !q.amount.isNull() && isMeant(q.amount.text().toDouble()) && q.unit.toString().contains(unit);
            });
        };
    }
    Holds status(Status status) const
    {
        return [=, this](Slot slot, Reading reading) {
            const StatusRun &own = run(slot);
            if (reading == Reading::Certain)
                return own.status == status && own.certain;
            return own.status == status || (reading == Reading::Possible && own.possibly == status);
        };
    }
    Holds expiring(int days) const
    {
        return [=, this](Slot slot, Reading) {
            const QList<Upcoming> steps = upcoming(m_store.record(slot), m_store.context(slot), AsOf, AsOf + days);
            return isInForce(run(slot), false) && std::ranges::any_of(steps, [](const Upcoming &step) {
                       return step.kind == Upcoming::Kind::TermEnds || step.kind == Upcoming::Kind::Renews ||
                              step.kind == Upcoming::Kind::EndTakesEffect;
                   });
        };
    }
    /// Day by day.
    Holds became(Status status, const QString &first, const QString &last) const
    {
        return [=, this](Slot slot, Reading reading) {
            const StatusTimeline &timeline = m_store.timeline(slot);
            for (Day day = *parseDay(first); day <= *parseDay(last); ++day) {
                const StatusRun &now = timeline.on(day), &before = timeline.on(day - 1);
                if (now.status == before.status)
                    continue;
                if (reading == Reading::Certain
                        ? now.status == status && now.certain
                        : now.status == status || (reading == Reading::Possible && now.possibly == status))
                    return true;
            }
            return false;
        };
    }

    const AgreementStore &m_store;
};

Agreement someRecord(QRandomGenerator &random)
{
    const auto any = [&](const QStringList &texts) { return texts.at(random.bounded(static_cast<int>(texts.size()))); };
    Agreement record = random.bounded(4) == 0 ? randomRecord(random) : titled(QString());
    record.edit().title = Text(any({u"Defence cooperation plan"_s, u"Kế hoạch y tế"_s, u"Treaty on wheat"_s,
                                    u"Agreement between Viet Nam and Cuba"_s, u"X"_s, u"Co-operation"_s}));
    record.edit().summary = Text(any({u""_s, u"On the plan of Viet Nam"_s, u"Hợp tác y tế"_s, u"signed in Havana"_s}));
    record.edit().place = Text(any({u""_s, u"La Habana"_s, u"Havana"_s, u"Hà Nội"_s}));
    record.edit().nature = static_cast<Nature>(random.bounded(Vocabularies::natures.size()));
    record.edit().kind =
        random.bounded(2) ? Kind::CooperationPlan : static_cast<Kind>(random.bounded(Vocabularies::kinds.size()));
    record.edit().confidence = static_cast<Confidence>(random.bounded(Vocabularies::confidences.size()));
    const QStringList dates{u""_s,         u"2014"_s,       u"2014-05"_s,    u"2014-05-17"_s, u"2013~"_s,    u"201X"_s,
                            u"[..2014]"_s, u"2015-06-30"_s, u"2021-09-20"_s, u"2014?"_s,      u"2014/2016"_s};
    record.edit().date = Edtf::read(any(dates));
    record.edit().inForce = Edtf::read(any(dates));
    record.edit().term = Edtf::read(any({u""_s, u""_s, u"2014/2016"_s, u"2014/.."_s, u"2014/"_s, u"2020/2022"_s,
                                         u"2014~/2016"_s, u"2021-01-01/2021-12-31"_s, u"201X/2016"_s}));
    record.edit().termKind = static_cast<TermKind>(random.bounded(Vocabularies::termKinds.size()));
    if (random.bounded(2))
        record.edit().subjects = {Text(any({u"health"_s, u"defence"_s, u"sea law"_s}))};
    if (random.bounded(3) == 0)
        record.editExtras().tags = {Text(any({u"Seen"_s, u"to be seen"_s, u"old"_s}))};
    if (random.bounded(4) == 0)
        record.editExtras().officer = Text(u"Xuân Lan"_s);
    if (random.bounded(3) == 0)
        record.editExtras().noticeMonths = random.bounded(12);
    record.edit().participants = {{ItemId(1), Text(any({u"Cuba"_s, u"CUBA"_s, u"Cuban Navy"_s, u"Republic of Cuba"_s})),
                                   Text(any({u""_s, u"CU"_s})), Text(any({u""_s, u"Ministry of Health of Cuba"_s})),
                                   static_cast<ParticipantRole>(random.bounded(Vocabularies::participantRoles.size()))},
                                  {ItemId(2), Text(u"Viet Nam"_s), Text(u"VN"_s), {}, ParticipantRole::Buyer}};
    if (random.bounded(2))
        record.edit().participants.removeLast();
    for (int i = 0; i < random.bounded(3); ++i) {
        Action action;
        action.id = ItemId(100 + i);
        action.kind = random.bounded(2) ? ActionKind::Ratification
                                        : static_cast<ActionKind>(random.bounded(Vocabularies::actionKinds.size()));
        action.date = Edtf::read(any(dates));
        action.note = Text(any({u""_s, u"signed by hand"_s}));
        record.edit().actions.append(action);
    }
    if (random.bounded(2)) {
        Source source;
        source.id = ItemId(200);
        source.publisher = Text(u"Báo Quân đội"_s);
        if (random.bounded(2))
            source.supports = {Text(u"title"_s), Text(u"term"_s)};
        record.edit().sources = {source};
    } else {
        record.edit().sources.clear();
    }
    if (random.bounded(2)) {
        Quantity quantity;
        quantity.id = ItemId(300);
        quantity.amount = *Decimal::parse(any({u"1000"_s, u"5"_s, u"4999.99"_s, u"10000000"_s}));
        quantity.unit = Text(any({u"doses"_s, u"t"_s}));
        record.editExtras().quantities = {quantity};
    }
    if (random.bounded(3) == 0) {
        Obligation obligation;
        obligation.id = ItemId(400);
        obligation.what = Text(u"report"_s);
        obligation.due = Edtf::read(any(dates));
        record.editExtras().obligations = {obligation};
    }
    if (random.bounded(3) == 0)
        record.editExtras().ownFields = {
            {ItemId(500), Text(any({u"File no"_s, u"Other"_s})), Text(any({u"12/7"_s, u"7"_s}))}};
    return record;
}

} // namespace

class TstQueryEvaluator : public QObject
{
    Q_OBJECT

    std::unique_ptr<Session> m_session;
    std::unique_ptr<Naive> m_naive; ///< the leaves refer to it
    QList<Asked> m_leaves;

    const AgreementStore &store() const { return m_session->store(); }

    std::vector<Slot> found(const QString &text) const
    {
        const Query query = Query::parse(text);
        if (!query.isUsable())
            qFatal("%s: %s", qPrintable(text), qPrintable(query.mistake()->sentence));
        return QueryEvaluator(store(), AsOf, QLocale(QLocale::English)).search(query);
    }
    std::vector<Slot> expected(const Holds &holds) const
    {
        std::vector<Slot> slots;
        for (Slot slot = 0; slot < store().slotCount(); ++slot) {
            if (store().isLive(slot) && holds(slot, Reading::AsShown))
                slots.push_back(slot);
        }
        return slots;
    }

    Asked randomQuery(QRandomGenerator &random, int depth) const
    {
        const int choice = depth == 0 ? 0 : random.bounded(5);
        if (choice <= 1)
            return m_leaves.at(random.bounded(static_cast<int>(m_leaves.size())));
        const Asked a = randomQuery(random, depth - 1);
        if (choice == 2)
            return {u"-(%1)"_s.arg(a.text), [holds = a.holds](Slot slot, Reading reading) {
                        return !holds(slot, reading == Reading::Certain    ? Reading::Possible
                                            : reading == Reading::Possible ? Reading::Certain
                                                                           : Reading::AsShown);
                    }};
        if (choice == 3 && random.bounded(2))
            return {u"certainly:(%1)"_s.arg(a.text),
                    [holds = a.holds](Slot slot, Reading) { return holds(slot, Reading::Certain); }};
        const Asked b = randomQuery(random, depth - 1);
        if (random.bounded(2))
            return {u"(%1 %2)"_s.arg(a.text, b.text),
                    [=](Slot slot, Reading reading) { return a.holds(slot, reading) && b.holds(slot, reading); }};
        return {u"(%1 OR %2)"_s.arg(a.text, b.text),
                [=](Slot slot, Reading reading) { return a.holds(slot, reading) || b.holds(slot, reading); }};
    }

private Q_SLOTS:
    void initTestCase()
    {
        QRandomGenerator random(5);
        m_session = fakeSession();
        QList<Agreement> records;
        for (int i = 0; i < 400; ++i)
            records.append(someRecord(random));
        // Statuses that other records have a say in.
        for (int i = 1; i < 60; ++i) {
            Relation relation;
            relation.id = ItemId(900);
            relation.kind = i % 2 ? RelationKind::Supersedes : RelationKind::Extends;
            relation.other = records.at(i * 3).id();
            records[i].editExtras().relations.append(relation);
        }
        QVERIFY(add(*m_session, records));
        QVERIFY(remove(*m_session, records.last().id())); // a slot that is vacant
        m_naive = std::make_unique<Naive>(store());
        m_leaves = m_naive->leaves();
    }
    void cleanupTestCase()
    {
        m_leaves.clear();
        m_naive.reset();
        m_session.reset();
    }

    void everyConstruct()
    {
        int telling = 0;
        for (const Asked &leaf : std::as_const(m_leaves)) {
            for (const auto &[text, holds] : QList<std::pair<QString, Holds>>{
                     {leaf.text, leaf.holds},
                     {u"-"_s + leaf.text, [=](Slot slot, Reading) { return !leaf.holds(slot, Reading::AsShown); }},
                     {u"certainly:("_s + leaf.text + u')',
                      [=](Slot slot, Reading) { return leaf.holds(slot, Reading::Certain); }},
                     {u"certainly:(-("_s + leaf.text + u"))"_s,
                      [=](Slot slot, Reading) { return !leaf.holds(slot, Reading::Possible); }}}) {
                const std::vector<Slot> slots = expected(holds);
                QVERIFY2(
                    found(text) == slots,
                    qPrintable(u"%1: %2 found, %3 expected"_s.arg(text).arg(found(text).size()).arg(slots.size())));
            }
            const auto hits = static_cast<qsizetype>(expected(leaf.holds).size());
            telling += hits > 0 && hits < store().count();
        }
        // A condition that all meet, or none, would show little.
        QVERIFY2(telling > m_leaves.size() * 8 / 10, qPrintable(QString::number(telling)));
    }

    void randomQueries()
    {
        QRandomGenerator random(11);
        for (int round = 0; round < 400; ++round) {
            const Asked asked = randomQuery(random, 4);
            QVERIFY2(found(asked.text) == expected(asked.holds), qPrintable(asked.text));
            const Query query = Query::parse(asked.text);
            QVERIFY(Query::parse(query.canonicalText()) == query);
        }
    }

    void narrowsWhatWasFound()
    {
        QRandomGenerator random(12);
        const QueryEvaluator evaluator(store(), AsOf, QLocale(QLocale::English));
        for (int round = 0; round < 100; ++round) {
            const Asked wide = randomQuery(random, 2), more = randomQuery(random, 2);
            const Query both = Query::parse(wide.text + u' ' + more.text);
            QVERIFY(both.narrows(Query::parse(wide.text)));
            QCOMPARE(evaluator.filter(found(wide.text), both), evaluator.search(both));
        }
    }

    void anotherDayAnswersOtherwiseOnlyIfItSaysSo()
    {
        for (const Asked &leaf : std::as_const(m_leaves)) {
            const Query query = Query::parse(leaf.text);
            const auto on = [&](Day day) {
                return QueryEvaluator(store(), day, QLocale(QLocale::English)).search(query);
            };
            if (on(AsOf) != on(AsOf - 2500))
                QVERIFY2(query.hangsOnDay(), qPrintable(leaf.text));
        }
        QVERIFY(!Query::parse(u"rice signed:2014 ended:2014"_s).hangsOnDay());
    }

    void keysAndSets()
    {
        const auto session = fakeSession();
        Agreement set = titled(u"Set"_s), reservation = titled(u"Reservation"_s);
        set.edit().date = Edtf::read(u"[2010,2018]"_s);
        Action action;
        action.id = ItemId(1);
        action.kind = ActionKind::CompletionNotice;
        reservation.edit().actions = {action};
        QVERIFY(add(*session, {set, reservation}));
        const auto titles = [&](const QString &text) {
            QStringList found;
            for (const Slot slot :
                 QueryEvaluator(session->store(), AsOf, QLocale(QLocale::English)).search(Query::parse(text)))
                found.append(session->store().record(slot)->title.toString());
            return found.join(u'|');
        };
        QCOMPARE(titles(u"signed:2010"_s), u"Set"_s);
        QCOMPARE(titles(u"signed:2014"_s), QString()); // neither of the two
        QCOMPARE(titles(u"signed:2012..2020"_s), u"Set"_s);
        const QString key = Vocabularies::actionKinds.key(static_cast<int>(action.kind));
        QCOMPARE(titles(u"action:"_s + key), u"Reservation"_s);
        QCOMPARE(titles(u"action:"_s + key.chopped(1)), u"Reservation"_s); // a key that no label begins with
        QVERIFY(Query::parse(u"has:next_step"_s).hangsOnDay());
        QVERIFY(!Query::parse(u"has:actions"_s).hangsOnDay());
    }

    void nothingIsFoundInAnEmptyBook()
    {
        const auto empty = fakeSession();
        for (const Asked &leaf : std::as_const(m_leaves)) {
            const QueryEvaluator evaluator(empty->store(), AsOf, QLocale(QLocale::English));
            QVERIFY(evaluator.search(Query::parse(u'-' + leaf.text)).empty());
        }
    }
};

TREATYBOOK_TEST(TstQueryEvaluator)
#include "tst_queryevaluator.moc"
