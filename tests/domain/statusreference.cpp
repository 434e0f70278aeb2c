#include "statusreference.h"

#include "statusreading.h"

namespace Treatybook::Test {

namespace {

/// The rules, in their order, for one day.
class RulesReading : public StatusReading
{
public:
    RulesReading(const Agreement &agreement, const StatusContext &context, ItemId view, bool late, qint64 today)
        : StatusReading(agreement, context, view, late, today)
    {
        decide();
    }

    Status status = Status::None;
    Status possibly = Status::None;
    bool doubt = false;

private:
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
};

} // namespace

ReferenceAnswer referenceStatus(const Agreement &agreement, const StatusContext &context, ItemId participant, Day day)
{
    if (agreement->nature == Nature::Event)
        return {};
    if (agreement->statusOverride != Status::None)
        return {agreement->statusOverride, Status::None, true};
    const RulesReading late(agreement, context, participant, true, day);
    const RulesReading early(agreement, context, participant, false, day);
    ReferenceAnswer answer{late.status, late.possibly, true};
    if (early.status != late.status)
        answer.possibly = early.status;
    answer.certain = answer.possibly == Status::None && !late.doubt;
    return answer;
}

} // namespace Treatybook::Test
