#include "ui/find/asofbox.h"

#include "domain/datereader.h"
#include "ui/widgets/calendarpopup.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/theme.h"

#include <QAction>
#include <QDate>
#include <QKeyEvent>
#include <QToolTip>

namespace Treatybook {

using namespace Qt::StringLiterals;

AsOfBox::AsOfBox(std::function<Day()> today, const QLocale &locale, QWidget *parent)
    : QLineEdit(parent), m_today(std::move(today)), m_locale(locale)
{
    setObjectName(u"asOf"_s);
    setAccessibleName(tr("As of"));
    setToolTip(tr("The day that statuses answer for: today, or a day such as 2021-10-01 (Ctrl+D)"));
    QAction *open = addAction(icon(Icon::Calendar), TrailingPosition);
    open->setToolTip(tr("Choose a day (F4)"));
    connect(open, &QAction::triggered, this, &AsOfBox::openCalendar);
    connect(this, &QLineEdit::returnPressed, this, &AsOfBox::takeText);
    showDay();
}

void AsOfBox::choose(std::optional<Day> day)
{
    const Day before = this->day();
    m_day = day;
    showDay();
    if (this->day() != before)
        Q_EMIT dayChanged(this->day());
}

void AsOfBox::startEditing()
{
    setFocus(Qt::ShortcutFocusReason);
    selectAll();
}

QSize AsOfBox::sizeHint() const
{
    return {fontMetrics().horizontalAdvance(u"30 September 2021"_s) + 52, QLineEdit::sizeHint().height()};
}

void AsOfBox::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Up:
        step(1, event->modifiers());
        return;
    case Qt::Key_Down:
        step(-1, event->modifiers());
        return;
    case Qt::Key_F4:
        openCalendar();
        return;
    case Qt::Key_Escape:
        showDay();
        selectAll();
        return;
    default:
        QLineEdit::keyPressEvent(event);
    }
}

void AsOfBox::focusInEvent(QFocusEvent *event)
{
    showDay();
    QLineEdit::focusInEvent(event);
    if (event->reason() == Qt::TabFocusReason || event->reason() == Qt::BacktabFocusReason)
        selectAll();
}

void AsOfBox::focusOutEvent(QFocusEvent *event)
{
    QLineEdit::focusOutEvent(event);
    if (event->reason() != Qt::PopupFocusReason && event->reason() != Qt::ActiveWindowFocusReason)
        takeText();
    showDay();
}

void AsOfBox::changeEvent(QEvent *event)
{
    QLineEdit::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        accent();
}

void AsOfBox::showDay()
{
    const bool editing = hasFocus();
    if (!m_day)
        setText(tr("today"));
    else
        setText(editing ? dayText(*m_day) : Treatybook::displayText(Edtf::read(dayText(*m_day)), m_locale));
    setCursorPosition(0);
    accent();
}

void AsOfBox::takeText()
{
    const QString typed = text().trimmed();
    if (typed.isEmpty() || typed.compare(tr("today"), Qt::CaseInsensitive) == 0 ||
        typed.compare("today"_L1, Qt::CaseInsensitive) == 0)
        return choose(std::nullopt);
    if (const auto day = parseDay(typed))
        return choose(*day);
    const DateReading reading = readDate(typed, FieldType::Date);
    const bool isClear = reading.certainty == DateReading::Certainty::Edtf ||
                         reading.certainty == DateReading::Certainty::Understood;
    if (isClear && reading.value.isExactDay() && !reading.value.isQualified())
        return choose(reading.value.start().earliest);
    QToolTip::showText(mapToGlobal(QPoint(0, height())),
                       reading.certainty == DateReading::Certainty::Doubtful
                           ? tr("That may be another day too. Type year-month-day such as 2021-10-01.")
                           : tr("That is no day. Type today, 1 October 2021 or 2021-10-01."),
                       this);
    showDay(); // the one that was chosen stays
    selectAll();
}

void AsOfBox::step(int by, Qt::KeyboardModifiers modifiers)
{
    const QDate date = QDate::fromJulianDay(day());
    const QDate next = modifiers & Qt::ControlModifier ? date.addYears(by)
                       : modifiers & Qt::ShiftModifier ? date.addMonths(by)
                                                       : date.addDays(by);
    choose(qBound(MinDay, static_cast<Day>(next.toJulianDay()), MaxDay));
}

void AsOfBox::openCalendar()
{
    if (!m_calendar) {
        m_calendar = new CalendarPopup(this);
        connect(m_calendar, &CalendarPopup::dayChosen, this, [this](Day day) { choose(day); });
    }
    m_calendar->popUp(day());
}

void AsOfBox::accent()
{
    const bool plain = isToday();
    QFont shown;
    shown.setWeight(plain ? QFont::Normal : QFont::DemiBold);
    setFont(shown);
    setProperty("accented", !plain);
    QPalette colors;
    if (!plain)
        colors.setColor(QPalette::Text, lookOf(palette()).asOf);
    setPalette(colors);
}

} // namespace Treatybook
