#pragma once

#include <QMenu>

namespace Treatybook {

/// Books that were opened before; hides itself when there are none.
class RecentMenu : public QMenu
{
    Q_OBJECT

public:
    explicit RecentMenu(QWidget *parent);

    void setPaths(const QStringList &paths);

Q_SIGNALS:
    void bookRequested(const QString &path);
};

} // namespace Treatybook
