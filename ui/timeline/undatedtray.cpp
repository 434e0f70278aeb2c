#include "ui/timeline/undatedtray.h"

#include "timeline/undated.h"
#include "ui/timeline/undatedlist.h"
#include "ui/widgets/theme.h"

#include <QPainter>

namespace Treatybook {

using namespace Qt::StringLiterals;

UndatedTray::UndatedTray(AgreementTableModel &model, QWidget *parent) : QToolButton(parent), m_model(model)
{
    setObjectName(u"timeline.tray"_s);
    setAutoRaise(true);
    setFocusPolicy(Qt::StrongFocus);
    setToolButtonStyle(Qt::ToolButtonTextOnly);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Ignored); // as high as the overview beside it
    m_nextFrame.setSingleShot(true);
    m_nextFrame.setInterval(16);
    connect(&m_nextFrame, &QTimer::timeout, this, &UndatedTray::recount);
    // The table shows first what somebody types.
    const auto soon = [this] {
        if (!m_nextFrame.isActive())
            m_nextFrame.start();
    };
    connect(&model, &QAbstractItemModel::layoutChanged, this, soon);
    connect(&model, &QAbstractItemModel::modelReset, this, soon);
    connect(&model, &QAbstractItemModel::rowsInserted, this, soon);
    connect(&model, &QAbstractItemModel::rowsRemoved, this, soon);
    connect(&model, &QAbstractItemModel::dataChanged, this, soon);
    connect(this, &QToolButton::clicked, this, &UndatedTray::open);
    recount();
}

void UndatedTray::setCompact(bool compact)
{
    if (std::exchange(m_compact, compact) != compact)
        showCount();
}

void UndatedTray::recount()
{
    m_undated = undatedOf(m_model.store(), m_model.visibleSlots());
    showCount();
    setVisible(!m_undated.isEmpty());
}

void UndatedTray::showCount()
{
    const auto count = static_cast<int>(m_undated.size());
    //: records that no timeline can show
    const QString all = tr("%n record(s) without a date", nullptr, count);
    setText(m_compact ? u"⊘ %1"_s.arg(m_model.locale().toString(count)) : u"⊘ %1"_s.arg(all));
    setAccessibleName(all);
    setToolTip(m_compact ? all : tr("List the records without a date"));
}

/// It stands on the ground of the overview.
void UndatedTray::paintEvent(QPaintEvent *event)
{
    const TimelineStyle style = lookOf(palette());
    QPainter painter(this);
    painter.fillRect(rect(), style.band);
    painter.fillRect(QRect(0, 0, width(), 1), style.line);
    painter.end();
    QToolButton::paintEvent(event);
}

void UndatedTray::open()
{
    if (!m_list) {
        m_list = new UndatedList(m_model, this);
        connect(m_list, &UndatedList::chosen, this, [this](const QUuid &id) {
            if (const auto slot = m_model.store().slotOf(id))
                m_model.session().selection().select(*slot);
        });
    }
    m_list->popUp(m_undated);
}

} // namespace Treatybook
