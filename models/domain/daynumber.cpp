#include "domain/daynumber.h"

using namespace Qt::StringLiterals;

namespace Treatybook {

QString dayText(Day day)
{
    if (day < MinDay || day > MaxDay)
        return {};
    const CivilDate date = civilDate(day);
    const QString text =
        u"%1-%2-%3"_s.arg(qAbs(date.year), 4, 10, '0'_L1).arg(date.month, 2, 10, '0'_L1).arg(date.day, 2, 10, '0'_L1);
    return date.year < 0 ? u'-' + text : text;
}

std::optional<Day> parseDay(QStringView text)
{
    const bool negative = text.startsWith(u'-');
    const QStringView digits = text.sliced(negative ? 1 : 0);
    if (digits.size() != 10)
        return {};
    int fields[] = {0, 0, 0};
    int field = 0;
    for (qsizetype i = 0; i < digits.size(); ++i) {
        const char16_t c = digits[i].unicode();
        if (i == 4 || i == 7) {
            if (c != u'-')
                return {};
            ++field;
        } else if (c >= u'0' && c <= u'9') {
            fields[field] = fields[field] * 10 + (c - u'0');
        } else {
            return {};
        }
    }
    if (negative && fields[0] == 0)
        return {};
    const int year = negative ? -fields[0] : fields[0];
    if (!Calendar::isValid(year, fields[1], fields[2]))
        return {};
    return dayNumber(year, fields[1], fields[2]);
}

} // namespace Treatybook
