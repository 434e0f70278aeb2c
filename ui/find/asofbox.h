#pragma once

#include "domain/daynumber.h"

#include <QLineEdit>
#include <QLocale>

#include <functional>
#include <optional>

namespace Treatybook {

class CalendarPopup;

/// The day that the whole window answers for: "today", or a day typed as 2021-10-01 or chosen in a calendar. Up and
/// Down step by days, with Shift by months, with Ctrl by years. Stands out when it is not today.
class AsOfBox : public QLineEdit
{
    Q_OBJECT

public:
    AsOfBox(std::function<Day()> today, const QLocale &locale, QWidget *parent = nullptr);

    /// As chosen; nothing means today, whatever day that will be tomorrow.
    std::optional<Day> chosenDay() const { return m_day; }
    Day day() const { return m_day.value_or(m_today()); }
    bool isToday() const { return !m_day || *m_day == m_today(); }
    void choose(std::optional<Day> day);
    void startEditing();

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

Q_SIGNALS:
    void dayChanged(Treatybook::Day day);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void showDay();
    void takeText();
    void step(int by, Qt::KeyboardModifiers modifiers);
    void openCalendar();
    void accent();

    std::function<Day()> m_today;
    QLocale m_locale;
    std::optional<Day> m_day;
    CalendarPopup *m_calendar = nullptr;
};

} // namespace Treatybook
