#include "ui/form/partmodel.h"

#include "domain/countries.h"
#include "domain/recordjson.h"
#include "ui/form/partitems.h"
#include "ui/widgets/plainlabel.h"

namespace Treatybook {

using namespace Qt::StringLiterals;

PartModel::PartModel(const FieldInfo &info, const AgreementStore &store, const QLocale &locale, QObject *parent)
    : QAbstractTableModel(parent), m_info(info), m_store(store), m_locale(locale)
{
}

void PartModel::setContent(const Agreement &record, const QJsonArray &items)
{
    if (items == m_items) {
        m_record = record;
        if (rowCount() > 0)
            Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1), {Qt::DisplayRole});
        return;
    }
    beginResetModel();
    m_record = record;
    m_items = items;
    m_new.clear();
    m_touched.clear();
    forgetSteps();
    m_adding = false;
    endResetModel();
}

void PartModel::setReadOnly(bool readOnly)
{
    if (m_readOnly == readOnly)
        return;
    beginResetModel();
    m_readOnly = readOnly;
    endResetModel();
}

void PartModel::setSought(const SoughtWords &words)
{
    if (std::exchange(m_sought, words) != words && itemCount() > 0)
        Q_EMIT dataChanged(index(0, 0), index(itemCount() - 1, columnCount() - 1), {Qt::BackgroundRole});
}

void PartModel::setAdding(bool adding)
{
    if (m_adding == adding)
        return;
    const bool changes = m_items.isEmpty() && !m_readOnly;
    if (changes && adding)
        beginInsertRows({}, 0, 0);
    else if (changes)
        beginRemoveRows({}, 0, 0);
    m_adding = adding;
    if (changes && adding)
        endInsertRows();
    else if (changes)
        endRemoveRows();
}

int PartModel::columnOf(std::string_view key) const
{
    for (int column = 0; column < columnCount(); ++column) {
        if (columnInfo(column).key == key)
            return column;
    }
    return -1;
}

ItemId PartModel::idAt(int row) const
{
    return static_cast<ItemId>(item(row).value("id"_L1).toInteger());
}

int PartModel::rowOfId(ItemId id) const
{
    for (int row = 0; row < itemCount(); ++row) {
        if (idAt(row) == id)
            return row;
    }
    return -1;
}

QString PartModel::text(int row, int column) const
{
    if (row < itemCount())
        return cellText(item(row).value(columnInfo(column).keyText()));
    const ColumnInfo &info = columnInfo(column);
    return info.type == FieldType::Choice ? info.vocabulary->key(0) : QString();
}

void PartModel::setText(int row, int column, const QString &text)
{
    if (text == this->text(row, column))
        return;
    if (isNewRow(row) || !m_touched.contains(idAt(row)))
        remember();
    if (isNewRow(row))
        addItem();
    put(row, column, text);
    m_touched[idAt(row)].insert(column);
    Q_EMIT edited();
}

void PartModel::restore(int row, const QJsonObject &before)
{
    if (row >= itemCount() || item(row) == before)
        return;
    if (before.isEmpty()) {
        remove(row);
        m_past.removeLast(); // of the removal
        if (!m_past.isEmpty() && m_past.last() == m_items)
            m_past.removeLast();
        return;
    }
    for (int column = 0; column < columnCount(); ++column)
        put(row, column, cellText(before.value(columnInfo(column).keyText())));
    m_touched.remove(idAt(row));
    if (!m_past.isEmpty() && m_past.last() == m_items)
        m_past.removeLast();
    Q_EMIT edited();
}

void PartModel::finish(int row)
{
    if (row < 0 || row >= itemCount() || !m_touched.contains(idAt(row)))
        return;
    const QSet<int> touched = m_touched.take(idAt(row));
    if (m_new.contains(idAt(row)) && isBlank(*m_info.part, item(row))) {
        restore(row, {});
        return;
    }
    const QJsonObject before = item(row);
    for (const int column : touched) {
        if (problem(row, column).isEmpty())
            put(row, column, m_info.part->cell(m_record, row, column));
    }
    const int name = columnOf("name"), code = columnOf("code");
    if (m_info.field == Field::Participants && touched.contains(name) && text(row, code).isEmpty()) {
        if (const Country *country = Countries::byName(text(row, name)))
            put(row, code, country->code);
    }
    if (item(row) != before)
        Q_EMIT edited();
}

void PartModel::remove(int row)
{
    if (row < 0 || row >= itemCount())
        return;
    remember();
    const bool isLast = itemCount() == 1;
    beginRemoveRows({}, row, isLast && !m_adding ? row + 1 : row); // the empty row goes with the last item
    m_items.removeAt(row);
    m_info.part->remove(m_record, row);
    endRemoveRows();
    Q_EMIT edited();
}

bool PartModel::move(int row, int step)
{
    const int target = row + step;
    if (row < 0 || row >= itemCount() || target < 0 || target >= itemCount() || step == 0)
        return false;
    remember();
    beginMoveRows({}, row, row, {}, target > row ? target + 1 : target);
    m_items.insert(target, m_items.takeAt(row));
    setItems(m_record, m_info, m_items);
    endMoveRows();
    Q_EMIT edited();
    return true;
}

void PartModel::remember()
{
    constexpr qsizetype MostSteps = 200;
    m_past.append(m_items);
    if (m_past.size() > MostSteps)
        m_past.removeFirst();
    m_future.clear();
}

void PartModel::step(bool undo)
{
    if (!canStep(undo) || m_readOnly)
        return;
    const QJsonArray target = (undo ? m_past : m_future).takeLast();
    (undo ? m_future : m_past).append(m_items);
    beginResetModel();
    m_items = target;
    setItems(m_record, m_info, m_items);
    m_touched.clear();
    endResetModel();
    Q_EMIT edited();
}

