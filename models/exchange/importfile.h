#pragma once

#include "domain/result.h"

#include <QFile>

#include <memory>

struct stat;

namespace Treatybook {

/// A file that is read for an import: opened, read from start to end more than once, and at last found to be the same
/// as it was at first. Standard input ("-") is put aside in a temporary file. Any thread, by one at a time.
class ImportFile
{
public:
    /// Missing, Denied, Invalid (a folder or device), Full (standard input has no room), Lost.
    static Result<std::unique_ptr<ImportFile>> open(const QString &path);

    QFile &device() { return *m_file; }
    /// Lost if the file was changed, replaced or removed since it was opened.
    Result<void> checkUnchanged() const;

private:
    struct Stamp {
        quint64 device = 0, inode = 0;
        qint64 size = 0, seconds = 0, nanoseconds = 0;
        bool operator==(const Stamp &) const = default;
    };

    ImportFile() = default;
    static Stamp stampOf(const struct stat &status);

    QString m_path; ///< empty: standard input
    std::unique_ptr<QFile> m_file;
    Stamp m_stamp;
};

} // namespace Treatybook
