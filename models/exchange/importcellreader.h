#pragma once

#include "exchange/importissues.h"
#include "exchange/importlayout.h"

#include <optional>

namespace Treatybook {

/// One cell of a row on its way into a record: where it came from, for what is to be said about it.
struct ImportCell {
    const ImportInput &input;
    QString text; ///< as the row gives it; not empty
};

/// Turns what foreign files write into the canonical text of a field or of a part's column: labels into keys, dates as
/// people write them into EDTF, blanks around taken away; cells of our own files are taken as they are. What is to be
/// said goes into `issues`, without row; nothing is returned for a cell that has no value of that type, which is then
/// one of them. Keeps what it has read; one thread.
class ImportCellReader
{
public:
    std::optional<QString> canonical(const ColumnInfo &column, const ImportCell &cell, QList<ImportIssue> &issues);

    /// The texts of a list, without blanks around them and without empty ones.
    static QStringList listItems(const ImportCell &cell);
    static ImportIssue issueOf(ImportCode code, const ImportCell &cell, const QString &reason);

private:
    std::optional<QString> date(const ColumnInfo &column, const ImportCell &cell, QList<ImportIssue> &issues);

    struct Reading {
        QString text;
        std::optional<ImportCode> code;
        QString note;
    };
    QHash<QString, Reading> m_dates; ///< by type, order and text: dates repeat
};

} // namespace Treatybook
