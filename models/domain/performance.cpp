#include "domain/performance.h"

namespace Treatybook {

static Decimal sumOrFirst(const Decimal &a, const Decimal &b)
{
    const auto added = Decimal::add(a, b);
    return added ? *added : a; // beyond 64 bits: what is there already exceeds everything agreed
}

Performance::Performance(const Agreement &agreement, BoundMode mode, Day floor)
{
    const auto resolve = [&](Fact fact) {
        if (fact.recorded && !fact.dated && mode == BoundMode::Earliest)
            fact.day = floor;
        return fact;
    };
    const auto noteAct = [this](const Fact &fact) {
        if (fact.day != Always && fact.day != Never)
            m_acts.append(fact.day);
    };

    noteAct(makeFact(agreement->date, mode));
    const auto &actions = agreement->actions;
    for (qsizetype row = 0; row < actions.size(); ++row) {
        const Action &action = actions.at(row);
        const Fact fact = resolve(makeFact(action, row, mode));
        noteAct(fact);
        const bool delivery = action.kind == ActionKind::Delivery || action.kind == ActionKind::Payment;
        if (delivery || (action.complete && action.kind == ActionKind::Implementation))
            m_deliveries.append({fact, action.unit, action.amount, action.complete, delivery});
    }
    for (const Obligation &obligation : agreement.extras().obligations) {
        const Fact done = resolve(makeFact(obligation.done, mode));
        noteAct(done);
        m_dues.append({makeFact(obligation.due, mode), done});
    }
    addAgreed(agreement);
}

void Performance::addAgreed(const Agreement &agreement)
{
    struct BySource {
        Text unit;
        ItemId source;
        Decimal amount;
    };
    QVarLengthArray<BySource, 4> sums;
    for (const Quantity &quantity : agreement.extras().quantities) {
        if (quantity.stance != Stance::Agreed && quantity.stance != Stance::Pledged)
            continue;
        if (quantity.amount.isNull()) {
            m_agreed.append({quantity.unit, {}});
            continue;
        }
        const auto same = std::find_if(sums.begin(), sums.end(), [&](const BySource &known) {
            return known.unit == quantity.unit && known.source == quantity.source;
        });
        if (same == sums.end())
            sums.append({quantity.unit, quantity.source, quantity.amount});
        else
            same->amount = sumOrFirst(same->amount, quantity.amount);
    }
    for (const BySource &known : sums) {
        const auto same = std::find_if(m_agreed.begin(), m_agreed.end(), [&](const Agreed &agreed) {
            return !agreed.amount.isNull() && agreed.unit == known.unit;
        });
        if (same == m_agreed.end())
            m_agreed.append({known.unit, known.amount});
        else if (Decimal::compare(known.amount, same->amount) > 0)
            same->amount = known.amount;
    }
}

bool Performance::fallsShortOn(Day day) const
{
    return std::any_of(m_agreed.cbegin(), m_agreed.cend(), [&](const Agreed &agreed) {
        if (agreed.amount.isNull())
            return true;
        Decimal total(0, 0);
        for (const Delivery &delivery : m_deliveries) {
            if (delivery.fact.happenedBy(day) && delivery.unit == agreed.unit)
                total = sumOrFirst(total, delivery.amount);
        }
        return Decimal::compare(total, agreed.amount) < 0;
    });
}

bool Performance::isStale(Day day, Day lastAct) const
{
    int open = 0;
    int overdue = 0;
    for (const Due &due : m_dues) {
        if (due.done.happenedBy(day))
            continue;
        ++open;
        if (due.due.dated && due.due.day >= day)
            return false;
        overdue += due.due.dated ? 1 : 0;
    }
    if (open > 0 && overdue == open)
        return true;
    return lastAct == NoDay || day >= addMonths(lastAct, 12);
}

Performance::State Performance::on(Day day) const
{
    State state;
    bool complete = false;
    for (const Delivery &delivery : m_deliveries) {
        if (!delivery.fact.happenedBy(day))
            continue;
        complete |= delivery.complete;
        state.delivered |= delivery.isDelivery;
        state.doubtful |= delivery.fact.doubtful;
    }
    for (const Due &due : m_dues) {
        if (!due.done.happenedBy(day))
            state.obligationOpen = true;
        else
            state.doubtful |= due.done.doubtful;
    }
    for (const Day act : m_acts) {
        if (act <= day)
            state.lastAct = std::max(state.lastAct, act);
    }
    state.fallsShort = !complete && fallsShortOn(day);
    state.somethingDue = complete || !m_dues.isEmpty() || !m_agreed.isEmpty();
    state.stale = isStale(day, state.lastAct);
    return state;
}

} // namespace Treatybook
