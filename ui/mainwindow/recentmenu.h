#pragma once

#include "ui/mainwindow/recentbooks.h"

#include <QMenu>

namespace Treatybook {

/// Books that were opened before; hides itself when there are none.
class RecentMenu : public QMenu
{
    Q_OBJECT

public:
    explicit RecentMenu(QWidget *parent);

    /// Newest first; the first ones are shown.
    void setBooks(const QList<RecentBook> &books);

Q_SIGNALS:
    void bookRequested(const QString &path);
};

} // namespace Treatybook
