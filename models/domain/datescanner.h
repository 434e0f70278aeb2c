#pragma once

#include "domain/datepoint.h"

#include <string>

namespace Treatybook {

/// Takes the tokens of one date apart into its shape ("dmy", "d/d/y": a letter a number, see datepoint.cpp) and its
/// numbers, and notes in the point what else they say: a day of the week, BC, two years.
class DateScanner
{
public:
    DateScanner(DateTokens tokens, DatePoint &point);

    /// False if something in it is part of no date.
    bool run();

    const std::string &shape() const { return m_shape; }
    int numberAt(size_t i) const { return m_numbers.at(static_cast<qsizetype>(i)); }

private:
    enum class Era : quint8 { None, Christ, BeforeChrist };

    static Era eraOf(const QString &word);
    void advance(size_t count) { m_tokens = m_tokens.subspan(count); }
    const DateToken *next(size_t distance) const { return distance < m_tokens.size() ? &m_tokens[distance] : nullptr; }
    void put(char letter, int number);
    bool putYear(int year, Era era);
    bool readNumber();
    bool isTwoYears() const;
    bool readBasicFormat();
    bool readWord();
    bool readSign();

    DateTokens m_tokens;
    DatePoint &m_point;
    bool m_hasMonthName;
    std::string m_shape;
    QList<int> m_numbers;
};

} // namespace Treatybook
