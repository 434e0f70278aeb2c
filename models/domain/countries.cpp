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
    QList<QByteArray> folded; ///< by country: all names, each with a blank before every word and a line end after it
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
        QByteArray lines;
        for (const QString &name : country.allNames()) {
            const QByteArray words = fold(name);
            lines += ' ' + words + '\n';
            if (!table.names.contains(words))
                table.names.insert(words, index);
        }
        table.folded.append(lines);
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

QList<const Country *> Countries::begunBy(QStringView typed, Language language, qsizetype limit)
{
    const QByteArray begun = fold(typed);
    QList<const Country *> first, others;
    if (begun.isEmpty())
        return first;
    const QString code = typed.trimmed().toString().toUpper();
    for (qsizetype index = 0; index < table().countries.size(); ++index) {
        const Country &country = table().countries.at(index);
        if (country.code == code || fold(country.name(language)).startsWith(begun))
            first.append(&country);
        else if (table().folded.at(index).contains(' ' + begun))
            others.append(&country);
    }
    first += others;
    return first.first(std::min(limit, first.size()));
}

} // namespace Treatybook
