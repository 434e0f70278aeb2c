#include "ui/widgets/edtfedit.h"

#include "ui/widgets/calendarpopup.h"
#include "ui/widgets/datechoices.h"
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

EdtfEdit::EdtfEdit(Meaning meaning, const QLocale &locale, QWidget *parent)
    : QWidget(parent)
    , m_meaning(meaning)
    , m_locale(locale)
    , m_line(new QLineEdit(this))
    , m_hint(new PlainLabel(this))
    , m_choices(new DateChoices(m_line, locale, this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(2);
    layout->addWidget(m_line);
    layout->addWidget(m_hint);
    layout->addWidget(m_choices);
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
    connect(m_line, &QLineEdit::returnPressed, this, &EdtfEdit::takeText);
    connect(m_choices, &DateChoices::chosen, this, [this](const QString &edtf) {
        m_line->setFocus(); // the choice goes away with what it was about
        replaceText(edtf);
    });
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
    if (!m_line->isModified())
        return m_line->text();
    const DateReading reading = readDate(m_line->text(), fieldType());
    if (reading.certainty == DateReading::Certainty::Edtf || reading.certainty == DateReading::Certainty::Understood)
        return reading.value.text();
    const QString written = m_line->text().trimmed();
    return Edtf::read(written).isDated() ? written : m_line->text();
}

void EdtfEdit::setReadOnly(bool readOnly)
{
    m_line->setReadOnly(readOnly);
    m_calendarAction->setVisible(!readOnly);
    explain();
}

QString EdtfEdit::hint() const
{
    return m_hint->fullText();
}

FieldType EdtfEdit::fieldType() const
{
    return m_meaning == Meaning::Term ? FieldType::Interval : FieldType::Date;
}

bool EdtfEdit::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut)
        QMetaObject::invokeMethod(this, &EdtfEdit::explain, Qt::QueuedConnection);
    if (event->type() == QEvent::FocusOut) {
        const Qt::FocusReason reason = static_cast<QFocusEvent *>(event)->reason();
        const bool comesBack =
            reason == Qt::PopupFocusReason || reason == Qt::ActiveWindowFocusReason || reason == Qt::MenuBarFocusReason;
        if (!comesBack)
            takeText();
    }
    if (event->type() == QEvent::KeyPress && !m_line->isReadOnly() &&
        static_cast<QKeyEvent *>(event)->key() == Qt::Key_F4) {
        openCalendar();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

/// What was typed and understood becomes EDTF.
void EdtfEdit::takeText()
{
    if (const QString taken = text(); taken != m_line->text())
        replaceText(taken);
}

/// Unlike setText(), the person can undo it.
void EdtfEdit::replaceText(const QString &text)
{
    m_line->selectAll();
    if (text.isEmpty())
        m_line->del();
    else
        m_line->insert(text);
}

void EdtfEdit::explain()
{
    const QString text = m_line->text();
    const DateReading reading = readDate(text, fieldType());
    const Edtf written = Edtf::read(text.trimmed());
    QString words = explanation(reading, text, m_meaning, m_locale);
    m_line->setAccessibleDescription(words);
    if (written.isEmpty() && m_line->hasFocus() && !m_line->isReadOnly())
        words = m_meaning == Meaning::Term ? tr("such as 2014/2016, 2014–2016, since 2014")
                                           : tr("such as 2021-09-20, 20 Sep 2021, c. 2004");
    m_hint->setText(words);
    const bool isRead = !written.isUnread() || reading.certainty == DateReading::Certainty::Understood;
    m_hint->setRole(isRead ? QPalette::PlaceholderText : QPalette::BrightText);
    m_hint->setVisible(!words.isEmpty());

    QList<DateReading::Alternative> choices = reading.alternatives;
    const bool isStoredAsWritten = reading.certainty == DateReading::Certainty::Understood && !m_line->isModified();
    if (reading.certainty == DateReading::Certainty::Doubtful || isStoredAsWritten)
        choices.prepend({reading.value, reading.words});
    choices.removeIf([&](const DateReading::Alternative &choice) { return choice.value == written; });
    m_choices->show(m_line->isReadOnly() ? QList<DateReading::Alternative>() : choices);
}

void EdtfEdit::openCalendar()
{
    if (!m_calendar) {
        m_calendar = new CalendarPopup(m_line);
        connect(m_calendar, &CalendarPopup::dayChosen, this, [this](Day day) {
            replaceText(dayText(day));
            m_line->setFocus();
        });
    }
    m_calendar->popUp(readDate(m_line->text(), fieldType()).value.start().earliest);
}

} // namespace Treatybook
