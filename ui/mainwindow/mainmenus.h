#pragma once

#include <QObject>

QT_FORWARD_DECLARE_CLASS(QMenu)
QT_FORWARD_DECLARE_CLASS(QMenuBar)

namespace Treatybook {

class Actions;
class BookView;

/// The menus of the window: its commands, and those that the views of the open book lend it.
class MainMenus : public QObject
{
    Q_OBJECT

public:
    /// `recent` becomes a part of the first menu.
    MainMenus(QMenuBar &bar, const Actions &actions, QMenu *recent, QObject *parent);

    /// Null when no book is open, and before one goes.
    void setBook(BookView *book);

private:
    const Actions &m_actions;
    QMenu *m_view = nullptr;
    QMenu *m_timeline = nullptr;
};

} // namespace Treatybook
