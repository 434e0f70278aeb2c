#include "statusreference.h"

#include <QDate>

#include <map>
#include <optional>
#include <set>

namespace Treatybook::Test {

namespace {

constexpr qint64 Past = -100'000'000;
constexpr qint64 Future = 100'000'000;
using Kinds = ActionKind;

struct When {
    qint64 day = Future;
    bool doubt = false;
    bool dated = true;
    const Action *act = nullptr;
};
using Maybe = std::optional<When>;

Maybe first(const Maybe &x, const Maybe &y)
{
    if (!x || !y)
        return x ? x : y;
    if (x->day != y->day)
        return x->day < y->day ? x : y;
    return x->doubt ? y : x;
}

Maybe last(const Maybe &x, const Maybe &y)
{
    if (!x || !y)
        return x ? x : y;
    When later = x->day >= y->day ? *x : *y;
    later.doubt = x->doubt || y->doubt;
    later.dated = x->dated || y->dated;
    return later;
}

qint64 monthsLater(qint64 day, int months)
{
    return QDate::fromJulianDay(day).addMonths(months).toJulianDay();
}

bool isDeed(Kind kind)
{
    static const std::set<Kind> deeds{Kind::JointStatement, Kind::Declaration,       Kind::Resolution, Kind::Offer,
                                      Kind::Undertaking,    Kind::StatementOfIntent, Kind::Donation,   Kind::Award};
    return deeds.count(kind) > 0;
}

bool consents(const Action &x)
{
    static const std::set<Kinds> kinds{Kinds::DefinitiveSignature, Kinds::CompletionNotice,  Kinds::Ratification,
                                       Kinds::Acceptance,          Kinds::Approval,          Kinds::Accession,
                                       Kinds::Succession,          Kinds::FormalConfirmation};
    return kinds.count(x.kind) > 0;
}

/// One reading of the record for one day: with all dates late, or all early.
class Reading
{
public:
    Reading(const Agreement &agreement, const StatusContext &context, ItemId view, bool late, qint64 today)
        : a(agreement), c(context), e(agreement.extras()), isLate(late), day(today)
    {
        for (const Participant &p : a->participants) {
            if (sideRole(p.role))
                sides.insert(state(p.id));
        }
        many = sides.size() > 2;
        if (many && view != ItemId::None)
            me = state(view);
        for (const Action &x : a->actions) {
            if (consents(x) && mine(x))
                myConsent = first(myConsent, raw(x));
        }
        signedOn = signing();
        enteredOn = entry();
        decide();
    }

    Status status = Status::None;
    Status possibly = Status::None;
    bool doubt = false;

private:
    static bool sideRole(ParticipantRole role)
    {
        return role != ParticipantRole::Depositary && role != ParticipantRole::Observer &&
               role != ParticipantRole::Witness && role != ParticipantRole::Mediator &&
               role != ParticipantRole::Guarantor;
    }
    const Participant *find(ItemId id) const
    {
        for (const Participant &p : a->participants) {
            if (p.id == id)
                return &p;
        }
        return nullptr;
    }
    /// The names of random records are those of States.
    QString state(ItemId id) const { return find(id) ? find(id)->name.toString() : QString(); }
    bool mine(const Action &x) const { return !me.isEmpty() && state(x.participant) == me; }
    bool counts(const Action &x) const { return !many || x.participant == ItemId::None || mine(x); }

    qint64 pick(const Edtf &date) const
    {
        const DayRange range = date.instant();
        if (isLate)
            return range.latest == NoDay ? Future : range.latest;
        return range.earliest == NoDay ? Past : range.earliest;
    }
    static const Edtf &dateOf(const Action &x) { return x.effective.isDated() ? x.effective : x.date; }
    When raw(const Action &x) const
    {
        const Edtf &date = dateOf(x);
        return {pick(date), date.isQualified() || x.confidence == Confidence::Unconfirmed, date.isDated(), &x};
    }
    When when(const Action &x) const
    {
        When w = raw(x);
        if (!w.dated && !isLate && signedOn)
            w.day = signedOn->day;
        return w;
    }
    When when(const StatusContext::Incoming &r) const
    {
        const Edtf &date = r.effective.isDated() ? r.effective : r.inForce.isDated() ? r.inForce : r.date;
        return {pick(date), date.isQualified() || r.confidence == Confidence::Unconfirmed};
    }

