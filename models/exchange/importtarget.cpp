#include "exchange/importtarget.h"

#include "domain/tr.h"

#include <algorithm>
#include <vector>

namespace Treatybook {

using namespace Qt::StringLiterals;

namespace {

int columnOf(const PartInfo &part, QStringView key)
{
    const auto found = std::find_if(part.columns.begin(), part.columns.end(), [&](const ColumnInfo &column) {
        return column.keyText() == key || (key == "effective_date"_L1 && column.key == "effective");
    });
    return found == part.columns.end() ? -1 : static_cast<int>(found - part.columns.begin());
}

/// Parts whose names come in one cell, as a list.
bool isListed(Field field)
{
    return field == Field::Participants || field == Field::Persons || field == Field::Identifiers;
}

QStringList words(Field field)
{
    const FieldInfo &info = fieldInfo(field);
    const QLatin1StringView aliases(info.aliases.data(), static_cast<qsizetype>(info.aliases.size()));
    return QStringList{info.keyText()} + QString(aliases).split(u' ', Qt::SkipEmptyParts);
}

Error unknown(const QString &key, const QString &word, const QStringList &known)
{
    const QString nearest = nearestWord(word, known);
    const QString message =
        nearest.isEmpty() ? tr("There is no key “%1”: “%2” is unknown.").arg(key, word)
                          : tr("There is no key “%1”: “%2” is unknown; did you mean “%3”?").arg(key, word, nearest);
    return {ErrorKind::Invalid, message, {}};
}

QStringList knownItems(const PartInfo &part)
{
    QStringList known;
    for (const ColumnInfo &column : part.columns)
        known.append(column.keyText());
    const int entry = entryColumn(part);
    const Vocabulary *vocabulary = entry < 0 ? nullptr : part.columns[static_cast<size_t>(entry)].vocabulary;
    for (int i = 0; vocabulary && i < vocabulary->size(); ++i)
        known.append(vocabulary->key(i));
    return known;
}

int numberOf(QStringView word)
{
    bool ok = false;
    const int number = word.toInt(&ok);
    return ok && number > 0 && word.front().isDigit() ? number : 0;
}

/// What follows "part.": an entry, a number, a column, each of which may be missing.
Result<ImportTarget> parseItem(const QString &key, ImportTarget target, const QStringList &rest)
{
    const PartInfo &part = *target.info().part;
    const int entry = entryColumn(part);
    const Vocabulary *entries = entry < 0 ? nullptr : part.columns[static_cast<size_t>(entry)].vocabulary;
    QStringList left = rest;
    if (const int last = columnOf(part, left.last()); last >= 0) {
        target.column = last;
        left.removeLast();
    }
    if (!left.isEmpty() && numberOf(left.last()) > 0) {
        target.number = numberOf(left.last());
        left.removeLast();
    }
    if (!left.isEmpty() && entry >= 0) {
        target.entry = entries ? left.takeFirst() : std::exchange(left, {}).join(u'.');
        if (entries && (target.entry.isEmpty() || !entries->indexOfKey(target.entry)))
            return unknown(key, target.entry, knownItems(part));
    }
    if (!left.isEmpty())
        return unknown(key, left.first(), knownItems(part));
    if (target.column < 0 && !(isListed(target.field) && target.number == 0)) {
        target.column = mainColumn(part);
        if (target.column < 0)
            return Error{ErrorKind::Invalid,
                         tr("“%1” says not which value of the item is meant, such as “%1.note”.").arg(key),
                         {}};
    }
    target.kind = target.column < 0 ? ImportTarget::Kind::List : ImportTarget::Kind::Item;
    if (target.kind == ImportTarget::Kind::List)
        target.column = mainColumn(part);
    if (target.column == entry && !target.entry.isEmpty())
        return Error{ErrorKind::Invalid, tr("“%1” says twice what the item is.").arg(key), {}};
    return target;
}

} // namespace

int entryColumn(const PartInfo &part)
{
    for (const QLatin1StringView key : {"role"_L1, "kind"_L1, "stance"_L1, "scheme"_L1}) {
        if (const int column = columnOf(part, QString(key)); column >= 0)
            return column;
    }
    return -1;
}

int mainColumn(const PartInfo &part)
{
    for (const QLatin1StringView key :
         {"name"_L1, "value"_L1, "text"_L1, "title"_L1, "what"_L1, "stated"_L1, "date"_L1}) {
        const int column = columnOf(part, QString(key));
        // "value" is the main thing of an identifier, "stated" of a quantity.
        if (column >= 0 && !(key == "value"_L1 && columnOf(part, u"title") >= 0) &&
            !(key == "stated"_L1 && columnOf(part, u"date") >= 0))
            return column;
    }
    return -1;
}

Result<ImportTarget> ImportTarget::parse(const QString &key)
{
    ImportTarget target;
    if (key.startsWith("x:"_L1)) {
        target.kind = Kind::OwnField;
        target.name = key.mid(2).trimmed();
        if (target.name.isEmpty())
            return Error{ErrorKind::Invalid,
                         Treatybook::tr("“x:” needs the name of a field of the book's own, such as “x:Series”."),
                         {}};
        return target;
    }
    const QStringList pieces = key.split(u'.');
    const FieldInfo *info = findField(pieces.first());
    if (!info) {
        QStringList known;
        for (const FieldInfo &field : fieldTable())
            known += words(field.field);
        return unknown(key, pieces.first(), known);
    }
    target.field = info->field;
    if (!info->isStored())
        return Error{ErrorKind::Invalid,
                     Treatybook::tr("“%1” is worked out by the program and cannot be imported.").arg(key),
                     {}};
    if (info->field == Field::OwnFields)
        return Error{ErrorKind::Invalid,
                     Treatybook::tr("“%1”: a field of the book's own is written “x:” and its name.").arg(key),
                     {}};
    if (info->field == Field::Attachments)
        return Error{ErrorKind::Invalid, Treatybook::tr("“%1”: attachments cannot come from a table.").arg(key), {}};
    if (!info->part) {
        target.kind = Kind::Scalar;
        if (pieces.size() > 1)
            return Error{ErrorKind::Invalid,
                         Treatybook::tr("“%1”: %2 is one value and has no parts.").arg(key, info->keyText()),
                         {}};
        return target;
    }
    if (pieces.size() > 1)
        return parseItem(key, target, pieces.mid(1));
    target.column = mainColumn(*info->part);
    if (target.column < 0)
        return Error{ErrorKind::Invalid,
                     Treatybook::tr("“%1” needs to say which value of which item, such as “%1.note”.").arg(key),
                     {}};
    target.kind = isListed(info->field) ? Kind::List : Kind::Item;
    return target;
}

QString ImportTarget::key() const
{
    switch (kind) {
    case Kind::Nothing:
        return {};
    case Kind::OwnField:
        return u"x:"_s + name;
    case Kind::Scalar:
    case Kind::WholePart:
        return info().keyText();
    case Kind::List:
    case Kind::Item:
        break;
    }
    QStringList pieces{info().keyText()};
    if (!entry.isEmpty())
        pieces.append(entry);
    if (number > 0)
        pieces.append(QString::number(number));
    if (kind == Kind::Item)
        pieces.append(valueInfo().keyText());
    return pieces.join(u'.');
}

const ColumnInfo &ImportTarget::valueInfo() const
{
    return column >= 0 ? info().part->columns[static_cast<size_t>(column)] : info();
}

/// Edits that turn one word into the other.
static qsizetype distance(QStringView a, QStringView b)
{
    std::vector<qsizetype> row(static_cast<size_t>(b.size()) + 1);
    for (size_t j = 0; j < row.size(); ++j)
        row[j] = static_cast<qsizetype>(j);
    for (qsizetype i = 0; i < a.size(); ++i) {
        qsizetype diagonal = std::exchange(row[0], i + 1);
        for (size_t j = 0; j + 1 < row.size(); ++j) {
            const qsizetype same = diagonal + (a[i].toLower() != b[static_cast<qsizetype>(j)].toLower());
            diagonal = row[j + 1];
            row[j + 1] = std::min({same, row[j] + 1, diagonal + 1});
        }
    }
    return row.back();
}

QString nearestWord(const QString &word, const QStringList &words)
{
    QString nearest;
    qsizetype least = std::max<qsizetype>(word.size() / 3, 1) + 1;
    for (const QString &candidate : words) {
        if (const qsizetype edits = distance(QStringView(word).left(64), QStringView(candidate).left(64));
            edits < least) {
            least = edits;
            nearest = candidate;
        }
    }
    return nearest;
}

} // namespace Treatybook
