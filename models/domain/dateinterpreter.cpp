#include "domain/dateinterpreter.h"

#include "domain/tr.h"

#include <algorithm>
#include <array>

namespace Treatybook {

using namespace Qt::StringLiterals;

namespace {

/// Whether a number and a colon are the beginning of a time of day up to the end of the text.
bool isTimeOfDay(DateTokens tokens)
{
    static constexpr std::array words{"am"_L1, "pm"_L1, "z"_L1, "utc"_L1, "gmt"_L1};
    const auto belongs = [](const DateToken &token) {
        return token.isNumber() || token.isSign(u':') || token.isSign(u'.') || token.isSign(u'+') ||
               token.isSign(u'-') ||
               std::any_of(words.begin(), words.end(), [&](QLatin1StringView word) { return token.word == word; });
    };
    return tokens.size() >= 3 && tokens[0].number <= 24 && tokens[2].isNumber() && tokens[2].number < 60 &&
           std::all_of(tokens.begin(), tokens.end(), belongs);
}

} // namespace

DateInterpreter::DateInterpreter(QStringView text, DateTokens tokens, FieldType type, const DateManner &manner)
    : m_text(text), m_tokens(tokens), m_type(type), m_manner(manner)
{
}

DateInterpreter::Answer DateInterpreter::read()
{
    takeTimeOfDay();
    takeWords();
    if (readShortYears() || readPoint(point(m_tokens)) || readPair())
        m_answer.problem = DateProblem::None;
    return m_answer;
}

void DateInterpreter::takeTimeOfDay()
{
    const auto colon =
        std::find_if(m_tokens.begin(), m_tokens.end(), [](const DateToken &token) { return token.isSign(u':'); });
    const auto at = static_cast<size_t>(std::distance(m_tokens.begin(), colon));
    if (colon == m_tokens.end() || at < 2 || !m_tokens[at - 1].isNumber() || !isTimeOfDay(m_tokens.subspan(at - 1)))
        return;
    m_tokens = m_tokens.first(at - 1);
    const QString &word = m_tokens.back().word;
    if (word == "t"_L1 || word == "at"_L1 || word == "luc"_L1)
        m_tokens = m_tokens.first(m_tokens.size() - 1);
    m_answer.notes |= TimeOfDay;
}

/// What stands around the date and concerns the whole of it.
void DateInterpreter::takeWords()
{
    bool taken = true;
    const auto take = [&](DateWord meaning) {
        const bool bounds = meaning >= DateWord::Before && meaning <= DateWord::Between;
        taken = bounds ? m_bound == DateWord::None : meaning != DateWord::None;
        if (bounds && taken)
            m_bound = meaning;
        m_about = m_about || meaning == DateWord::About;
        m_perhaps = m_perhaps || meaning == DateWord::Perhaps;
        m_manner.isOldStyle = m_manner.isOldStyle || meaning == DateWord::OldStyle;
        return taken;
    };
    while (taken && m_bound == DateWord::None) { // "from about 2014": that is said of one date
        const FoundWord word = phraseAtStart(m_tokens);
        if (take(word.meaning))
            m_tokens = m_tokens.subspan(static_cast<size_t>(word.size));
    }
    for (taken = true; taken;) {
        const FoundWord word = phraseAtEnd(m_tokens);
        if (take(word.meaning))
            m_tokens = m_tokens.first(m_tokens.size() - static_cast<size_t>(word.size));
        while (taken && !m_tokens.empty() && m_tokens.back().isSign(u','))
            m_tokens = m_tokens.first(m_tokens.size() - 1);
    }
    if (m_manner.isOldStyle)
        m_answer.notes |= OldStyle;
}

DatePoint DateInterpreter::point(DateTokens tokens) const
{
    DatePoint point = readDatePoint(m_text, tokens, m_manner);
    point.date.approximate = point.date.approximate || m_about;
    point.date.uncertain = point.date.uncertain || m_perhaps;
    return point;
}

int DateInterpreter::notesOf(const DatePoint &point)
{
    return (point.isWrongWeekday ? WrongWeekday : 0) | (point.hasZeros ? Zeros : 0);
}

int DateInterpreter::lastYearOfSpan(int year, int lastDigits, qsizetype digits)
{
    const int power = digits == 1 ? 10 : 100;
    const int last = year - year % power + lastDigits;
    if (last > year)
        return last <= MaxYear ? last : 0;
    return last + power == year + 1 && last + power <= MaxYear ? last + power : 0;
}

QList<DateReading::Alternative> DateInterpreter::timeOrDay(const QString &time, const QString &day, FieldType likelier)
{
    QList<DateReading::Alternative> meanings{{Edtf::read(time), Treatybook::tr("the whole time", "meaning of a date")},
                                             {Edtf::read(day), Treatybook::tr("one day of it", "meaning of a date")}};
    if (likelier == FieldType::Date)
        meanings.swapItemsAt(0, 1);
    return meanings;
}

/// "2014/15", "1702/3", "2014–16", and what looks like them: "2014/5".
bool DateInterpreter::readShortYears()
{
    if (m_bound != DateWord::None || m_about || m_perhaps || m_manner.isOldStyle || m_tokens.size() != 3)
        return false;
    const DateToken &first = m_tokens[0], &sign = m_tokens[1], &second = m_tokens[2];
    const bool isDash = sign.isSign(u'–');
    if (!first.isNumber() || first.digits() != 4 || !second.isNumber() || second.digits() > 2 ||
        !(isDash || sign.isSign(u'-') || sign.isSign(u'/')))
        return false;
    const int year = first.number, number = second.number;
    const int lastYear = lastYearOfSpan(year, number, second.digits());
    const bool canBeMonth = !isDash && number >= 1 && number <= 12;
    constexpr int FirstYearOfOneStyle = 1753; // before, "1702/3" names a year that began in March and in January
    const bool isTwoYears = second.digits() == 1 && year < FirstYearOfOneStyle;
    const bool spanIsPlausible = lastYear > 0 && (m_type == FieldType::Interval || !canBeMonth || lastYear == year + 1);
    if (!spanIsPlausible)
        return false;
    const QString from = u"%1"_s.arg(year, 4, 10, '0'_L1), to = u"%1"_s.arg(lastYear, 4, 10, '0'_L1);
    m_answer.meanings = timeOrDay(u"%1/%2"_s.arg(from, to), u"[%1..%2]"_s.arg(from, to), m_type);
    if (canBeMonth) {
        const bool monthFirst = m_type == FieldType::Date && !isTwoYears;
        m_answer.meanings.insert(monthFirst ? 0 : m_answer.meanings.size(),
                                 {Edtf::read(u"%1-%2"_s.arg(from).arg(number, 2, 10, '0'_L1)),
                                  Treatybook::tr("a month", "meaning of a date")});
    }
    m_answer.notes |= ShortYear;
    return true;
}

bool DateInterpreter::readPoint(DatePoint point)
{
    DatePoint julian = point;
    point.settle(m_manner);
    m_answer.problem = point.problem;
    if (!point.isRight() || m_bound == DateWord::Between)
        return false;
    const DayRange bounds = point.date.bounds();
    if ((m_bound == DateWord::Before && bounds.earliest == MinDay) ||
        (m_bound == DateWord::After && bounds.latest == MaxDay)) {
        m_answer.problem = DateProblem::NoSuchDay;
        return false;
    }
    m_answer.usesOrder = point.usesOrder;
    m_answer.notes |= notesOf(point);
    addBounded(point);
    if (point.hasTwoYears && point.hasDay && !m_manner.isOldStyle && m_bound == DateWord::None) {
        DateManner oldStyle = m_manner;
        oldStyle.isOldStyle = true;
        julian.settle(oldStyle);
        m_answer.meanings.append(
            {Edtf::read(edtfText(julian.date)), Treatybook::tr("converted from Old Style", "meaning of a date")});
        m_answer.notes |= TwoYears;
    }
    return true;
}

void DateInterpreter::addBounded(const DatePoint &point)
{
    const QString text = edtfText(point.date);
    QString time, day; // the whole of a time, one day of it
    switch (m_bound) {
    case DateWord::None:
        m_answer.meanings.append({Edtf::read(text), {}});
        return;
    case DateWord::Before:
    case DateWord::By:
    case DateWord::Until: {
        const QString last = m_bound == DateWord::Before ? edtfText(dateBefore(point.date)) : text;
        time = u'/' + last;
        day = u"[..%1]"_s.arg(last);
        break;
    }
    default: {
        const QString first = m_bound == DateWord::After ? edtfText(dateAfter(point.date)) : text;
        time = first + "/.."_L1;
        day = u"[%1..]"_s.arg(first);
        break;
    }
    }
    const bool saysTime = m_bound == DateWord::Since || m_bound == DateWord::Until;
    if (saysTime == (m_type == FieldType::Interval)) { // what the word says is what the field holds
        m_answer.meanings.append({Edtf::read(saysTime ? time : day), {}});
        return;
    }
    m_answer.meanings = timeOrDay(time, day, m_bound == DateWord::Since ? FieldType::Interval : FieldType::Date);
    m_answer.notes |= TimeOrDay;
}

} // namespace Treatybook
