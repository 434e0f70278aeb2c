#pragma once

#include "ui/mainwindow/settingsfile.h"

#include <QFutureWatcher>
#include <QObject>
#include <QTimer>

namespace Treatybook {

/// What the program remembers for one person: appearance, layout, books opened before. Read once, written soon after a
/// change and at the end, beside the GUI thread. It never stops the program: what cannot be read or written is told
/// once, by a notice, and the defaults or the present values are worked with. Names that we do not know are kept. Two
/// programs at once keep each other's changes. GUI thread.
class Settings : public QObject
{
    Q_OBJECT

public:
    /// Without a file everything is forgotten at the end.
    explicit Settings(const QString &file = {}, QObject *parent = nullptr);
    ~Settings() override;

    /// Where the settings of the person who runs the program are.
    static QString defaultFile();

    /// Undefined if it was never set.
    QJsonValue value(const QStringList &path) const;
    /// Null and undefined forget it.
    void set(const QStringList &path, const QJsonValue &value);

    /// Something to tell the person; each text comes once.
    void addNotice(const QString &text);
    QString takeNotice();

Q_SIGNALS:
    void noticed();

private:
    void startWriting();
    void finishWriting();
    void tellFailure(const Error &error);

    QString m_file;
    QJsonObject m_values;
    QList<SettingsChange> m_changes, m_underWay; ///< not in the file yet; being written
    QFutureWatcher<Result<QJsonObject>> m_writing;
    QTimer m_soon;
    QStringList m_notices;
    bool m_failed = false; ///< to write; it was told
};

} // namespace Treatybook
