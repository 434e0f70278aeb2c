#include "domain/edtf.h"

#include "domain/edtfsyntax.h"

namespace Treatybook {

namespace {

/// The earliest and latest day of one of several dates.
DayRange hull(const EdtfSyntax &syntax)
{
    DayRange hull{MaxDay, MinDay};
    for (const EdtfRange &range : syntax.ranges) {
        hull.earliest = std::min(hull.earliest, range.first.bounds().earliest); // NoDay is below every day
        const Day latest = range.last.bounds().latest;
        hull.latest = latest == NoDay ? NoDay : std::max(hull.latest, latest); // only the last range may be open
    }
    return hull;
}

template <class T>
int threeWay(const T &a, const T &b)
{
    return a < b ? -1 : b < a ? 1 : 0;
}

int threeWay(const Text &a, const Text &b)
{
    return a.utf8().compare(b.utf8());
}

} // namespace

Edtf::Edtf(QStringView text, Kind kind)
{
    auto *data = new Data;
    data->kind = kind;
    // UTF-8 would get "?" for half a character, and "2004?" is a date.
    const QString written = text.toString();
    data->text = Text(text.isValidUtf16() ? written : QString::fromStdU32String(written.toStdU32String()));
    m_data.reset(data);
}

Edtf::Edtf(QStringView text, const EdtfSyntax &syntax)
{
    using Type = EdtfBound::Type;
    const bool isInterval = syntax.form == EdtfSyntax::Form::Interval;
    const bool isSet = syntax.form == EdtfSyntax::Form::Set;
    const EdtfBound &first = syntax.ranges.first().first;
    const EdtfBound &last = syntax.ranges.last().last;

    auto *data = new Data;
    data->kind = isInterval ? Kind::Interval : Kind::Instant;
    data->text = Text(text.toString());
    data->start = isInterval ? first.bounds() : hull(syntax);
    data->end = isInterval ? last.bounds() : data->start;

    const auto set = [data](Flag flag, bool on) {
        if (on)
            data->flags = static_cast<quint16>(data->flags | flag);
    };
    set(OpenStart, isInterval && first.type == Type::Open);
    set(OpenEnd, isInterval && last.type == Type::Open);
    set(UnknownStart, first.type == Type::Unknown);
    set(UnknownEnd, last.type == Type::Unknown);
    set(StartVague, isSet || first.date.hasUnknownDigits());
    set(EndVague, isSet || last.date.hasUnknownDigits());
    for (const EdtfRange &range : syntax.ranges) {
        // Whichever member of a set is meant, a doubt about one is a doubt about both bounds.
        set(StartApproximate, range.first.date.approximate || (isSet && range.last.date.approximate));
        set(EndApproximate, range.last.date.approximate || (isSet && range.first.date.approximate));
        set(StartUncertain, range.first.date.uncertain || (isSet && range.last.date.uncertain));
        set(EndUncertain, range.last.date.uncertain || (isSet && range.first.date.uncertain));
    }
    m_data.reset(data);
}

Result<Edtf> Edtf::parse(QStringView text)
{
    if (text.isEmpty())
        return Edtf();
    EdtfSyntax syntax;
    if (const EdtfProblem problem = parseEdtf(text, syntax); problem != EdtfProblem::None)
        return Error{ErrorKind::Invalid, sentence(problem), text.toString()};
    return Edtf(text, syntax);
}

Edtf Edtf::read(QStringView text)
{
    if (text.isEmpty())
        return {};
    EdtfSyntax syntax;
    return parseEdtf(text, syntax) == EdtfProblem::None ? Edtf(text, syntax) : Edtf(text, Kind::Unread);
}

QString Edtf::problem() const
{
    if (!isUnread())
        return {};
    EdtfSyntax syntax;
    return sentence(parseEdtf(text(), syntax));
}

QList<DayRange> Edtf::choices() const
{
    EdtfSyntax syntax;
    if (kind() != Kind::Instant || !has(StartVague) || parseEdtf(text(), syntax) != EdtfProblem::None ||
        syntax.form != EdtfSyntax::Form::Set)
        return {instant()};
    QList<DayRange> choices;
    for (const EdtfRange &range : syntax.ranges)
        choices.append({range.first.bounds().earliest, range.last.bounds().latest});
    return choices;
}

int Edtf::compare(const Edtf &a, const Edtf &b)
{
    if (a.m_data == b.m_data)
        return 0;
    const auto rank = [](const Edtf &value) { return value.isDated() ? 0 : value.isUnread() ? 1 : 2; };
    if (const int order = threeWay(rank(a), rank(b)))
        return order;
    if (a.isDated()) {
        const auto sortBounds = [](DayRange range) {
            if (range.earliest == NoDay)
                range.earliest = range.latest;
            else if (range.latest == NoDay)
                range.latest = range.earliest;
            return range;
        };
        const DayRange boundsA = sortBounds(a.instant());
        const DayRange boundsB = sortBounds(b.instant());
        if (const int order = threeWay(boundsA.earliest, boundsB.earliest))
            return order;
        if (const int order = threeWay(boundsA.latest, boundsB.latest))
            return order;
    }
    return threeWay(a.m_data->text, b.m_data->text);
}

Edtf EdtfPool::read(QByteArrayView utf8)
{
    constexpr qsizetype LongestShared = 48; // longer ones are notes in the wrong column, which do not repeat
    if (utf8.size() > LongestShared)
        return Edtf::read(wholeText(utf8));
    const auto known = m_values.constFind(QByteArray::fromRawData(utf8.data(), utf8.size()));
    return known != m_values.cend() ? *known : *m_values.insert(utf8.toByteArray(), Edtf::read(wholeText(utf8)));
}

} // namespace Treatybook
