#include "domain/datewords.h"

#include <algorithm>
#include <array>
#include <iterator>

namespace Treatybook {

using namespace Qt::StringLiterals;

namespace {

enum WordPlace : quint8 { Start = 1, Between = 2, End = 4, Alone = 8 };

struct Entry {
    QLatin1StringView words; ///< folded, in English, Vietnamese or Spanish
    DateWord meaning;
    int places;
};

constexpr Entry Entries[] = {
    {"c"_L1, DateWord::About, Start},
    {"ca"_L1, DateWord::About, Start},
    {"cca"_L1, DateWord::About, Start},
    {"circa"_L1, DateWord::About, Start},
    {"about"_L1, DateWord::About, Start},
    {"around"_L1, DateWord::About, Start},
    {"approx"_L1, DateWord::About, Start | End},
    {"approximately"_L1, DateWord::About, Start},
    {"approximate"_L1, DateWord::About, End},
    {"khoang"_L1, DateWord::About, Start},
    {"vao khoang"_L1, DateWord::About, Start},
    {"hacia"_L1, DateWord::About, Start},
    {"alrededor de"_L1, DateWord::About, Start},
    {"aproximadamente"_L1, DateWord::About, Start},

    {"perhaps"_L1, DateWord::Perhaps, Start},
    {"possibly"_L1, DateWord::Perhaps, Start},
    {"probably"_L1, DateWord::Perhaps, Start},
    {"uncertain"_L1, DateWord::Perhaps, End},
    {"co le"_L1, DateWord::Perhaps, Start},
    {"posiblemente"_L1, DateWord::Perhaps, Start},
    {"probablemente"_L1, DateWord::Perhaps, Start},

    {"before"_L1, DateWord::Before, Start},
    {"earlier than"_L1, DateWord::Before, Start},
    {"prior to"_L1, DateWord::Before, Start},
    {"truoc"_L1, DateWord::Before, Start},
    {"antes de"_L1, DateWord::Before, Start},
    {"antes del"_L1, DateWord::Before, Start},

    {"by"_L1, DateWord::By, Start},
    {"no later than"_L1, DateWord::By, Start},
    {"not later than"_L1, DateWord::By, Start},
    {"on or before"_L1, DateWord::By, Start},
    {"in or before"_L1, DateWord::By, Start},
    {"or before"_L1, DateWord::By, End},
    {"or earlier"_L1, DateWord::By, End},
    {"at the latest"_L1, DateWord::By, End},
    {"muon nhat"_L1, DateWord::By, Start},
    {"a mas tardar"_L1, DateWord::By, Start},

    {"after"_L1, DateWord::After, Start},
    {"later than"_L1, DateWord::After, Start},
    {"sau"_L1, DateWord::After, Start},
    {"despues de"_L1, DateWord::After, Start},
    {"despues del"_L1, DateWord::After, Start},

    {"no earlier than"_L1, DateWord::NotBefore, Start},
    {"not earlier than"_L1, DateWord::NotBefore, Start},
    {"not before"_L1, DateWord::NotBefore, Start},
    {"on or after"_L1, DateWord::NotBefore, Start},
    {"in or after"_L1, DateWord::NotBefore, Start},
    {"or after"_L1, DateWord::NotBefore, End},
    {"or later"_L1, DateWord::NotBefore, End},
    {"at the earliest"_L1, DateWord::NotBefore, End},

    {"since"_L1, DateWord::Since, Start},
    {"from"_L1, DateWord::Since, Start},
    {"onward"_L1, DateWord::Since, End},
    {"onwards"_L1, DateWord::Since, End},
    {"tu"_L1, DateWord::Since, Start},
    {"desde"_L1, DateWord::Since, Start},

    {"until"_L1, DateWord::Until, Start},
    {"till"_L1, DateWord::Until, Start},
    {"up to"_L1, DateWord::Until, Start},
    {"den"_L1, DateWord::Until, Start},
    {"hasta"_L1, DateWord::Until, Start},

    {"between"_L1, DateWord::Between, Start},
    {"giua"_L1, DateWord::Between, Start},
    {"entre"_L1, DateWord::Between, Start},
    {"and"_L1, DateWord::And, Between},
    {"va"_L1, DateWord::And, Between},
    {"y"_L1, DateWord::And, Between},

    {"to"_L1, DateWord::To, Between},
    {"until"_L1, DateWord::To, Between},
    {"till"_L1, DateWord::To, Between},
    {"through"_L1, DateWord::To, Between},
    {"den"_L1, DateWord::To, Between},
    {"a"_L1, DateWord::To, Between},
    {"al"_L1, DateWord::To, Between},
    {"hasta"_L1, DateWord::To, Between},

    {"or"_L1, DateWord::Or, Between},
    {"hoac"_L1, DateWord::Or, Between},
    {"o"_L1, DateWord::Or, Between},

    {"now"_L1, DateWord::Now, Alone},
    {"present"_L1, DateWord::Now, Alone},
    {"the present"_L1, DateWord::Now, Alone},
    {"today"_L1, DateWord::Now, Alone},
    {"ongoing"_L1, DateWord::Now, Alone},
    {"nay"_L1, DateWord::Now, Alone},
    {"la actualidad"_L1, DateWord::Now, Alone},

    {"os"_L1, DateWord::OldStyle, End},
    {"old style"_L1, DateWord::OldStyle, End},
    {"ns"_L1, DateWord::NewStyle, End},
    {"new style"_L1, DateWord::NewStyle, End},
};

/// How many tokens `words` are if `tokens` begin with them; else 0.
qsizetype countAtStart(DateTokens tokens, QLatin1StringView words)
{
    size_t count = 0;
    while (!words.isEmpty()) {
        const qsizetype blank = words.indexOf(' '_L1);
        const QLatin1StringView word = blank < 0 ? words : words.first(blank);
        if (count == tokens.size() || tokens[count].word != word)
            return 0;
        words = blank < 0 ? QLatin1StringView() : words.sliced(blank + 1);
        ++count;
    }
    return static_cast<qsizetype>(count);
}

FoundWord longest(DateTokens tokens, WordPlace place)
{
    FoundWord found;
    if (tokens.empty() || (place == End ? tokens.back() : tokens.front()).kind != DateToken::Kind::Word)
        return found;
    for (const Entry &entry : Entries) {
        if (!(entry.places & place))
            continue;
        const auto wanted = static_cast<size_t>(std::count(entry.words.begin(), entry.words.end(), ' ')) + 1;
        if (wanted > tokens.size())
            continue;
        const qsizetype size = countAtStart(place == End ? tokens.last(wanted) : tokens, entry.words);
        if (size > found.size)
            found = {entry.meaning, size};
    }
    return found;
}

constexpr std::array<std::array<QLatin1StringView, 6>, 12> Months{{
    {"january"_L1, "jan"_L1, "enero"_L1, "ene"_L1},
    {"february"_L1, "feb"_L1, "febrero"_L1},
    {"march"_L1, "mar"_L1, "marzo"_L1},
    {"april"_L1, "apr"_L1, "abril"_L1, "abr"_L1},
    {"may"_L1, "mayo"_L1},
    {"june"_L1, "jun"_L1, "junio"_L1},
    {"july"_L1, "jul"_L1, "julio"_L1},
    {"august"_L1, "aug"_L1, "agosto"_L1, "ago"_L1},
    {"september"_L1, "sept"_L1, "sep"_L1, "septiembre"_L1, "setiembre"_L1, "set"_L1},
    {"october"_L1, "oct"_L1, "octubre"_L1},
    {"november"_L1, "nov"_L1, "noviembre"_L1},
    {"december"_L1, "dec"_L1, "diciembre"_L1, "dic"_L1},
}};

constexpr std::array<std::array<QLatin1StringView, 6>, 7> Weekdays{{
    {"monday"_L1, "mon"_L1, "lunes"_L1, "thu hai"_L1},
    {"tuesday"_L1, "tue"_L1, "tues"_L1, "martes"_L1, "thu ba"_L1},
    {"wednesday"_L1, "wed"_L1, "miercoles"_L1, "thu tu"_L1},
    {"thursday"_L1, "thu"_L1, "thur"_L1, "thurs"_L1, "jueves"_L1, "thu nam"_L1},
    {"friday"_L1, "fri"_L1, "viernes"_L1, "thu sau"_L1},
    {"saturday"_L1, "sat"_L1, "sabado"_L1, "thu bay"_L1},
    {"sunday"_L1, "sun"_L1, "domingo"_L1, "chu nhat"_L1},
}};

constexpr std::array Fillers{"of"_L1, "the"_L1, "in"_L1,   "on"_L1,  "de"_L1, "del"_L1,
                             "el"_L1, "en"_L1,  "ngay"_L1, "nam"_L1, "vao"_L1};

} // namespace

FoundWord phraseAtStart(DateTokens tokens)
{
    if (!tokens.empty() && tokens.front().isSign(u'~'))
        return {DateWord::About, 1};
    return longest(tokens, Start);
}

FoundWord phraseBetween(DateTokens tokens)
{
    return longest(tokens, Between);
}

FoundWord phraseAtEnd(DateTokens tokens)
{
    return longest(tokens, End);
}

bool isNow(DateTokens tokens)
{
    return static_cast<size_t>(longest(tokens, Alone).size) == tokens.size() && !tokens.empty();
}

int monthNamed(const QString &word)
{
    const auto found = std::find_if(Months.begin(), Months.end(), [&](const auto &names) {
        return std::any_of(names.begin(), names.end(),
                           [&](QLatin1StringView name) { return !name.isEmpty() && word == name; });
    });
    return found == Months.end() ? 0 : static_cast<int>(std::distance(Months.begin(), found)) + 1;
}

int weekdayAtStart(DateTokens tokens, qsizetype &size)
{
    int found = 0;
    size = 0;
    for (size_t day = 0; day < Weekdays.size(); ++day) {
        for (const QLatin1StringView name : Weekdays.at(day)) {
            if (const qsizetype count = countAtStart(tokens, name); count > size) {
                found = static_cast<int>(day) + 1;
                size = count;
            }
        }
    }
    return found;
}

bool isFiller(const QString &word)
{
    return std::any_of(Fillers.begin(), Fillers.end(), [&](QLatin1StringView filler) { return word == filler; });
}

} // namespace Treatybook
