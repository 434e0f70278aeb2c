#include "domain/datesentences.h"

#include "domain/tr.h"

namespace Treatybook {

using namespace Qt::StringLiterals;

QString sentence(DateProblem problem)
{
    switch (problem) {
    case DateProblem::NoSuchDay:
        return tr("There is no such day or month.");
    case DateProblem::NoYear:
        return tr("The year or the month is missing.");
    case DateProblem::TwoDigitYear:
        return tr("The year has two digits; write all four, such as 1921 or 2021.");
    case DateProblem::Backwards:
        return tr("The start lies after the end.");
    case DateProblem::OldStyleNeedsDay:
        return tr("Only a whole day can be converted from Old Style.");
    case DateProblem::None:
    case DateProblem::NoDate:
        break;
    }
    return tr("This is no date that can be read; write 2021, 2021-09, 2021-09-20, 20 September 2021, c. 2004, "
              "before 2004, since 2014 or 2014–2016.");
}

QString sentences(int notes, QStringView text)
{
    QStringList result;
    if (notes & DateInterpreter::OldStyle)
        result.append(tr("“%1” is Old Style (Julian calendar); the day is given in the Gregorian calendar.").arg(text));
    if (notes & DateInterpreter::TimeOfDay)
        result.append(tr("The time of day is left out."));
    if (notes & DateInterpreter::WrongWeekday)
        result.append(tr("The day of the week does not fit the date."));
    if (notes & DateInterpreter::Zeros)
        result.append(tr("00 is taken for a day or month that is not known."));
    if (notes & DateInterpreter::TwoYears)
        result.append(tr("Two years were given together when the year began in March; the later one is taken, "
                         "and the day may be Old Style."));
    if (notes & DateInterpreter::ShortYear)
        result.append(tr("This may be a span of years."));
    if (notes & DateInterpreter::TimeOrDay)
        result.append(tr("This may be the whole time or one day in it."));
    return result.join(u' ');
}

} // namespace Treatybook
