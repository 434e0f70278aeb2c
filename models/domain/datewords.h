#pragma once

#include "domain/datetokens.h"

namespace Treatybook {

/// What the words around a date say, in whatever language.
enum class DateWord : quint8 {
    None,
    About,
    Perhaps,
    Before,
    By,
    After,
    NotBefore,
    Since,
    Until,
    Between,
    And,
    To,
    Or,
    Now, ///< "present", "ongoing": an end that has not come
    OldStyle,
    NewStyle
};

struct FoundWord {
    DateWord meaning = DateWord::None;
    qsizetype size = 0; ///< in tokens
};

/// The longest phrase that begins a date: "no later than", "c", "~".
FoundWord phraseAtStart(DateTokens tokens);
/// The longest one between two dates, of those that `tokens` begin with: "and", "to".
FoundWord phraseBetween(DateTokens tokens);
/// The longest one that ends a date: "or later", "old style", "?".
FoundWord phraseAtEnd(DateTokens tokens);
/// "present" and the like stand for a whole date.
bool isNow(DateTokens tokens);

/// 1 to 12 by an English or Spanish name or its abbreviation; 0 if it is none.
int monthNamed(const QString &word);
/// The day of the week, 1 to 7 from Monday, that `tokens` begin with, and in `size` how many they are; 0 if none.
int weekdayAtStart(DateTokens tokens, qsizetype &size);
/// "of", "de", "ngày": says nothing.
bool isFiller(const QString &word);

} // namespace Treatybook
