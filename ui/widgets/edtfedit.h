#pragma once

#include "domain/datereader.h"

#include <QLocale>
#include <QWidget>

QT_FORWARD_DECLARE_CLASS(QLineEdit)

namespace Treatybook {

class CalendarPopup;
class DateChoices;
class PlainLabel;

/// A date as people type it, and below it what was understood. What has one meaning becomes EDTF when the field is
/// left or Enter is pressed, which can be undone; several meanings are offered to choose from; what cannot be read
/// stays as written, and the line below says why. F4 or the sign at the right opens a calendar for exact days.
class EdtfEdit : public QWidget
{
    Q_OBJECT

public:
    /// How a year or month at the end of an interval is meant: as the whole of it, or as an unknown day within it.
    enum class Meaning { Instant, Term };

    explicit EdtfEdit(Meaning meaning, const QLocale &locale, QWidget *parent = nullptr);

    /// As stored: never rewritten unless the person edits it.
    void setText(const QString &text);
    /// What is to be stored: EDTF as soon as what was typed has one meaning; the text as set, or as written.
    QString text() const;
    void setReadOnly(bool readOnly);
    QLineEdit *lineEdit() const { return m_line; }
    QString hint() const;

Q_SIGNALS:
    /// By the person, not by setText().
    void edited();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    FieldType fieldType() const;
    void takeText();
    void replaceText(const QString &text);
    void explain();
    void openCalendar();

    Meaning m_meaning;
    QLocale m_locale;
    QLineEdit *m_line;
    PlainLabel *m_hint;
    DateChoices *m_choices;
    QAction *m_calendarAction;
    CalendarPopup *m_calendar = nullptr;
};

/// What a date means, in words: "= Monday 20 September 2021, exact day", "= any day of 2004"; empty for an empty one.
QString explanation(const Edtf &value, EdtfEdit::Meaning meaning, const QLocale &locale);
/// What was understood of `text`, and whether it stays.
QString explanation(const DateReading &reading, const QString &text, EdtfEdit::Meaning meaning, const QLocale &locale);

} // namespace Treatybook
