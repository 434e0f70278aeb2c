#include "ui/widgets/edtfedit.h"

#include "ui/widgets/calendarpopup.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/plainlabel.h"
#include "ui/widgets/undofallthrough.h"

#include <QAction>
#include <QDate>
#include <QKeyEvent>
#include <QLineEdit>
#include <QVBoxLayout>

namespace Treatybook {

using namespace Qt::StringLiterals;

namespace {

QString dayWords(Day day, const QLocale &locale)
{
    return displayText(Edtf::read(dayText(day)), locale);
}

/// "any day of 2004", if the bounds are a whole year or month; else empty.
QString wholePeriod(const DayRange &range, const QLocale &locale)
{
    const CivilDate first = civilDate(range.earliest), last = civilDate(range.latest);
    const bool wholeMonths = first.day == 1 && last.day == Calendar::daysInMonth(last.year, last.month);
    if (first.year != last.year || !wholeMonths)
        return {};
    const QString iso = dayText(range.earliest);
    const qsizetype monthEnd = iso.size() - 3;
    if (first.month == last.month)
        return displayText(Edtf::read(iso.left(monthEnd)), locale);
    return first.month == 1 && last.month == 12 ? displayText(Edtf::read(iso.left(monthEnd - 3)), locale) : QString();
}

QString instantWords(const Edtf &value, const QLocale &locale)
{
    const DayRange range = value.instant();
    if (value.isExactDay()) {
        const QDate date = QDate::fromJulianDay(range.earliest);
        return EdtfEdit::tr("= %1 %2, exact day")
            .arg(locale.dayName(date.dayOfWeek()), dayWords(range.earliest, locale));
    }
    if (range.earliest == NoDay)
        return EdtfEdit::tr("= %1 or some day before").arg(dayWords(range.latest, locale));
    if (range.latest == NoDay)
        return EdtfEdit::tr("= %1 or some day after").arg(dayWords(range.earliest, locale));
    if (const QString period = wholePeriod(range, locale); !period.isEmpty())
        return EdtfEdit::tr("= any day of %1").arg(period);
    return EdtfEdit::tr("= any day from %1 to %2")
        .arg(dayWords(range.earliest, locale), dayWords(range.latest, locale));
}

QString boundWords(const DayRange &range, bool latest, EdtfEdit::Meaning meaning, const QLocale &locale)
{
    if (meaning == EdtfEdit::Meaning::Term)
        return dayWords(latest ? range.latest : range.earliest, locale);
    const QString period = wholePeriod(range, locale);
    return period.isEmpty() ? dayWords(latest ? range.latest : range.earliest, locale) : period;
}

QString intervalWords(const Edtf &value, EdtfEdit::Meaning meaning, const QLocale &locale)
{
    const bool start = !value.hasOpenStart() && !value.hasUnknownStart();
    const bool end = !value.hasOpenEnd() && !value.hasUnknownEnd();
    const QString from = start ? boundWords(value.start(), false, meaning, locale) : QString();
    const QString to = end ? boundWords(value.end(), true, meaning, locale) : QString();
    if (start && end)
        return EdtfEdit::tr("= %1 to %2").arg(from, to);
    if (start)
        return value.hasOpenEnd() ? EdtfEdit::tr("= from %1, without end").arg(from)
                                  : EdtfEdit::tr("= from %1, the end is not known").arg(from);
    if (end)
        return value.hasOpenStart() ? EdtfEdit::tr("= until %1, without beginning").arg(to)
                                    : EdtfEdit::tr("= until %1, the beginning is not known").arg(to);
    return EdtfEdit::tr("= neither end is known");
}

} // namespace

QString explanation(const Edtf &value, EdtfEdit::Meaning meaning, const QLocale &locale)
{
    if (value.isEmpty())
        return {};
    if (value.isUnread())
        return EdtfEdit::tr("%1 It stays as written.").arg(value.problem());
    QString words =
        value.isInterval() ? intervalWords(value, meaning, locale)
        : meaning == EdtfEdit::Meaning::Term
            ? EdtfEdit::tr("= %1 to %2").arg(dayWords(value.termFirst(), locale), dayWords(value.termLast(), locale))
            : instantWords(value, locale);
    if (value.isApproximate() && value.isUncertain())
        words = EdtfEdit::tr("%1, approximate and uncertain").arg(words);
    else if (value.isApproximate())
        words = EdtfEdit::tr("%1, approximate").arg(words);
    else if (value.isUncertain())
        words = EdtfEdit::tr("%1, uncertain").arg(words);
    return words;
}

EdtfEdit::EdtfEdit(Meaning meaning, const QLocale &locale, QWidget *parent)
    : QWidget(parent), m_meaning(meaning), m_locale(locale), m_line(new QLineEdit(this)), m_hint(new PlainLabel(this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(2);
    layout->addWidget(m_line);
    layout->addWidget(m_hint);
    setFocusProxy(m_line);

    m_hint->setWordWrap(true);
    m_hint->setRole(QPalette::PlaceholderText);
    m_hint->setObjectName(u"hint"_s);
    m_line->installEventFilter(this);
    UndoFallThrough::install(m_line);
    m_calendarAction = m_line->addAction(icon(Icon::Calendar), QLineEdit::TrailingPosition);
    m_calendarAction->setToolTip(tr("Choose a day (F4)"));

    connect(m_calendarAction, &QAction::triggered, this, &EdtfEdit::openCalendar);
    connect(m_line, &QLineEdit::textChanged, this, &EdtfEdit::explain);
    connect(m_line, &QLineEdit::textEdited, this, &EdtfEdit::edited);
    explain();
}

void EdtfEdit::setText(const QString &text)
{
    const int cursor = m_line->cursorPosition();
    m_line->setText(text);
    m_line->setCursorPosition(m_line->hasFocus() ? cursor : 0);
}

QString EdtfEdit::text() const
{
    return m_line->text();
}

void EdtfEdit::setReadOnly(bool readOnly)
{
    m_line->setReadOnly(readOnly);
    m_calendarAction->setVisible(!readOnly);
}

QString EdtfEdit::hint() const
{
    return m_hint->fullText();
}

bool EdtfEdit::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut)
        QMetaObject::invokeMethod(this, &EdtfEdit::explain, Qt::QueuedConnection);
    if (event->type() == QEvent::KeyPress && !m_line->isReadOnly() &&
        static_cast<QKeyEvent *>(event)->key() == Qt::Key_F4) {
        openCalendar();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

void EdtfEdit::explain()
{
    const Edtf value = Edtf::read(m_line->text());
    QString words = explanation(value, m_meaning, m_locale);
    m_line->setAccessibleDescription(words);
    if (value.isEmpty() && m_line->hasFocus() && !m_line->isReadOnly())
        words = m_meaning == Meaning::Term ? tr("such as 2014/2016, 2014-07/2016, 2014/..")
                                           : tr("such as 2021-09-20, 2021-09, 2021, 2021~");
    m_hint->setText(words);
    m_hint->setRole(value.isUnread() ? QPalette::BrightText : QPalette::PlaceholderText);
    m_hint->setVisible(!words.isEmpty());
}

void EdtfEdit::openCalendar()
{
    if (!m_calendar) {
        m_calendar = new CalendarPopup(m_line);
        connect(m_calendar, &CalendarPopup::dayChosen, this, [this](Day day) {
            m_line->selectAll();
            m_line->insert(dayText(day)); // unlike setText(), the person can undo it
            m_line->setFocus();
        });
    }
    m_calendar->popUp(Edtf::read(m_line->text()).start().earliest);
}

} // namespace Treatybook
