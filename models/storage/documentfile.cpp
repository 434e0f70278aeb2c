#include "storage/documentfile.h"

#include "domain/tr.h"
#include "storage/migrations.h"

#include <QFile>
#include <QFileInfo>
#include <QUrl>
#include <QtEndian>

#include <array>
#include <cerrno>
#include <memory>
#include <sqlite3.h>
#include <sys/stat.h>
#include <unistd.h>

namespace Treatybook {

using namespace Qt::StringLiterals;

namespace {

// https://www.sqlite.org/fileformat2.html, section 1.3
constexpr int HeaderSize = 100;
constexpr int WriteVersionAt = 18, UserVersionAt = 60, ApplicationIdAt = 68;
constexpr char Magic[] = "SQLite format 3"; // with its NUL
using Header = std::array<char, HeaderSize>;

/// Reads the header through an immutable SQLite connection: a plain handle would, when closed, drop the locks of a
/// connection that this process may have to the same file. False if the file cannot be read or is shorter.
bool readHeader(const QString &path, Header &header)
{
    const QByteArray address = QUrl::fromLocalFile(path).toEncoded() + "?mode=ro&immutable=1";
    sqlite3 *connection = nullptr;
    const int opened =
        sqlite3_open_v2(address.constData(), &connection, SQLITE_OPEN_READONLY | SQLITE_OPEN_URI, nullptr);
    const std::unique_ptr<sqlite3, decltype(&sqlite3_close)> guard(connection, sqlite3_close);
    sqlite3_file *file = nullptr;
    return opened == SQLITE_OK &&
           sqlite3_file_control(connection, "main", SQLITE_FCNTL_FILE_POINTER, &file) == SQLITE_OK && file &&
           file->pMethods && file->pMethods->xRead(file, header.data(), HeaderSize, 0) == SQLITE_OK;
}

Error missingOrDenied(const QString &name, int failure)
{
    if (failure == ENOENT || failure == ENOTDIR)
        return {
            ErrorKind::Missing, tr("“%1” was not found. It may have been moved, renamed or deleted.").arg(name), {}};
    return {ErrorKind::Denied, tr("You may not read “%1”. Ask its owner, or the administrator.").arg(name),
            qt_error_string(failure)};
}

/// The version of the schema.
Result<int> judgeHeader(const QString &path, const QString &name)
{
    Header header{};
    if (!readHeader(path, header) || memcmp(header.data(), Magic, sizeof Magic) != 0)
        return Error{
            ErrorKind::Foreign, tr("“%1” is not a book: it is no database. Choose another file.").arg(name), {}};
    if (qFromBigEndian<qint32>(header.data() + ApplicationIdAt) != DocumentFile::ApplicationId)
        return Error{ErrorKind::Foreign,
                     tr("“%1” is a database of another program, not a book. Choose another file.").arg(name),
                     {}};
    const auto version = qFromBigEndian<qint32>(header.data() + UserVersionAt);
    if (version > Migrations::latest())
        return Error{
            ErrorKind::Newer,
            tr("“%1” was written by a newer Treatybook (format %2, this program knows %3). Update the program.")
                .arg(name)
                .arg(version)
                .arg(Migrations::latest()),
            {}};
    // 1 is the rollback journal, 2 a write-ahead log, which loses changes when the file is moved.
    if (version < 1 || header[WriteVersionAt] != 1)
        return Error{ErrorKind::Damaged,
                     tr("“%1” was changed by another program and cannot be opened. Go back to a backup.").arg(name),
                     u"user_version %1, write version %2"_s.arg(version).arg(header[WriteVersionAt])};
    return version;
}

QString whyReadOnly(const QString &path, const QString &name)
{
    if (::access(QFile::encodeName(path).constData(), W_OK) != 0)
        return tr("“%1” is write-protected, so it is open for reading only.").arg(name);
    const QString folder = QFileInfo(path).path();
    if (::access(QFile::encodeName(folder).constData(), W_OK | X_OK) != 0)
        return tr("The folder “%1” is write-protected, so the book is open for reading only.").arg(folder);
    return {};
}

} // namespace

Result<DocumentFile> DocumentFile::judge(const QString &path)
{
    const QString name = QFileInfo(path).fileName();
    struct stat status = {};
    if (::stat(QFile::encodeName(path).constData(), &status) != 0)
        return missingOrDenied(name, errno);
    // Before anything opens it: opening a pipe would wait for a writer.
    if (S_ISDIR(status.st_mode))
        return Error{ErrorKind::Foreign, Treatybook::tr("“%1” is a folder. Choose a file in it.").arg(name), {}};
    if (!S_ISREG(status.st_mode))
        return Error{
            ErrorKind::Foreign, Treatybook::tr("“%1” is a device or pipe, not a file. Choose a file.").arg(name), {}};
    if (::access(QFile::encodeName(path).constData(), R_OK) != 0)
        return missingOrDenied(name, errno);
    if (status.st_size == 0)
        return Error{
            ErrorKind::Empty, Treatybook::tr("“%1” is empty: a file of no bytes. Go back to a backup.").arg(name), {}};

    DocumentFile file;
    file.m_path = QFileInfo(path).canonicalFilePath();
    file.m_device = status.st_dev;
    file.m_inode = status.st_ino;
    const auto version = judgeHeader(file.m_path, name);
    if (!version)
        return version.error();
    file.m_version = *version;
    file.m_readOnlyReason = whyReadOnly(file.m_path, name);
    return file;
}

QString DocumentFile::name() const
{
    return QFileInfo(m_path).fileName();
}

bool DocumentFile::isInPlace() const
{
    struct stat status = {};
    return ::stat(QFile::encodeName(m_path).constData(), &status) == 0 && status.st_dev == m_device &&
           status.st_ino == m_inode;
}

Error DocumentFile::lostError() const
{
    return {
        ErrorKind::Lost,
        Treatybook::tr("“%1” was moved, replaced or deleted while it was open. Save a copy; nothing was overwritten.")
            .arg(name()),
        {}};
}

} // namespace Treatybook
