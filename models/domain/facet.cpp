#include "domain/facet.h"

#include <QCoreApplication>

#include <array>

namespace Treatybook {

namespace {

#define LABEL(text) QT_TRANSLATE_NOOP("Treatybook", text)
constexpr std::array Facets{
    FacetInfo{Facet::Nature, Field::Nature, "nature", LABEL("Nature")},
    FacetInfo{Facet::Status, Field::Status, "status", LABEL("Status"), FacetOrder::ByValue},
    FacetInfo{Facet::Subject, Field::Subjects, "subject", LABEL("Subject")},
    FacetInfo{Facet::Kind, Field::Kind, "kind", LABEL("Kind")},
    FacetInfo{Facet::Participant, Field::Participants, "participant", LABEL("Participant")},
    FacetInfo{Facet::Decade, Field::Date, "decade", LABEL("Decade"), FacetOrder::ByValue},
    FacetInfo{Facet::Tag, Field::Tags, "tag", LABEL("Tag")},
};
#undef LABEL

constexpr bool inOrder()
{
    for (size_t i = 0; i < Facets.size(); ++i) {
        if (static_cast<size_t>(Facets[i].facet) != i)
            return false;
    }
    return true;
}
static_assert(Facets.size() == FacetCount && inOrder(), "the facet table follows enum Facet");

constexpr int LongestSpan = 11; ///< decades that a hundred years can touch

Decades decadesBetween(DayRange days)
{
    if (days.earliest == NoDay)
        days.earliest = days.latest;
    if (days.latest == NoDay)
        days.latest = days.earliest;
    if (days.latest == NoDay)
        return {};
    const Decades result{static_cast<qint16>(decadeOf(civilDate(days.earliest).year)),
                         static_cast<qint16>(decadeOf(civilDate(days.latest).year))};
    return result.last - result.first < LongestSpan ? result : Decades();
}

} // namespace

QString FacetInfo::labelText() const
{
    return QCoreApplication::translate("Treatybook", label);
}

std::span<const FacetInfo> facetTable()
{
    return Facets;
}

const FacetInfo &facetInfo(Facet facet)
{
    return Facets[static_cast<size_t>(facet)];
}

QString facetValueLabel(Facet facet, const QString &value, const QLocale &locale)
{
    if (const auto decade = facet == Facet::Decade ? decadeOfText(value) : std::nullopt) {
        // Beside other decades "2000s" is none too short; displayText() would take it for a century or a millennium.
        return *decade > 0 ? QCoreApplication::translate("Treatybook", "%1s", "decade, such as 2010s").arg(*decade * 10)
                           : displayText(Edtf::read(value), locale);
    }
    const FieldInfo &field = fieldInfo(facetInfo(facet).field);
    if (field.part || !field.vocabulary)
        return value;
    const auto index = field.vocabulary->indexOfKey(value);
    return index ? field.vocabulary->label(*index, languageOf(locale)) : value;
}

QString decadeText(int decade)
{
    const int digits = decade < 0 ? -decade - 1 : decade;
    return QStringLiteral("%1%2X")
        .arg(decade < 0 ? QStringLiteral("-") : QString())
        .arg(digits, 3, 10, QLatin1Char('0'));
}

std::optional<int> decadeOfText(const QString &text)
{
    const Edtf date = Edtf::read(text);
    if (date.kind() != Edtf::Kind::Instant || date.instant().earliest == NoDay)
        return std::nullopt;
    const int decade = decadeOf(civilDate(date.instant().earliest).year);
    return decadeText(decade) == text ? std::optional(decade) : std::nullopt;
}

Decades decadesOf(const Agreement &record)
{
    for (const Edtf *date : {&record->date, &record->inForce}) {
        if (date->isDated() && date->instant() != DayRange())
            return decadesBetween(date->instant());
    }
    return decadesBetween({record->term.termFirst(), record->term.termFirst()});
}

} // namespace Treatybook
