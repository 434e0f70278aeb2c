#include "exchange/importrowreader.h"

#include "domain/tr.h"
#include "exchange/partcell.h"

#include <algorithm>

namespace Treatybook {

using namespace Qt::StringLiterals;

namespace {

using To = ImportTarget::Kind;

/// A new item at the end of the part; its row.
qsizetype appendItem(Agreement &record, const PartInfo &part)
{
    const qsizetype row = part.count(record);
    part.insert(record, row, newItemId());
    return row;
}

/// The part whose items a column names.
Field namedPart(const ColumnInfo &column)
{
    return column.key == "source" ? Field::Sources : Field::Participants;
}

} // namespace

ImportRowReader::ImportRowReader(const ImportLayout &layout) : m_layout(layout)
{
    for (int i = 0; i < layout.inputs().size(); ++i) {
        const ImportInput &input = layout.inputs().at(i);
        if (input.target.kind != To::Item)
            continue;
        auto group = std::find_if(m_groups.begin(), m_groups.end(),
                                  [&](const Group &other) { return other.target.isSameItem(input.target); });
        if (group == m_groups.end())
            group = m_groups.insert(m_groups.end(), {input.target, {}, true});
        group->inputs.append(i);
        group->fixedOnly &= input.origin == ImportInput::Origin::Fixed;
    }
    // What other items name comes first: participants, then sources.
    const auto rank = [](const Group &group) {
        return group.target.field == Field::Participants ? 0 : group.target.field == Field::Sources ? 1 : 2;
    };
    std::stable_sort(m_groups.begin(), m_groups.end(),
                     [&](const Group &a, const Group &b) { return rank(a) < rank(b); });
}

bool ImportRowReader::read(const QStringList &cells, Agreement &record, bool stored)
{
    m_issues.clear();
    m_ownFieldValues = 0;
    for (const ImportInput &input : m_layout.inputs()) {
        if (input.target.kind == To::Item || input.target.kind == To::Nothing)
            continue;
        const QString text = input.text(cells);
        if (text.isEmpty() || (!input.exchangeForm && text.trimmed().isEmpty()))
            continue;
        readInput(input, text, record, stored);
    }
    for (const Group &group : std::as_const(m_groups))
        readGroup(group, cells, record, stored);
    return std::none_of(m_issues.cbegin(), m_issues.cend(),
                        [](const ImportIssue &issue) { return issue.severity() == ImportSeverity::Rejected; });
}

void ImportRowReader::readInput(const ImportInput &input, const QString &text, Agreement &record, bool stored)
{
    const ImportCell cell{input, text};
    switch (input.target.kind) {
    case To::WholePart:
        return readWholePart(cell, record);
    case To::List:
        return readList(cell, record, stored);
    case To::OwnField:
        return readOwnField(cell, record);
    default:
        break;
    }
    const FieldInfo &info = input.target.info();
    const auto value = m_cellReader.canonical(info, cell, m_issues);
    if (value && !info.setText(record, *value, m_pool))
        m_issues.append(ImportCellReader::issueOf(
            ImportCode::NoValue, cell,
            Treatybook::tr("“%1” is no value for “%2”.").arg(text.left(80), info.labelText())));
}

void ImportRowReader::readWholePart(const ImportCell &cell, Agreement &record)
{
    const PartInfo &part = *cell.input.target.info().part;
    // Of a record that has none of the part nothing need be kept: the next edit would copy all of it.
    const auto before = part.count(record) > 0 ? std::optional(record) : std::nullopt;
    const auto read = readPartCell(record, part, cell.text, m_pool);
    if (read)
        return;
    if (before)
        record = *before;
    else
        part.clear(record);
    // Somebody wrote plain names into a table of ours.
    if (cell.text.contains(u'|') || mainColumn(part) < 0) {
        m_issues.append(ImportCellReader::issueOf(ImportCode::UnreadablePart, cell, read.error().message));
        return;
    }
    for (const QString &name : splitList(cell.text))
        part.setCell(record, appendItem(record, part), mainColumn(part), name, m_pool);
}

void ImportRowReader::readList(const ImportCell &cell, Agreement &record, bool stored)
{
    const ImportTarget &target = cell.input.target;
    const PartInfo &part = *target.info().part;
    const int entry = target.entry.isEmpty() ? -1 : entryColumn(part);
    const qsizetype before = stored ? part.count(record) : 0;
    QList<bool> found(before, false);
    for (const QString &name : ImportCellReader::listItems(cell)) {
        const auto isThere = [&](qsizetype row) {
            return !found.at(row) && part.cell(record, row, target.column) == name &&
                   (entry < 0 || part.cell(record, row, entry) == target.entry);
        };
        qsizetype row = 0;
        while (row < before && !isThere(row))
            ++row;
        if (row < before) {
            found[row] = true;
            continue;
        }
        row = appendItem(record, part);
        part.setCell(record, row, target.column, name, m_pool);
        if (entry >= 0)
            part.setCell(record, row, entry, target.entry, m_pool);
    }
}

void ImportRowReader::readOwnField(const ImportCell &cell, Agreement &record)
{
    const QString text = cell.text.trimmed();
    const Text name = m_pool.text(cell.input.target.name);
    m_ownFieldValues += cell.input.origin == ImportInput::Origin::OwnField;
    auto &fields = record.editExtras().ownFields;
    const auto own =
        std::find_if(fields.begin(), fields.end(), [&](const OwnField &field) { return field.name == name; });
    if (own == fields.end())
        fields.append({newItemId(), name, m_pool.text(text)});
    else if (own->text != Text(text))
        own->text = m_pool.text(text);
}

void ImportRowReader::readGroup(const Group &group, const QStringList &cells, Agreement &record, bool stored)
{
    const PartInfo &part = *group.target.info().part;
    QHash<int, QString> values; // canonical text by column
    bool given = group.fixedOnly;
    for (const int index : group.inputs) {
        const ImportInput &input = m_layout.inputs().at(index);
        const ImportCell cell{input, input.text(cells).trimmed()};
        if (cell.text.isEmpty())
            continue;
        given |= input.origin != ImportInput::Origin::Fixed;
        const ColumnInfo &column = input.target.valueInfo();
        if (column.type == FieldType::Item) {
            // Named items may be added, but only for an item that is there.
            values.insert(input.target.column, {});
            continue;
        }
        if (const auto value = m_cellReader.canonical(column, cell, m_issues))
            values.insert(input.target.column, *value);
    }
    if (!given || values.isEmpty())
        return;
    const bool needsKind = group.target.field == Field::Actions || group.target.field == Field::Relations;
    if (needsKind && group.target.entry.isEmpty() && !values.contains(entryColumn(part))) {
        const ImportCell cell{m_layout.inputs().at(group.inputs.first()), {}};
        m_issues.append(ImportCellReader::issueOf(
            ImportCode::NoValue, cell,
            Treatybook::tr("The row does not say what kind of item “%1” is.").arg(group.target.key())));
        return;
    }
    for (const int index : group.inputs) {
        const ImportInput &input = m_layout.inputs().at(index);
        if (input.target.valueInfo().type != FieldType::Item || !values.contains(input.target.column))
            continue;
        const ImportCell cell{input, input.text(cells).trimmed()};
        values[input.target.column] = itemNamed(namedPart(input.target.valueInfo()), cell, record);
    }
    if (!group.target.entry.isEmpty())
        values.insert(entryColumn(part), group.target.entry);
    qsizetype row = stored ? findItem(group, values, record) : -1;
    if (row == -2) {
        const ImportCell cell{m_layout.inputs().at(group.inputs.first()), {}};
        m_issues.append(ImportCellReader::issueOf(
            ImportCode::AmbiguousMatch, cell,
            Treatybook::tr("The record has several items “%1”; which one is meant cannot be told.")
                .arg(group.target.info().keyText() + u'.' + group.target.entry)));
        return;
    }
    if (row < 0)
        row = appendItem(record, part);
    for (auto value = values.cbegin(); value != values.cend(); ++value)
        part.setCell(record, row, value.key(), value.value(), m_pool);
}

qsizetype ImportRowReader::findItem(const Group &group, const QHash<int, QString> &values,
                                    const Agreement &record) const
{
    const PartInfo &part = *group.target.info().part;
    // Told apart by what it is, where the key says so, else by its name.
    const int column = group.target.entry.isEmpty() ? mainColumn(part) : entryColumn(part);
    if (column < 0 || !values.contains(column))
        return -1;
    QList<qsizetype> rows, same;
    for (qsizetype row = 0; row < part.count(record); ++row) {
        if (part.cell(record, row, column) != values.value(column))
            continue;
        rows.append(row);
        const bool equal = std::all_of(values.keyBegin(), values.keyEnd(),
                                       [&](int key) { return part.cell(record, row, key) == values.value(key); });
        if (equal)
            same.append(row);
    }
    if (!group.target.entry.isEmpty() && group.target.number > 0)
        return rows.value(group.target.number - 1, -1);
    if (!same.isEmpty())
        return same.first();
    return rows.isEmpty() ? -1 : rows.size() == 1 ? rows.first() : -2;
}

/// The id of the item with that name, in canonical text; made if there is none.
QString ImportRowReader::itemNamed(Field field, const ImportCell &cell, Agreement &record)
{
    const PartInfo &part = *fieldInfo(field).part;
    const int name = mainColumn(part);
    const auto idText = [&](qsizetype row) { return QString::number(static_cast<qint64>(part.idAt(record, row))); };
    for (qsizetype row = 0; row < part.count(record); ++row) {
        const bool named = part.cell(record, row, name) == cell.text;
        const bool coded = field == Field::Participants && record->participants.at(row).code == Text(cell.text);
        if (named || coded)
            return idText(row);
    }
    const qsizetype row = appendItem(record, part);
    part.setCell(record, row, name, cell.text, m_pool);
    m_issues.append(ImportCellReader::issueOf(
        field == Field::Participants ? ImportCode::ParticipantAdded : ImportCode::SourceAdded, cell, {}));
    return idText(row);
}

} // namespace Treatybook
