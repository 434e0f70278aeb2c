#pragma once

#include "domain/result.h"

#include <QDateTime>
#include <QFile>

#include <memory>

namespace Treatybook {

/// A file that is read for an import: opened, read from start to end more than once, and at last found to be the same as
/// it was at first. Standard input ("-") is put aside in a nameless temporary file.
class ImportFile
{
public:
    /// Missing, Denied, Invalid (a folder or device), Full (standard input has no room).
    static Result<std::unique_ptr<ImportFile>> open(const QString &path);

    QFile &device() { return *m_file; }
    /// Lost if the file was changed, replaced or removed since it was opened.
    Result<void> checkUnchanged() const;

private:
    ImportFile() = default;

    QString m_path; ///< empty: standard input
    std::unique_ptr<QFile> m_file;
    qint64 m_size = 0;
    QDateTime m_time;
    quint64 m_inode = 0;
};

} // namespace Treatybook
