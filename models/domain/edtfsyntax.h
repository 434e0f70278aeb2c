#pragma once

#include "domain/daynumber.h"

#include <QVarLengthArray>

namespace Treatybook {

/// Why a text is no EDTF of ours; sentence() has the words.
enum class EdtfProblem : quint8 {
    None,
    NullCharacter,
    Surrogate,
    Blank,
    TimeOfDay,
    ForeignDigit,
    Season,
    LongYear,
    SignificantDigits,
    AllOfSet,
    QualifierInside,
    QualifierTwice,
    QualifierAfterSet,
    UnknownElsewhere,
    UnknownYear,
    LowerCaseX,
    YearRange,
    DigitCount,
    NegativeZero,
    BasicFormat,
    BadMonth,
    BadDay,
    YearSpan,
    BareDots,
    Backwards,
    NoBound,
    SetInInterval,
    IntervalInSet,
    UnclosedSet,
    DotsInSet,
    EmptyMember,
    ManySlashes,
    NotEdtf
};

/// Empty for None.
QString sentence(EdtfProblem problem);

/// A date as written: numbers, and how many of their last digits are X (which count as 0 in the number).
struct EdtfDate {
    struct Number {
        int value = 0;
        int unknownDigits = 0;
    };
    enum class Precision : quint8 { ToYear, ToMonth, ToDay };

    Number year, month, day;
    Precision precision = Precision::ToYear;
    bool negative = false;
    bool uncertain = false;
    bool approximate = false;

    bool hasUnknownDigits() const { return year.unknownDigits || month.unknownDigits || day.unknownDigits; }
    bool isQualified() const { return uncertain || approximate; }
    /// Both bounds are days that exist; NoDay in both if there is no such day.
    DayRange bounds() const;
};

/// A date, or one end of an interval or range.
struct EdtfBound {
    enum class Type : quint8 { Date, Open, Unknown };
    Type type = Type::Date;
    EdtfDate date;

    bool isDate() const { return type == Type::Date; }
    DayRange bounds() const { return isDate() ? date.bounds() : DayRange(); }
};

struct EdtfRange {
    EdtfBound first, last;
    bool isSingle = true; ///< a date alone: `last` repeats `first`
};

/// The parsed text, for bounds and for display: a date or an interval is one range, a set is a list of them.
struct EdtfSyntax {
    enum class Form : quint8 { Date, Interval, Set };
    Form form = Form::Date;
    QVarLengthArray<EdtfRange, 1> ranges;
};

/// Reads `text` into `syntax`, which is worth something only if the answer is None. Linear in the length of the text.
EdtfProblem parseEdtf(QStringView text, EdtfSyntax &syntax);

} // namespace Treatybook
