#pragma once

#include "domain/vocabulary.h"

#include <QList>
#include <QStringList>

#include <array>
#include <span>

namespace Treatybook {

/// A State or territory, present or former, with its names. Entries live for ever.
struct Country {
    QString code; ///< ISO 3166-1 alpha-2, or ISO 3166-3 for former ones; empty where ISO gives none
    /// By language, the name to show first; English is never empty.
    std::array<QStringList, LanguageCount> names;

    /// English where there is no other.
    const QString &name(Language language) const;
    QStringList allNames() const;
};

/// The States of ISO 3166 and former ones, from the table that is made at build time (resources/countries). Any thread.
namespace Countries {

/// Present ones first.
std::span<const Country> all();
/// By exact code; null if there is none.
const Country *byCode(QStringView code);
/// By any of its names in any language, as folded (fold.h); null if none is called so. Present ones go first.
const Country *byName(QStringView name);
/// What a person means who types one or the other: a code in any case goes before a name. Null if it is neither.
const Country *byCodeOrName(const QString &typed);
/// Whose code, or a word of one of whose names, begins as typed; at most `limit`. Those whose shown name begins so first.
QList<const Country *> begunBy(QStringView typed, Language language, qsizetype limit);

} // namespace Countries

} // namespace Treatybook
