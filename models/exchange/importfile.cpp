#include "exchange/importfile.h"

#include "domain/tr.h"

#include <QFileInfo>
#include <QTemporaryFile>

#include <cerrno>
#include <cstring>

#include <sys/stat.h>

namespace Treatybook {

using namespace Qt::StringLiterals;

static Result<void> copyStandardInput(QFile &target)
{
    QFile in;
    if (!in.open(stdin, QIODevice::ReadOnly))
        return Error{ErrorKind::Lost, tr("Standard input cannot be read: %1.").arg(in.errorString()), {}};
    for (;;) {
        const QByteArray chunk = in.read(256 * 1024);
        if (chunk.isEmpty()) {
            if (in.error() != QFile::NoError)
                return Error{ErrorKind::Lost, tr("Standard input cannot be read: %1.").arg(in.errorString()), {}};
            break;
        }
        if (target.write(chunk) != chunk.size())
            return Error{
                ErrorKind::Full, tr("Standard input finds no room on the disk: %1.").arg(target.errorString()), {}};
    }
    if (!target.flush() || !target.seek(0))
        return Error{
            ErrorKind::Full, tr("Standard input finds no room on the disk: %1.").arg(target.errorString()), {}};
    return {};
}

Result<std::unique_ptr<ImportFile>> ImportFile::open(const QString &path)
{
    std::unique_ptr<ImportFile> file(new ImportFile);
    if (path == "-"_L1) {
        auto temporary = std::make_unique<QTemporaryFile>();
        if (!temporary->open())
            return Error{ErrorKind::Full,
                         Treatybook::tr("Standard input finds no room on the disk: %1.").arg(temporary->errorString()),
                         {}};
        if (const auto copied = copyStandardInput(*temporary); !copied)
            return copied.error();
        file->m_file = std::move(temporary);
        return file;
    }
    const QFileInfo info(path);
    const QString name = info.fileName();
    if (!info.exists())
        return Error{ErrorKind::Missing, Treatybook::tr("There is no file “%1”.").arg(path), {}};
    if (!info.isFile()) // a pipe would wait for ever
        return Error{ErrorKind::Invalid, Treatybook::tr("“%1” is no file that can be imported.").arg(name), {}};
    file->m_path = path;
    file->m_file = std::make_unique<QFile>(path);
    if (!file->m_file->open(QIODevice::ReadOnly))
        return Error{
            ErrorKind::Denied, Treatybook::tr("“%1” cannot be opened: %2.").arg(name, file->m_file->errorString()), {}};
    struct stat status {
    };
    if (::fstat(file->m_file->handle(), &status) != 0)
        return Error{ErrorKind::Lost,
                     Treatybook::tr("“%1” cannot be read: %2.").arg(name, QString::fromLocal8Bit(std::strerror(errno))),
                     {}};
    file->m_stamp = stampOf(status);
    return file;
}

ImportFile::Stamp ImportFile::stampOf(const struct stat &status)
{
    return {status.st_dev, status.st_ino, status.st_size, status.st_mtim.tv_sec, status.st_mtim.tv_nsec};
}

Result<void> ImportFile::checkUnchanged() const
{
    if (m_path.isEmpty())
        return {};
    const QString name = QFileInfo(m_path).fileName();
    struct stat status {
    };
    if (::stat(QFile::encodeName(m_path).constData(), &status) != 0)
        return Error{
            ErrorKind::Lost, Treatybook::tr("“%1” was removed while it was read. Nothing was imported.").arg(name), {}};
    if (stampOf(status) != m_stamp)
        return Error{ErrorKind::Lost,
                     Treatybook::tr("“%1” was changed while it was read. Nothing was imported; try again.").arg(name),
                     {}};
    return {};
}

} // namespace Treatybook
