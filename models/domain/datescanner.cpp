#include "domain/datescanner.h"

#include "domain/datewords.h"

#include <algorithm>

namespace Treatybook {

using namespace Qt::StringLiterals;

namespace {

bool isMonthWord(const QString &word)
{
    return word == "thang"_L1 || monthNamed(word) > 0;
}

} // namespace

DateScanner::DateScanner(DateTokens tokens, DatePoint &point)
    : m_tokens(tokens)
    , m_point(point)
    , m_hasMonthName(
          std::any_of(tokens.begin(), tokens.end(), [](const DateToken &token) { return isMonthWord(token.word); }))
{
}

bool DateScanner::run()
{
    while (!m_tokens.empty()) {
        const DateToken &token = m_tokens.front();
        const bool read = token.isNumber()                      ? readNumber()
                          : token.kind == DateToken::Kind::Word ? readWord()
                                                                : readSign();
        if (!read)
            return false;
    }
    if (m_shape.ends_with('.'))
        m_shape.pop_back();
    return true;
}

DateScanner::Era DateScanner::eraOf(const QString &word)
{
    if (word == "bc"_L1 || word == "bce"_L1)
        return Era::BeforeChrist;
    return word == "ad"_L1 || word == "ce"_L1 ? Era::Christ : Era::None;
}

void DateScanner::put(char letter, int number)
{
    m_shape += letter;
    m_numbers.append(number);
}

bool DateScanner::putYear(int year, Era era)
{
    if (year < 1 || year > MaxYear)
        return false;
    m_point.date.negative = era == Era::BeforeChrist && year > 1; // 1 BC is the year 0
    put('y', era == Era::BeforeChrist ? year - 1 : year);
    return true;
}

/// "1731/2", beside the name of a month.
bool DateScanner::isTwoYears() const
{
    const DateToken *slash = next(1), *second = next(2);
    if (!m_hasMonthName || !slash || !slash->isSign(u'/') || !second || !second->isNumber() || second->digits() > 2)
        return false;
    return (m_tokens.front().number + 1) % (second->digits() == 1 ? 10 : 100) == second->number;
}

/// "20210920"; before 1300 it could as well be a day and month before a year.
bool DateScanner::readBasicFormat()
{
    const int number = m_tokens.front().number;
    if (!m_shape.empty() || m_tokens.size() > 1 || number / 10000 < 1300)
        return false;
    m_shape = "y-d-d";
    m_numbers = {number / 10000, number / 100 % 100, number % 100};
    advance(1);
    return true;
}

bool DateScanner::readNumber()
{
    const DateToken &token = m_tokens.front();
    const DateToken *second = next(1);
    if (const Era era = second ? eraOf(second->word) : Era::None; era != Era::None) {
        advance(2);
        return putYear(token.number, era);
    }
    if (token.digits() == 8)
        return readBasicFormat();
    if (token.digits() > 2 && token.digits() != 4)
        return false;
    if (token.digits() == 4 && second && second->word == "s"_L1 && !second->afterBlank) { // "1990s"
        m_point.date.year.unknownDigits = 1;
        put('y', token.number);
        advance(2);
        return token.number % 10 == 0 && token.number % 100 != 0; // "1900s" may be the century
    }
    const bool hasTwoYears = token.digits() == 4 && isTwoYears();
    m_point.hasTwoYears = m_point.hasTwoYears || hasTwoYears;
    put(token.digits() == 4 ? 'y' : 'd', hasTwoYears ? token.number + 1 : token.number);
    advance(hasTwoYears ? 3 : 1);
    return true;
}

bool DateScanner::readWord()
{
    qsizetype size = 0;
    if (const int weekday = weekdayAtStart(m_tokens, size); weekday > 0 && m_point.weekday == 0) {
        m_point.weekday = weekday;
        advance(static_cast<size_t>(size));
        return true;
    }
    const QString &word = m_tokens.front().word;
    const DateToken *second = next(1);
    const bool beforeNumber = second && second->isNumber();
    if (word == "thang"_L1 && beforeNumber && second->digits() <= 2) {
        put('m', second->number);
        advance(2);
        return true;
    }
    if (const int month = monthNamed(word)) {
        put('m', month);
        advance(1);
        return true;
    }
    if (const Era era = eraOf(word); era != Era::None && beforeNumber) {
        const int year = second->number;
        advance(2);
        return putYear(year, era);
    }
    const bool saysNothing = isFiller(word);
    advance(1);
    return saysNothing;
}

bool DateScanner::readSign()
{
    const char16_t sign = m_tokens.front().sign;
    advance(1);
    if (sign == u',')
        return true;
    if (sign != u'/' && sign != u'-' && sign != u'.')
        return false;
    if (!m_hasMonthName) // beside a name it says nothing: 20-Sep-2021
        m_shape += static_cast<char>(sign);
    return true;
}

} // namespace Treatybook
