#pragma once

#include <QDateTime>
#include <QList>
#include <QString>

namespace Treatybook {

class Settings;

/// A book that was opened before.
struct RecentBook {
    QString path;
    QDateTime opened; ///< last, in UTC; null if that is not known

    QString name() const;
    /// Its folder for people, the home folder as "~".
    QString folder() const;
    bool operator==(const RecentBook &) const = default;
};

/// Books that were opened before, newest first, in the settings of the person. Whether their files are still there is
/// not looked at: a folder on a network may answer late or never.
class RecentBooks
{
public:
    static constexpr qsizetype Longest = 40;

    explicit RecentBooks(Settings &settings) : m_settings(settings) {}

    QList<RecentBook> all() const;
    /// It was opened now.
    void add(const QString &path);
    /// With all that is remembered of it.
    void remove(const QString &path);

private:
    Settings &m_settings;
};

} // namespace Treatybook
