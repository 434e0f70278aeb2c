#include "ui/timeline/undatedlist.h"

#include "domain/fold.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/plainlabel.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QLineEdit>
#include <QScreen>
#include <QStandardItemModel>
#include <QTreeView>
#include <QVBoxLayout>

#include <algorithm>

namespace Treatybook {

using namespace Qt::StringLiterals;

namespace {

constexpr int Width = 520;
constexpr int KindWidth = 210;
constexpr int MostRows = 12; ///< before it scrolls

} // namespace

UndatedList::UndatedList(const AgreementTableModel &model, QWidget *owner)
    : QFrame(owner, Qt::Popup)
    , m_model(model)
    , m_line(new QLineEdit(this))
    , m_list(new QTreeView(this))
    , m_rows(new QStandardItemModel(0, 2, this))
    , m_more(new PlainLabel(this))
{
    setObjectName(u"timeline.tray.popup"_s);
    setFrameShape(QFrame::StyledPanel);
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    m_line->setObjectName(u"timeline.tray.filter"_s);
    m_line->setAccessibleName(tr("Part of a title"));
    m_line->setPlaceholderText(tr("Part of a title"));
    m_line->addAction(icon(Icon::Search), QLineEdit::LeadingPosition);
    m_line->installEventFilter(this);
    m_list->setObjectName(u"timeline.tray.list"_s);
    m_list->setAccessibleName(tr("Records without a date"));
    m_list->setModel(m_rows);
    m_list->setHeaderHidden(true);
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setAllColumnsShowFocus(true);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->header()->setStretchLastSection(false);
    m_list->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_list->header()->setSectionResizeMode(1, QHeaderView::Fixed);
    m_list->header()->resizeSection(1, KindWidth);
    m_list->installEventFilter(this);
    m_more->setObjectName(u"timeline.tray.more"_s);
    m_more->setRole(QPalette::PlaceholderText);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(6, 6, 6, 6);
    layout->addWidget(m_line);
    layout->addWidget(m_list);
    layout->addWidget(m_more);
    connect(m_line, &QLineEdit::textChanged, this, &UndatedList::fill);
    connect(m_list, &QAbstractItemView::clicked, this, [this](const QModelIndex &index) { choose(index.row()); });
}

void UndatedList::popUp(const QList<Slot> &records)
{
    m_records = records;
    m_line->clear();
    m_line->setVisible(records.size() > FewEnough);
    fill({});
    place();
    show();
    if (m_line->isHidden())
        m_list->setFocus(Qt::PopupFocusReason);
    else
        m_line->setFocus(Qt::PopupFocusReason);
}

void UndatedList::fill(const QString &typed)
{
    const QByteArray needle = fold(typed);
    m_shown.clear();
    m_rows->removeRows(0, m_rows->rowCount());
    qsizetype found = 0;
    for (const Slot slot : std::as_const(m_records)) {
        if (!m_model.store().isLive(slot))
            continue;
        const Agreement &record = m_model.store().record(slot);
        const QString title = record->title.toString();
        if ((!needle.isEmpty() && !fold(title).contains(needle)) || ++found > MostShown)
            continue;
        auto *name = new QStandardItem(title.isEmpty() ? tr("(no title)") : shortened(title));
        auto *kind = new QStandardItem(m_model.text(slot, Field::Kind));
        name->setToolTip(plainToolTip(title));
        kind->setForeground(palette().placeholderText());
        m_rows->appendRow({name, kind});
        m_shown.append(record.id());
    }
    const auto hidden = static_cast<int>(found - m_shown.size());
    m_more->setText(found == 0   ? tr("None has this in its title.")
                    : hidden > 0 ? tr("%n more: type a part of the title", nullptr, hidden)
                                 : QString());
    m_more->setVisible(!m_more->fullText().isEmpty());
    m_list->setCurrentIndex(m_rows->index(0, 0));
}

/// Above its owner, which stands low in the window; below where there is no room. It stays as it is while somebody
/// types.
void UndatedList::place()
{
    const int rows = std::clamp(m_rows->rowCount(), 1, MostRows);
    const int list = rows * std::max(m_list->sizeHintForRow(0), fontMetrics().height()) + 2;
    const QMargins margins = layout()->contentsMargins();
    int total = margins.top() + margins.bottom() + 2 * frameWidth() + list;
    if (!m_line->isHidden())
        total += m_line->sizeHint().height() + m_more->sizeHint().height() + 2 * layout()->spacing();
    setFixedSize(Width, total);
    const QWidget *owner = parentWidget();
    const QRect screen = owner->screen()->availableGeometry();
    QPoint corner = owner->mapToGlobal(QPoint(0, -total - 2));
    if (corner.y() < screen.top())
        corner.setY(owner->mapToGlobal(QPoint(0, owner->height() + 2)).y());
    corner.setX(std::clamp(corner.x(), screen.left(), std::max(screen.left(), screen.right() - Width)));
    move(corner);
}

void UndatedList::choose(int row)
{
    if (row < 0 || row >= m_shown.size())
        return;
    const QUuid record = m_shown.at(row);
    hide();
    Q_EMIT chosen(record);
}

bool UndatedList::eventFilter(QObject *object, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return QFrame::eventFilter(object, event);
    auto *key = static_cast<QKeyEvent *>(event);
    switch (key->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        choose(m_list->currentIndex().row());
        return true;
    case Qt::Key_Escape:
        hide();
        return true;
    case Qt::Key_Up:
    case Qt::Key_Down:
        if (object == m_line) { // the cursor stays in the line
            const int row = m_list->currentIndex().row() + (key->key() == Qt::Key_Up ? -1 : 1);
            m_list->setCurrentIndex(m_rows->index(std::clamp(row, 0, std::max(0, m_rows->rowCount() - 1)), 0));
            return true;
        }
        return false;
    default:
        return QFrame::eventFilter(object, event);
    }
}

} // namespace Treatybook
