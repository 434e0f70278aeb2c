#include "ui/timeline/rangebar.h"

#include "ui/widgets/icons.h"
#include "ui/widgets/theme.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPainter>
#include <QToolButton>

namespace Treatybook {

using namespace Qt::StringLiterals;

RangeBar::RangeBar(QWidget *parent) : QFrame(parent)
{
    setObjectName(u"timeline.rangeBar"_s);
    setAccessibleName(tr("Marked range"));
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(5, 4, 5, 4);
    layout->setSpacing(4);
    m_zoom = addButton(u"zoom"_s, tr("Zoom to"), tr("Let the timeline show this range (Enter)"));
    m_filter = addButton(u"filter"_s, tr("Filter to"),
                         tr("Show only records that were in force or under way within this range"));
    m_how = new QComboBox(this);
    m_how->setObjectName(u"timeline.rangeBar.how"_s);
    m_how->setAccessibleName(tr("How sure it must be"));
    m_how->addItems({tr("possibly inside"), tr("certainly inside")});
    layout->addWidget(m_how);
    m_leave = addButton(u"leave"_s, {}, tr("Take the mark away (Esc)"));
    m_leave->setIcon(icon(Icon::Close));
    m_leave->setAccessibleName(tr("Take the mark away"));
    setCursor(Qt::ArrowCursor);
    hide();

    connect(m_zoom, &QToolButton::clicked, this, &RangeBar::zoomRequested);
    connect(m_filter, &QToolButton::clicked, this, [this] { Q_EMIT filterRequested(m_how->currentIndex() == 1); });
    connect(m_leave, &QToolButton::clicked, this, &RangeBar::left);
}

QToolButton *RangeBar::addButton(const QString &name, const QString &text, const QString &tip)
{
    auto *button = new QToolButton(this);
    button->setObjectName(u"timeline.rangeBar."_s + name);
    button->setText(text);
    button->setToolTip(tip);
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::StrongFocus);
    layout()->addWidget(button);
    return button;
}

void RangeBar::startChoosing()
{
    m_zoom->setFocus(Qt::PopupFocusReason);
}

bool RangeBar::event(QEvent *event)
{
    // Esc also clears the search of the window.
    if (event->type() == QEvent::ShortcutOverride && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape) {
        event->accept();
        return true;
    }
    return QFrame::event(event);
}

void RangeBar::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Escape:
        Q_EMIT left();
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        (m_filter->hasFocus() ? m_filter : m_leave->hasFocus() ? m_leave : m_zoom)->click();
        return;
    default:
        QFrame::keyPressEvent(event);
    }
}

void RangeBar::paintEvent(QPaintEvent *)
{
    const TimelineStyle style = lookOf(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(style.accent, 1));
    painter.setBrush(style.ground);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
}

} // namespace Treatybook
