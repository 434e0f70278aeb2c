#include "ui/form/parttable.h"

#include "ui/form/columninput.h"
#include "ui/form/partmodel.h"

#include <QComboBox>
#include <QHeaderView>
#include <QKeyEvent>
#include <QUuid>

namespace Treatybook {

using namespace Qt::StringLiterals;

constexpr int MostRows = 10;      ///< that are seen without scrolling
constexpr int FewestLetters = 20; ///< of the column that takes what is left, before others are shown

PartTable::PartTable(PartModel &model, QWidget *parent)
    : QTableView(parent), m_model(model), m_shape(partShape(model.info())), m_delegate(new PartDelegate(model, this))
{
    setModel(&model);
    setItemDelegate(m_delegate);
    setFrameShape(QFrame::NoFrame);
    setShowGrid(false);
    setSelectionBehavior(SelectRows);
    setSelectionMode(SingleSelection);
    setTabKeyNavigation(false);
    setEditTriggers(DoubleClicked | SelectedClicked | AnyKeyPressed);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(ScrollPerPixel);
    setMouseTracking(true);
    setWordWrap(false);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setMinimumSectionSize(0);
    verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 10);
    horizontalHeader()->hide();
    horizontalHeader()->setMinimumSectionSize(0);
    for (int place = 0; place < m_shape.columns.size(); ++place)
        horizontalHeader()->moveSection(horizontalHeader()->visualIndex(m_shape.columns.at(place).column), place);