void PartModel::forgetSteps()
{
    m_past.clear();
    m_future.clear();
}

QString PartModel::problem(int row, int column) const
{
    const ColumnInfo &info = columnInfo(column);
    const QString typed = text(row, column);
    if (const QString problem = cellProblem(info, typed); !problem.isEmpty())
        return problem;
    if (info.type != FieldType::Date && info.type != FieldType::Interval)
        return {};
    const Edtf value = Edtf::read(typed);
    return value.isUnread() ? tr("%1 It stays as written.").arg(value.problem()) : QString();
}

QList<ChoiceBox::Choice> PartModel::choicesOf(const ColumnInfo &column) const
{
    QList<ChoiceBox::Choice> choices{{QString(), tr("(not set)")}};
    const auto add = [&choices](ItemId id, const QString &name) {
        choices.append({QString::number(static_cast<qint64>(id)), name.isEmpty() ? tr("(without a name)") : name});
    };
    if (column.key == "source") {
        for (const Source &source : m_record->sources)
            add(source.id, shortened(u"%1 %2"_s
                                         .arg((source.publisher.isEmpty() ? source.title : source.publisher).toString(),
                                              source.locator.toString())
                                         .trimmed()));
        return choices;
    }
    for (const Participant &participant : m_record->participants)
        add(participant.id, shortened(participant.name.toString()));
    return choices;
}

QString PartModel::everything(int row) const
{
    QStringList lines;
    for (int column = 0; column < columnCount(); ++column) {
        const QString cell = shown(row, column);
        if (!cell.isEmpty())
            lines.append(tr("%1: %2", "label and value").arg(columnInfo(column).labelText(), cell));
    }
    return lines.join(u'\n');
}

int PartModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : itemCount() + (hasNewRow() ? 1 : 0);
}

int PartModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_info.part->columns.size());
}

QString PartModel::shown(int row, int column) const
{
    if (isNewRow(row))
        return {};
    const QString typed = text(row, column);
    if (typed.isEmpty() || !cellProblem(columnInfo(column), typed).isEmpty())
        return typed;
    switch (columnInfo(column).type) {
    case FieldType::Record: {
        const auto slot = m_store.slotOf(QUuid::fromString(typed));
        return slot ? m_store.record(*slot).label().toString() : tr("deleted record");
    }
    case FieldType::Item: {
        const QString name = displayCell(m_record, *m_info.part, row, column, m_locale);
        return name.isEmpty() ? tr("(no longer there)") : name;
    }
    default:
        return displayCell(m_record, *m_info.part, row, column, m_locale);
    }
}

QVariant PartModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    switch (role) {
    case Qt::DisplayRole:
        return shown(index.row(), index.column());
    case Qt::EditRole:
        return text(index.row(), index.column());
    case Qt::ToolTipRole:
        if (const QString what = problem(index.row(), index.column()); !what.isEmpty())
            return what;
        if (isNewRow(index.row()))
            return tr("Type here to add one");
        if (columnInfo(index.column()).type == FieldType::Record)
            return tr("%1\nShift+Return opens the other record").arg(everything(index.row()));
        return everything(index.row());
    case ProblemRole:
        return problem(index.row(), index.column());
    case Qt::AccessibleTextRole:
        return tr("%1: %2", "label and value")
            .arg(columnInfo(index.column()).labelText(), shown(index.row(), index.column()));
    case Qt::AccessibleDescriptionRole:
        return problem(index.row(), index.column());
    default:
        return {};
    }
}

bool PartModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::EditRole || m_readOnly || !index.isValid())
        return false;
    setText(index.row(), index.column(), value.toString());
    return true;
}

QVariant PartModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Horizontal && role == Qt::DisplayRole)
        return columnInfo(section).labelText();
    return {};
}

Qt::ItemFlags PartModel::flags(const QModelIndex &index) const
{
    const Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    return m_readOnly || !index.isValid() ? flags : flags | Qt::ItemIsEditable;
}

/// The empty row becomes the item, and a new empty row follows: an editor that is open in it stays where it is.
void PartModel::addItem()
{
    const int row = itemCount();
    const ItemId id = unusedId();
    beginInsertRows({}, row + 1, row + 1);
    m_items.append(newItem(*m_info.part, id));
    m_new.insert(id);
    m_info.part->insert(m_record, row, id);
    endInsertRows();
}

void PartModel::put(int row, int column, const QString &text)
{
    if (text == this->text(row, column))
        return;
    const ColumnInfo &info = columnInfo(column);
    QJsonObject changed = item(row);
    if (const QJsonValue value = cellValue(info, text); value.isUndefined())
        changed.remove(info.keyText());
    else
        changed.insert(info.keyText(), value);
    m_items.replace(row, changed);
    Pool pool;
    m_info.part->setCell(m_record, row, column, {}, pool); // 5.0 equals 5 and would not replace it
    if (cellProblem(info, text).isEmpty())
        m_info.part->setCell(m_record, row, column, text, pool);
    Q_EMIT dataChanged(index(row, 0), index(row, columnCount() - 1));
}

ItemId PartModel::unusedId() const
{
    QSet<ItemId> used;
    for (const FieldInfo &field : fieldTable()) {
        for (qsizetype row = 0; field.part && row < field.part->count(m_record); ++row)
            used.insert(field.part->idAt(m_record, row));
    }
    ItemId id = newItemId();
    while (used.contains(id))
        id = newItemId();
    return id;
}

} // namespace Treatybook
