#pragma once

#include "domain/field.h"
#include "domain/result.h"

#include <QString>

namespace Treatybook {

/// Where the cells of one column go, written as a key:
///
///   key        = field | part | part "." item | "x:" name
///   field      = a key or alias of the field table: "title", "signed", "subjects"
///   part       = a key or alias of a part: "participants", "party", "actions"
///   item       = column | entry | entry "." column | number | number "." column
///              | entry "." number | entry "." number "." column
///   entry      = a key of the vocabulary that says what an item is (a participant's role, an action's kind …), or the
///                scheme of identifiers: "depositary", "entry-into-force", "UNTS"
///   column     = a key of the part's table: "date", "effective" (or "effective_date"), "name"
///   number     = 1, 2, 3 … where a row holds several items of one entry
///
/// All columns with one part, entry and number fill one item of the row: "actions.termination.date" and
/// "actions.termination.effective" are one action. "participants" and "identifiers" (with an entry or without, but
/// without a number or column) take a list of names, by the separator of lists. Other parts take their main value
/// where no column is named: "actions.termination" is its date, "sources" the title of a source.
///
/// "participants.1.code", "identifiers.UNTS", "actions.signature.2.participant", "x:Series". A value.
struct ImportTarget {
    enum class Kind : quint8 {
        Nothing,   ///< the column is left out
        Scalar,    ///< a field of one value, or a list of texts
        List,      ///< names, each an item of a part
        Item,      ///< one column of one item of a part
        WholePart, ///< a part as our own files write it (partcell.h)
        OwnField
    };

    Kind kind = Kind::Nothing;
    Field field{};
    QString entry;   ///< of List and Item; empty: not stated
    int number = 0;  ///< of Item; 0: none given
    int column = -1; ///< of List and Item: index in the part table
    QString name;    ///< of OwnField

    /// The Error names what is unknown, and the nearest that is known.
    static Result<ImportTarget> parse(const QString &key);
    /// Written in its canonical form; empty for Nothing.
    QString key() const;
    const FieldInfo &info() const { return fieldInfo(field); }
    /// Type and vocabulary of the values that it takes.
    const ColumnInfo &valueInfo() const;
    /// The same item of the row.
    bool isSameItem(const ImportTarget &other) const
    {
        return kind == Kind::Item && other.kind == Kind::Item && field == other.field && entry == other.entry &&
               number == other.number;
    }
    bool operator==(const ImportTarget &) const = default;
};

/// The column that says what an item of the part is: a role, a kind, of identifiers the scheme; -1 if there is none.
int entryColumn(const PartInfo &part);
/// The column that an item cannot do without: a name, of actions the date; -1 if there is none.
int mainColumn(const PartInfo &part);

/// The word that differs least from `word`, if it is near; else empty.
QString nearestWord(const QString &word, const QStringList &words);

} // namespace Treatybook
