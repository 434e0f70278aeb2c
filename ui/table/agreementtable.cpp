#include "ui/table/agreementtable.h"

#include "domain/fold.h"
#include "ui/table/agreementdelegate.h"
#include "ui/table/columnmenu.h"
#include "ui/table/emptynote.h"
#include "ui/table/sortheader.h"
#include "ui/table/tablecolumns.h"
#include "ui/widgets/tablemime.h"
#include "ui/widgets/theme.h"

#include <QApplication>
#include <QClipboard>
#include <QHeaderView>
#include <QKeyEvent>
#include <QScopedValueRollback>

namespace Treatybook {

using namespace Qt::StringLiterals;

AgreementTable::AgreementTable(AgreementTableModel &model, QWidget *parent)
    : QTableView(parent)
    , m_model(model)
    , m_delegate(new AgreementDelegate(model, this))
    , m_empty(new EmptyNote(model, this))
{
    setObjectName(u"table"_s);
    setAccessibleName(tr("Records"));
    setFrameShape(QFrame::NoFrame);
    setShowGrid(false);
    setSelectionBehavior(SelectRows);
    setSelectionMode(ExtendedSelection);
    setEditTriggers(NoEditTriggers);
    setTabKeyNavigation(false);
    setWordWrap(false);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollMode(ScrollPerPixel);
    setItemDelegate(m_delegate);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setDefaultSectionSize(qMax(26, fontMetrics().height() + 12));

    // Before setModel(): the selection must be small when the selection model remembers it, row by row.
    connect(&model, &QAbstractItemModel::layoutAboutToBeChanged, this, &AgreementTable::reduceSelection);
    setModel(&model);
    connect(&model, &QAbstractItemModel::layoutChanged, this, &AgreementTable::refillSelection);
    connect(&model, &QAbstractItemModel::rowsInserted, this, &AgreementTable::refillSelection);
    connect(&model, &QAbstractItemModel::modelReset, this, &AgreementTable::refillSelection);
    connect(&model, &QAbstractItemModel::columnsInserted, this, &AgreementTable::refillSelection);
    connect(selectionModel(), &QItemSelectionModel::selectionChanged, this, &AgreementTable::takeSelection);
    connect(selectionModel(), &QItemSelectionModel::currentChanged, this, &AgreementTable::takeSelection);
    Selection &selection = model.session().selection();
    connect(&selection, &Selection::changed, this, &AgreementTable::refillSelection);
    connect(&selection, &Selection::currentChanged, this, &AgreementTable::refillSelection);
    connect(&selection, &Selection::currentChanged, this, &AgreementTable::scrollToCurrent);
    connect(&model, &AgreementTableModel::filterChanged, viewport(), qOverload<>(&QWidget::update)); // other hits
    connect(this, &QAbstractItemView::activated, this, &AgreementTable::recordActivated);

    auto *header = new SortHeader(model, this);
    setHorizontalHeader(header);
    header->setObjectName(u"table.header"_s);
    header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    header->setHighlightSections(false);
    header->setTextElideMode(Qt::ElideRight);
    header->setSectionsClickable(true);
    header->setSectionsMovable(true);
    header->setMinimumSectionSize(40);
    header->setSortIndicatorShown(true);
    QFont bold = header->font();
    bold.setWeight(QFont::DemiBold);
    header->setFont(bold);
    header->setForegroundRole(QPalette::PlaceholderText);
    connect(header, &QHeaderView::sectionClicked, this, &AgreementTable::sortBy);
    m_columns = new TableColumns(*this, model);
    m_columnMenu = new ColumnMenu(*m_columns, this);
    header->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(header, &QWidget::customContextMenuRequested, this,
            [this, header](const QPoint &place) { m_columnMenu->popup(header->mapToGlobal(place)); });
    connect(m_columns, &TableColumns::changed, this, &AgreementTable::showSort);
    showSort();
    refillSelection();
}

void AgreementTable::setDrafts(const QSet<QUuid> &drafts)
{
    m_delegate->setDrafts(drafts);
    viewport()->update();
}

QList<QStringList> AgreementTable::selectedCells() const
{
    QList<QStringList> rows;
    const auto addRow = [&](const auto &cell) {
        rows.append(QStringList());
        for (int column = 0; column < m_model.columnCount(); ++column)
            rows.last().append(cell(column).toString());
    };
    addRow([&](int column) { return m_model.headerData(column, Qt::Horizontal); });
    const Selection &selection = m_model.session().selection();
    for (int row = 0; row < m_model.rowCount(); ++row) {
        if (selection.contains(m_model.slotAt(row)))
            addRow([&](int column) { return m_model.index(row, column).data(AgreementTableModel::WholeTextRole); });
    }
    return rows;
}

/// The letters typed in quick succession are the beginning of a title, whatever accents and case; the search goes on
/// below the current row, and from the top after the last. Only the head of a title is folded: there may be 100,000.
void AgreementTable::keyboardSearch(const QString &letters)
{
    const bool goesOn = m_typing.isValid() && m_typing.elapsed() < QApplication::keyboardInputInterval();
    m_typed = goesOn ? m_typed + letters : letters;
    m_typing.start();
    const QByteArray wanted = fold(m_typed);
    const int rows = m_model.rowCount();
    if (wanted.isEmpty() || rows == 0)
        return;
    const int first = qMax(0, currentIndex().row()) + (goesOn || !currentIndex().isValid() ? 0 : 1);
    for (int i = 0; i < rows; ++i) {
        const int row = (first + i) % rows;
        if (!fold(m_model.recordAt(row)->title.toString().left(2 * m_typed.size() + 8)).startsWith(wanted))
            continue;
        setCurrentIndex(m_model.index(row, qMax(0, currentIndex().column())));
        return;
    }
}

void AgreementTable::sortBy(int column)
{
    const Field field = m_model.fields().at(column);
    QList<SortKey> keys = m_model.sortKeys();
    const auto known =
        std::find_if(keys.begin(), keys.end(), [field](const SortKey &key) { return key.field == field; });
    const bool add = QApplication::keyboardModifiers() & Qt::ShiftModifier;
    const bool turn = known != keys.end() && (add || known == keys.begin());
    const Qt::SortOrder order = turn && known->order == Qt::AscendingOrder ? Qt::DescendingOrder : Qt::AscendingOrder;
    if (!add)
        keys = {{field, order}};
    else if (known != keys.end())
        known->order = order;
    else
        keys.append({field, order});
    setSort(keys);
}

void AgreementTable::setSort(const QList<SortKey> &keys)
{
    m_model.setSort(keys);
    showSort();
}

void AgreementTable::showSort()
{
    if (m_model.sortKeys().isEmpty())
        return;
    const SortKey &first = m_model.sortKeys().first();
    horizontalHeader()->setSortIndicator(static_cast<int>(m_model.fields().indexOf(first.field)), first.order);
    horizontalHeader()->viewport()->update(); // the other keys
}

void AgreementTable::reduceSelection()
{
    const QScopedValueRollback syncing(m_syncing, true);
    selectionModel()->clearSelection();
}

void AgreementTable::refillSelection()
{
    if (m_syncing)
        return;
    const QScopedValueRollback syncing(m_syncing, true);
    const Selection &selection = m_model.session().selection();
    QList<int> rows;
    for (const Slot slot : selection.selected()) {
        if (const int row = m_model.rowOf(slot); row >= 0)
            rows.append(row);
    }
    std::sort(rows.begin(), rows.end());
    QItemSelection ranges;
    const int last = m_model.columnCount() - 1;
    for (qsizetype i = 0; i < rows.size();) {
        qsizetype end = i + 1;
        while (end < rows.size() && rows[end] == rows[end - 1] + 1)
            ++end;
        ranges.append(QItemSelectionRange(m_model.index(rows[i], 0), m_model.index(rows[end - 1], last)));
        i = end;
    }
    selectionModel()->select(ranges, QItemSelectionModel::ClearAndSelect);
    const auto current = selection.current();
    const int row = current ? m_model.rowOf(*current) : -1;
    const int column = qMax(0, currentIndex().column());
    selectionModel()->setCurrentIndex(row < 0 ? QModelIndex() : m_model.index(row, column),
                                      QItemSelectionModel::NoUpdate);
    viewport()->update();
}

void AgreementTable::takeSelection()
{
    if (m_syncing)
        return;
    const QScopedValueRollback syncing(m_syncing, true);
    Selection &selection = m_model.session().selection();
    QSet<Slot> chosen;
    if (QApplication::keyboardModifiers() & (Qt::ControlModifier | Qt::ShiftModifier)) {
        for (const Slot slot : selection.selected()) { // what is hidden stays selected
            if (m_model.rowOf(slot) < 0)
                chosen.insert(slot);
        }
    }
    for (const QItemSelectionRange &range : selectionModel()->selection()) {
        for (int row = range.top(); row <= range.bottom(); ++row)
            chosen.insert(m_model.slotAt(row));
    }
    const QModelIndex current = currentIndex();
    selection.set(chosen, current.isValid() ? std::optional(m_model.slotAt(current.row())) : std::nullopt);
}

void AgreementTable::scrollToCurrent()
{
    if (const QModelIndex current = currentIndex(); current.isValid())
        scrollTo(current);
}

void AgreementTable::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy))
        QApplication::clipboard()->setMimeData(tableMime(selectedCells()));
    else
        QTableView::keyPressEvent(event);
}

void AgreementTable::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    m_columns->fit();
    m_empty->setGeometry(viewport()->geometry());
}

void AgreementTable::mousePressEvent(QMouseEvent *event)
{
    // A press on the empty ground below the rows would clear the selection and leave the form without a record.
    if (!indexAt(event->position().toPoint()).isValid())
        return;
    QTableView::mousePressEvent(event);
    takeSelection(); // also where it looks the same, but hidden records were selected besides
}

} // namespace Treatybook
