#include "ui/mainwindow/recentmenu.h"

#include "ui/widgets/plainlabel.h"

namespace Treatybook {

using namespace Qt::StringLiterals;

static constexpr qsizetype Longest = 10;

RecentMenu::RecentMenu(QWidget *parent) : QMenu(tr("Open &recent"), parent)
{
    setObjectName(u"menu.recent"_s);
    setToolTipsVisible(true);
}

void RecentMenu::setBooks(const QList<RecentBook> &books)
{
    clear();
    for (const RecentBook &book : books.first(qMin(books.size(), Longest))) {
        // With the folder at the right, where shortcuts stand: names may be the same.
        const QString text = shortened(book.name()).left(60) + u'\t' + fontMetrics().elidedText(book.folder(), Qt::ElideMiddle, 260);
        QAction *action = addAction(QString(text).replace(u'&', "&&"_L1));
        action->setToolTip(plainToolTip(book.path));
        connect(action, &QAction::triggered, this, [this, path = book.path] { Q_EMIT bookRequested(path); });
    }
    menuAction()->setVisible(!books.isEmpty());
}

} // namespace Treatybook
