#include "exchange/importcellreader.h"

#include "domain/datereader.h"
#include "domain/decimal.h"
#include "domain/tr.h"

#include <QLocale>
#include <QUuid>

namespace Treatybook {

using namespace Qt::StringLiterals;

namespace {

QString quoted(const QString &text)
{
    constexpr qsizetype Longest = 80;
    return text.size() > Longest ? text.left(Longest - 1) + u'…' : text;
}

QString noValue(const ColumnInfo &column, const QString &text)
{
    if (column.type == FieldType::Choice) {
        QStringList known;
        for (int i = 0; i < column.vocabulary->size(); ++i)
            known << column.vocabulary->key(i) << column.vocabulary->label(i, Language::English);
        if (const QString nearest = nearestWord(text, known); !nearest.isEmpty())
            return tr("“%1” is no %2; did you mean “%3”?").arg(quoted(text), column.labelText(), nearest);
    }
    if (column.type == FieldType::Id || column.type == FieldType::Record)
        return tr("“%1” is no id of a record (a UUID).").arg(quoted(text));
    if (column.type == FieldType::Number)
        return tr("“%1” is no whole number.").arg(quoted(text));
    if (column.type == FieldType::Decimal)
        return tr("“%1” is no number such as 1234.5.").arg(quoted(text));
    return tr("“%1” is no value for “%2”.").arg(quoted(text), column.labelText());
}

std::optional<QString> flag(const QString &text)
{
    const QString word = text.toLower();
    if (word == "true"_L1 || word == "yes"_L1 || word == "1"_L1)
        return u"true"_s;
    if (word == "false"_L1 || word == "no"_L1 || word == "0"_L1)
        return u""_s;
    return std::nullopt;
}

/// Entries of a vocabulary that is open by key where they are known by a label.
QString listText(const ColumnInfo &column, const ImportCell &cell)
{
    QStringList items = ImportCellReader::listItems(cell);
    for (QString &item : items) {
        if (const auto known = column.vocabulary ? column.vocabulary->indexOf(item) : std::nullopt)
            item = column.vocabulary->key(*known);
    }
    return joinList(items);
}

/// A year or a day, which nothing else can be meant by.
bool isPlainDate(QStringView text)
{
    const auto digits = [&](qsizetype from, qsizetype to) {
        return std::all_of(text.begin() + from, text.begin() + to, [](QChar c) { return c >= u'0' && c <= u'9'; });
    };
    return (text.size() == 4 && digits(0, 4)) ||
           (text.size() == 10 && digits(0, 4) && text[4] == u'-' && digits(5, 7) && text[7] == u'-' && digits(8, 10));
}

} // namespace

ImportIssue ImportCellReader::issueOf(ImportCode code, const ImportCell &cell, const QString &reason)
{
    constexpr qsizetype Longest = 200;
    return {0, cell.input.column, code, cell.text.left(Longest), reason};
}

QStringList ImportCellReader::listItems(const ImportCell &cell)
{
    if (cell.input.exchangeForm)
        return splitList(cell.text);
    QStringList items;
    for (const QString &item :
         cell.text.split(cell.input.listSeparator.trimmed().isEmpty() ? cell.input.listSeparator
                                                                      : cell.input.listSeparator.trimmed())) {
        if (const QString trimmed = item.trimmed(); !trimmed.isEmpty())
            items.append(trimmed);
    }
    return items;
}

std::optional<QString> ImportCellReader::canonical(const ColumnInfo &column, const ImportCell &cell,
                                                   QList<ImportIssue> &issues)
{
    const QString text = cell.input.exchangeForm ? cell.text : cell.text.trimmed();
    std::optional<QString> value = text;
    switch (column.type) {
    case FieldType::Date:
    case FieldType::Interval:
        return date(column, cell, issues);
    case FieldType::List:
        return cell.input.exchangeForm ? text : listText(column, cell);
    case FieldType::Choice: {
        const auto index =
            cell.input.exchangeForm ? column.vocabulary->indexOfKey(text) : column.vocabulary->indexOf(text);
        value = index ? std::optional(column.vocabulary->key(*index)) : std::nullopt;
        break;
    }
    case FieldType::Id:
    case FieldType::Record: {
        const QUuid id = QUuid::fromString(text);
        value = id.isNull() ? std::nullopt : std::optional(id.toString(QUuid::WithoutBraces));
        break;
    }
    case FieldType::Number: {
        bool ok = false;
        const int number = text.toInt(&ok);
        value = ok && number >= 0 ? std::optional(text) : std::nullopt;
        break;
    }
    case FieldType::Decimal:
        value = Decimal::parse(text) ? std::optional(text) : std::nullopt;
        break;
    case FieldType::Flag:
        value = flag(text);
        break;
    default:
        break;
    }
    if (!value)
        issues.append(issueOf(ImportCode::NoValue, cell, noValue(column, text)));
    return value;
}

std::optional<QString> ImportCellReader::date(const ColumnInfo &column, const ImportCell &cell,
                                              QList<ImportIssue> &issues)
{
    if (!cell.input.typedDates)
        return cell.text;
    const QString text = cell.text.trimmed();
    if (isPlainDate(text) && !Edtf::read(text).isUnread())
        return text;
    const QString key = QString::number(static_cast<int>(column.type)) + u'|' +
                        (cell.input.dateOrder ? dateOrderWord(*cell.input.dateOrder) : QString()) + u'|' + text;
    auto known = m_dates.constFind(key);
    if (known == m_dates.cend()) {
        const DateReading reading = readDate(text, column.type, cell.input.dateOrder);
        Reading result{reading.value.text(), {}, reading.note};
        if (reading.certainty == DateReading::Certainty::Unread)
            result.code = ImportCode::DateUnread;
        else if (reading.certainty == DateReading::Certainty::Doubtful)
            result.code = ImportCode::DateDoubtful;
        else if (reading.certainty == DateReading::Certainty::Understood)
            result.code = ImportCode::DateRead;
        known = m_dates.insert(key, result);
    }
    if (known->code == ImportCode::DateUnread || known->code == ImportCode::DateDoubtful) {
        const QString sentence =
            known->code == ImportCode::DateUnread
                ? Treatybook::tr("“%1” is kept as written: %2").arg(quoted(text), known->note)
                : Treatybook::tr("“%1” was read as %2: %3").arg(quoted(text), known->text, known->note);
        issues.append(issueOf(*known->code, cell, sentence));
    } else if (known->code) {
        issues.append(issueOf(*known->code, cell, {}));
    }
    return known->text;
}

} // namespace Treatybook
