#include "ui/widgets/edtfedit.h"

#include <QDate>

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

QString explanation(const DateReading &reading, const QString &text, EdtfEdit::Meaning meaning, const QLocale &locale)
{
    switch (reading.certainty) {
    case DateReading::Certainty::Empty:
        break;
    case DateReading::Certainty::Edtf:
        return explanation(reading.value, meaning, locale);
    case DateReading::Certainty::Understood: {
        const QString understood =
            EdtfEdit::tr("%1 · EDTF %2").arg(explanation(reading.value, meaning, locale), reading.value.text());
        return reading.note.isEmpty() ? understood
                                      : EdtfEdit::tr("%1. %2", "two sentences").arg(understood, reading.note);
    }
    case DateReading::Certainty::Doubtful:
        if (const Edtf written = Edtf::read(text.trimmed()); written.isDated())
            return EdtfEdit::tr("%1. %2", "two sentences").arg(explanation(written, meaning, locale), reading.note);
        return EdtfEdit::tr("%1 Choose, or it stays as written.").arg(reading.note);
    case DateReading::Certainty::Unread:
        return EdtfEdit::tr("%1 It stays as written.").arg(reading.note);
    }
    return {};
}

} // namespace Treatybook