    bool deed() const
    {
        if (a->nature == Nature::Treaty)
            return false;
        if (a->kind == Kind::Award || a->kind == Kind::Donation)
            return true;
        if (a->nature == Nature::Contract || (a->nature == Nature::Undetermined && a->inForce.isDated()))
            return false;
        return isDeed(a->kind) || (a->nature == Nature::Unilateral && a->kind != Kind::Contract);
    }
    bool isContract() const
    {
        if (a->nature == Nature::Treaty || deed())
            return false;
        const bool entered = a->nature == Nature::Undetermined && a->inForce.isDated();
        return a->nature == Nature::Contract || (a->kind == Kind::Contract && !entered);
    }
    bool isArrangement() const { return a->nature == Nature::NonBinding && !deed() && !isContract(); }
    bool isTreaty() const { return !deed() && !isContract() && !isArrangement(); }

    bool signs(const Action &x) const
    {
        switch (x.kind) {
        case Kinds::Signature:
        case Kinds::DefinitiveSignature:
        case Kinds::SignatureAdReferendum:
        case Kinds::ExchangeOfNotes:
            return true;
        default:
            return deed() && (x.kind == Kinds::Announcement || x.kind == Kinds::Issue);
        }
    }

    Maybe signingActs(bool onlyMine) const
    {
        Maybe undated, unnamed, notes;
        std::map<QString, Maybe> bySide;
        for (const Action &x : a->actions) {
            if (!signs(x) || (onlyMine && !mine(x)))
                continue;
            const When w = raw(x);
            const Participant *who = find(x.participant);
            if (!w.dated)
                undated = w;
            else if (x.kind == Kinds::ExchangeOfNotes)
                notes = last(notes, w);
            else if (!many && who && sideRole(who->role))
                bySide[state(x.participant)] = first(bySide[state(x.participant)], w);
            else
                unnamed = first(unnamed, w);
        }
        Maybe both;
        for (const auto &[name, w] : bySide)
            both = last(both, w);
        const Maybe found = first(first(both, unnamed), notes);
        return found ? found : undated;
    }
    Maybe stated(const Edtf &field, const Maybe &acts) const
    {
        if (field.isEmpty() || (!field.isDated() && acts && acts->dated))
            return acts;
        const When own{pick(field), field.isQualified(), field.isDated()};
        if (!acts || !acts->dated || (acts->doubt && !own.doubt))
            return own;
        const auto width = [](const Edtf &value) {
            const DayRange r = value.instant();
            return std::pair(r.earliest == NoDay ? qint64(std::numeric_limits<qint32>::min()) : r.earliest,
                             r.latest == NoDay ? qint64(std::numeric_limits<qint32>::max()) : r.latest);
        };
        const auto [low, high] = width(field);
        const auto [actLow, actHigh] = width(dateOf(*acts->act));
        const bool overlap = low <= actHigh && actLow <= high;
        return overlap && actHigh - actLow < high - low ? acts : Maybe(own);
    }
    Maybe signing() const
    {
        if (myConsent) {
            if (const Maybe own = signingActs(true))
                return own;
            bool named = false;
            for (const Action &x : a->actions)
                named |= signs(x) && x.participant != ItemId::None;
            const Kinds kind = myConsent->act->kind;
            if (named || kind == Kinds::Accession || kind == Kinds::Succession)
                return myConsent;
        }
        return stated(a->date, signingActs(false));
    }
    Maybe entry() const
    {
        Maybe whole, any, own;
        for (const Action &x : a->actions) {
            if (x.kind != Kinds::EntryIntoForce)
                continue;
            any = first(any, when(x));
            if (!many || x.participant == ItemId::None)
                whole = first(whole, when(x));
            if (mine(x))
                own = first(own, when(x));
        }
        const Maybe all = stated(a->inForce, whole ? whole : any);
        if (!myConsent)
            return all;
        return own ? own : all ? last(all, myConsent) : Maybe();
    }