    connect(m_delegate, &PartDelegate::editorOpened, this, [this](int row) { setTall(row, 0); });
    connect(m_delegate, &PartDelegate::editorResized, this, [this](int height) { setTall(m_tallRow, height); });
    connect(m_delegate, &PartDelegate::finished, this, &PartTable::finished);
    connect(this, &QAbstractItemView::clicked, this, &PartTable::openLink);
    for (const auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(&model, signal, this, &QWidget::updateGeometry);
    connect(&model, &QAbstractItemModel::modelReset, this, [this] {
        m_tallRow = -1;
        fitColumns();
        updateGeometry();
    });
    fitColumns();
}

void PartTable::addItem()
{
    finishEditing();
    m_model.setAdding(true);
    const QModelIndex index = m_model.index(m_model.itemCount(), m_shape.main);
    setFocus();
    setCurrentIndex(index);
    scrollTo(index);
    QTableView::edit(index);
}

void PartTable::removeCurrent()
{
    const int row = currentItem();
    if (row < 0 || m_model.isReadOnly())
        return;
    finishEditing();
    const int column = currentIndex().column();
    m_model.remove(row);
    if (m_model.rowCount() > 0)
        setCurrentIndex(m_model.index(qMin(row, m_model.rowCount() - 1), column));
    fitColumns();
}

void PartTable::moveCurrent(int step)
{
    finishEditing();
    const int row = currentItem();
    if (!m_model.isReadOnly() && m_model.move(row, step))
        scrollTo(currentIndex());
}

int PartTable::currentItem() const
{
    const QModelIndex index = currentIndex();
    return index.isValid() && !m_model.isNewRow(index.row()) ? index.row() : -1;
}

void PartTable::fitColumns()
{
    const int letter = fontMetrics().averageCharWidth();
    const auto widthOf = [&](const PartShape::Column &column) { return (column.width + 1) * letter; };
    const auto isFilled = [this](int column) {
        for (int row = 0; row < m_model.itemCount(); ++row) {
            if (!m_model.text(row, column).isEmpty())
                return true;
        }
        return false;
    };
    int room = viewport()->width();
    for (const PartShape::Column &column : m_shape.columns)
        room -= column.optional ? 0 : widthOf(column);
    QHash<int, int> widths;
    for (const PartShape::Column &column : m_shape.columns) {
        const bool fits = !column.optional || room - widthOf(column) >= FewestLetters * letter;
        if (!fits || (column.optional && !isFilled(column.column)))
            continue;
        widths.insert(column.column, widthOf(column));
        room -= column.optional ? widthOf(column) : 0;
    }
    for (const PartShape::Column &column : m_shape.columns) {
        if (column.width == 0)
            widths[column.column] = qMax(letter * 6, widths.value(column.column) + room);
    }
    for (int column = 0; column < m_model.columnCount(); ++column) {
        setColumnHidden(column, !widths.contains(column));
        if (widths.contains(column))
            setColumnWidth(column, widths.value(column));
    }
}

QSize PartTable::sizeHint() const
{
    const int row = verticalHeader()->defaultSectionSize();
    int tall = 0;
    if (m_tallRow >= 0 && m_tallRow < m_model.rowCount())
        tall = rowHeight(m_tallRow) - row;
    return {240, qMin(verticalHeader()->length(), MostRows * row + row / 2 + tall)};
}

bool PartTable::event(QEvent *event)
{
    // Before the commands of the window that have the same keys.
    if (event->type() == QEvent::ShortcutOverride && commandOf(static_cast<QKeyEvent *>(event)) != Command::None) {
        event->accept();
        return true;
    }
    return QTableView::event(event);
}

PartTable::Command PartTable::commandOf(const QKeyEvent *event) const
{
    const auto modifiers = event->modifiers() & ~Qt::KeypadModifier;
    const auto is = [&](int key, Qt::KeyboardModifiers with = {}) { return event->key() == key && modifiers == with; };
    if (is(Qt::Key_F2) || is(Qt::Key_Return) || is(Qt::Key_Enter))
        return Command::Edit;
    if (is(Qt::Key_Insert) || is(Qt::Key_Return, Qt::ControlModifier) || is(Qt::Key_Enter, Qt::ControlModifier))
        return Command::Add;
    if (is(Qt::Key_Delete) || is(Qt::Key_Delete, Qt::ControlModifier))
        return Command::Remove;
    if (is(Qt::Key_Up, Qt::AltModifier))
        return Command::Up;
    if (is(Qt::Key_Down, Qt::AltModifier))
        return Command::Down;
    if (is(Qt::Key_Return, Qt::AltModifier) || is(Qt::Key_Enter, Qt::AltModifier))
        return Command::Details;
    if (is(Qt::Key_Space) && currentIndex().isValid() &&
        m_model.columnInfo(currentIndex().column()).type == FieldType::Flag)
        return Command::Toggle;
    if (is(Qt::Key_Return, Qt::ShiftModifier) || is(Qt::Key_Enter, Qt::ShiftModifier))
        return Command::Open;
    // Nothing of these items to take back: the book takes back what was saved last.
    if (event->matches(QKeySequence::Undo) && m_model.canStep(true))
        return Command::Undo;
    if (event->matches(QKeySequence::Redo) && m_model.canStep(false))
        return Command::Redo;
    return Command::None;
}

void PartTable::keyPressEvent(QKeyEvent *event)
{
    const QModelIndex index = currentIndex();
    switch (commandOf(event)) {
    case Command::Edit:
        if (index.isValid() && !m_model.isReadOnly())
            QTableView::edit(m_model.isNewRow(index.row()) ? index.siblingAtColumn(m_shape.main) : index);
        else
            openLink(index);
        return;
    case Command::Add:
        return m_model.isReadOnly() ? void() : addItem();
    case Command::Remove:
        return removeCurrent();
    case Command::Up:
        return moveCurrent(-1);
    case Command::Down:
        return moveCurrent(1);
    case Command::Details:
        Q_EMIT detailsRequested();
        return;
    case Command::Toggle:
        m_model.setText(index.row(), index.column(),
                        m_model.text(index.row(), index.column()).isEmpty() ? u"true"_s : QString());
        return;
    case Command::Open:
        return openLink(index);
    case Command::Undo:
    case Command::Redo:
        m_model.step(commandOf(event) == Command::Undo);
        if (m_model.rowCount() > 0)
            setCurrentIndex(m_model.index(qBound(0, index.row(), m_model.rowCount() - 1), qMax(0, index.column())));
        return;
    case Command::None:
        break;
    }
    QTableView::keyPressEvent(event);
}

bool PartTable::edit(const QModelIndex &index, EditTrigger trigger, QEvent *event)
{
    const bool byMouse = trigger == SelectedClicked || trigger == DoubleClicked;
    if (m_model.isReadOnly() || (byMouse && isLink(index)))
        return false;
    if (index.isValid() && m_model.isNewRow(index.row()) && index.column() != m_shape.main) {
        if (!(editTriggers() & trigger))
            return false;
        const QModelIndex begin = index.siblingAtColumn(m_shape.main);
        setCurrentIndex(begin);
        return QTableView::edit(begin, trigger, event);
    }
    const bool opened = QTableView::edit(index, trigger, event);
    if (ColumnInput *input = opened && byMouse ? m_delegate->editor() : nullptr) {
        if (auto *box = qobject_cast<QComboBox *>(input->focusTarget()))
            box->showPopup();
    }
    return opened;
}

void PartTable::finished(int row, PartDelegate::Next next)
{
    setTall(-1, 0);
    const QModelIndex index = currentIndex();
    const bool isNew = m_model.isNewRow(row);
    if (isNew && m_model.itemCount() == 0 && !hasFocus())
        m_model.setAdding(false);
    fitColumns();
    switch (next) {
    case PartDelegate::Next::Stay:
        break;
    case PartDelegate::Next::NewItem:
        if (!isNew)
            addItem();
        break;
    case PartDelegate::Next::NextCell:
    case PartDelegate::Next::PreviousCell:
        if (const bool forward = next == PartDelegate::Next::NextCell; isNew || !editNextTo(index, forward))
            focusNextPrevChild(forward);
        break;
    }
}

/// False at the end of the table. Past the last cell of the last item comes the empty row.
bool PartTable::editNextTo(const QModelIndex &index, bool forward)
{
    const QHeaderView *header = horizontalHeader();
    const int step = forward ? 1 : -1;
    int place = header->visualIndex(index.column()) + step;
    for (int row = index.row(); row >= 0 && row < m_model.rowCount(); row += step) {
        for (; place >= 0 && place < header->count(); place += step) {
            const int column = header->logicalIndex(place);
            if (header->isSectionHidden(column) || (m_model.isNewRow(row) && column != m_shape.main))
                continue;
            const QModelIndex next = m_model.index(row, column);
            setCurrentIndex(next);
            QTableView::edit(next);
            return true;
        }
        place = forward ? 0 : header->count() - 1;
    }
    return false;
}

/// The row that is edited is as high as its editor.
void PartTable::setTall(int row, int height)
{
    const int usual = verticalHeader()->defaultSectionSize();
    if (m_tallRow >= 0 && m_tallRow != row && m_tallRow < m_model.rowCount())
        setRowHeight(m_tallRow, usual);
    m_tallRow = row;
    if (const int wanted = qMax(usual, height + 1); row >= 0 && row < m_model.rowCount() && rowHeight(row) != wanted)
        setRowHeight(row, wanted);
    updateGeometry();
}

void PartTable::wheelEvent(QWheelEvent *event)
{
    if (hasFocus() || m_delegate->editor())
        QTableView::wheelEvent(event);
    else
        event->ignore(); // the form scrolls
}

void PartTable::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    fitColumns();
}

