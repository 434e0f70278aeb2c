#include "domain/datepoint.h"

#include "domain/datescanner.h"
#include "domain/datewords.h"
#include "domain/oldstyle.h"

#include <algorithm>
#include <iterator>
#include <string_view>

namespace Treatybook {

using namespace Qt::StringLiterals;

namespace {

/// The numbers of a date in their order, and which part each is: year, month, day; `a` and `b` are day and month as the
/// order has them, `c` and `e` the same where the day comes first by custom, unless somebody chose another order.
struct Shape {
    std::string_view written; ///< d: one or two digits, y: a year, m: a month by name
    std::string_view parts;   ///< none: its year has two digits
};

// clang-format off
constexpr Shape Shapes[] = {
    {"y", "y"},       {"my", "my"},     {"ym", "ym"},     {"dmy", "dmy"},   {"mdy", "mdy"},   {"ymd", "ymd"},
    {"d/y", "my"},    {"d-y", "my"},    {"d.y", "my"},    {"y/d", "ym"},    {"y-d", "ym"},    {"y.d", "ym"},
    {"d/d/y", "aby"}, {"d-d-y", "aby"}, {"ddy", "aby"},   {"d.d.y", "cey"},
    {"y/d/d", "ymd"}, {"y-d-d", "ymd"}, {"y.d.d", "ymd"}, {"ydd", "ymd"},
    // Part of a span.
    {"d", "d"},       {"m", "m"},       {"dm", "dm"},     {"md", "md"},     {"dy", "dy"},
    {"d/d", "ab"},    {"d-d", "ab"},    {"d.d", "ce"},
    // Years of two digits.
    {"d/d/d", {}},    {"d-d-d", {}},    {"d.d.d", {}},    {"dmd", {}},      {"mdd", {}},
};
// clang-format on

void takeQualifiers(DateTokens &tokens, EdtfDate &date)
{
    const auto take = [&](DateWord meaning) {
        date.approximate = date.approximate || meaning == DateWord::About;
        date.uncertain = date.uncertain || meaning == DateWord::Perhaps;
        return meaning == DateWord::About || meaning == DateWord::Perhaps;
    };
    for (FoundWord phrase = phraseAtStart(tokens); take(phrase.meaning); phrase = phraseAtStart(tokens))
        tokens = tokens.subspan(static_cast<size_t>(phrase.size));
    const auto dropLast = [&](size_t count) {
        tokens = tokens.first(tokens.size() - count);
        while (!tokens.empty() && tokens.back().isSign(u','))
            tokens = tokens.first(tokens.size() - 1);
    };
    for (FoundWord phrase = phraseAtEnd(tokens); take(phrase.meaning); phrase = phraseAtEnd(tokens))
        dropLast(static_cast<size_t>(phrase.size));
    while (!tokens.empty() &&
           (tokens.back().isSign(u'?') || tokens.back().isSign(u'~') || tokens.back().isSign(u'%'))) {
        date.uncertain = date.uncertain || !tokens.back().isSign(u'~');
        date.approximate = date.approximate || !tokens.back().isSign(u'?');
        dropLast(1);
    }
}

/// A date of EDTF that words do not have: "201X".
void readUnknownDigits(QStringView text, DateTokens tokens, DatePoint &point)
{
    const QStringView slice = text.sliced(tokens.front().begin, tokens.back().end - tokens.front().begin);
    EdtfSyntax syntax;
    if (!slice.contains(u'X') || parseEdtf(slice, syntax) != EdtfProblem::None || syntax.form != EdtfSyntax::Form::Date)
        return;
    EdtfDate date = syntax.ranges.first().first.date;
    date.approximate = date.approximate || point.date.approximate;
    date.uncertain = date.uncertain || point.date.uncertain;
    point = {};
    point.date = date;
    point.hasYear = true;
    point.hasMonth = date.precision >= EdtfDate::Precision::ToMonth;
    point.hasDay = date.precision == EdtfDate::Precision::ToDay;
}

void putPart(DatePoint &point, char part, int number)
{
    switch (part) {
    case 'y':
        point.date.year.value = number;
        point.hasYear = true;
        break;
    case 'm':
        point.date.month.value = number;
        point.hasMonth = true;
        break;
    default:
        point.date.day.value = number;
        point.hasDay = true;
        break;
    }
}

void putDay(EdtfDate &date, Day day)
{
    const CivilDate civil = civilDate(day);
    date.negative = civil.year < 0;
    date.year = {qAbs(civil.year), 0};
    date.month = {civil.month, 0};
    date.day = {civil.day, 0};
}

} // namespace

DatePoint readDatePoint(QStringView text, DateTokens tokens, const DateManner &manner)
{
    constexpr size_t MostTokens = 16;
    DatePoint point;
    point.problem = DateProblem::NoDate;
    takeQualifiers(tokens, point.date);
    if (tokens.empty() || tokens.size() > MostTokens)
        return point;
    DateScanner scanner(tokens, point);
    const bool scanned = scanner.run();
    const auto shape = std::find_if(std::begin(Shapes), std::end(Shapes),
                                    [&](const Shape &one) { return one.written == scanner.shape(); });
    if (!scanned || shape == std::end(Shapes)) {
        readUnknownDigits(text, tokens, point);
        return point;
    }
    const bool isCustomary = shape->parts.starts_with('c');
    const DateOrder order = isCustomary && !manner.isOrderChosen ? DateOrder::DayMonthYear : manner.order;
    for (size_t i = 0; i < shape->parts.size(); ++i) {
        const char part = shape->parts[i];
        const bool isFirst = part == 'a' || part == 'c', isSecond = part == 'b' || part == 'e';
        const bool isMonth = order == DateOrder::MonthDayYear ? isFirst : isSecond;
        putPart(point, !isFirst && !isSecond ? part : isMonth ? 'm' : 'd', scanner.numberAt(i));
    }
    point.usesOrder = shape->parts.starts_with('a') || (isCustomary && manner.isOrderChosen);
    point.problem = shape->parts.empty()                                  ? DateProblem::TwoDigitYear
                    : point.usesOrder && order == DateOrder::YearMonthDay ? DateProblem::NoDate
                                                                          : DateProblem::None;
    return point;
}

void DatePoint::completeFrom(const DatePoint &other)
{
    if (!hasYear && other.hasYear) {
        date.year = other.date.year;
        date.negative = other.date.negative;
        hasYear = true;
    }
    if (!hasMonth && hasDay && other.hasMonth && other.hasDay) {
        date.month = other.date.month;
        hasMonth = true;
    }
}

void DatePoint::settle(const DateManner &manner)
{
    if (!isRight())
        return;
    if (!hasYear || (hasDay && !hasMonth)) {
        problem = DateProblem::NoYear;
        return;
    }
    const bool isVague = date.hasUnknownDigits();
    if (hasDay && date.day.value == 0 && !isVague) { // "2021-09-00", "2021-00-00"
        hasZeros = true;
        hasDay = false;
        hasMonth = date.month.value != 0;
    }
    date.precision = hasDay     ? EdtfDate::Precision::ToDay
                     : hasMonth ? EdtfDate::Precision::ToMonth
                                : EdtfDate::Precision::ToYear;
    const int year = date.negative ? -date.year.value : date.year.value;
    if (manner.isOldStyle) {
        const auto day = hasDay && !isVague ? dayOfJulianDate(year, date.month.value, date.day.value) : std::nullopt;
        if (!day) {
            problem = hasDay ? DateProblem::NoSuchDay : DateProblem::OldStyleNeedsDay;
            return;
        }
        putDay(date, *day);
    } else {
        const bool hasNoMonth = hasMonth && (date.month.value < 1 || date.month.value > 12);
        const bool hasNoDay = hasDay && !Calendar::isValid(year, date.month.value, date.day.value);
        if (!isVague && (hasNoMonth || hasNoDay)) {
            problem = DateProblem::NoSuchDay;
            return;
        }
    }
    constexpr int DaysOfWeek = 7;
    if (weekday > 0 && hasDay && !isVague)
        isWrongWeekday = (date.bounds().earliest % DaysOfWeek + DaysOfWeek) % DaysOfWeek != weekday - 1;
}

QString edtfText(const EdtfDate &date)
{
    const auto digits = [](EdtfDate::Number number, int width) {
        QString text = u"%1"_s.arg(number.value, width, 10, '0'_L1);
        return text.replace(width - number.unknownDigits, number.unknownDigits, QString(number.unknownDigits, u'X'));
    };
    QString text = date.negative ? u"-"_s : QString();
    text += digits(date.year, 4);
    if (date.precision >= EdtfDate::Precision::ToMonth)
        text += u'-' + digits(date.month, 2);
    if (date.precision == EdtfDate::Precision::ToDay)
        text += u'-' + digits(date.day, 2);
    if (date.isQualified())
        text += !date.uncertain ? u'~' : date.approximate ? u'%' : u'?';
    return text;
}

EdtfDate dateBefore(EdtfDate date)
{
    putDay(date, qMax(date.bounds().earliest - 1, MinDay));
    return date;
}

EdtfDate dateAfter(EdtfDate date)
{
    putDay(date, qMin(date.bounds().latest + 1, MaxDay));
    return date;
}

} // namespace Treatybook
