#pragma once

#include <QStringList>

namespace Treatybook {

/// Paths of books that were opened, newest first, in the settings of the person.
class RecentBooks
{
public:
    static constexpr qsizetype Longest = 8;

    /// Only those whose file is there.
    QStringList paths() const;
    void add(const QString &path);
};

} // namespace Treatybook