    qint64 termFirst(bool late) const
    {
        const Day bound = late && a->term.termStartVague() ? a->term.start().latest : a->term.start().earliest;
        return bound != NoDay ? bound : late && a->term.termStartVague() ? Future : Past;
    }
    qint64 lastOf(const Edtf &term) const
    {
        if (term.termEndVague() && !isLate)
            return std::max<qint64>(term.end().earliest == NoDay ? Past : term.end().earliest,
                                    term.start().earliest == NoDay ? Past : term.start().earliest);
        return term.end().latest == NoDay ? Future : term.end().latest;
    }

    QList<When> conclusions() const
    {
        QList<When> all;
        if (signedOn)
            all.append(*signedOn);
        if (enteredOn)
            all.append(*enteredOn);
        bool underWay = false;
        for (const Action &x : a->actions) {
            underWay |= x.kind == Kinds::Proposal || x.kind == Kinds::Negotiation || x.kind == Kinds::Adoption ||
                        x.kind == Kinds::Initialling;
            if (x.kind == Kinds::Delivery || (x.kind == Kinds::ProvisionalApplication && counts(x)))
                all.append(when(x));
            if (signedOn)
                continue;
            if (consents(x) && (!myConsent || mine(x)))
                all.append(when(x));
            if (x.kind == Kinds::Attested) {
                all.append(when(x));
                if (!isLate)
                    all.last().day = Past;
            }
        }
        if (all.isEmpty() && !underWay && a->term.isDated() && termFirst(false) != Past)
            all.append({isLate ? Future : termFirst(false), false, false});
        return all;
    }

    bool revoked(const Action &notice, qint64 effect) const
    {
        for (const Action &x : a->actions) {
            const bool other = x.participant != ItemId::None && notice.participant != ItemId::None &&
                               x.participant != notice.participant;
            const qint64 when = raw(x).day;
            if (x.kind == Kinds::RevocationOfNotice && !other && pick(notice.date) <= when && when < effect)
                return true;
        }
        return false;
    }

    struct End {
        qint64 last = Future;
        qint64 from = Past;
        bool doubt = false;
    };
    /// Tacit renewal, period by period.
    End renewed(End end) const
    {
        if (a->termKind != TermKind::TacitRenewal || end.last == Past || end.last == Future)
            return end;
        const int notice = e.noticeMonths.value_or(0);
        const int period = e.renewalMonths.value_or(0);
        End best{Future, end.from, end.doubt};
        for (const Action &x : a->actions) {
            const When given = when(x);
            if (x.kind != Kinds::NoticeOfNonRenewal || !counts(x) || given.day == Future)
                continue;
            qint64 ends = Future;
            const auto inTime = [&](qint64 firstOut) { return given.day <= monthsLater(firstOut, -notice) - 1; };
            if (inTime(end.last + 1)) {
                ends = end.last;
            } else if (period == 0) {
                ends = isLate ? Future : std::max(end.last, given.day);
            } else {
                int count = 1;
                while (!inTime(monthsLater(end.last + 1, count * period)))
                    ++count;
                ends = monthsLater(end.last + 1, count * period) - 1;
            }
            if (ends < best.last && !revoked(x, ends + 1))
                best = {ends, end.from, end.doubt || given.doubt};
        }
        return best;
    }
    std::optional<End> termEnd() const
    {
        std::optional<End> end;
        qint64 standing = Future;
        if (a->term.isDated()) {
            end = End{lastOf(a->term), Past, a->term.endQualified()};
            if (a->term.hasUnknownEnd() && !isLate) {
                end->last = termFirst(false);
                for (const Action &x : a->actions) {
                    if (x.kind == Kinds::Attested && x.date.instant().earliest != NoDay)
                        end->last = std::max<qint64>(end->last, x.date.instant().earliest);
                }
            }
            standing = end->last;
        }
        std::multimap<qint64, std::pair<End, bool>> moves; // those of one day stay in order
        for (const Action &x : a->actions) {
            const bool anew = x.kind == Kinds::Revival && !x.until.isEmpty();
            if ((x.kind != Kinds::Extension && !anew) || (!x.until.isDated() && !isLate))
                continue;
            const qint64 until = x.until.isEmpty() ? Future : pick(x.until);
            moves.insert({when(x).day, {End{until, when(x).day, when(x).doubt || x.until.isQualified()}, anew}});
        }
        for (const StatusContext::Incoming &r : c.incoming) {
            const bool known = r.term.isDated() && !r.term.hasUnknownEnd();
            if (r.kind != RelationKind::Extends || (!known && !isLate))
                continue;
            moves.insert(
                {when(r).day,
                 {End{known ? lastOf(r.term) : Future, when(r).day, when(r).doubt || r.term.endQualified()}, false}});
        }
        for (const auto &[from, move] : moves) {
            if (from > day)
                break;
            End moved = move.first;
            if (!move.second && a->term.isDated())
                moved.last = std::max(moved.last, standing);
            standing = moved.last;
            end = moved;
        }
        return end ? std::optional(renewed(*end)) : end;
    }

