#pragma once

#include "domain/edtf.h"

#include <QLocale>
#include <QWidget>

QT_FORWARD_DECLARE_CLASS(QLineEdit)

namespace Treatybook {

class CalendarPopup;
class PlainLabel;

/// A date as text (EDTF), and below it what was understood. What cannot be read stays as written, and the line below
/// says why. F4 or the sign at the right opens a calendar for exact days.
class EdtfEdit : public QWidget
{
    Q_OBJECT

public:
    /// How a year or month at the end of an interval is meant: as the whole of it, or as an unknown day within it.
    enum class Meaning { Instant, Term };

    explicit EdtfEdit(Meaning meaning, const QLocale &locale, QWidget *parent = nullptr);

    void setText(const QString &text);
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
    void explain();
    void openCalendar();

    Meaning m_meaning;
    QLocale m_locale;
    QLineEdit *m_line;
    PlainLabel *m_hint;
    QAction *m_calendarAction;
    CalendarPopup *m_calendar = nullptr;
};

/// What a date means, in words: "= Monday 20 September 2021, exact day", "= any day of 2004"; empty for an empty one.
QString explanation(const Edtf &value, EdtfEdit::Meaning meaning, const QLocale &locale);

} // namespace Treatybook
