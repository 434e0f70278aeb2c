#pragma once

#include "exchange/importmap.h"
#include "exchange/importtarget.h"

#include <QStringList>

#include <utility>

namespace Treatybook {

/// One value that every row gives: a column of the file, or a fixed value.
struct ImportInput {
    enum class Origin : quint8 {
        Map,       ///< as the map says
        Automatic, ///< its header is a field
        OwnField,  ///< nobody said where it goes: a field of the book's own
        Computed,  ///< status and the like, which the program works out itself
        LeftOut,   ///< by the map
        Fixed
    };

    QString header;  ///< unique; of a fixed value its text
    int column = -1; ///< in the row; -1: fixed
    ImportTarget target;
    Origin origin = Origin::Map;
    bool exchangeForm = false;          ///< cells are as our own files write them
    bool typedDates = true;             ///< dates as people write them, not EDTF alone
    std::optional<DateOrder> dateOrder; ///< none: nobody said
    QString listSeparator;
    QHash<QString, QString> values;

    /// What the row gives: the cell, or the fixed text with its cells put in.
    QString text(const QStringList &cells) const;

    QList<std::pair<QString, int>> pieces; ///< of Fixed: texts, each followed by the cell of a column (-1: none)
};

/// Header of the column that says why a row was rejected; an import passes over it.
inline const QString RejectReason = QStringLiteral("import_reason");

/// A map bound to the header of a file: where each column goes. A value; read by any thread.
class ImportLayout
{
public:
    struct Options {
        std::optional<DateOrder> dateOrder; ///< goes before that of the map
        std::optional<bool> raw;
    };

    /// `sample` are some first rows. Invalid: a header or key that does not exist (with the nearest that does), a key
    /// given twice, an action without its kind, a match that no column gives.
    static Result<ImportLayout> bind(const QStringList &header, const QList<QStringList> &sample, const ImportMap &map,
                                     const Options &options);

    /// Columns in their order, then fixed values.
    const QList<ImportInput> &inputs() const { return m_inputs; }
    int columnCount() const { return m_columnCount; }
    /// Unique names of the columns.
    QStringList headers() const;
    /// The header is ours: keys of fields and nothing else.
    bool isOwn() const { return m_own; }
    /// Cells bear the apostrophe of the spreadsheet mode (csvwriter.h).
    bool isGuarded() const { return m_guarded; }
    /// Index in inputs() of what records are matched by; -1: nothing.
    int match() const { return m_match; }
    /// Sentences for people: what was decided that the map does not say.
    const QStringList &notes() const { return m_notes; }

private:
    Result<void> bindColumns(const QStringList &names, const ImportMap &map);
    Result<void> bindFixed(const QStringList &names, const ImportMap &map);
    Result<void> bindMatch(const ImportMap &map);
    Result<void> checkTargets() const;
    Result<void> checkTitle() const;
    void bindByName(ImportInput &input);
    void bindToOwnField(ImportInput &input);
    void bindForeignId(qsizetype column);
    void noteOrigins();

    QList<ImportInput> m_inputs;
    int m_columnCount = 0;
    bool m_own = false;
    bool m_guarded = false;
    int m_match = -1;
    QStringList m_notes;
};

/// Unique names for the columns: "column 3" for an empty header, "Name (2)" for a repeated one; `notes` says so.
QStringList uniqueHeaders(const QStringList &header, QStringList &notes);

} // namespace Treatybook
