#pragma once

#include "domain/datereader.h"
#include "domain/datetokens.h"
#include "domain/edtfsyntax.h"

namespace Treatybook {

/// Why a text is no date, as far as it can be said; the reader has the sentences.
enum class DateProblem : quint8 { None, NoDate, NoSuchDay, NoYear, TwoDigitYear, Backwards, OldStyleNeedsDay };

/// How numbers are to be read.
struct DateManner {
    DateOrder order = DateOrder::DayMonthYear;
    bool isOrderChosen = false; ///< by somebody: then for 20.09.2021 too, where the day comes first by custom
    bool isOldStyle = false;
};

/// One day, month or year of a text; or a part of it, where the other end of a span has the rest: "18" of "18–20 May".
struct DatePoint {
    EdtfDate date; ///< only what is known; settled by settle()
    bool hasYear = false;
    bool hasMonth = false;
    bool hasDay = false;
    bool usesOrder = false;   ///< day and month could be the other way round
    bool hasZeros = false;    ///< "2021-09-00"
    bool hasTwoYears = false; ///< "11 February 1731/2": the year 1732, or 1731 where it began in March
    bool isWrongWeekday = false;
    int weekday = 0; ///< as said: 1 to 7 from Monday, or 0
    DateProblem problem = DateProblem::None;

    /// What the other end of a span says and this one leaves out: "18–20 May 2021", "May 19–21, 1954".
    void completeFrom(const DatePoint &other);
    /// Checks that it is a date, and turns an Old Style day into a Gregorian one.
    void settle(const DateManner &manner);
    bool isRight() const { return problem == DateProblem::None; }
};

/// `tokens` stand in `text`. Not yet settled.
DatePoint readDatePoint(QStringView text, DateTokens tokens, const DateManner &manner);

/// EDTF: "2021-09-20", "201X", "2004~".
QString edtfText(const EdtfDate &date);
/// The day, month or year before, or after: before 2021-09 is 2021-08. A settled date.
EdtfDate dateBefore(EdtfDate date);
EdtfDate dateAfter(EdtfDate date);

} // namespace Treatybook
