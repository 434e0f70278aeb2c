#include "domain/edtfsyntax.h"
#include "domain/tr.h"

namespace Treatybook {

namespace {

const char *source(EdtfProblem problem)
{
    using P = EdtfProblem;
    switch (problem) {
    case P::None:
        return "";
    case P::NullCharacter:
        return QT_TRANSLATE_NOOP("Treatybook", "The date contains a null character.");
    case P::Surrogate:
        return QT_TRANSLATE_NOOP("Treatybook", "The date contains half a character.");
    case P::Blank:
        return QT_TRANSLATE_NOOP("Treatybook", "Dates are written without blanks, such as 2004-06-11.");
    case P::TimeOfDay:
        return QT_TRANSLATE_NOOP("Treatybook",
                                 "Times of day are not supported; give the day alone, such as 2004-06-11.");
    case P::ForeignDigit:
        return QT_TRANSLATE_NOOP("Treatybook", "Dates are written with the digits 0 to 9.");
    case P::Season:
        return QT_TRANSLATE_NOOP("Treatybook",
                                 "Seasons and other parts of a year, such as 2004-21, are not supported; "
                                 "write an interval or one of a set: 2004-03/2004-05, [2004-03..2004-05].");
    case P::LongYear:
        return QT_TRANSLATE_NOOP("Treatybook",
                                 "Years in the form Y17000 or 17E3 are not supported; years go from -9999 "
                                 "to 9999.");
    case P::SignificantDigits:
        return QT_TRANSLATE_NOOP("Treatybook", "Years with S and their significant digits, such as 1950S2, are not "
                                               "supported; write 19XX or 1950~.");
    case P::AllOfSet:
        return QT_TRANSLATE_NOOP("Treatybook", "All of a set, {…}, is not supported; [a,b] is one of a set, a/b an "
                                               "interval.");
    case P::QualifierInside:
        return QT_TRANSLATE_NOOP("Treatybook", "?, ~ and % inside a date are not supported; they may stand at its end, "
                                               "such as 2004-06-11~.");
    case P::QualifierTwice:
        return QT_TRANSLATE_NOOP("Treatybook",
                                 "A date ends with one of ?, ~ and %; % means uncertain and approximate.");
    case P::QualifierAfterSet:
        return QT_TRANSLATE_NOOP("Treatybook", "?, ~ and % may stand after a date, not after a set.");
    case P::UnknownElsewhere:
        return QT_TRANSLATE_NOOP("Treatybook", "X for unknown digits is supported only from the right, such as 201X, "
                                               "2004-XX or 2004-06-XX.");
    case P::UnknownYear:
        return QT_TRANSLATE_NOOP("Treatybook", "At least the first digit of the year must be known, such as 1XXX.");
    case P::LowerCaseX:
        return QT_TRANSLATE_NOOP("Treatybook", "Unknown digits are written X, such as 201X.");
    case P::YearRange:
        return QT_TRANSLATE_NOOP("Treatybook", "Years go from -9999 to 9999.");
    case P::DigitCount:
        return QT_TRANSLATE_NOOP("Treatybook", "Years are written with four digits, months and days with two, such as "
                                               "0843-08-09.");
    case P::NegativeZero:
        return QT_TRANSLATE_NOOP("Treatybook", "The year 0 (1 BC) is written 0000.");
    case P::BasicFormat:
        return QT_TRANSLATE_NOOP("Treatybook", "Dates are written with hyphens, such as 2004-06-11.");
    case P::BadMonth:
        return QT_TRANSLATE_NOOP("Treatybook", "There is no such month; months go from 01 to 12.");
    case P::BadDay:
        return QT_TRANSLATE_NOOP("Treatybook", "This month has no such day.");
    case P::YearSpan:
        return QT_TRANSLATE_NOOP("Treatybook", "Write 2014/2016 for the whole time, [2014..2016] for some day in it.");
    case P::BareDots:
        return QT_TRANSLATE_NOOP("Treatybook", "Write [a..b] for some day between two dates, a/b for an interval.");
    case P::Backwards:
        return QT_TRANSLATE_NOOP("Treatybook", "The start lies after the end.");
    case P::NoBound:
        return QT_TRANSLATE_NOOP("Treatybook", "At least one side needs a date.");
    case P::SetInInterval:
        return QT_TRANSLATE_NOOP("Treatybook", "One of a set, [a,b], as an end of an interval is not supported.");
    case P::IntervalInSet:
        return QT_TRANSLATE_NOOP("Treatybook", "An interval in a set is not supported; write [a..b].");
    case P::UnclosedSet:
        return QT_TRANSLATE_NOOP("Treatybook", "One of a set begins with [ and ends with ].");
    case P::DotsInSet:
        return QT_TRANSLATE_NOOP("Treatybook", "In a set, .. stands between two dates, before the first or after the "
                                               "last.");
    case P::EmptyMember:
        return QT_TRANSLATE_NOOP("Treatybook", "The dates of a set are separated by single commas.");
    case P::ManySlashes:
        return QT_TRANSLATE_NOOP("Treatybook", "A slash separates start and end of an interval; a day is written year "
                                               "first, such as 2004-06-11.");
    case P::NotEdtf:
        break;
    }
    return QT_TRANSLATE_NOOP("Treatybook", "This is no date that can be read; write 2004, 2004-06, 2004-06-11, 201X, "
                                           "2004~, 2004?, 2014/2016, 2014/.. or [2014..2016].");
}

} // namespace

QString sentence(EdtfProblem problem)
{
    return problem == EdtfProblem::None ? QString() : tr(source(problem));
}

} // namespace Treatybook
