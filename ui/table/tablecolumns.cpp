#include "ui/table/tablecolumns.h"

#include "exchange/report.h"
#include "itemmodels/agreementtablemodel.h"

#include <QHeaderView>
#include <QScopedValueRollback>
#include <QTableView>

namespace Treatybook {

namespace {

/// In widths of "0": what a column likes to have. The title takes the rest, but not less than this.
int likedWidth(Field field)
{
    switch (field) {
    case Field::Title:
        return 30;
    case Field::Participants:
        return 17;
    case Field::Date:
    case Field::Kind:
        return 19;
    case Field::Term:
        return 13;
    case Field::Status:
        return 28;
    default:
        return 18;
    }
}

} // namespace

TableColumns::TableColumns(QTableView &table, AgreementTableModel &model)
    : QObject(&table), m_table(table), m_model(model)
{
    const QHeaderView *header = table.horizontalHeader();
    connect(header, &QHeaderView::sectionResized, this, &TableColumns::takeWidth);
    // Not from within the header, which is not done with the move yet.
    connect(header, &QHeaderView::sectionMoved, this, &TableColumns::takeOrder, Qt::QueuedConnection);
}

int TableColumns::unit() const
{
    return m_table.fontMetrics().horizontalAdvance(u'0');
}

QList<TableColumn> TableColumns::columns() const
{
    const QHeaderView *header = m_table.horizontalHeader();
    QList<TableColumn> columns;
    for (int visual = 0; visual < header->count(); ++visual) {
        const int logical = header->logicalIndex(visual);
        // While columns come and go, the header may still count others than the model has.
        if (logical >= 0 && logical < m_model.columnCount() && !header->isSectionHidden(logical))
            columns.append({m_model.fields().at(logical), header->sectionSize(logical)});
    }
    return columns;
}

void TableColumns::setColumns(const QList<TableColumn> &columns)
{
    m_chosen = !columns.isEmpty();
    if (m_chosen)
        return apply(columns);
    QList<TableColumn> usual;
    for (const Field field : listFields())
        usual.append({field});
    apply(usual);
}

bool TableColumns::isShown(Field field) const
{
    const auto column = static_cast<int>(m_model.fields().indexOf(field));
    return column >= 0 && !m_table.isColumnHidden(column);
}

void TableColumns::setShown(Field field, bool shown)
{
    if (shown == isShown(field))
        return;
    QList<TableColumn> chosen = columns();
    if (shown)
        chosen.append({field});
    else if (chosen.size() > 1)
        chosen.removeIf([field](const TableColumn &column) { return column.field == field; });
    setColumns(chosen);
    Q_EMIT changed();
}

void TableColumns::fit()
{
    if (m_chosen)
        fitTitle();
    else
        fitUsual();
}

void TableColumns::fitUsual()
{
    const QScopedValueRollback applying(m_applying, true);
    const auto columnOf = [this](Field field) { return static_cast<int>(m_model.fields().indexOf(field)); };
    const int leastTitle = likedWidth(Field::Title) * unit();
    int rest = m_table.viewport()->width();
    for (int column = 0; column < m_model.columnCount(); ++column) {
        m_table.setColumnHidden(column, false);
        if (const Field field = m_model.fields().at(column); field != Field::Title) {
            m_table.setColumnWidth(column, likedWidth(field) * unit());
            rest -= m_table.columnWidth(column);
        }
    }
    for (const Field field : {Field::Participants, Field::Kind, Field::Term}) { // what can be missed first
        if (rest >= leastTitle || columnOf(field) < 0)
            continue;
        rest += m_table.columnWidth(columnOf(field));
        m_table.setColumnHidden(columnOf(field), true);
    }
    for (const auto &[field, least] : {std::pair{Field::Status, 18}, {Field::Date, 13}}) { // then what can be narrower
        const int column = columnOf(field);
        if (rest >= leastTitle || column < 0)
            continue;
        const int narrower = qMax(least * unit(), m_table.columnWidth(column) - (leastTitle - rest));
        rest += m_table.columnWidth(column) - narrower;
        m_table.setColumnWidth(column, narrower);
    }
    if (columnOf(Field::Title) >= 0)
        m_table.setColumnWidth(columnOf(Field::Title), qMax(rest, leastTitle));
}

void TableColumns::fitTitle()
{
    const QScopedValueRollback applying(m_applying, true);
    const auto title = static_cast<int>(m_model.fields().indexOf(Field::Title));
    if (title < 0)
        return;
    int rest = m_table.viewport()->width();
    for (int column = 0; column < m_model.columnCount(); ++column)
        rest -= column == title ? 0 : m_table.columnWidth(column);
    m_table.setColumnWidth(title, qMax(rest, likedWidth(Field::Title) * unit()));
}

void TableColumns::apply(const QList<TableColumn> &columns)
{
    const QScopedValueRollback applying(m_applying, true);
    QList<Field> fields;
    for (const TableColumn &column : columns)
        fields.append(column.field);
    m_model.setFields(fields);
    QHeaderView *header = m_table.horizontalHeader();
    for (int column = 0; column < columns.size(); ++column) {
        header->moveSection(header->visualIndex(column), column); // the model has the order now
        m_table.setColumnHidden(column, false);
        const int width = columns.at(column).width;
        m_table.setColumnWidth(column, width > 0 ? width : likedWidth(columns.at(column).field) * unit());
    }
    fit();
}

void TableColumns::takeOrder()
{
    bool moved = false;
    const QHeaderView *header = m_table.horizontalHeader();
    for (int visual = 0; visual < header->count(); ++visual)
        moved = moved || header->logicalIndex(visual) != visual;
    if (!moved)
        return; // it was our own
    setColumns(columns());
    Q_EMIT changed();
}

void TableColumns::takeWidth()
{
    if (m_applying)
        return;
    m_chosen = true;
    Q_EMIT changed();
}

} // namespace Treatybook
