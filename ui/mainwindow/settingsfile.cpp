#include "ui/mainwindow/settingsfile.h"

#include "exchange/safefile.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QLockFile>

#include <chrono>

namespace Treatybook {

using namespace Qt::StringLiterals;

namespace {

const QByteArray FileMark = "treatybook-settings";
constexpr int Version = 1;

Error error(ErrorKind kind, const char *text, const QString &path, const QString &detail = {})
{
    return {kind, QCoreApplication::translate("Treatybook", text).arg(QDir::toNativeSeparators(path)), detail};
}

Error damaged(const QString &path, const QString &detail)
{
    return error(ErrorKind::Damaged,
                 QT_TRANSLATE_NOOP("Treatybook", "The settings in “%1” are damaged. Treatybook works with its defaults and "
                                                 "writes new ones; your books are not concerned."),
                 path, detail);
}

QByteArray checksum(const QByteArray &content)
{
    return QCryptographicHash::hash(content, QCryptographicHash::Sha256).toHex();
}

Result<QJsonObject> unseal(const QString &path, const QByteArray &bytes)
{
    const qsizetype end = bytes.indexOf('\n');
    const QList<QByteArray> head = bytes.left(qMax(end, qsizetype(0))).split(' ');
    if (head.size() != 3 || head.first() != FileMark)
        return damaged(path, u"first line"_s);
    bool isNumber = false;
    const int version = head.at(1).toInt(&isNumber);
    if (!isNumber || version < 1)
        return damaged(path, u"version"_s);
    if (version > Version) {
        return error(ErrorKind::Newer,
                     QT_TRANSLATE_NOOP("Treatybook", "The settings in “%1” are those of a newer Treatybook. This one works "
                                                     "with its defaults and leaves them as they are."),
                     path);
    }
    const QByteArray content = bytes.mid(end + 1);
    if (head.at(2) != checksum(content))
        return damaged(path, u"checksum"_s);
    const QJsonDocument document = QJsonDocument::fromJson(content);
    if (!document.isObject())
        return damaged(path, u"content"_s);
    return document.object();
}

QByteArray seal(const QJsonObject &object)
{
    const QByteArray content = QJsonDocument(object).toJson();
    return FileMark + ' ' + QByteArray::number(Version) + ' ' + checksum(content) + '\n' + content;
}

} // namespace

QJsonObject changed(QJsonObject object, const SettingsChange &change)
{
    const QString &name = change.path.first();
    if (change.path.size() > 1) {
        const QJsonObject inner = changed(object.value(name).toObject(), {change.path.mid(1), change.value});
        if (inner.isEmpty())
            object.remove(name);
        else
            object.insert(name, inner);
    } else if (change.value.isNull() || change.value.isUndefined()) {
        object.remove(name);
    } else {
        object.insert(name, change.value);
    }
    return object;
}

Result<QJsonObject> SettingsFile::read(const QString &path)
{
    const QFileInfo info(path);
    if (!info.exists())
        return QJsonObject();
    if (!info.isFile()) // a pipe would never answer
        return damaged(path, u"no file"_s);
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return error(ErrorKind::Denied,
                     QT_TRANSLATE_NOOP("Treatybook", "The settings in “%1” cannot be read. Treatybook works with its "
                                                     "defaults; check who may read that file."),
                     path, file.errorString());
    }
    const QByteArray bytes = file.read(Longest + 1);
    if (bytes.size() > Longest)
        return damaged(path, u"too long"_s);
    return unseal(path, bytes);
}

Result<QJsonObject> SettingsFile::change(const QString &path, const QList<SettingsChange> &changes,
                                         const QJsonObject &fallback)
{
    using namespace std::chrono_literals;
    QDir().mkpath(QFileInfo(path).absolutePath());
    QLockFile lock(path + ".lock"_L1);
    lock.setStaleLockTime(5s);
    // Without the lock (no room for it, or a folder that knows none) the worst is that another program's entry is lost.
    [[maybe_unused]] const bool locked = lock.tryLock(2s);

    const auto present = read(path);
    if (!present && present.error().kind == ErrorKind::Newer)
        return present.error();
    QJsonObject whole = present ? *present : fallback;
    for (const SettingsChange &change : changes)
        whole = changed(std::move(whole), change);
    if (const auto written = writeFile(path, seal(whole)); !written)
        return written.error();
    return whole;
}

} // namespace Treatybook
