#pragma once

#include "domain/factday.h"

#include <QVarLengthArray>

namespace Treatybook {

/// What was due and what was done under a contract or gift, for one bound of every vague date. What was agreed or
/// pledged in a unit is the largest of its sources' sums: sources may disagree. Deliveries and payments count by their
/// unit.
class Performance
{
public:
    struct State {
        bool somethingDue = false;   ///< an obligation, a quantity, or an act marked complete
        bool obligationOpen = false; ///< recorded and not done
        bool fallsShort = false;     ///< deliveries are below what was agreed in some unit
        bool delivered = false;      ///< there was a delivery
        bool doubtful = false;       ///< a delivery or completion that counts is unconfirmed or its date doubtful
        bool stale = false;          ///< every open obligation overdue, or nothing due and no act for a year
        Day lastAct = NoDay;

        /// Something was due, and all of it is done.
        bool isDone() const { return somethingDue && !obligationOpen && !fallsShort; }
    };

    /// An act whose day nobody knows was not before `floor`.
    Performance(const Agreement &agreement, BoundMode mode, Day floor);

    State on(Day day) const;
    /// Days on which the state may change.
    template <class Days>
    void addDays(Days &days) const
    {
        for (const Day day : m_acts) {
            days.append(day);
            days.append(addMonths(day, 12));
        }
        for (const Due &due : m_dues)
            days.append(dayAfter(due.due.day));
    }

private:
    struct Due {
        Fact due, done;
    };
    struct Delivery {
        Fact fact;
        Text unit;
        Decimal amount;
        bool complete = false;
        bool isDelivery = false;
    };
    struct Agreed {
        Text unit;
        Decimal amount; ///< null: only in words, which no sum can reach
    };

    void addAgreed(const Agreement &agreement);
    bool fallsShortOn(Day day) const;
    bool isStale(Day day, Day lastAct) const;

    QVarLengthArray<Due, 2> m_dues;
    QVarLengthArray<Delivery, 2> m_deliveries;
    QVarLengthArray<Agreed, 2> m_agreed;
    QVarLengthArray<Day, 8> m_acts; ///< of all kinds, and obligations done
};

} // namespace Treatybook
