#include "ui/mainwindow/settings.h"

#include <QDir>
#include <QStandardPaths>
#include <QtConcurrentRun>

#include <chrono>

namespace Treatybook {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

Settings::Settings(const QString &file, QObject *parent) : QObject(parent), m_file(file)
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(500ms);
    connect(&m_soon, &QTimer::timeout, this, &Settings::startWriting);
    connect(&m_writing, &QFutureWatcherBase::finished, this, &Settings::finishWriting);
    if (m_file.isEmpty())
        return;
    if (const auto read = SettingsFile::read(m_file)) {
        m_values = *read;
    } else {
        addNotice(read.error().message);
        if (read.error().kind == ErrorKind::Newer)
            m_file.clear(); // not ours to write
    }
}

Settings::~Settings()
{
    m_writing.waitForFinished();
    if (!m_underWay.isEmpty() && !m_writing.result())
        m_changes = m_underWay + m_changes;
    if (!m_file.isEmpty() && !m_changes.isEmpty())
        (void)SettingsFile::change(m_file, m_changes, m_values); // nobody is left to be told
}

QString Settings::defaultFile()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation) + "/treatybook/settings"_L1;
}

QJsonValue Settings::value(const QStringList &path) const
{
    QJsonValue value = m_values;
    for (const QString &name : path)
        value = value.toObject().value(name);
    return value;
}

void Settings::set(const QStringList &path, const QJsonValue &value)
{
    const QJsonValue old = this->value(path);
    if (old == value || (old.isUndefined() && value.isNull()))
        return;
    const SettingsChange change{path, value};
    m_values = changed(m_values, change);
    if (m_file.isEmpty())
        return;
    m_changes.removeIf([&](const SettingsChange &other) { return other.path == path; });
    m_changes.append(change);
    m_soon.start();
}

void Settings::addNotice(const QString &text)
{
    m_notices.append(text);
    Q_EMIT noticed();
}

QString Settings::takeNotice()
{
    return m_notices.isEmpty() ? QString() : m_notices.takeFirst();
}

void Settings::startWriting()
{
    if (!m_underWay.isEmpty())
        return; // finishWriting() starts again
    m_underWay = std::exchange(m_changes, {});
    m_writing.setFuture(QtConcurrent::run(&SettingsFile::change, m_file, m_underWay, m_values));
}

void Settings::finishWriting()
{
    const Result<QJsonObject> written = m_writing.result();
    const QList<SettingsChange> tried = std::exchange(m_underWay, {});
    if (written) {
        m_failed = false;
        m_values = *written;
        for (const SettingsChange &change : std::as_const(m_changes))
            m_values = changed(m_values, change);
        if (!m_changes.isEmpty())
            m_soon.start();
    } else {
        m_changes = tried + m_changes; // once more with the next change, and at the end
        if (!std::exchange(m_failed, true))
            tellFailure(written.error());
    }
}

void Settings::tellFailure(const Error &error)
{
    const QString file = QDir::toNativeSeparators(m_file);
    switch (error.kind) {
    case ErrorKind::Full:
        return addNotice(tr("There is no room for “%1”: layout and recent books will not be remembered. Free some space on "
                            "that disk.").arg(file));
    case ErrorKind::Denied:
    case ErrorKind::Missing:
        return addNotice(tr("“%1” cannot be written: layout and recent books will not be remembered. Check who may write "
                            "there.").arg(file));
    case ErrorKind::Newer:
        return addNotice(error.message);
    case ErrorKind::Unknown:
        return; // it is in place
    default:
        return addNotice(tr("The disk did not take “%1”: layout and recent books will not be remembered. Check the disk.")
                             .arg(file));
    }
}

} // namespace Treatybook
