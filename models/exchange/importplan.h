#pragma once

#include "domain/changeset.h"
#include "domain/repository.h"
#include "exchange/csvformat.h"
#include "exchange/importissues.h"
#include "exchange/importlayout.h"

#include <functional>

namespace Treatybook {

/// What is to be imported, and how.
struct ImportRequest {
    QString path; ///< "-" is standard input
    ImportMap map = {};
    std::optional<char> delimiter = {}; ///< none: detected
    ImportLayout::Options options = {}; ///< go before what the map says
};

/// The beginning of a file, to be shown before somebody decides.
struct ImportPreview {
    CsvFormat format;
    QStringList header;    ///< unique names, as a map uses them
    QStringList rawHeader; ///< as it stands in the file
    QList<QStringList> rows;
};

/// What an import would do, worked out without touching the book. A value.
struct ImportPlan {
    CsvFormat format;
    ImportLayout layout;
    ImportIssues issues;
    qint64 rows = 0; ///< without the header and empty rows
    qint64 added = 0, updated = 0, unchanged = 0, rejected = 0;
    qint64 ownFieldValues = 0; ///< cells that went into fields of the book's own because the map names no other place
    qint64 apostrophes = 0;    ///< cells that lost the apostrophe of the spreadsheet mode
    ChangeSet set;             ///< everything that goes in; no changes if nothing does
    /// The rejected rows as CSV (UTF-8, comma), cells as they stand in the file and a last column "import_reason",
    /// which an import passes over: corrected, the file goes in with the same map. The header alone if no row was
    /// rejected.
    QByteArray rejects;
};

/// Bytes done of all; false cancels. Called a few times a second at most, in the thread that plans.
using ImportProgress = std::function<bool(qint64 done, qint64 total)>;

/// At most `rows` rows of the file. Errors as of planImport().
Result<ImportPreview> readImportPreview(const QString &path, int rows, std::optional<char> delimiter = {});

/// Reads the whole file against the records that the book holds now. Any thread; `present` are shared copies, which is
/// cheap. Good rows go into the plan, bad ones into its issues and rejects; warnings never keep a row out. An Error
/// means that the file as a whole cannot be read (Invalid: structure, encoding, map; Empty: no rows; Lost, Missing,
/// Denied: the file; it names row and column where there is one), or that `progress` cancelled (Invalid). The plan
/// holds for the state of `present`: a change in between makes the commit a Conflict, and nothing goes in.
Result<ImportPlan> planImport(const ImportRequest &request, const QList<StoredRecord> &present,
                              const ImportProgress &progress = {});

} // namespace Treatybook