void PartTable::focusInEvent(QFocusEvent *event)
{
    QTableView::focusInEvent(event);
    if (!currentIndex().isValid() && m_model.rowCount() > 0)
        setCurrentIndex(m_model.index(0, m_shape.columns.first().column));
    viewport()->update();
}

void PartTable::focusOutEvent(QFocusEvent *event)
{
    QTableView::focusOutEvent(event);
    viewport()->update();
    const auto reason = event->reason();
    if (!m_delegate->editor() && reason != Qt::PopupFocusReason && reason != Qt::ActiveWindowFocusReason)
        m_model.setAdding(false);
}

void PartTable::mousePressEvent(QMouseEvent *event)
{
    const QModelIndex index = indexAt(event->position().toPoint());
    QTableView::mousePressEvent(event);
    if (index.isValid() && m_model.isNewRow(index.row()) && event->button() == Qt::LeftButton)
        addItem();
}

void PartTable::mouseMoveEvent(QMouseEvent *event)
{
    viewport()->setCursor(isLink(indexAt(event->position().toPoint())) ? Qt::PointingHandCursor : Qt::ArrowCursor);
    QTableView::mouseMoveEvent(event);
}

void PartTable::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QTableView::currentChanged(current, previous);
    viewport()->update();
    Q_EMIT currentItemChanged();
}

bool PartTable::isLink(const QModelIndex &index) const
{
    return index.isValid() && m_model.columnInfo(index.column()).type == FieldType::Record &&
           m_model.store().slotOf(QUuid::fromString(m_model.text(index.row(), index.column()))).has_value();
}

void PartTable::openLink(const QModelIndex &index)
{
    if (isLink(index))
        Q_EMIT recordRequested(QUuid::fromString(m_model.text(index.row(), index.column())));
}

} // namespace Treatybook
