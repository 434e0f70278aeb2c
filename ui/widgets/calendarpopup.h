#pragma once

#include "domain/daynumber.h"

#include <QFrame>

QT_FORWARD_DECLARE_CLASS(QCalendarWidget)

namespace Treatybook {

/// A calendar that hangs below a widget until a day is chosen or it is left.
class CalendarPopup : public QFrame
{
    Q_OBJECT

public:
    explicit CalendarPopup(QWidget *owner);

    /// Opens below the owner, at the month of `day` (today, if there is none).
    void popUp(Day day);

Q_SIGNALS:
    void dayChosen(Treatybook::Day day);

private:
    QCalendarWidget *m_calendar;
};

} // namespace Treatybook