    bool revivedAfter(qint64 from) const
    {
        for (const Action &x : a->actions) {
            if (x.kind == Kinds::Revival && when(x).day >= from && when(x).day <= day)
                return true;
        }
        return false;
    }
    bool rejoinedAfter(qint64 from) const
    {
        for (const Action &x : a->actions) {
            if (myConsent && consents(x) && mine(x) && when(x).day > from && when(x).day <= day)
                return true;
        }
        return false;
    }

    bool ended()
    {
        struct Ending {
            qint64 day;
            Status status;
            bool doubt;
        };
        QList<Ending> endings;
        if (const auto end = termEnd(); end && end->last < day && !revivedAfter(end->last + 1))
            endings.append({std::max(end->last + 1, end->from), Status::Expired, end->doubt});
        const auto add = [&](const When &w, Status s, bool mayRejoin = false) {
            if (w.day <= day && !revivedAfter(w.day) && !(mayRejoin && rejoinedAfter(w.day)))
                endings.append({w.day, s, w.doubt});
        };
        for (const Action &x : a->actions) {
            When w = when(x);
            if (x.kind == Kinds::Termination)
                add(w, Status::Terminated);
            if (x.kind == Kinds::Supersession)
                add(w, Status::Superseded);
            if (x.kind == Kinds::Expiry)
                add(w, Status::Expired);
            if ((x.kind == Kinds::Denunciation || x.kind == Kinds::Withdrawal) && (!many || mine(x))) {
                if (x.kind == Kinds::Denunciation && !x.effective.isDated() && isLate)
                    w.day = Future;
                if (!revoked(x, w.day))
                    add(w, Status::Terminated, true);
            }
        }
        for (const StatusContext::Incoming &r : c.incoming) {
            if (r.kind == RelationKind::Terminates)
                add(when(r), Status::Terminated);
            if (r.kind == RelationKind::Supersedes && !r.partly)
                add(when(r), Status::Superseded);
        }
        if (endings.isEmpty())
            return false;
        Ending decides = endings.first();
        for (const Ending &ending : endings) {
            if (ending.day < decides.day)
                decides = ending;
        }
        status = decides.status;
        bool sure = false;
        for (const Ending &ending : endings)
            sure |= ending.day == decides.day && ending.status == decides.status && !ending.doubt;
        doubt |= !sure;
        return true;
    }

    bool within(Kinds kind, Kinds over, RelationKind relation)
    {
        bool inside = false;
        bool sure = false;
        const auto check = [&](const When &from, const Edtf &until) {
            qint64 end = Future;
            if (until.isDated() && pick(until) != Future)
                end = pick(until) + 1;
            else if (!until.isEmpty() && !isLate)
                end = Past;
            for (const Action &x : a->actions) {
                if (x.kind == over && counts(x) && when(x).day >= from.day)
                    end = std::min(end, when(x).day);
            }
            if (from.day <= day && day < end) {
                inside = true;
                sure |= !from.doubt;
            }
        };
        for (const Action &x : a->actions) {
            if (x.kind == kind && counts(x))
                check(when(x), x.until);
        }
        for (const StatusContext::Incoming &r : c.incoming) {
            if (relation != RelationKind::Related && r.kind == relation)
                check(when(r), {});
        }
        doubt |= inside && !sure;
        return inside;
    }

