#include "ui/form/parteditor.h"

#include "ui/form/partdetails.h"
#include "ui/form/partitems.h"
#include "ui/form/partmodel.h"
#include "ui/form/parttable.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/plainlabel.h"

#include <QHBoxLayout>
#include <QToolButton>

namespace Treatybook {

using namespace Qt::StringLiterals;

constexpr int HeadingWidth = 112; ///< as the labels of the inputs above

PartEditor::PartEditor(const FieldInfo &info, const AgreementStore &store, const QLocale &locale, QWidget *parent)
    : QWidget(parent)
    , m_info(info)
    , m_model(new PartModel(info, store, locale, this))
    , m_head(new QWidget(this))
    , m_heading(new PlainLabel(info.labelText(), m_head))
    , m_tools(new QWidget(m_head))
    , m_table(new PartTable(*m_model, this))
    , m_message(new PlainLabel(this))
{
    setObjectName(u"form.%1"_s.arg(info.keyText()));
    m_table->setObjectName(u"table.%1"_s.arg(info.keyText()));
    m_table->setAccessibleName(info.labelText());
    m_message->setObjectName(u"message.%1"_s.arg(info.keyText()));
    m_message->setWordWrap(true);
    m_message->hide();
    m_heading->setRole(QPalette::PlaceholderText);
    m_heading->setBuddy(m_table);
    m_heading->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_heading->setFixedWidth(HeadingWidth);

    auto *tools = new QHBoxLayout(m_tools);
    tools->setContentsMargins({});
    tools->setSpacing(0);
    m_more = addButton(u"more"_s, Icon::More, tr("All details"), tr("All details of the item (Alt+Return)"));
    m_more->setCheckable(true);
    m_up = addButton(u"up"_s, Icon::Up, tr("Move up"), tr("Move up (Alt+Up)"));
    m_down = addButton(u"down"_s, Icon::Down, tr("Move down"), tr("Move down (Alt+Down)"));
    m_remove = addButton(u"remove"_s, Icon::Close, tr("Remove"), tr("Remove (Delete)"));
    m_add = addButton(u"add"_s, Icon::New, tr("Add"), tr("Add one (Insert)"));
    m_add->setFocusPolicy(Qt::TabFocus); // the others have keys in the table

    auto *head = new QHBoxLayout(m_head);
    head->setContentsMargins({});
    head->addWidget(m_heading);
    head->addStretch();
    head->addWidget(m_tools);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(2);
    layout->addWidget(m_head);
    layout->addWidget(m_table);
    layout->addWidget(m_message);

    connect(m_add, &QToolButton::clicked, this, &PartEditor::add);
    connect(m_remove, &QToolButton::clicked, m_table, &PartTable::removeCurrent);
    connect(m_up, &QToolButton::clicked, this, [this] { m_table->moveCurrent(-1); });
    connect(m_down, &QToolButton::clicked, this, [this] { m_table->moveCurrent(1); });
    connect(m_more, &QToolButton::toggled, this, &PartEditor::setDetails);
    connect(m_table, &PartTable::detailsRequested, m_more, &QToolButton::toggle);
    connect(m_table, &PartTable::currentItemChanged, this, &PartEditor::follow);
    connect(m_table, &PartTable::recordRequested, this, &PartEditor::recordRequested);
    connect(m_model, &PartModel::edited, this, &PartEditor::edited);
    for (const auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(m_model, signal, this, &PartEditor::follow);
    connect(m_model, &QAbstractItemModel::rowsMoved, this, &PartEditor::follow);
    connect(m_model, &QAbstractItemModel::modelReset, this, &PartEditor::follow);
    follow();
}

QToolButton *PartEditor::addButton(const QString &name, Icon sign, const QString &text, const QString &toolTip)
{
    auto *button = new QToolButton(m_tools);
    button->setObjectName(u"%1.%2"_s.arg(name, m_info.keyText()));
    button->setIcon(icon(sign));
    button->setIconSize({12, 12});
    button->setAutoRaise(true);
    button->setFixedSize(24, 22);
    button->setFocusPolicy(Qt::NoFocus);
    button->setToolTip(toolTip);
    button->setAccessibleName(tr("%1: %2", "Participants: add").arg(m_info.labelText(), text));
    m_tools->layout()->addWidget(button);
    return button;
}

void PartEditor::setContent(const Agreement &record, const QJsonArray &items)
{
    const int row = m_table->currentItem(), column = m_table->currentIndex().column();
    const ItemId current = row < 0 ? ItemId::None : m_model->idAt(row);
    m_model->setContent(record, items);
    if (const int now = m_model->rowOfId(current); row >= 0 && now >= 0 && now != m_table->currentItem())
        m_table->setCurrentIndex(m_model->index(now, column));
    follow();
}

const QJsonArray &PartEditor::items() const
{
    return m_model->items();
}

int PartEditor::count() const
{
    return m_model->itemCount();
}

void PartEditor::setReadOnly(bool readOnly)
{
    m_model->setReadOnly(readOnly);
    follow();
}

void PartEditor::setSought(const SoughtWords &words)
{
    m_model->setSought(words);
}

void PartEditor::setMessage(const QString &text, bool isHint)
{
    m_message->setText(text);
    m_message->setRole(isHint ? QPalette::PlaceholderText : QPalette::BrightText);
    m_message->setVisible(!text.isEmpty());
}

QWidget *PartEditor::takeTools()
{
    m_head->hide();
    return m_tools;
}

void PartEditor::finishEditing()
{
    m_table->finishEditing();
    m_model->finish(m_table->currentItem());
}

void PartEditor::forgetSteps()
{
    m_model->forgetSteps();
}

void PartEditor::startEditing()
{
    Q_EMIT opening();
    QWidget *target = m_model->itemCount() > 0 ? static_cast<QWidget *>(m_table) : m_add;
    target->setFocus(Qt::ShortcutFocusReason);
}

void PartEditor::focusProblem()
{
    for (int row = 0; row < m_model->itemCount(); ++row) {
        for (int column = 0; column < m_model->columnCount(); ++column) {
            if (cellProblem(m_model->columnInfo(column), m_model->text(row, column)).isEmpty())
                continue;
            Q_EMIT opening();
            m_table->setFocus();
            m_table->setCurrentIndex(m_model->index(row, column));
            if (!m_table->isColumnHidden(column))
                return;
            m_more->setChecked(true);
            m_details->focusColumn(column);
            return;
        }
    }
}

bool PartEditor::isOpen() const
{
    return m_model->rowCount() > 0 || !m_message->fullText().isEmpty();
}

void PartEditor::add()
{
    Q_EMIT opening();
    m_table->addItem();
}

void PartEditor::setDetails(bool shown)
{
    if (shown && !m_details) {
        m_details = new PartDetails(*m_model, this);
        static_cast<QVBoxLayout *>(layout())->insertWidget(2, m_details);
    }
    if (shown && m_table->currentItem() < 0 && m_model->itemCount() > 0)
        m_table->setCurrentIndex(
            m_model->index(0, m_table->currentIndex().isValid() ? m_table->currentIndex().column() : 0));
    follow();
}

/// Shows what fits the current item and their number.
void PartEditor::follow()
{
    const int row = m_table->currentItem();
    const bool canEdit = !m_model->isReadOnly(), hasItem = row >= 0;
    const ItemId item = hasItem ? m_model->idAt(row) : ItemId::None;
    if (const ItemId left = std::exchange(m_shownItem, item); left != item && left != ItemId::None && m_details)
        m_model->finish(m_model->rowOfId(left));
    m_add->setVisible(canEdit);
    for (QToolButton *button : {m_remove, m_up, m_down})
        button->setVisible(canEdit && m_model->itemCount() > 0);
    m_more->setVisible(m_model->itemCount() > 0);
    m_remove->setEnabled(hasItem);
    m_up->setEnabled(row > 0);
    m_down->setEnabled(hasItem && row + 1 < m_model->itemCount());
    m_table->setVisible(m_model->rowCount() > 0);
    if (m_details) {
        m_details->setRow(row);
        m_details->setVisible(m_more->isChecked() && hasItem);
    }
    if (const bool open = isOpen(); std::exchange(m_wasOpen, open) != open)
        Q_EMIT openChanged();
}

} // namespace Treatybook
