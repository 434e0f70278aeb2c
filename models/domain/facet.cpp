#include "domain/facet.h"

#include "domain/tr.h"

#include <algorithm>
#include <array>

namespace Treatybook {

namespace {

#define LABEL(text) QT_TRANSLATE_NOOP("Treatybook", text)
constexpr std::array Facets{
    FacetInfo{Facet::Nature, Field::Nature, "nature", LABEL("Nature"), true},
    FacetInfo{Facet::Status, Field::Status, "status", LABEL("Status"), true, FacetOrder::ByValue},
    FacetInfo{Facet::Subject, Field::Subjects, "subject", LABEL("Subject"), true},
    FacetInfo{Facet::Kind, Field::Kind, "kind", LABEL("Kind"), true},
    FacetInfo{Facet::Participant, Field::Participants, "party", LABEL("Participant"), true},
    FacetInfo{Facet::Role, Field::Participants, "role", LABEL("Role"), false, FacetOrder::ByCount, "role"},
    FacetInfo{Facet::Decade, Field::Date, "decade", LABEL("Decade"), true, FacetOrder::ByValue},
    FacetInfo{Facet::Tag, Field::Tags, "tag", LABEL("Tag"), true},
    FacetInfo{Facet::Place, Field::Place, "place", LABEL("Place")},
    FacetInfo{Facet::Language, Field::Languages, "language", LABEL("Language")},
    FacetInfo{Facet::Officer, Field::Officer, "officer", LABEL("Officer")},
    FacetInfo{Facet::TermKind, Field::TermKind, "term_kind", LABEL("Kind of term")},
    FacetInfo{Facet::Confidence, Field::Confidence, "confidence", LABEL("Confidence"), false, FacetOrder::ByValue},
    FacetInfo{Facet::Handling, Field::Handling, "handling", LABEL("Handling"), false, FacetOrder::ByValue},
    FacetInfo{Facet::SourceKind, Field::Sources, "source", LABEL("Kind of source"), false, FacetOrder::ByCount, "kind"},
    FacetInfo{Facet::StatusOverride, Field::StatusOverride, "status_override", LABEL("Status set by hand"), false,
              FacetOrder::ByValue},
};
#undef LABEL

constexpr bool isFacetOrder()
{
    for (size_t i = 0; i < Facets.size(); ++i) {
        if (static_cast<size_t>(Facets[i].facet) != i)
            return false;
    }
    return true;
}
static_assert(Facets.size() == FacetCount && isFacetOrder(), "the facet table follows enum Facet");

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
    return tr(label);
}

const Vocabulary *FacetInfo::vocabulary() const
{
    const FieldInfo &info = fieldInfo(field);
    if (!column.empty())
        return std::ranges::find(info.part->columns, column, &ColumnInfo::key)->vocabulary;
    return info.type == FieldType::Choice || info.type == FieldType::Computed ? info.vocabulary : nullptr;
}

std::span<const FacetInfo> facetTable()
{
    return Facets;
}

const FacetInfo &facetInfo(Facet facet)
{
    return Facets[static_cast<size_t>(facet)];
}

const FacetInfo *findFacet(QStringView key)
{
    const auto found = std::ranges::find_if(Facets, [key](const FacetInfo &info) { return info.keyText() == key; });
    return found == Facets.end() ? nullptr : &*found;
}

QList<Facet> usualFacets()
{
    QList<Facet> usual;
    for (const FacetInfo &info : Facets) {
        if (info.isUsual)
            usual.append(info.facet);
    }
    return usual;
}

QString facetValueLabel(Facet facet, const QString &value, const QLocale &locale)
{
    if (const auto decade = facet == Facet::Decade ? decadeOfText(value) : std::nullopt) {
        // Beside other decades "2000s" is none too short; displayText() would take it for a century or a millennium.
        return *decade > 0 ? tr("%1s", "decade, such as 2010s").arg(*decade * 10)
                           : displayText(Edtf::read(value), locale);
    }
    const Vocabulary *closed = facetInfo(facet).vocabulary();
    const Vocabulary *vocabulary = closed ? closed : fieldInfo(facetInfo(facet).field).vocabulary; // of known subjects
    const auto index = vocabulary ? vocabulary->indexOfKey(value) : std::nullopt;
    return index ? vocabulary->label(*index, languageOf(locale)) : value;
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
