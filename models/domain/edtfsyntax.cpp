#include "domain/edtfsyntax.h"

#include "domain/digit.h"

#include <QRegularExpression>

#include <array>

using namespace Qt::StringLiterals;

namespace Treatybook {

namespace {

using Problem = EdtfProblem;

/// Patterns that name a mistake, in order of precedence. Only their owner's static instance: compiling them is slow.
class Diagnosis
{
public:
    Diagnosis(std::initializer_list<std::pair<QString, Problem>> patterns)
    {
        for (const auto &[pattern, problem] : patterns)
            m_patterns.append({QRegularExpression(pattern), problem});
    }
    Problem operator()(QStringView text) const
    {
        const auto found = std::find_if(m_patterns.cbegin(), m_patterns.cend(),
                                        [text](const auto &pattern) { return pattern.first.match(text).hasMatch(); });
        return found == m_patterns.cend() ? Problem::NotEdtf : found->second;
    }

private:
    QList<std::pair<QRegularExpression, Problem>> m_patterns;
};

bool isQualifier(QChar c)
{
    return c == u'?' || c == u'~' || c == u'%';
}

/// What is wrong whatever the form.
Problem checkCharacters(QStringView text)
{
    if (text.contains(QChar(u'\0')))
        return Problem::NullCharacter;
    if (!text.isValidUtf16())
        return Problem::Surrogate;
    const bool isPlain = std::all_of(text.begin(), text.end(), [](QChar c) { return c > u' ' && c < u'\x7f'; });
    if (isPlain)
        return Problem::None;
    static const Diagnosis diagnosis{
        {u"\\d[T ]\\d\\d?:\\d\\d"_s, Problem::TimeOfDay},
        {u"^\\d{4}[\\x{2010}-\\x{2015}]\\d{4}$"_s, Problem::YearSpan},
        {u"^\\s| |\\s$"_s, Problem::Blank},
    };
    const bool hasForeignDigit =
        std::any_of(text.begin(), text.end(), [](QChar c) { return c.isDigit() && !isDigit(c); });
    return hasForeignDigit ? Problem::ForeignDigit : diagnosis(text);
}

/// Names the feature that a text uses which has other characters than our dates.
Problem diagnoseFeature(QStringView text)
{
    static const Diagnosis diagnosis{
        {u"^Y-?\\d|^-?\\d+E-?\\d"_s, Problem::LongYear}, {u"^-?\\d+S\\d"_s, Problem::SignificantDigits},
        {u"\\dT\\d|\\d:\\d"_s, Problem::TimeOfDay},      {u"^-?\\d+[xu]*(-[\\dxu]{1,2})*$"_s, Problem::LowerCaseX},
        {u"\\d\\.\\.|\\.\\.\\d"_s, Problem::BareDots},
    };
    return diagnosis(text);
}

/// Names the mistake in a text of digits, X and hyphens that has not the shape of a date.
Problem diagnoseShape(QStringView text)
{
    static const Diagnosis diagnosis{
        {u"^\\d{8}$"_s, Problem::BasicFormat},
        {u"^\\d{4}-\\d{4}$"_s, Problem::YearSpan},
        {u"^-?[\\dX]{5,}(-|$)"_s, Problem::YearRange},
        {u"^-?[\\dX]{1,4}(-[\\dX]{1,2}){0,2}$"_s, Problem::DigitCount},
    };
    return diagnosis(text);
}

/// `text` is of digits and X. Unknown digits before a known one are refused, also across numbers.
Problem readNumber(QStringView text, EdtfDate::Number &number, bool &unknownBefore)
{
    for (const QChar c : text) {
        if (c == u'X') {
            ++number.unknownDigits;
            unknownBefore = true;
        } else if (unknownBefore) {
            return Problem::UnknownElsewhere;
        }
        number.value = number.value * 10 + (c == u'X' ? 0 : c.unicode() - u'0');
    }
    return Problem::None;
}

/// The numbers that `number` may be, within `least` and `most`.
std::pair<int, int> possible(EdtfDate::Number number, int least, int most)
{
    constexpr std::array powers{1, 10, 100, 1000, 10000};
    const int last = number.value + powers.at(static_cast<size_t>(number.unknownDigits)) - 1;
    return {std::max(number.value, least), std::min(last, most)};
}

Problem checkCalendar(const EdtfDate &date)
{
    if (date.year.unknownDigits == 4)
        return Problem::UnknownYear;
    if (date.negative && date.year.value == 0 && date.year.unknownDigits == 0)
        return Problem::NegativeZero;
    if (date.precision == EdtfDate::Precision::ToYear)
        return Problem::None;
    if (date.precision == EdtfDate::Precision::ToMonth && date.month.value >= 21 && date.month.value <= 41 &&
        date.month.unknownDigits == 0)
        return Problem::Season;
    const auto [firstMonth, lastMonth] = possible(date.month, 1, 12);
    if (firstMonth > lastMonth)
        return Problem::BadMonth;
    return date.bounds().earliest == NoDay ? Problem::BadDay : Problem::None;
}

Problem readDate(QStringView text, EdtfDate &date)
{
    const auto belongs = [](QChar c) { return isDigit(c) || c == u'X' || c == u'-' || isQualifier(c); };
    if (!std::all_of(text.begin(), text.end(), belongs))
        return diagnoseFeature(text);
    if (isQualifier(text.back())) {
        date.uncertain = text.back() != u'~';
        date.approximate = text.back() != u'?';
        text.chop(1);
        if (!text.isEmpty() && isQualifier(text.back()))
            return Problem::QualifierTwice;
    }
    if (std::any_of(text.begin(), text.end(), isQualifier))
        return Problem::QualifierInside;

    const QStringView whole = text;
    date.negative = text.startsWith(u'-');
    if (date.negative)
        text = text.sliced(1);
    const bool hasMonth = text.size() >= 7;
    const bool hasDay = text.size() == 10;
    const bool shaped = (text.size() == 4 || text.size() == 7 || hasDay) && text.first(4).indexOf(u'-') < 0 &&
                        (!hasMonth || (text[4] == u'-' && text.sliced(5, 2).indexOf(u'-') < 0)) &&
                        (!hasDay || (text[7] == u'-' && text.sliced(8).indexOf(u'-') < 0));
    if (!shaped)
        return diagnoseShape(whole);

    date.precision = hasDay     ? EdtfDate::Precision::ToDay
                     : hasMonth ? EdtfDate::Precision::ToMonth
                                : EdtfDate::Precision::ToYear;
    bool unknownBefore = false;
    Problem problem = readNumber(text.first(4), date.year, unknownBefore);
    if (problem == Problem::None && hasMonth)
        problem = readNumber(text.sliced(5, 2), date.month, unknownBefore);
    if (problem == Problem::None && hasDay)
        problem = readNumber(text.sliced(8, 2), date.day, unknownBefore);
    return problem == Problem::None ? checkCalendar(date) : problem;
}

bool isBackwards(const EdtfRange &range)
{
    const Day first = range.first.bounds().earliest;
    const Day last = range.last.bounds().latest;
    return first != NoDay && last != NoDay && first > last;
}

Problem readIntervalEnd(QStringView text, EdtfBound &bound)
{
    if (text.isEmpty() || text == ".."_L1) {
        bound.type = text.isEmpty() ? EdtfBound::Type::Unknown : EdtfBound::Type::Open;
        return Problem::None;
    }
    return readDate(text, bound.date);
}

Problem readInterval(QStringView text, EdtfSyntax &syntax)
{
    if (text.count(u'/') > 1)
        return Problem::ManySlashes;
    const qsizetype slash = text.indexOf(u'/');
    EdtfRange range;
    range.isSingle = false;
    if (const Problem problem = readIntervalEnd(text.first(slash), range.first); problem != Problem::None)
        return problem;
    if (const Problem problem = readIntervalEnd(text.sliced(slash + 1), range.last); problem != Problem::None)
        return problem;
    if (!range.first.isDate() && !range.last.isDate())
        return Problem::NoBound;
    syntax.form = EdtfSyntax::Form::Interval;
    syntax.ranges.append(range);
    return isBackwards(range) ? Problem::Backwards : Problem::None;
}

Problem readSetMember(QStringView text, bool isFirst, bool isLast, EdtfRange &range)
{
    if (text.isEmpty())
        return Problem::EmptyMember;
    const qsizetype dots = text.indexOf(".."_L1);
    if (dots < 0) {
        const Problem problem = readDate(text, range.first.date);
        range.last = range.first;
        return problem;
    }
    range.isSingle = false;
    const QStringView first = text.first(dots);
    const QStringView last = text.sliced(dots + 2);
    if (first.isEmpty() && last.isEmpty())
        return Problem::NoBound;
    if ((first.isEmpty() && !isFirst) || (last.isEmpty() && !isLast) || last.contains(".."_L1))
        return Problem::DotsInSet;
    if (first.isEmpty()) {
        range.first.type = EdtfBound::Type::Open;
    } else if (const Problem problem = readDate(first, range.first.date); problem != Problem::None) {
        return problem;
    }
    if (last.isEmpty()) {
        range.last.type = EdtfBound::Type::Open;
    } else if (const Problem problem = readDate(last, range.last.date); problem != Problem::None) {
        return problem;
    }
    return isBackwards(range) ? Problem::Backwards : Problem::None;
}

Problem readSet(QStringView text, EdtfSyntax &syntax)
{
    const qsizetype close = text.indexOf(u']');
    if (text.contains(u'/'))
        return text.startsWith(u'[') && close == text.size() - 1 ? Problem::IntervalInSet : Problem::SetInInterval;
    if (text.startsWith(u'[') && close == text.size() - 2 && isQualifier(text.back()))
        return Problem::QualifierAfterSet;
    if (!text.startsWith(u'[') || close != text.size() - 1 || text.count(u'[') > 1)
        return Problem::UnclosedSet;

    syntax.form = EdtfSyntax::Form::Set;
    const auto members = text.sliced(1, text.size() - 2).split(u',');
    for (qsizetype i = 0; i < members.size(); ++i) {
        EdtfRange range;
        const Problem problem = readSetMember(members[i], i == 0, i == members.size() - 1, range);
        if (problem != Problem::None)
            return problem;
        syntax.ranges.append(range);
    }
    const bool isUnbounded = !syntax.ranges.first().first.isDate() && !syntax.ranges.last().last.isDate();
    return isUnbounded ? Problem::NoBound : Problem::None;
}

} // namespace

DayRange EdtfDate::bounds() const
{
    const auto [leastYear, mostYear] = possible(year, 0, MaxYear);
    // "-000X" is -9 to -1: the year 0 has no minus.
    const int firstYear = negative ? -mostYear : leastYear;
    const int lastYear = negative ? -std::max(leastYear, 1) : mostYear;
    const auto [firstMonth, lastMonth] = precision >= Precision::ToMonth ? possible(month, 1, 12) : std::pair(1, 12);
    if (firstMonth > lastMonth)
        return {};
    const int daysInLastMonth = Calendar::daysInMonth(lastYear, lastMonth);
    const auto [firstDay, lastDay] =
        precision == Precision::ToDay ? possible(day, 1, daysInLastMonth) : std::pair(1, daysInLastMonth);
    if (firstDay > lastDay)
        return {};
    return {dayNumber(firstYear, firstMonth, firstDay), dayNumber(lastYear, lastMonth, lastDay)};
}

EdtfProblem parseEdtf(QStringView text, EdtfSyntax &syntax)
{
    if (text.isEmpty())
        return Problem::NotEdtf;
    if (const Problem problem = checkCharacters(text); problem != Problem::None)
        return problem;
    if (text.contains(u'{') || text.contains(u'}'))
        return Problem::AllOfSet;
    if (text.contains(u'[') || text.contains(u']'))
        return readSet(text, syntax);
    if (text.contains(u'/'))
        return readInterval(text, syntax);
    EdtfRange range;
    const Problem problem = readDate(text, range.first.date);
    range.last = range.first;
    syntax.ranges.append(range);
    return problem;
}

} // namespace Treatybook
