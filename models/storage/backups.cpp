#include "storage/backups.h"

#include "domain/tr.h"
#include "storage/backuprotation.h"
#include "storage/bookcopy.h"
#include "storage/durablefile.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

#include <algorithm>

namespace Treatybook {

using namespace Qt::StringLiterals;

namespace {

constexpr auto ManifestName = "manifest.json"_L1;
constexpr auto TimeFormat = "yyyy-MM-dd'T'HHmmss'Z'"_L1;
constexpr qint64 LongestManifest = 1024 * 1024;
constexpr qint64 HighestNumber = 999'999'999;

/// "0012 2026-11-23T073105Z change.treatybook": what the manifest may lose.
QString fileName(const Backup &backup)
{
    return u"%1 %2 %3.treatybook"_s.arg(QString::number(backup.number).rightJustified(4, u'0'),
                                        backup.time.toUTC().toString(TimeFormat), backupReasonKey(backup.reason));
}

Backup fromFileName(const QFileInfo &file)
{
    static const QRegularExpression pattern(u"^([0-9]{4,9}) ([0-9T-]{17}Z) ([a-z]+)\\.treatybook$"_s);
    Backup backup;
    backup.path = file.filePath();
    backup.size = file.size();
    backup.time = file.lastModified().toUTC();
    const auto match = pattern.match(file.fileName());
    const QString number = match.captured(1);
    QDateTime time = QDateTime::fromString(match.captured(2), TimeFormat);
    time.setTimeSpec(Qt::UTC);
    if (!match.hasMatch() || !time.isValid())
        return backup;
    backup.number = number.toLongLong();
    backup.time = time;
    backup.reason = backupReasonOfKey(match.captured(3));
    return backup;
}

QJsonObject toJson(const Backup &backup)
{
    return {{u"file"_s, QFileInfo(backup.path).fileName()},
            {u"number"_s, backup.number},
            {u"time"_s, backup.time.toUTC().toString(Qt::ISODate)},
            {u"reason"_s, backupReasonKey(backup.reason)},
            {u"size"_s, backup.size},
            {u"records"_s, backup.records},
            {u"sha256"_s, QString::fromLatin1(backup.sha256)}};
}

} // namespace

Backups::Backups(const QString &bookPath)
{
    const QFileInfo file(bookPath);
    m_book = file.exists() ? file.canonicalFilePath() : file.absoluteFilePath();
    m_folder = m_book + " backups"_L1;
}

QList<Backup> Backups::list() const
{
    QHash<QString, Backup> known;
    for (const Backup &backup : inManifest())
        known.insert(backup.path, backup);
    QList<Backup> backups = inFolder();
    for (Backup &backup : backups) {
        const auto details = known.constFind(backup.path);
        if (details == known.cend())
            continue;
        backup.sha256 = details->sha256; // if the size is another one, verifying will tell
        backup.records = details->records;
    }
    std::stable_sort(backups.begin(), backups.end(), [](const Backup &a, const Backup &b) {
        if (a.number > 0 && b.number > 0 && a.number != b.number)
            return a.number > b.number;
        return a.number > 0 && b.number > 0 ? a.time > b.time : a.number > b.number;
    });
    return backups;
}

QList<Backup> Backups::inFolder() const
{
    QList<Backup> backups;
    const auto files = QDir(m_folder).entryInfoList({u"*.treatybook"_s}, QDir::Files | QDir::NoSymLinks);
    for (const QFileInfo &file : files)
        backups.append(fromFileName(file));
    return backups;
}

QList<Backup> Backups::inManifest() const
{
    QFile file(m_folder + u'/' + ManifestName);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QList<Backup> backups;
    const QJsonDocument manifest = QJsonDocument::fromJson(file.read(LongestManifest));
    for (const QJsonValue &value : manifest.object().value("backups"_L1).toArray()) {
        Backup backup;
        backup.path = m_folder + u'/' + value["file"_L1].toString();
        backup.records = value["records"_L1].toInteger(-1);
        backup.sha256 = value["sha256"_L1].toString().toLatin1();
        backups.append(backup);
    }
    return backups;
}

Result<void> Backups::writeManifest(const QList<Backup> &backups) const
{
    QJsonArray entries;
    for (const Backup &backup : backups)
        entries.append(toJson(backup));
    const QJsonObject manifest{
        {u"format"_s, 1}, {u"book"_s, QFileInfo(m_book).fileName()}, {u"backups"_s, entries}};
    return DurableFile::replace(m_folder + u'/' + ManifestName, QJsonDocument(manifest).toJson());
}

Result<QString> Backups::prepare() const
{
    // Who may not read the book may not read its backups.
    const bool isPrivate = !(QFileInfo(m_book).permissions() & (QFile::ReadGroup | QFile::ReadOther));
    if (const auto made = DurableFile::makeFolder(m_folder, isPrivate); !made)
        return made.error();
    DurableFile::discardOld(m_folder);
    return DurableFile::temporaryName(m_folder + u"/backup"_s);
}

Error Backups::failure(const Error &cause)
{
    return {cause.kind, Treatybook::tr("No backup was made. %1").arg(cause.message), cause.detail};
}

Result<Backup> Backups::make(Database &book, BackupReason reason) const
{
    const auto temporary = prepare();
    if (!temporary)
        return failure(temporary.error());
    const auto copy = BookCopy::start(book, *temporary);
    const auto copied = copy ? (*copy)->step(BookCopy::AllPages) : Result<bool>(copy.error());
    if (copied)
        return takeIn(*temporary, reason, (*copy)->figures());
    DurableFile::discard(*temporary);
    return failure(copied.error());
}

Result<Backup> Backups::takeIn(const QString &temporary, BackupReason reason, const BookFigures &figures) const
{
    if (const auto verified = verifyCopy(temporary, &figures); !verified) {
        DurableFile::discard(temporary);
        return failure(verified.error());
    }
    Backup about;
    about.time = QDateTime::currentDateTimeUtc();
    about.reason = reason;
    about.records = figures.records;
    const auto added = add(temporary, about);
    return added ? added : failure(added.error());
}

Result<Backup> Backups::add(const QString &temporary, Backup about) const
{
    about.sha256 = sha256OfFile(temporary);
    about.size = QFileInfo(temporary).size();
    if (QFileInfo::exists(m_book))
        QFile::setPermissions(temporary, QFileInfo(m_book).permissions());
    const QList<Backup> before = list();
    for (const Backup &backup : before)
        about.number = std::max(about.number, backup.number);
    about.number = std::min(about.number + 1, HighestNumber);
    about.path = m_folder + u'/' + fileName(about);
    if (const auto published = DurableFile::publish(temporary, about.path); !published)
        return published.error();
    if (const auto written = writeManifest(QList<Backup>{about} + before); !written)
        return written.error(); // the backup is there; it is only unlisted in the manifest
    rotate(about);
    return about;
}

void Backups::rotate(const Backup &added) const
{
    const QList<Backup> all = list();
    QList<Backup> left = all;
    for (const Backup &old : BackupRotation::superfluous(all)) {
        if (old.path != added.path && QFile::remove(old.path))
            left.removeIf([&](const Backup &backup) { return backup.path == old.path; });
    }
    if (left.size() < all.size())
        static_cast<void>(writeManifest(left)); // entries without a file do no harm
}

QByteArray sha256OfFile(const QString &path)
{
    QFile file(path);
    QCryptographicHash hash(QCryptographicHash::Sha256);
    return file.open(QIODevice::ReadOnly) && hash.addData(&file) ? hash.result().toHex() : QByteArray();
}

} // namespace Treatybook
