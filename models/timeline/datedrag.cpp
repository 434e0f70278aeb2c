#include "timeline/datedrag.h"

#include "domain/factday.h"
#include "domain/statusshape.h"

#include <algorithm>

namespace Treatybook {

using namespace Qt::StringLiterals;
using Precision = EdtfDate::Precision;

namespace {

/// One end of a date as it was written, which may be the whole of it.
struct Written {
    EdtfDate date;
    QString text, other; ///< of this end, and of the other one of an interval
    bool isInterval = false;
};

std::optional<Written> writtenEnd(const Edtf &value, BarEnd end)
{
    EdtfSyntax syntax;
    const QString text = value.text();
    if (parseEdtf(text, syntax) != EdtfProblem::None || syntax.form == EdtfSyntax::Form::Set)
        return {};
    const EdtfRange &range = syntax.ranges.first();
    const EdtfBound &bound = end == BarEnd::Start ? range.first : range.last;
    if (!bound.isDate() || bound.bounds().earliest == NoDay)
        return {};
    Written written{bound.date, text, {}, value.isInterval()};
    if (written.isInterval) {
        const qsizetype slash = text.indexOf(u'/');
        written.text = end == BarEnd::Start ? text.first(slash) : text.sliced(slash + 1);
        written.other = end == BarEnd::Start ? text.sliced(slash + 1) : text.first(slash);
    }
    return written;
}

Day firstOf(Precision precision, Day day)
{
    const CivilDate date = civilDate(day);
    switch (precision) {
    case Precision::ToDay:
        return day;
    case Precision::ToMonth:
        return dayNumber(date.year, date.month, 1);
    case Precision::ToYear:
        break;
    }
    return dayNumber(date.year, 1, 1);
}

Day lastOf(Precision precision, Day day)
{
    const CivilDate date = civilDate(day);
    switch (precision) {
    case Precision::ToDay:
        return day;
    case Precision::ToMonth:
        return dayNumber(date.year, date.month, Calendar::daysInMonth(date.year, date.month));
    case Precision::ToYear:
        break;
    }
    return dayNumber(date.year, 12, 31);
}

QString qualifierOf(const EdtfDate &date)
{
    return date.uncertain && date.approximate ? u"%"_s
           : date.uncertain                   ? u"?"_s
           : date.approximate                 ? u"~"_s
                                              : QString();
}

/// The period of the day. Digits that nobody knew stay unknown, unless the day itself is meant.
QString periodText(Day day, const EdtfDate &old, const DateMove &move)
{
    const Precision precision = move.byDay ? Precision::ToDay : move.precision;
    QString text = dayText(day);
    const qsizetype yearEnd = text.size() - 6; // before month and day
    if (!move.byDay && old.year.unknownDigits > 0) {
        text.truncate(yearEnd);
        text.replace(yearEnd - old.year.unknownDigits, old.year.unknownDigits, QString(old.year.unknownDigits, u'X'));
    } else if (precision == Precision::ToYear) {
        text.truncate(yearEnd);
        if (old.month.unknownDigits > 0 || old.day.unknownDigits > 0)
            text += "-XX"_L1; // some day of the year, not the whole of it
    } else if (precision == Precision::ToMonth) {
        text.truncate(yearEnd + 3);
        if (old.day.unknownDigits > 0)
            text += "-XX"_L1;
    }
    return text + qualifierOf(old);
}

bool isPeriodOfTerm(Field field)
{
    return field == Field::Term;
}

Edtf replaced(const Edtf &value, const DateHandle &handle, const Written &written, const QString &date)
{
    QString text = date;
    // A term "2017" is the whole year, with two ends.
    if (written.isInterval || (isPeriodOfTerm(handle.field) && !handle.isWhole)) {
        const QString other = written.isInterval ? written.other : written.text;
        text = handle.end == BarEnd::Start ? date + u'/' + other : other + u'/' + date;
    }
    const auto read = Edtf::parse(text);
    return read ? *read : value;
}

/// The end as the field alone has it, as spanOf() reads it.
DayRange boundsIn(const Edtf &value, Field field, BarEnd end)
{
    if (field != Field::Term)
        return end == BarEnd::Start || !value.isInterval() ? value.instant() : value.end();
    const VagueDay day = end == BarEnd::Start ? termStart(value) : termEnd(value);
    return {day.lo, day.hi == Never ? NoDay : day.hi};
}

bool sharesSide(DayRange a, DayRange b)
{
    return (a.earliest != NoDay && a.earliest == b.earliest) || (a.latest != NoDay && a.latest == b.latest);
}

DayRange endOf(const Span &span, BarEnd end)
{
    return end == BarEnd::Start ? span.start : span.end;
}

/// Whether the bar follows when the field changes: the date may only happen to be the same as what counts.
bool isFollowed(const Agreement &agreement, const StatusContext &context, const DateHandle &handle,
                const Written &written, const Span &span)
{
    constexpr Day far = 800; // days: beyond whatever act lies within the old period
    const Edtf &value = fieldInfo(handle.field).edtf(agreement);
    const DayRange old = written.date.bounds();
    for (const qint64 day : {qint64(old.latest) + far, qint64(old.earliest) - far}) {
        const Day target = static_cast<Day>(std::clamp(day, qint64(handle.least), qint64(handle.most)));
        const Edtf moved = replaced(value, handle, written, dayText(target));
        if (moved != value &&
            endOf(spanOf(withDate(agreement, handle.field, moved), context), handle.end) != endOf(span, handle.end))
            return true;
    }
    return false;
}

} // namespace

Precision precisionOf(TickUnit minorUnit)
{
    switch (minorUnit) {
    case TickUnit::Days:
    case TickUnit::Weeks:
        return Precision::ToDay;
    case TickUnit::Months:
    case TickUnit::Quarters:
        return Precision::ToMonth;
    default:
        return Precision::ToYear;
    }
}

Agreement withDate(const Agreement &agreement, Field field, const Edtf &value)
{
    Agreement changed = agreement;
    Pool pool;
    fieldInfo(field).setText(changed, value.text(), pool);
    return changed;
}

std::optional<DateHandle> dateHandle(const Agreement &agreement, const StatusContext &context, BarEnd end)
{
    const Span span = spanOf(agreement, context);
    if (end == BarEnd::End && span.point)
        return {};
    QVarLengthArray<Field, 3> fields{Field::Date};
    if (!span.event)
        fields = end == BarEnd::Start ? QVarLengthArray<Field, 3>{Field::InForce, Field::Date, Field::Term}
                                      : QVarLengthArray<Field, 3>{Field::Term};
    for (const Field field : fields) {
        const Edtf &value = fieldInfo(field).edtf(agreement);
        const auto written = value.isDated() ? writtenEnd(value, end) : std::nullopt;
        const bool hasThisEnd = end == BarEnd::Start || written.value_or(Written()).isInterval || isPeriodOfTerm(field);
        if (!written || !hasThisEnd || !sharesSide(boundsIn(value, field, end), endOf(span, end)))
            continue;
        DateHandle handle{end, field};
        handle.isWhole = span.point || (span.event && !value.isInterval());
        handle.edge = end == BarEnd::Start ? span.start.earliest : span.end.latest;
        if (handle.edge == NoDay)
            continue;
        if (!handle.isWhole && end == BarEnd::Start) {
            for (const Day stop :
                 {span.end.latest, written->isInterval || isPeriodOfTerm(field) ? value.end().latest : NoDay})
                handle.most = stop == NoDay ? handle.most : std::min(handle.most, stop);
        } else if (!handle.isWhole) {
            handle.least = std::max({MinDay, span.start.earliest, value.start().earliest});
        }
        if (isFollowed(agreement, context, handle, *written, span))
            return handle;
    }
    return {};
}

Edtf movedTo(Day day, const DateHandle &handle, const Edtf &value, const DateMove &move)
{
    const auto written = writtenEnd(value, handle.end);
    if (!written)
        return value;
    const DayRange old = written->date.bounds();
    const Day target = std::clamp(day, handle.least, std::max(handle.least, handle.most));
    const QString text = periodText(target, written->date, move);
    const DayRange period = Edtf::read(text).instant();
    const bool isBack = move.byDay ? target == (handle.end == BarEnd::Start ? old.earliest : old.latest)
                                   : period.earliest <= old.latest && old.earliest <= period.latest;
    return isBack ? value : replaced(value, handle, *written, text);
}

Edtf movedBy(int step, const DateHandle &handle, const Edtf &value, Precision precision)
{
    const auto written = writtenEnd(value, handle.end);
    if (!written)
        return value;
    const DayRange old = written->date.bounds();
    const Day day = step > 0 ? lastOf(precision, old.latest) : firstOf(precision, old.earliest);
    if (day == (step > 0 ? MaxDay : MinDay))
        return value;
    return movedTo(step > 0 ? day + 1 : day - 1, handle, value, {precision, false});
}

const Action *actRepeating(const Agreement &agreement, Field field)
{
    const Edtf &value = fieldInfo(field).edtf(agreement);
    const StatusShape shape = shapeOf(agreement);
    for (const Action &action : agreement->actions) {
        const bool isSummarised = field == Field::Date      ? isSigningAct(action.kind, shape)
                                  : field == Field::InForce ? action.kind == ActionKind::EntryIntoForce
                                                            : false;
        if (isSummarised && whenOf(action).isDated() && whenOf(action).instant() == value.instant())
            return &action;
    }
    return nullptr;
}

} // namespace Treatybook
