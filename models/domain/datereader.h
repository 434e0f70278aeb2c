#pragma once

#include "domain/edtf.h"
#include "domain/field.h"

#include <QList>

#include <optional>

namespace Treatybook {

/// How a date of three numbers is read where its writer does not show it: 04/05/2004.
enum class DateOrder : quint8 { DayMonthYear, MonthDayYear, YearMonthDay };

/// What a date was understood as, however it was written. A value.
struct DateReading {
    enum class Certainty : quint8 {
        Empty,
        Edtf,       ///< written in EDTF, and nothing else was likely meant
        Understood, ///< written otherwise, with one meaning
        Doubtful,   ///< `value` is the likeliest of several meanings, or the meaning of a placeholder; `note` says so
        Unread      ///< `value` keeps it as written; `note` says why
    };

    /// Another thing that may have been meant: its EDTF (empty: no date) and in a few words what tells it apart, such
    /// as "month first" or "the whole time"; no words if its days say enough.
    struct Alternative {
        Edtf value;
        QString words;
    };

    /// It has days, and just one meaning.
    bool isSure() const
    {
        return (certainty == Certainty::Edtf || certainty == Certainty::Understood) && value.isDated();
    }

    Certainty certainty = Certainty::Empty;
    Edtf value;
    QString words;                   ///< of a doubtful `value`, as those of an alternative
    QString note;                    ///< a sentence for people; empty if nothing is to be said
    QList<Alternative> alternatives; ///< without `value`; an unread text may have some too
};

/// Reads a date as people and foreign files write it: EDTF, "c. 2004", "before 2021-09", "23 Jun 1993", "20/09/2021",
/// "20 tháng 9 năm 2021" … (domain.md §Dates). Never guesses in silence. `type` is Date or Interval: an interval takes
/// "2014–2016" as a term. Blanks around the text do not count. Any thread; linear in the length of the text.
///
/// `order` is what somebody chose for the text, as for a column of a file; then 04/05/2004 has one meaning, and what
/// does not fit the order is doubtful. Without it the day comes first, and what the month could begin is doubtful.
/// A span is doubtful in a Date, which may be one day in it or the whole time; so is "since 1990" there, and "before
/// 2004" in an Interval. Years cut short ("2014/15", "1702/3", "2014-22") are doubtful; "2011-12" is a month in EDTF
/// and doubtful where the second number is the next year, in an Interval where it is any later one. Two-digit years are
/// never read, and digits other than 0 to 9 neither: they often go with another calendar.
DateReading readDate(QStringView text, FieldType type, std::optional<DateOrder> order = {});

} // namespace Treatybook
