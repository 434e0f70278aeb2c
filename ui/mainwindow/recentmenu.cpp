#include "ui/mainwindow/recentmenu.h"

#include "ui/widgets/plainlabel.h"

#include <QFileInfo>

namespace Treatybook {

using namespace Qt::StringLiterals;

RecentMenu::RecentMenu(QWidget *parent) : QMenu(tr("Open &recent"), parent)
{
    setToolTipsVisible(true);
}

void RecentMenu::setPaths(const QStringList &paths)
{
    clear();
    for (const QString &path : paths) {
        QAction *action = addAction(QFileInfo(path).fileName().replace(u'&', "&&"_L1));
        action->setToolTip(plainToolTip(path));
        connect(action, &QAction::triggered, this, [this, path] { Q_EMIT bookRequested(path); });
    }
    menuAction()->setVisible(!paths.isEmpty());
}

} // namespace Treatybook
