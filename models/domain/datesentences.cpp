#include "domain/datesentences.h"

#include <QCoreApplication>

namespace Treatybook {

using namespace Qt::StringLiterals;

namespace {

struct Phrase {
    Q_DECLARE_TR_FUNCTIONS(Treatybook)
};

} // namespace

QString sentence(DateProblem problem)
{
    switch (problem) {
    case DateProblem::NoSuchDay:
        return Phrase::tr("There is no such day or month.");
    case DateProblem::NoYear:
        return Phrase::tr("The year or the month is missing.");
    case DateProblem::TwoDigitYear:
        return Phrase::tr("The year has two digits; write all four, such as 1921 or 2021.");
    case DateProblem::Backwards:
        return Phrase::tr("The start lies after the end.");
    case DateProblem::OldStyleNeedsDay:
        return Phrase::tr("Only a whole day can be converted from Old Style.");
    case DateProblem::None:
    case DateProblem::NoDate:
        break;
    }
    return Phrase::tr("This is no date that can be read; write 2021, 2021-09, 2021-09-20, 20 September 2021, c. 2004, "
                      "before 2004, since 2014 or 2014–2016.");
}

QString sentences(int notes, QStringView text)
{
    QStringList result;
    if (notes & DateInterpreter::OldStyle)
        result.append(
            Phrase::tr("“%1” is Old Style (Julian calendar); the day is given in the Gregorian calendar.").arg(text));
    if (notes & DateInterpreter::TimeOfDay)
        result.append(Phrase::tr("The time of day is left out."));
    if (notes & DateInterpreter::WrongWeekday)
        result.append(Phrase::tr("The day of the week does not fit the date."));
    if (notes & DateInterpreter::Zeros)
        result.append(Phrase::tr("00 is taken for a day or month that is not known."));
    if (notes & DateInterpreter::TwoYears)
        result.append(Phrase::tr("Two years were given together when the year began in March; the later one is taken, "
                                 "and the day may be Old Style."));
    if (notes & DateInterpreter::ShortYear)
        result.append(Phrase::tr("This may be a span of years."));
    if (notes & DateInterpreter::TimeOrDay)
        result.append(Phrase::tr("This may be the whole time or one day in it."));
    return result.join(u' ');
}

} // namespace Treatybook
