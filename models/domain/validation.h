#pragma once

#include "domain/agreement.h"
#include "domain/field.h"

#include <functional>

namespace Treatybook {

enum class Severity : quint8 { Error, Warning, Hint };

enum class IssueCode : quint8 {
    NoTitle,
    UnreadDate,
    InForceBeforeSignature,
    EndBeforeStart,
    SameParticipantTwice,
    RelationToItself,
    OutsideParentTerm,
    DisagreesWithActions,
    SourcesDisagree,
    SignedAfterTermBegan,
    NoParticipant,
    NoSource,
    NoDate,
    OldStyleLikely
};

Severity severityOf(IssueCode code);
/// What such problems are called together: "Sources disagree".
QString issueName(IssueCode code);
/// "Error", "Warning", "Hint".
QString severityText(Severity severity);

/// Something to look at; nothing here ever blocks.
struct Issue {
    Field field{};
    ItemId item{}; ///< of a part: which item; of a scalar field the item that it disagrees with
    IssueCode code{};
    Severity severity() const { return severityOf(code); }
    bool operator==(const Issue &) const = default;
};

/// Another record of the book by id; null if there is none.
using RecordLookup = std::function<const Agreement *(const QUuid &)>;

/// In the order of fields.
QList<Issue> validate(const Agreement &agreement, const RecordLookup &lookup);

/// A sentence for people: what is the matter, with the values concerned.
QString issueText(const Issue &issue, const Agreement &agreement, const QLocale &locale);

} // namespace Treatybook
