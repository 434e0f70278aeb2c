#include "exchange/importdate.h"

#include <QCoreApplication>
#include <QDate>
#include <QRegularExpression>

namespace Treatybook {

using namespace Qt::StringLiterals;

DateReading readCellDate(const QString &text, FieldType, std::optional<DateOrder> order)
{
    const Edtf edtf = Edtf::read(text);
    if (!edtf.isUnread())
        return {DateReading::Certainty::Edtf, edtf, {}, {}, {}};
    static const QRegularExpression Numbers(u"^(\\d{1,4})[/.-](\\d{1,2})[/.-](\\d{1,4})$"_s);
    const QRegularExpressionMatch match = Numbers.match(text);
    const int a = match.captured(1).toInt(), b = match.captured(2).toInt(), c = match.captured(3).toInt();
    QDate date;
    switch (order.value_or(DateOrder::DayMonthYear)) {
    case DateOrder::DayMonthYear:
        date = QDate(c, b, a);
        break;
    case DateOrder::MonthDayYear:
        date = QDate(c, a, b);
        break;
    case DateOrder::YearMonthDay:
        date = QDate(a, b, c);
        break;
    }
    if (!match.hasMatch() || !date.isValid() || date.year() < 1000)
        return {DateReading::Certainty::Unread, edtf, {}, edtf.problem(), {}};
    const bool doubtful = !order && a <= 12 && b <= 12 && a != b;
    return {doubtful ? DateReading::Certainty::Doubtful : DateReading::Certainty::Understood,
            Edtf::read(date.toString(Qt::ISODate)), {},
            doubtful ? QCoreApplication::translate("Treatybook", "the month could come first.") : QString(), {}};
}

} // namespace Treatybook
