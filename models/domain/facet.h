#pragma once

#include "domain/field.h"

namespace Treatybook {

/// What records are counted and narrowed by. Columns of the side bar, in its order.
enum class Facet : quint8 {
    Nature,
    Status,
    Subject,
    Kind,
    Participant,
    Role,
    Decade,
    Tag,
    Place,
    Language,
    Officer,
    TermKind,
    Confidence,
    Handling,
    SourceKind,
    StatusOverride
};
inline constexpr size_t FacetCount = 16;

/// How the values of a facet stand.
enum class FacetOrder : quint8 { ByCount, ByValue };

/// One facet. A value is text as files and queries have it: the key of a vocabulary entry, a name, a subject or tag, a
/// decade as EDTF ("201X"). A record without a value of the facet is counted in none.
struct FacetInfo {
    Facet facet{};
    Field field{};        ///< that the values come from
    std::string_view key; ///< object name, settings, query word
    const char *label;    ///< English, for translation in context "Treatybook"
    bool isUsual = false; ///< shown unless somebody chose otherwise
    FacetOrder order = FacetOrder::ByCount;
    std::string_view column = {}; ///< key of the column, where `field` is a part with several

    /// That has all values there can be; null where they are names.
    const Vocabulary *vocabulary() const;
    QString keyText() const { return QString::fromLatin1(key.data(), static_cast<qsizetype>(key.size())); }
    QString labelText() const;
};

std::span<const FacetInfo> facetTable();
const FacetInfo &facetInfo(Facet facet);
const FacetInfo *findFacet(QStringView key); ///< null if none is called so
QList<Facet> usualFacets();

/// A value for people: "Agreement", "Defence", "2010s".
QString facetValueLabel(Facet facet, const QString &value, const QLocale &locale);

/// Number of a decade: 201 for the 2010s, 0 for the years 0 to 9, -1 for -9 to -1, as EDTF's "201X" and "-000X" divide
/// them.
constexpr int decadeOf(int year)
{
    return year >= 0 ? year / 10 : -(-year / 10) - 1;
}
inline constexpr int MinDecade = decadeOf(MinYear);
inline constexpr int MaxDecade = decadeOf(MaxYear);
/// As EDTF.
QString decadeText(int decade);
std::optional<int> decadeOfText(const QString &text);

/// The decades that a record may belong to: of its date, else of its entry into force, else of the first day of its
/// term; of one bound if only one is known. None (first > last) without a date, or where it may lie anywhere in more
/// than a century.
struct Decades {
    qint16 first = 1;
    qint16 last = 0;
    bool operator==(const Decades &) const = default;
};
Decades decadesOf(const Agreement &record);

} // namespace Treatybook
