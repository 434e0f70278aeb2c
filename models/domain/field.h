#pragma once

#include "domain/agreement.h"
#include "domain/pool.h"

#include <QLocale>
#include <QString>

#include <span>
#include <string_view>

namespace Treatybook {

/// Every field of an agreement, in the order in which files, forms and reports show them.
enum class Field : quint8 {
    Id, Title, ShortTitle, Titles, Reference, Identifiers, Nature, NationalCategory, Kind, Subjects, Participants,
    Persons, Date, InForce, Term, TermKind, NoticeMonths, RenewalMonths, Place, Quantities, Languages, PrevailingText,
    Summary, Notes, Officer, FileReference, Handling, Confidence, VerifiedOn, StatusOverride, StatusOverrideReason,
    Tags, Actions, Relations, Sources, Obligations, Attachments, OwnFields,
    Status, StatusReason, Ends, NextStep, Bound, Changed
};

enum class FieldType : quint8 {
    Id,       ///< UUID, lower case, no braces
    Text,     ///< one line
    LongText, ///< several lines
    Choice,   ///< an entry of a vocabulary, by key
    Date,     ///< EDTF
    Interval, ///< EDTF, read as a period of application
    Number,   ///< whole number, may be empty
    Decimal,  ///< exact decimal
    Flag,     ///< "true" or empty
    List,     ///< texts in order
    Item,     ///< id of a part item of the same record
    Record,   ///< UUID of another record
    Part,     ///< a list of small values with a table of its own
    Computed  ///< depends on a day and on other records; never stored
};

/// One column of a part, or the shape that a field of the record has in common with it.
struct ColumnInfo {
    std::string_view key; ///< SQL column, CSV and JSON key, query word
    const char *label;    ///< English, for translation in context "Treatybook"
    FieldType type = FieldType::Text;
    const Vocabulary *vocabulary = nullptr; ///< of Choice; of List the known entries

    QString keyText() const { return QString::fromLatin1(key.data(), static_cast<qsizetype>(key.size())); }
    QString labelText() const;
    /// Whether a text of that length sets what a new record or item holds anyway, as most do: of a choice none does.
    bool isAsNew(qsizetype size) const { return size == 0 && type != FieldType::Choice; }
};

/// A part: participants, actions, sources … Cells are exchanged in canonical text, row by row; as UTF-8, which records
/// and files are in, where there are many.
struct PartInfo {
    std::string_view table; ///< name of the child table
    const char *itemLabel;  ///< label of one item, for translation
    std::span<const ColumnInfo> columns; ///< without the id
    qsizetype (*count)(const Agreement &);
    ItemId (*idAt)(const Agreement &, qsizetype row);
    void (*appendCell)(QByteArray &utf8, const Agreement &, qsizetype row, qsizetype column);
    bool (*setUtf8)(Agreement &, qsizetype row, qsizetype column, QByteArrayView utf8, Pool &pool);
    void (*insert)(Agreement &, qsizetype row, ItemId id);
    void (*remove)(Agreement &, qsizetype row);

    QString cell(const Agreement &agreement, qsizetype row, qsizetype column) const;
    /// False when the text is no value of the column; the cell is then unchanged.
    bool setCell(Agreement &agreement, qsizetype row, qsizetype column, const QString &text, Pool &pool) const
    {
        return setUtf8(agreement, row, column, text.toUtf8(), pool);
    }
    qsizetype rowOf(const Agreement &agreement, ItemId id) const; ///< -1 if there is none
    void clear(Agreement &agreement) const
    {
        while (count(agreement) > 0)
            remove(agreement, count(agreement) - 1);
    }
};

/// One field of the record. The functions are generated from the member pointer (fieldtraits.h).
struct FieldInfo : ColumnInfo {
    Field field{};
    std::string_view aliases; ///< further query words and headers, separated by blanks
    const PartInfo *part = nullptr;
    void (*appendText)(QByteArray &utf8, const Agreement &) = nullptr; ///< null for parts and computed fields
    bool (*setUtf8)(Agreement &, QByteArrayView utf8, Pool &pool) = nullptr; ///< null for these too
    const Edtf &(*edtf)(const Agreement &) = nullptr;           ///< of Date and Interval
    int (*choice)(const Agreement &) = nullptr;                 ///< of Choice
    const QList<Text> &(*list)(const Agreement &) = nullptr;    ///< of List

    bool isStored() const { return type != FieldType::Computed; }
    /// Canonical text of a scalar field.
    QString text(const Agreement &agreement) const;
    /// False when the text is no value of the field; the record is then unchanged.
    bool setText(Agreement &agreement, const QString &text, Pool &pool) const
    {
        return setUtf8(agreement, text.toUtf8(), pool);
    }
    /// One value in one column of the record's own table.
    bool isScalar() const { return isStored() && type != FieldType::Part; }
};

/// The field table: every field once, indexed by Field.
std::span<const FieldInfo> fieldTable();
const FieldInfo &fieldInfo(Field field);
/// By key or alias; null if no field is called so.
const FieldInfo *findField(QStringView keyOrAlias);

/// What people read in a table cell or report: labels for coded values, dates with no more precision than is known, a
/// line per part item. Empty for computed fields.
QString displayText(const Agreement &agreement, Field field, const QLocale &locale);
/// The same for one cell of a part.
QString displayCell(const Agreement &agreement, const PartInfo &part, qsizetype row, qsizetype column,
                    const QLocale &locale);

/// Texts in one cell, separated by "; "; a backslash escapes ";" and itself. splitList(joinList(x)) == x for texts that
/// are not empty and have no blanks at their ends.
QString joinList(const QStringList &items);
void appendListItem(QByteArray &utf8, QByteArrayView item, bool isFirst);
QStringList splitList(QStringView cell);

} // namespace Treatybook
