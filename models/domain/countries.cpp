#include "domain/countries.h"

#include "domain/countrydata.h"
#include "domain/fold.h"

#include <QHash>

#include <algorithm>

namespace Treatybook {

namespace {

/// What is asked of the whole table, worked out once.
struct Table {
    QList<Country> countries;
    /// By country and language: its names, each with a blank before every word and a line end after it.
    QList<std::array<QByteArray, LanguageCount>> folded;
    QHash<QString, qsizetype> codes;
    QHash<QByteArray, qsizetype> names;
};

Table makeTable()
{
    Table table;
    for (const QString &line : QString::fromUtf8(countryData).split(u'\n', Qt::SkipEmptyParts)) {
        const QStringList columns = line.split(u'\t');
        Country country{columns.value(0), {}};
        for (int language = 0; language < LanguageCount; ++language)
            country.names[static_cast<size_t>(language)] = columns.value(language + 1).split(u'|', Qt::SkipEmptyParts);
        const qsizetype index = table.countries.size();
        if (!country.code.isEmpty())
            table.codes.insert(country.code, index);
        table.folded.append(std::array<QByteArray, LanguageCount>());
        for (size_t language = 0; language < country.names.size(); ++language) {
            for (const QString &name : country.names[language]) {
                const QByteArray words = fold(name);
                table.folded.last()[language] += ' ' + words + '\n';
                if (!table.names.contains(words))
                    table.names.insert(words, index);
            }
        }
        table.countries.append(country);
    }
    return table;
}

const Table &table()
{
    static const Table made = makeTable();
    return made;
}

const Country *at(qsizetype index)
{
    return index < 0 ? nullptr : &table().countries.at(index);
}

} // namespace

const QString &Country::name(Language language) const
{
    const QStringList &own = names[static_cast<size_t>(language)];
    return own.isEmpty() ? names.front().front() : own.front();
}

QStringList Country::allNames() const
{
    QStringList all;
    for (const QStringList &own : names)
        all += own;
    all.removeDuplicates();
    return all;
}

std::span<const Country> Countries::all()
{
    return table().countries;
}

const Country *Countries::byCode(QStringView code)
{
    return at(table().codes.value(code.toString(), -1));
}

const Country *Countries::byName(QStringView name)
{
    const QByteArray words = fold(name);
    return words.isEmpty() ? nullptr : at(table().names.value(words, -1));
}

const Country *Countries::byCodeOrName(const QString &typed)
{
    const Country *country = byCode(typed.trimmed().toUpper());
    return country ? country : byName(typed);
}

QList<const Country *> Countries::begunBy(QStringView typed, Language language, qsizetype limit)
{
    const QByteArray begun = ' ' + fold(typed);
    const QString code = typed.trimmed().toString().toUpper();
    // Its code or shown name, a word in that language, a name in another, a word in another.
    std::array<QList<const Country *>, 4> ranks;
    for (qsizetype index = 0; begun.size() > 1 && index < table().countries.size(); ++index) {
        const Country &country = table().countries.at(index);
        const auto &folded = table().folded.at(index);
        const QByteArray &own = folded[static_cast<size_t>(language)];
        const auto anywhere = [&](const QByteArray &text) {
            return std::ranges::any_of(folded, [&](const QByteArray &names) { return names.contains(text); });
        };
        if (country.code == code || (own.isEmpty() ? folded.front() : own).startsWith(begun))
            ranks[0].append(&country);
        else if (own.contains(begun))
            ranks[1].append(&country);
        else if (anywhere('\n' + begun) ||
                 std::ranges::any_of(folded, [&](const QByteArray &names) { return names.startsWith(begun); }))
            ranks[2].append(&country);
        else if (anywhere(begun))
            ranks[3].append(&country);
    }
    const QList<const Country *> found = ranks[0] + ranks[1] + ranks[2] + ranks[3];
    return found.first(std::min(limit, found.size()));
}

} // namespace Treatybook
