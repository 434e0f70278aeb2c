#include "ui/mainwindow/bookoffers.h"

#include "ui/mainwindow/bookdrop.h"
#include "ui/mainwindow/recentbooks.h"
#include "ui/mainwindow/recentmenu.h"
#include "ui/mainwindow/welcome.h"

#include <QMainWindow>

namespace Treatybook {

BookOffers::BookOffers(QMainWindow &window, Welcome &welcome, Settings &settings)
    : QObject(&window), m_welcome(welcome), m_settings(settings), m_menu(new RecentMenu(&window))
{
    connect(new BookDrop(window), &BookDrop::bookRequested, this, &BookOffers::bookRequested);
    connect(m_menu, &RecentMenu::bookRequested, this, &BookOffers::bookRequested);
    connect(&welcome, &Welcome::bookRequested, this, &BookOffers::bookRequested);
    connect(&welcome, &Welcome::bookForgotten, this, &BookOffers::forget);
    show();
}

QMenu *BookOffers::menu() const
{
    return m_menu;
}

void BookOffers::add(const QString &path)
{
    RecentBooks(m_settings).add(path);
    show();
}

void BookOffers::forget(const QString &path)
{
    RecentBooks(m_settings).remove(path);
    show();
}

void BookOffers::show()
{
    const QList<RecentBook> books = RecentBooks(m_settings).all();
    m_welcome.setRecent(books);
    m_menu->setBooks(books);
}

} // namespace Treatybook
