#include "domain/rangeterm.h"

#include "domain/datereader.h"
#include "domain/tr.h"

#include <algorithm>
#include <utility>

namespace Treatybook {

using namespace Qt::StringLiterals;

namespace {

/// ISO texts of both ends, each as short as it may be.
std::pair<QString, QString> dayTexts(const DayRange &days)
{
    const CivilDate first = civilDate(days.earliest), last = civilDate(days.latest);
    const bool beginsMonth = first.day == 1;
    const bool endsMonth = last.day == Calendar::daysInMonth(last.year, last.month);
    const bool isYears = beginsMonth && first.month == 1 && endsMonth && last.month == 12;
    const qsizetype cutFirst = isYears ? 6 : beginsMonth ? 3 : 0, cutLast = isYears ? 6 : endsMonth ? 3 : 0;
    QString from = dayText(days.earliest).chopped(cutFirst), to = dayText(days.latest).chopped(cutLast);
    // "2014-03..2014-03-05" is right and looks wrong.
    if (cutFirst != cutLast && first.year == last.year && first.month == last.month)
        return {dayText(days.earliest), dayText(days.latest)};
    return {from, to};
}

/// A text that a query reads as that end: "2011-12" may be two years to people, and "9999" no date.
QString readable(const QString &text, Day end, Day DayRange::*side)
{
    const QString iso = dayText(end);
    for (const QString &candidate : {text, iso, iso.chopped(3), iso.chopped(6)}) {
        const DateReading reading = readDate(candidate, FieldType::Date);
        if (reading.isSure() && reading.value.instant().*side == end)
            return candidate;
    }
    return iso;
}

bool isActiveRange(const QueryNode &node)
{
    if (node.type == QueryNode::Type::Certainly)
        return isActiveRange(node.children.first());
    return node.type == QueryNode::Type::Condition && node.condition.subject == QuerySubject::Active;
}

} // namespace

QString rangeValue(const DayRange &days)
{
    const auto [first, last] = dayTexts(days);
    const QString from = readable(first, days.earliest, &DayRange::earliest);
    const QString to = readable(last, days.latest, &DayRange::latest);
    return from == to ? from : from + ".."_L1 + to;
}

QString rangeInWords(const DayRange &days, const QLocale &locale)
{
    const auto [from, to] = dayTexts(days);
    const QString first = displayText(Edtf::read(from), locale);
    if (from == to)
        return first;
    //: from one day, month or year to another
    return tr("%1 – %2").arg(first, displayText(Edtf::read(to), locale));
}

Query withActiveRange(const Query &query, const DayRange &days, bool certainly)
{
    const QString active = "active:"_L1 + rangeValue(days);
    const QString term = certainly ? "certainly:("_L1 + active + u')' : active;
    Query others = query;
    std::optional<qsizetype> place; // of the first that is replaced
    for (qsizetype i = 0; i < others.parts().size();) {
        if (!isActiveRange(others.parts().at(i).node)) {
            ++i;
            continue;
        }
        if (!place)
            place = i;
        others = others.without(i);
    }
    const auto isChoice = [](const Query::Part &part) { return part.node.type == QueryNode::Type::Or; };
    if (others.mistake() || std::ranges::any_of(others.parts(), isChoice))
        return others.both(Query::parse(term));
    if (!place || *place >= others.parts().size())
        return Query::parse(others.isEmpty() && others.sortKeys().isEmpty() ? term
                                                                            : others.text().trimmed() + u' ' + term);
    QString text = others.text();
    return Query::parse(text.insert(others.parts().at(*place).begin, term + u' '));
}

} // namespace Treatybook
