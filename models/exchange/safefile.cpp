#include "exchange/safefile.h"

#include "domain/tr.h"

#include <QDir>
#include <QFileInfo>

#include <cerrno>
#include <cstring>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace Treatybook {

namespace {

QString translated(const char *text)
{
    return tr(text);
}

ErrorKind kindOf(int errorNumber)
{
    switch (errorNumber) {
    case ENOSPC:
    case EDQUOT:
    case EFBIG:
        return ErrorKind::Full;
    case EACCES:
    case EPERM:
    case EROFS:
        return ErrorKind::Denied;
    case ENOENT:
    case ENOTDIR:
        return ErrorKind::Missing;
    case EINVAL:
    case EISDIR:
    case ENAMETOOLONG:
    case ELOOP:
        return ErrorKind::Invalid;
    default:
        return ErrorKind::Lost;
    }
}

/// The sentence has %1 for the file and, if it likes, %2 for its folder.
const char *sentence(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::Full:
        return QT_TRANSLATE_NOOP("Treatybook",
                                 "“%1” was not written: there is no room left for it (disk, quota or size "
                                 "limit). Free some space or choose another folder.");
    case ErrorKind::Denied:
        return QT_TRANSLATE_NOOP("Treatybook", "“%1” was not written: the file or its folder is read-only for you. "
                                               "Choose another folder.");
    case ErrorKind::Missing:
        return QT_TRANSLATE_NOOP("Treatybook",
                                 "“%1” was not written: the folder “%2” is not there. Create it or choose "
                                 "another folder.");
    case ErrorKind::Invalid:
        return QT_TRANSLATE_NOOP("Treatybook",
                                 "“%1” was not written: this name cannot be used for a file. Choose another name.");
    case ErrorKind::Unknown:
        return QT_TRANSLATE_NOOP("Treatybook", "“%1” is in place, but the disk could not confirm that it is stored for "
                                               "good. Check the disk and write the file again.");
    default:
        return QT_TRANSLATE_NOOP("Treatybook",
                                 "“%1” was not written: the disk reported an error. Choose another folder or disk.");
    }
}

Error errorFor(const QString &path, ErrorKind kind, const char *text, const QString &detail)
{
    const QString message = translated(text);
    if (!message.contains("%2"_L1))
        return {kind, message.arg(QDir::toNativeSeparators(path)), detail};
    const QString folder = QFileInfo(path).absolutePath();
    return {kind, message.arg(QDir::toNativeSeparators(path), QDir::toNativeSeparators(folder)), detail};
}

/// 0, or why the entries of the folder may still be lost in a power failure.
int syncFolder(const QString &folder)
{
    const int descriptor = ::open(QFile::encodeName(folder).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (descriptor < 0)
        return errno;
    const int error = ::fsync(descriptor) == 0 ? 0 : errno;
    ::close(descriptor);
    // Some network file systems have no such operation; nothing more can be done there.
    return error == EINVAL || error == ENOTSUP ? 0 : error;
}

} // namespace

SafeFile::SafeFile(const QString &path, const QString &openBook) : m_file(path), m_path(path), m_openBook(openBook)
{
    m_file.setDirectWriteFallback(false);
}

Result<void> SafeFile::open()
{
    if (const auto allowed = refuse(); !allowed)
        return allowed.error();
    errno = 0;
    if (!m_file.open(QIODevice::WriteOnly))
        return failure("open", errno);
    return {};
}

Result<void> SafeFile::write(const QByteArray &chunk)
{
    errno = 0;
    if (m_file.write(chunk) != chunk.size())
        return failure("write", errno);
    m_written += chunk.size();
    return {};
}

Result<void> SafeFile::commit()
{
    errno = 0;
    if (!m_file.flush())
        return failure("flush", errno);
    if (m_file.size() != m_written)
        return failure("size", errno);
    // QSaveFile syncs too, but ignores the answer.
    if (::fsync(m_file.handle()) != 0)
        return failure("fsync", errno);
    errno = 0;
    if (!m_file.commit())
        return failure("rename", errno);

    // Behind a symbolic link the folder that changed is that of the link's target.
    if (const int error = syncFolder(QFileInfo(QFileInfo(m_path).canonicalFilePath()).path()); error != 0)
        return errorFor(m_path, ErrorKind::Unknown, sentence(ErrorKind::Unknown),
                        QString::fromLocal8Bit(strerror(error)));
    return {};
}

/// What a QSaveFile would do and should not: replace a device or a pipe, or the book that is open.
Result<void> SafeFile::refuse()
{
    if (m_path.isEmpty() || m_path.contains(QChar::Null))
        return errorFor(m_path, ErrorKind::Invalid, sentence(ErrorKind::Invalid), {});
    const QFileInfo target(m_path);
    if (target.isDir())
        return errorFor(m_path, ErrorKind::Invalid,
                        QT_TRANSLATE_NOOP("Treatybook", "“%1” was not written: it is a folder. Add a file name to it."),
                        {});
    if (target.exists() && !target.isFile())
        return errorFor(m_path, ErrorKind::Invalid,
                        QT_TRANSLATE_NOOP("Treatybook", "“%1” was not written: it is a device or a pipe, not a file. "
                                                        "Choose another name."),
                        {});
    if (sameFile(m_path, m_openBook))
        return errorFor(
            m_path, ErrorKind::Invalid,
            QT_TRANSLATE_NOOP("Treatybook", "“%1” was not written: it is the open book itself. Choose another name."),
            {});
    if (target.exists() && !target.isWritable())
        return errorFor(m_path, ErrorKind::Denied, sentence(ErrorKind::Denied), {});
    return {};
}

Error SafeFile::failure(const char *step, int errorNumber)
{
    // A short write may leave no error number; Qt then still tells a full disk from other trouble.
    if (errorNumber == 0 && m_file.error() == QFileDevice::ResourceError)
        errorNumber = ENOSPC;
    const QString reason = errorNumber != 0 ? QString::fromLocal8Bit(strerror(errorNumber)) : m_file.errorString();
    m_file.cancelWriting();
    const ErrorKind kind = kindOf(errorNumber);
    return errorFor(m_path, kind, sentence(kind), u"%1: %2"_s.arg(QString::fromLatin1(step), reason));
}

Result<void> writeFile(const QString &path, const QByteArray &content, const QString &openBook)
{
    SafeFile file(path, openBook);
    if (const auto opened = file.open(); !opened)
        return opened;
    if (const auto written = file.write(content); !written)
        return written;
    return file.commit();
}

bool sameFile(const QString &a, const QString &b)
{
    struct stat first;
    struct stat second;
    return !a.isEmpty() && !b.isEmpty() && ::stat(QFile::encodeName(a).constData(), &first) == 0 &&
           ::stat(QFile::encodeName(b).constData(), &second) == 0 && first.st_dev == second.st_dev &&
           first.st_ino == second.st_ino;
}

} // namespace Treatybook
