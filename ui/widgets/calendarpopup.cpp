#include "ui/widgets/calendarpopup.h"

#include "ui/widgets/icons.h"

#include <QCalendarWidget>
#include <QScreen>
#include <QTextCharFormat>
#include <QToolButton>
#include <QVBoxLayout>

namespace Treatybook {

using namespace Qt::StringLiterals;

CalendarPopup::CalendarPopup(QWidget *owner) : QFrame(owner, Qt::Popup), m_calendar(new QCalendarWidget(this))
{
    setFrameShape(QFrame::StyledPanel);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(2, 2, 2, 2);
    layout->addWidget(m_calendar);
    m_calendar->setObjectName(u"calendar"_s);
    m_calendar->setVerticalHeaderFormat(QCalendarWidget::NoVerticalHeader);
    m_calendar->setFirstDayOfWeek(QLocale().firstDayOfWeek());
    m_calendar->setLocale(QLocale());
    const QTextCharFormat plain; // no red weekends: colour means something here
    m_calendar->setWeekdayTextFormat(Qt::Saturday, plain);
    m_calendar->setWeekdayTextFormat(Qt::Sunday, plain);
    const auto choose = [this](const QDate &date) {
        hide();
        Q_EMIT dayChosen(static_cast<Day>(date.toJulianDay()));
    };
    connect(m_calendar, &QCalendarWidget::clicked, this, choose);
    connect(m_calendar, &QCalendarWidget::activated, this, choose);
}

void CalendarPopup::popUp(Day day)
{
    const QColor ink = palette().color(QPalette::HighlightedText); // of the bar that they stand on
    for (const auto &[name, sign] :
         {std::pair{u"qt_calendar_prevmonth"_s, Icon::Previous}, {u"qt_calendar_nextmonth"_s, Icon::Next}}) {
        if (auto *button = m_calendar->findChild<QToolButton *>(name))
            button->setIcon(icon(sign, ink));
    }
    m_calendar->setSelectedDate(day == NoDay ? QDate::currentDate() : QDate::fromJulianDay(day));
    adjustSize();
    const QWidget *owner = parentWidget();
    QPoint place = owner->mapToGlobal(QPoint(0, owner->height() + 2));
    const QRect screen = owner->screen()->availableGeometry();
    place.setX(qBound(screen.left(), place.x(), qMax(screen.left(), screen.right() - width())));
    if (place.y() + height() > screen.bottom())
        place.setY(owner->mapToGlobal(QPoint(0, -height() - 2)).y());
    move(place);
    show();
    m_calendar->setFocus();
}

} // namespace Treatybook
