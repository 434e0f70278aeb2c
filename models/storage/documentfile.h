#pragma once

#include "domain/result.h"

#include <QString>

namespace Treatybook {

/// A path that may be opened as a book: judged without changing, creating or blocking on anything, whatever lies there.
/// The judgement uses SQLite's own handle, so it is safe although the file is open in this process.
class DocumentFile
{
public:
    static constexpr int ApplicationId = 0x5472426B; ///< "TrBk" in the file header

    /// Errors: Missing, Empty, Foreign (a folder, device, pipe, no database, another program's), Newer, Damaged,
    /// Denied.
    static Result<DocumentFile> judge(const QString &path);

    /// Through links to the one file.
    const QString &path() const { return m_path; }
    QString name() const;
    /// Of the schema: the number of the last migration that it has seen.
    int version() const { return m_version; }
    /// Why the book cannot be written to, as a sentence; empty if it can.
    const QString &readOnlyReason() const { return m_readOnlyReason; }

    /// The same file still lies at the path: it was neither deleted nor replaced.
    bool isInPlace() const;
    /// What to say when it is not.
    Error lostError() const;

private:
    QString m_path, m_readOnlyReason;
    quint64 m_device = 0, m_inode = 0;
    int m_version = 0;
};

} // namespace Treatybook
