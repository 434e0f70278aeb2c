#include "ui/form/partdelegate.h"

#include "ui/form/columninput.h"
#include "ui/form/partitems.h"
#include "ui/form/partmodel.h"
#include "ui/widgets/plainlabel.h"
#include "ui/widgets/theme.h"

#include <QApplication>
#include <QComboBox>
#include <QHelpEvent>
#include <QPainter>
#include <QPlainTextEdit>
#include <QTableView>
#include <QToolTip>

namespace Treatybook {

using namespace Qt::StringLiterals;

constexpr int Inset = 4;

PartDelegate::PartDelegate(PartModel &model, QObject *parent)
    : QStyledItemDelegate(parent), m_model(model), m_shape(partShape(model.info()))
{
}

void PartDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const TimelineStyle look = lookOf(option.palette);
    const auto *view = qobject_cast<const QTableView *>(option.widget);
    const bool hasFocus = view && view->hasFocus();
    const bool isNew = m_model.isNewRow(index.row());
    painter->save();
    painter->setClipRect(option.rect);
    const bool selected = option.state & QStyle::State_Selected && hasFocus;
    painter->fillRect(option.rect, selected ? softAccent(option.palette) : look.ground);
    if (!isNew)
        painter->fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1), look.grid);
    if (hasFocus && view->currentIndex() == index && !isNew)
        painter->fillRect(QRect(option.rect.left(), option.rect.bottom() - 1, option.rect.width(), 2), look.accent);

    const QRect rect = option.rect.adjusted(Inset / 2, 0, -Inset, -1);
    const ColumnInfo &info = m_model.columnInfo(index.column());
    const bool isLead = info.type == FieldType::Choice && !isNew && index.column() == m_shape.columns.first().column;
    QString text = shortened(index.data(Qt::DisplayRole).toString()).replace(u'\n', u' ');
    QColor color = look.text;
    if (isNew) {
        text = index.column() == m_shape.columns.first().column ? tr("Add …") : QString();
        color = look.dim;
    } else if (!index.data(PartModel::ProblemRole).toString().isEmpty()) {
        color = option.palette.color(QPalette::BrightText);
        text = tr("⚠ %1").arg(text);
    } else if (info.type == FieldType::Record) {
        color = look.accent;
    } else if (info.type == FieldType::Choice && !isLead) {
        color = look.dim;
    }
    QFont font = option.font;
    if (isLead)
        font.setWeight(QFont::DemiBold); // it leads the line
    painter->setFont(font);
    const QFontMetrics metrics(font);
    const bool isNumber = info.type == FieldType::Decimal && !isNew;
    const int flags = Qt::AlignVCenter | Qt::TextSingleLine | (isNumber ? Qt::AlignRight : Qt::AlignLeft);
    const auto drawText = [&](const QRect &place, const QString &shown) {
        const int advance = isNumber ? metrics.horizontalAdvance(shown) : place.width();
        const QPointF corner(place.right() + 1 - advance, place.center().y() - metrics.height() / 2);
        for (const QRectF &mark : foundRects(shown, m_model.sought().foundIn(shown), painter->font()))
            painter->fillRect(mark.translated(corner), foundColor(option.palette));
        painter->drawText(place, flags, shown);
    };
    painter->setPen(color);
    drawText(rect, metrics.elidedText(text, Qt::ElideRight, rect.width()));

    const QString more = index.column() == m_shape.teller && !isNew ? told(index.row()) : QString();
    const int left = text.isEmpty() ? 0 : metrics.horizontalAdvance(text) + metrics.horizontalAdvance(u' ') * 2;
    if (const int room = rect.width() - left; !more.isEmpty() && room > metrics.averageCharWidth() * 4) {
        painter->setFont(option.font);
        painter->setPen(look.dim);
        drawText(rect.adjusted(left, 0, 0, 0), metrics.elidedText(more, Qt::ElideRight, room));
    }
    painter->restore();
}

/// What the row would say in columns that are not shown.
QString PartDelegate::told(int row) const
{
    const auto *view = qobject_cast<const QTableView *>(parent());
    QStringList words;
    bool afterAmount = false;
    for (const int column : m_shape.told) {
        if (view && !view->isColumnHidden(column))
            continue;
        const QString word = shortened(m_model.index(row, column).data().toString()).replace(u'\n', u' ');
        if (word.isEmpty())
            continue;
        if (std::exchange(afterAmount, m_model.columnInfo(column).type == FieldType::Decimal) && !words.isEmpty())
            words.last() += u' ' + word; // and its unit
        else
            words.append(word);
    }
    return words.join(", "_L1);
}