    void stage(Status s, std::initializer_list<Kinds> kinds)
    {
        bool reached = false;
        bool sure = false;
        for (const Action &x : a->actions) {
            if (std::find(kinds.begin(), kinds.end(), x.kind) != kinds.end() && raw(x).day <= day) {
                reached = true;
                sure |= !raw(x).doubt;
            }
        }
        if (reached) {
            status = s;
            doubt = !sure;
        }
    }
    void unconcluded(const QList<When> &all)
    {
        qint64 ahead = Past;
        const auto date = [&](const Edtf &value) {
            if (value.isDated())
                ahead = std::max(ahead, pick(value));
        };
        date(a->date);
        date(a->inForce);
        for (const Action &x : a->actions) {
            date(x.date);
            date(x.effective);
            date(x.until);
        }
        if (a->term.isDated()) {
            const bool endless = a->term.hasOpenEnd() || a->term.hasUnknownEnd();
            ahead = std::max(ahead, endless ? termFirst(isLate) : lastOf(a->term));
        }
        Maybe next;
        for (const When &w : all)
            next = first(next, w);
        status = day >= ahead ? Status::Unknown : Status::NotYet;
        doubt = status == Status::NotYet && next && next->doubt;
        stage(Status::Proposed, {Kinds::Proposal});
        stage(Status::UnderNegotiation, {Kinds::Negotiation});
        stage(Status::Adopted, {Kinds::Adoption, Kinds::Initialling});
        if (const auto end = termEnd(); end && end->last < day) {
            status = Status::NotConcluded;
            doubt = end->doubt;
        }
        stage(Status::NotConcluded, {Kinds::Abandonment});
    }

    /// What was done under a contract or gift.
    struct Done {
        bool complete = false, delivered = false, doubt = false, falls = false, somethingDue = false;
        int open = 0, overdue = 0;
        bool dueAhead = false;
        qint64 lastAct = Past;
    };
    Done done(qint64 floor) const
    {
        Done d;
        const auto act = [&](qint64 w) {
            if (w <= day && w != Past)
                d.lastAct = std::max(d.lastAct, w);
        };
        const auto floored = [&](When w) {
            if (!w.dated && !isLate)
                w.day = floor;
            return w;
        };
        if (a->date.isDated())
            act(pick(a->date));
        std::map<QString, std::map<ItemId, qint64>> agreed;
        std::map<QString, qint64> total;
        for (const Action &x : a->actions) {
            const When w = floored(raw(x));
            act(w.day);
            const bool delivery = x.kind == Kinds::Delivery || x.kind == Kinds::Payment;
            if (w.day > day || !(delivery || (x.complete && x.kind == Kinds::Implementation)))
                continue;
            d.complete |= x.complete;
            d.delivered |= delivery;
            d.doubt |= w.doubt;
            total[x.unit.toString()] += x.amount.unscaled();
        }
        for (const Obligation &o : e.obligations) {
            const When over = floored({pick(o.done), o.done.isQualified(), o.done.isDated()});
            const bool finished = !o.done.isEmpty() && over.day <= day;
            if (!o.done.isEmpty())
                act(over.day);
            d.doubt |= finished && over.doubt;
            if (finished)
                continue;
            ++d.open;
            d.dueAhead |= o.due.isDated() && pick(o.due) >= day;
            d.overdue += o.due.isDated() && pick(o.due) < day;
        }
        for (const Quantity &q : e.quantities) {
            if (q.stance == Stance::Agreed || q.stance == Stance::Pledged)
                agreed[q.unit.toString()][q.source] += q.amount.unscaled();
        }
        for (const auto &[unit, bySource] : agreed) {
            for (const auto &[source, amount] : bySource)
                d.falls |= !d.complete && total[unit] < amount;
        }
        d.somethingDue = d.complete || !e.obligations.isEmpty() || !agreed.empty();
        return d;
    }

