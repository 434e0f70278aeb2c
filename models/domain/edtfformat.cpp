#include "domain/edtf.h"
#include "domain/edtfsyntax.h"
#include "domain/tr.h"

#include <QLocale>

namespace Treatybook {

namespace {

/// Sentences and their parts, with translations in the context of the whole program.
using Precision = EdtfDate::Precision;

/// A day, month or year.
struct Point {
    CivilDate date;
    Precision precision = Precision::ToYear;

    bool sharesYear(const Point &other) const { return date.year == other.date.year; }
    bool sharesMonth(const Point &other) const { return sharesYear(other) && date.month == other.date.month; }
    bool isSame(const Point &other) const
    {
        return precision == other.precision && sharesYear(other) &&
               (precision == Precision::ToYear || date.month == other.date.month) &&
               (precision != Precision::ToDay || date.day == other.date.day);
    }
};

/// The first and last year, month or day that a date may mean; both the same when it has no unknown digits, or when all
/// digits of its month or day are unknown: then it is a year or month.
std::pair<Point, Point> pointsOf(const EdtfDate &date)
{
    const DayRange bounds = date.bounds();
    Precision precision = date.precision;
    if (precision == Precision::ToDay && date.day.unknownDigits == 2)
        precision = Precision::ToMonth;
    if (precision == Precision::ToMonth && date.month.unknownDigits == 2)
        precision = Precision::ToYear;
    return {{civilDate(bounds.earliest), precision}, {civilDate(bounds.latest), precision}};
}

QString yearText(int year)
{
    if (year <= 0)
        return tr("%1 BC", "year").arg(1 - year);
    return year < 100 ? tr("AD %1", "year below 100").arg(year) : QString::number(year);
}

QString pointText(const Point &point, const QLocale &locale)
{
    const auto &[year, month, day] = point.date;
    switch (point.precision) {
    case Precision::ToDay:
        return tr("%1 %2 %3", "day, month, year").arg(QString::number(day), locale.monthName(month), yearText(year));
    case Precision::ToMonth:
        return tr("%1 %2", "month, year").arg(locale.standaloneMonthName(month), yearText(year));
    case Precision::ToYear:
        break;
    }
    return yearText(year);
}

/// `first` without what a following `last` repeats: "18" before "20 September 2021".
QString shortenedText(const Point &first, const Point &last, const QLocale &locale)
{
    if (first.precision != last.precision || !first.sharesYear(last) || first.precision == Precision::ToYear)
        return pointText(first, locale);
    if (first.precision == Precision::ToMonth)
        return locale.standaloneMonthName(first.date.month);
    if (first.sharesMonth(last))
        return QString::number(first.date.day);
    return tr("%1 %2", "day, month").arg(QString::number(first.date.day), locale.monthName(first.date.month));
}

QString betweenText(const Point &first, const Point &last, const QLocale &locale)
{
    if (first.isSame(last))
        return pointText(last, locale);
    return tr("between %1 and %2").arg(shortenedText(first, last, locale), pointText(last, locale));
}

QString spanText(const Point &first, const Point &last, const QLocale &locale)
{
    if (first.isSame(last))
        return pointText(last, locale);
    const QString start = shortenedText(first, last, locale);
    const QString end = pointText(last, locale);
    if (first.precision != last.precision || start.contains(u' '))
        return tr("%1 – %2", "span of dates of several words").arg(start, end);
    return tr("%1–%2", "span of dates").arg(start, end);
}

enum class Place { Alone, InPhrase };

QString qualifiedText(const QString &text, const EdtfDate &date, Place place)
{
    const QString known = !date.approximate ? text : tr("about %1", "approximate date").arg(text);
    if (!date.uncertain)
        return known;
    return place == Place::Alone ? tr("%1, uncertain", "date").arg(known)
                                 : tr("%1 (uncertain)", "date within a phrase").arg(known);
}

QString dateText(const EdtfDate &date, Place place, const QLocale &locale)
{
    const auto [first, last] = pointsOf(date);
    const int year = last.date.year;
    // The years 2000 to 2009 have no name of their own that could not be the century's.
    const bool isDecade = date.year.unknownDigits == 1 && year > 0 && year % 100 > 9;
    QString text;
    if (isDecade)
        text = tr("%1s", "decade, such as 2010s").arg(first.date.year);
    else if (date.approximate)
        text = spanText(first, last, locale); // "about 2000–2099"
    else
        text = betweenText(first, last, locale);
    return qualifiedText(text, date, place);
}

bool isPlain(const EdtfDate &date)
{
    const auto [first, last] = pointsOf(date);
    return !date.isQualified() && first.isSame(last);
}

QString intervalText(const EdtfRange &range, const QLocale &locale)
{
    const auto &[first, last, isSingle] = range;
    const auto text = [&](const EdtfBound &bound) { return dateText(bound.date, Place::InPhrase, locale); };
    if (!first.isDate()) {
        return first.type == EdtfBound::Type::Open ? tr("until %1").arg(text(last))
                                                   : tr("until %1, start unknown").arg(text(last));
    }
    if (!last.isDate()) {
        return last.type == EdtfBound::Type::Open ? tr("since %1").arg(text(first))
                                                  : tr("from %1, end unknown").arg(text(first));
    }
    if (isPlain(first.date) && isPlain(last.date))
        return spanText(pointsOf(first.date).first, pointsOf(last.date).first, locale);
    return tr("from %1 to %2").arg(text(first), text(last));
}

/// A member of a set; `isOnly` when the set has no other.
QString memberText(const EdtfRange &range, bool isOnly, const QLocale &locale)
{
    const Place place = isOnly ? Place::Alone : Place::InPhrase;
    const auto &[first, last, isSingle] = range;
    if (isSingle)
        return dateText(first.date, place, locale);
    if (!first.isDate()) {
        const QString text = pointText(pointsOf(last.date).second, locale);
        return tr("by %1", "date").arg(qualifiedText(text, last.date, Place::InPhrase));
    }
    if (!last.isDate()) {
        const QString text = pointText(pointsOf(first.date).first, locale);
        return tr("%1 or later", "date").arg(qualifiedText(text, first.date, Place::InPhrase));
    }
    const Point earliest = pointsOf(first.date).first;
    const Point latest = pointsOf(last.date).second;
    if (first.date.isQualified() || last.date.isQualified()) {
        return tr("between %1 and %2")
            .arg(qualifiedText(pointText(earliest, locale), first.date, Place::InPhrase),
                 qualifiedText(pointText(latest, locale), last.date, Place::InPhrase));
    }
    return isOnly ? betweenText(earliest, latest, locale) : spanText(earliest, latest, locale);
}

QString setText(const EdtfSyntax &syntax, const QLocale &locale)
{
    QStringList members;
    for (const EdtfRange &range : syntax.ranges)
        members.append(memberText(range, syntax.ranges.size() == 1, locale));
    const QString last = members.takeLast();
    if (members.isEmpty())
        return last;
    return tr("%1 or %2", "last dates of a list").arg(members.join(tr(", ", "between dates of a list")), last);
}

} // namespace

QString displayText(const Edtf &value, const QLocale &locale)
{
    const QString written = value.text();
    EdtfSyntax syntax;
    if (!value.isDated() || parseEdtf(written, syntax) != EdtfProblem::None)
        return written;
    switch (syntax.form) {
    case EdtfSyntax::Form::Interval:
        return intervalText(syntax.ranges.first(), locale);
    case EdtfSyntax::Form::Set:
        return setText(syntax, locale);
    case EdtfSyntax::Form::Date:
        break;
    }
    return dateText(syntax.ranges.first().first.date, Place::Alone, locale);
}

} // namespace Treatybook
