#pragma once

#include "ui/mainwindow/bookservices.h"

#include <QMainWindow>

QT_FORWARD_DECLARE_CLASS(QStackedWidget)

namespace Treatybook {

class Actions;
class AsOfBox;
class AsOfCommands;
class Banner;
class BookOffers;
class BookTroubles;
class BookView;
class Dialogs;
class Exporter;
class Importer;
class LayoutKeeper;
class FindCommands;
class MainMenus;
class MainToolBar;
class PaletteCommands;
class PanelCommands;
class SearchBox;
class SideCommands;
class StatusSentence;
class ViewCommands;
class Welcome;

/// The window: commands, search and as-of day over one open book, or the welcome page. What goes wrong is told in a
/// banner; a book that cannot be opened leaves the present one open.
class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    MainWindow(BookServices services, Dialogs &dialogs, QWidget *parent = nullptr);
    ~MainWindow() override;

    void openBook(const QString &path);
    void openSample();
    /// Null on the welcome page.
    BookView *book() const { return m_book; }
    const Actions &actions() const { return *m_actions; }

protected:
    void closeEvent(QCloseEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void connectActions();

    void askNewBook(const QString &name);
    void askOpenBook();
    void askImport();
    void showBackups(const QString &path);
    void restore(const QString &backup, const QString &path);
    void setBook(BookView *book);
    void holdPaint();
    void bookLoaded();
    /// Runs `then` unless unsaved text holds the person back.
    void leaveBook(const std::function<void()> &then);
    void step(bool undo);
    void setAsOf(Day day);
    void followToday();
    void showNotice();
    void tell(const QString &text);
    /// With the offer to undo it.
    void tellDone(const QString &what);
    void showError(const Error &error);
    void updateActions();
    void updateTitle();

    BookServices m_services;
    Dialogs &m_dialogs;
    Actions *m_actions;
    Exporter *m_exporter;
    Importer *m_importer;
    QString m_toImport; ///< as soon as the new book is read
    MainToolBar *m_bar;
    SearchBox *m_search;
    AsOfBox *m_asOf;
    FindCommands *m_find = nullptr;
    ViewCommands *m_views = nullptr;
    PanelCommands *m_panels = nullptr;
    PaletteCommands *m_palette = nullptr;
    AsOfCommands *m_asOfCommands = nullptr;
    SideCommands *m_side = nullptr;
    Banner *m_banner;
    BookTroubles *m_troubles;
    BookOffers *m_offers;
    QStackedWidget *m_pages;
    Welcome *m_welcome;
    StatusSentence *m_status;
    LayoutKeeper *m_layout;
    MainMenus *m_menus = nullptr;
    BookView *m_book = nullptr;
    bool m_leaving = false; ///< unsaved text was given up
};

} // namespace Treatybook