    void decide()
    {
        if (a->nature == Nature::Event)
            return;
        const QList<When> all = conclusions();
        bool concluded = false;
        bool sure = false;
        Maybe begun;
        for (const When &w : all) {
            begun = first(begun, w);
            concluded |= w.day <= day;
            sure |= w.day <= day && !w.doubt;
        }
        if (!concluded)
            return unconcluded(all);
        doubt = !sure;
        if (ended())
            return;
        if (within(Kinds::Suspension, Kinds::Resumption, RelationKind::Suspends)) {
            status = Status::Suspended;
            return;
        }
        if (deed())
            return deedDone(*begun);

        const bool byTerm = isArrangement() || isContract() || (a->nature == Nature::Undetermined && a->term.isDated());
        Maybe effect = enteredOn;
        if (!effect && byTerm) {
            effect = signedOn ? signedOn : begun;
            if (a->term.isDated() && termFirst(isLate) != Past)
                effect = last(effect, When{termFirst(isLate), a->term.startQualified()});
        }
        if (effect && effect->day <= day)
            return inEffect(*effect, begun->day, !enteredOn);
        if (within(Kinds::ProvisionalApplication, Kinds::EndOfProvisionalApplication, RelationKind::Related)) {
            status = Status::ProvisionallyApplied;
            return;
        }
        status = Status::Signed;
        if (effect)
            doubt |= effect->doubt;
        else
            notInForce(*begun);
    }

    void deedDone(const When &begun)
    {
        doubt |= a->kind != Kind::Donation && begun.doubt;
        switch (a->kind) {
        case Kind::Award:
            status = Status::Presented;
            return;
        case Kind::Offer:
        case Kind::StatementOfIntent:
            status = Status::Announced;
            return;
        case Kind::Undertaking:
            status = Status::Agreed;
            return;
        case Kind::Donation:
            break;
        default:
            status = Status::Issued;
            return;
        }
        const Done d = done(begun.day);
        status = !d.delivered ? Status::Announced : d.falls ? Status::PartlyDelivered : Status::Delivered;
        doubt |= d.delivered ? d.doubt : begun.doubt;
    }
    void inEffect(const When &effect, qint64 floor, bool presumed)
    {
        doubt |= effect.doubt;
        status = isTreaty() && !(presumed && a->nature == Nature::Undetermined) ? Status::InForce : Status::InEffect;
        if (!isContract())
            return;
        const Done d = done(floor);
        const bool stale = !d.dueAhead && ((d.open > 0 && d.overdue == d.open) || d.lastAct == Past ||
                                           day >= monthsLater(d.lastAct, 12));
        if (d.open > 0 || d.falls) {
            status = Status::BeingPerformed;
            doubt |= stale;
        } else if (d.somethingDue) {
            status = Status::Performed;
            doubt |= d.doubt;
        } else {
            doubt |= stale && !a->term.isDated();
        }
    }
    void notInForce(const When &begun)
    {
        bool any = false;
        bool sure = false;
        std::map<QString, bool> ratified;
        for (const Action &x : a->actions) {
            if (!consents(x) || x.kind == Kinds::DefinitiveSignature || when(x).day > day)
                continue;
            any = true;
            sure |= !when(x).doubt;
            ratified[state(x.participant)] = true;
        }
        bool everybody = !many && sides.size() == 2;
        for (const QString &side : sides)
            everybody &= ratified.count(side) > 0;
        if (any && !everybody) {
            doubt |= !sure;
            return;
        }
        doubt |= begun.doubt;
        if (isTreaty() && a->kind != Kind::Group)
            possibly = Status::InForce;
    }

    const Agreement &a;
    const StatusContext &c;
    const AgreementExtras &e;
    bool isLate;
    qint64 day;
    std::set<QString> sides;
    QString me; ///< empty: the instrument
    bool many = false;
    Maybe myConsent, signedOn, enteredOn;
};

} // namespace

ReferenceAnswer referenceStatus(const Agreement &agreement, const StatusContext &context, ItemId participant, Day day)
{
    if (agreement->nature == Nature::Event)
        return {};
    if (agreement->statusOverride != Status::None)
        return {agreement->statusOverride, Status::None, true};
    const Reading late(agreement, context, participant, true, day);
    const Reading early(agreement, context, participant, false, day);
    ReferenceAnswer answer{late.status, late.possibly, true};
    if (early.status != late.status)
        answer.possibly = early.status;
    answer.certain = answer.possibly == Status::None && !late.doubt;
    return answer;
}

} // namespace Treatybook::Test