QWidget *PartDelegate::createEditor(QWidget *parent, const QStyleOptionViewItem &, const QModelIndex &index) const
{
    const ColumnInfo &info = m_model.columnInfo(index.column());
    const QString text = m_model.text(index.row(), index.column());
    const auto *view = qobject_cast<const QTableView *>(this->parent());
    const bool isLong = info.type == FieldType::Text &&
                        (text.contains(u'\n') ||
                         view->fontMetrics().horizontalAdvance(text.left(500)) > view->viewport()->width() - 6 * Inset);
    auto *input = new ColumnInput(info, m_model.locale(), &m_model,
                                  isLong ? ColumnInput::Shape::Box : ColumnInput::Shape::Usual, parent);
    input->setInputName(u"cell.%1.%2"_s.arg(m_model.info().keyText(), info.keyText()), info.labelText());
    input->setSought(m_model.sought());
    input->setAutoFillBackground(true);
    input->setBackgroundRole(QPalette::Base);
    m_editor = input;
    connect(input, &ColumnInput::ending, this, [this, input] { // its parts still send events while they go
        if (m_editor == input)
            m_editor = nullptr;
    });
    m_index = index;
    m_before = m_model.isNewRow(index.row()) ? QJsonObject() : m_model.item(index.row());
    connect(input, &ColumnInput::edited, this, [this, input] {
        if (input == m_editor) // a date is put into its form once more when it is left
            Q_EMIT const_cast<PartDelegate *>(this)->commitData(input);
    });
    connect(input, &ColumnInput::countryChosen, this, [this](const QString &name, const QString &code) {
        if (!m_index.isValid())
            return;
        m_model.setText(m_index.row(), m_index.column(), name);
        m_model.setText(m_index.row(), m_model.columnOf("code"), code);
    });
    Q_EMIT editorOpened(index.row());
    return input;
}

void PartDelegate::setEditorData(QWidget *editor, const QModelIndex &index) const
{
    auto *input = static_cast<ColumnInput *>(editor);
    const QString text = m_model.text(index.row(), index.column());
    if (cellText(input->value()) != text || m_model.columnInfo(index.column()).type == FieldType::Item) {
        const QJsonValue value = cellValue(m_model.columnInfo(index.column()), text);
        input->setValue(value.isUndefined() ? QJsonValue(QString()) : value);
    }
    input->focusTarget()->installEventFilter(const_cast<PartDelegate *>(this));
}

void PartDelegate::setModelData(QWidget *editor, QAbstractItemModel *, const QModelIndex &index) const
{
    if (const auto *input = static_cast<ColumnInput *>(editor); input->wasEdited()) // looking is no change
        m_model.setText(index.row(), index.column(), cellText(input->value()));
}

void PartDelegate::updateEditorGeometry(QWidget *editor, const QStyleOptionViewItem &option,
                                        const QModelIndex &index) const
{
    const auto *view = qobject_cast<const QTableView *>(parent());
    const FieldType type = m_model.columnInfo(index.column()).type;
    const int wanted = editor->fontMetrics().horizontalAdvance(m_model.text(index.row(), index.column()).left(500));
    const bool isWide = type == FieldType::Date || type == FieldType::Interval || type == FieldType::Record ||
                        type == FieldType::List || type == FieldType::Item ||
                        (type == FieldType::Text && wanted > option.rect.width() - 6 * Inset);
    QRect rect = option.rect;
    if (isWide) {
        rect.setLeft(0);
        rect.setWidth(view->viewport()->width());
    } else if (type == FieldType::Choice) {
        const int width = qMax(rect.width(), qMin(editor->sizeHint().width(), view->viewport()->width()));
        rect.setLeft(qMin(rect.left(), view->viewport()->width() - width));
        rect.setWidth(width);
    }
    editor->setGeometry(rect);
    const int height = editor->hasHeightForWidth() ? editor->heightForWidth(rect.width()) : editor->sizeHint().height();
    Q_EMIT editorResized(height);
}

