#pragma once

#include "domain/decimal.h"
#include "domain/edtf.h"
#include "domain/text.h"
#include "domain/vocabularies.h"

#include <QList>
#include <QUuid>

namespace Treatybook {

/// Identity of a part item, unique in its record: references between items, history and merging name items by it.
/// At most 53 bits, so that it survives JSON; fixed in the sample, random elsewhere (two clients never choose the same).
enum class ItemId : qint64 { None = 0 };

ItemId newItemId();

// The parts of an agreement: small values, each a row of the part table in parttable.h. A new part item holds entry 0 of
// every vocabulary.

struct TitleVariant {
    ItemId id{};
    Text language, text;
    TitleKind kind{};
    bool operator==(const TitleVariant &) const = default;
};

struct Identifier {
    ItemId id{};
    Text scheme, value;
    bool operator==(const Identifier &) const = default;
};

/// Somebody who takes part; "signatory", "contracting State" and "party" follow from the actions, per day.
struct Participant {
    ItemId id{};
    Text name, code, body; ///< code: ISO 3166-1 alpha-2 or 3166-3, often empty for historic States
    ParticipantRole role{};
    bool operator==(const Participant &) const = default;
};

/// One person a row; the name may be empty where only the office is known.
struct Person {
    ItemId id{};
    Text name, office;
    ItemId participant{};
    PersonRole role{};
    Text note;
    bool operator==(const Person &) const = default;
};

/// What was agreed, pledged, authorised or reported; what was delivered is the sum of the delivery acts.
struct Quantity {
    ItemId id{};
    Decimal amount;
    Text unit, stated; ///< stated: the text's own words where it gives no number ("hundreds")
    Stance stance{};
    Confidence confidence{};
    ItemId source{};
    Text note;
    bool operator==(const Quantity &) const = default;
};

struct Action {
    ItemId id{};
    ActionKind kind{};
    Confidence confidence{};
    bool complete = false; ///< this delivery, payment or step completes what was agreed
    Edtf date, effective, until;
    ItemId participant{};
    Decimal amount;
    Text unit, stated, place, note;
    ItemId source{};
    bool operator==(const Action &) const = default;
};

/// Stored once, at the record that acts; the store keeps the reverse index.
struct Relation {
    ItemId id{};
    RelationKind kind{};
    Confidence confidence{};
    bool partly = false; ///< supersedes only in part
    QUuid other;
    Edtf effective;
    ItemId source{};
    Text note;
    bool operator==(const Relation &) const = default;
};

struct Source {
    ItemId id{};
    SourceKind kind{};
    Text title, author, publisher, address, language, translator, locator, value, note;
    Edtf date, accessed;
    QList<Text> supports; ///< keys of the fields and parts it speaks for
    bool operator==(const Source &) const = default;
};

struct Obligation {
    ItemId id{};
    Text what;
    ItemId who{};
    Edtf due, done;
    Text evidence;
    ItemId source{};
    bool operator==(const Obligation &) const = default;
};

/// The content lies in the file in chunks under its SHA-256, never in memory with the record.
struct Attachment {
    ItemId id{};
    Text name, mediaType;
    qint64 size = 0; ///< bytes
    Text sha256;     ///< lower-case hexadecimal
    bool operator==(const Attachment &) const = default;
};

/// A field of the book's own, such as a researcher's coding or an imported column.
struct OwnField {
    ItemId id{};
    Text name, text;
    bool operator==(const OwnField &) const = default;
};

} // namespace Treatybook