bool PartDelegate::helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
                             const QModelIndex &index)
{
    if (event->type() != QEvent::ToolTip || !index.isValid())
        return QStyledItemDelegate::helpEvent(event, view, option, index);
    QToolTip::showText(event->globalPos(), plainToolTip(index.data(Qt::ToolTipRole).toString()), view, option.rect);
    return true;
}

ColumnInput *PartDelegate::editor() const
{
    return m_editor;
}

void PartDelegate::finish(Next next)
{
    if (!m_editor)
        return;
    const QPointer<ColumnInput> input = std::exchange(m_editor, nullptr);
    Q_EMIT commitData(input);
    const int row = m_index.row();
    Q_EMIT closeEditor(input, NoHint);
    m_model.finish(row);
    Q_EMIT finished(row, next);
}

void PartDelegate::cancel()
{
    const QPointer<ColumnInput> input = std::exchange(m_editor, nullptr);
    const int row = m_index.row();
    Q_EMIT closeEditor(input, RevertModelCache);
    m_model.restore(row, m_before);
    Q_EMIT finished(row, Next::Stay);
}

bool PartDelegate::eventFilter(QObject *watched, QEvent *event)
{
    if (!m_editor)
        return false;
    if (watched == m_editor) {
        if (event->type() == QEvent::LayoutRequest) {
            const int width = m_editor->width();
            Q_EMIT editorResized(m_editor->hasHeightForWidth() ? m_editor->heightForWidth(width)
                                                               : m_editor->sizeHint().height());
        }
    }
    const auto *widget = qobject_cast<QWidget *>(watched);
    if (!widget || (watched != m_editor && !m_editor->isAncestorOf(widget)))
        return false;
    switch (event->type()) {
    case QEvent::ShortcutOverride:
        if (takesKey(static_cast<QKeyEvent *>(event)))
            event->accept();
        return false;
    case QEvent::KeyPress:
        return keyPressed(static_cast<QKeyEvent *>(event), watched == m_editor->focusTarget());
    case QEvent::FocusOut: {
        const auto reason = static_cast<QFocusEvent *>(event)->reason();
        if (reason == Qt::PopupFocusReason || reason == Qt::ActiveWindowFocusReason || reason == Qt::MenuBarFocusReason)
            return false;
        QWidget *focus = QApplication::focusWidget();
        if (focus && m_editor->isAncestorOf(focus))
            focus->installEventFilter(this); // such as a meaning of a date to choose
        else
            QMetaObject::invokeMethod(
                this,
                [this, editor = m_editor] {
                    if (editor && editor == m_editor)
                        finish(Next::Stay);
                },
                Qt::QueuedConnection);
        return false;
    }
    default:
        return false;
    }
}

/// Keys that a command of the window would take from the editor.
bool PartDelegate::takesKey(const QKeyEvent *event) const
{
    return event->key() == Qt::Key_Escape || event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
}

/// Whether Tab leads to something else in the open editor.
bool PartDelegate::hasNextInput() const
{
    for (QWidget *next = m_editor->focusTarget()->nextInFocusChain(); next != m_editor->focusTarget();
         next = next->nextInFocusChain()) {
        if (m_editor->isAncestorOf(next) && next->isVisible() && next->isEnabled() && !next->focusProxy() &&
            next->focusPolicy() & Qt::TabFocus)
            return true;
    }
    return false;
}

/// In the input itself, or in something beside it that let the key pass.
bool PartDelegate::keyPressed(QKeyEvent *event, bool inInput)
{
    if (!inInput && event->key() != Qt::Key_Escape)
        return false;
    const bool control = event->modifiers() & Qt::ControlModifier;
    const bool isBox = qobject_cast<QPlainTextEdit *>(m_editor->focusTarget());
    switch (event->key()) {
    case Qt::Key_Escape:
        cancel();
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (isBox && event->modifiers() & Qt::ShiftModifier)
            return false; // another line
        finish(control || m_before.isEmpty() ? Next::NewItem : Next::Stay);
        return true;
    case Qt::Key_Tab:
        if (hasNextInput())
            return false;
        finish(Next::NextCell);
        return true;
    case Qt::Key_Backtab:
        finish(Next::PreviousCell);
        return true;
    default:
        return false;
    }
}

} // namespace Treatybook
