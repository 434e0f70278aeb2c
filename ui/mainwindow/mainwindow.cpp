#include "ui/mainwindow/mainwindow.h"

#include "domain/whendone.h"
#include "exchange/safefile.h"
#include "itemmodels/upcomingmodel.h"
#include "ui/find/asofbox.h"
#include "ui/find/searchbox.h"
#include "ui/form/agreementform.h"
#include "ui/mainwindow/actions.h"
#include "ui/mainwindow/appearancecommands.h"
#include "ui/mainwindow/asofcommands.h"
#include "ui/mainwindow/backupsdialog.h"
#include "ui/mainwindow/bookoffers.h"
#include "ui/mainwindow/booktroubles.h"
#include "ui/mainwindow/bookview.h"
#include "ui/mainwindow/enabledcommands.h"
#include "ui/mainwindow/findcommands.h"
#include "ui/mainwindow/layoutkeeper.h"
#include "ui/mainwindow/mainmenus.h"
#include "ui/mainwindow/maintoolbar.h"
#include "ui/mainwindow/palettecommands.h"
#include "ui/mainwindow/panelcommands.h"
#include "ui/mainwindow/settings.h"
#include "ui/mainwindow/sidecommands.h"
#include "ui/mainwindow/statussentence.h"
#include "ui/mainwindow/viewcommands.h"
#include "ui/mainwindow/welcome.h"
#include "ui/reports/exporter.h"
#include "ui/reports/importer.h"
#include "ui/table/agreementtable.h"
#include "ui/timeline/timelineview.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/dialogs.h"

#include <QAction>
#include <QCloseEvent>
#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QMenuBar>
#include <QScrollBar>
#include <QStackedWidget>
#include <QStandardPaths>
#include <QStatusBar>
#include <QTimer>
#include <QVBoxLayout>

namespace Treatybook {

using namespace Qt::StringLiterals;

MainWindow::MainWindow(BookServices services, Dialogs &dialogs, QWidget *parent)
    : QMainWindow(parent)
    , m_services(std::move(services))
    , m_dialogs(dialogs)
    , m_actions(new Actions(this))
    , m_exporter(new Exporter(dialogs, this))
    , m_importer(new Importer(dialogs, this))
    , m_bar(new MainToolBar(*m_actions, m_services.today, this))
    , m_search(&m_bar->search())
    , m_asOf(&m_bar->asOf())
    , m_banner(new Banner(this))
    , m_pages(new QStackedWidget(this))
    , m_welcome(new Welcome(*m_actions, this))
    , m_status(new StatusSentence(this))
{
    setObjectName(u"window"_s);
    setContextMenuPolicy(Qt::NoContextMenu); // it would offer to hide the toolbar
    if (!m_services.settings)
        m_services.settings = std::make_shared<Settings>();
    Settings &settings = *m_services.settings;
    new AppearanceCommands(*m_actions, settings, this);
    m_troubles = new BookTroubles(*m_banner, m_services, dialogs, [this](auto repository, const QString &path) {
        m_offers->add(path);
        setBook(new BookView(std::move(repository), QFileInfo(path).absoluteFilePath(), m_asOf->day(), this));
    }, this);
    m_offers = new BookOffers(*this, *m_welcome, settings);
    m_find = new FindCommands(*m_actions, *m_search, settings, this);
    m_views = new ViewCommands(*m_actions, *m_search, *m_asOf, this);
    m_panels = new PanelCommands(*m_actions, settings, this);
    m_palette = new PaletteCommands(*m_actions, *this);
    m_asOfCommands = new AsOfCommands(*m_actions, *m_asOf, this);
    m_side = new SideCommands(*m_actions, this);
    m_layout = new LayoutKeeper(*this, settings, *m_asOf);
    m_layout->keepShown((*m_actions)[Command::ShowFacets]);

    auto *center = new QWidget(this);
    auto *layout = new QVBoxLayout(center);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addWidget(m_banner);
    layout->addWidget(m_pages, 1);
    m_pages->addWidget(m_welcome);
    setCentralWidget(center);
    statusBar()->setSizeGripEnabled(false);
    statusBar()->addWidget(m_status, 1);
    addToolBar(m_bar);
    m_menus = new MainMenus(*menuBar(), *m_actions, m_offers->menu(), this);
    addActions(m_actions->all());
    connectActions();

    auto *clock = new QTimer(this);
    connect(clock, &QTimer::timeout, this, &MainWindow::followToday);
    clock->start(60'000);
    setBook(nullptr);
    connect(&settings, &Settings::noticed, this, &MainWindow::showNotice, Qt::QueuedConnection);
    QTimer::singleShot(0, this, &MainWindow::showNotice);
}

MainWindow::~MainWindow()
{
    m_layout->setBook(nullptr);
    delete m_book; // its signals must not reach a window that is half gone
}

void MainWindow::connectActions()
{
    const auto on = [this](Command command, auto run) {
        connect((*m_actions)[command], &QAction::triggered, this, [run] { run(); });
    };
    on(Command::NewBook, [this] { askNewBook(tr("book")); });
    on(Command::OpenBook, [this] { askOpenBook(); });
    on(Command::OpenSample, [this] { openSample(); });
    on(Command::SaveCopy, [this] { m_troubles->askSaveCopy(); });
    on(Command::Import, [this] { askImport(); });
    on(Command::ShowBackups, [this] { showBackups(m_book->path()); });
    on(Command::CloseBook, [this] { leaveBook([this] { setBook(nullptr); }); });
    on(Command::Quit, [this] { close(); });
    on(Command::ExportCsv, [this] { m_exporter->exportShown(Exporter::Format::Csv, *m_book); });
    on(Command::ExportPdf, [this] { m_exporter->exportShown(Exporter::Format::Pdf, *m_book); });
    on(Command::ExportPng, [this] { m_exporter->exportShown(Exporter::Format::Png, *m_book); });
    on(Command::Undo, [this] { step(true); });
    on(Command::Redo, [this] { step(false); });
    on(Command::NewRecord, [this] { m_book->addRecord(); });
    on(Command::SaveRecord, [this] { m_book->form().save(); });
    on(Command::RevertRecord, [this] { m_book->form().revert(); });
    on(Command::DuplicateRecord, [this] { m_book->duplicateCurrent(); });
    on(Command::DeleteRecord, [this] { m_book->deleteSelected(); });
    on(Command::ResetLayout, [this] { m_layout->reset(); });
    on(Command::GoToMessage, [this] { m_banner->startChoosing(); });
    on(Command::About, [this] { m_dialogs.showAbout(this); });

    connect(m_exporter, &Exporter::done, this, &MainWindow::tell);
    connect(m_exporter, &Exporter::failed, this, &MainWindow::showError);
    connect(m_troubles, &BookTroubles::closeRequested, (*m_actions)[Command::CloseBook], &QAction::trigger);
    connect(m_troubles, &BookTroubles::backupsRequested, this, &MainWindow::showBackups);
    connect(m_importer, &Importer::imported, this, &MainWindow::tellDone);
    connect(m_offers, &BookOffers::bookRequested, this, &MainWindow::openBook);
    connect(m_asOf, &AsOfBox::dayChanged, this, &MainWindow::setAsOf);
    connect(m_asOfCommands, &AsOfCommands::told, this, &MainWindow::tell);
    connect(m_views, &ViewCommands::failed, this, &MainWindow::showError);
    connect(m_side, &SideCommands::failed, this, &MainWindow::showError);
    connect(m_status, &StatusSentence::stopRequested, (*m_actions)[Command::CloseBook], &QAction::trigger);
}

void MainWindow::askNewBook(const QString &name)
{
    Dialogs::FileQuestion question{tr("New book"), QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation),
                                   name + ".treatybook"_L1, tr("Treatybook (*.treatybook)"), u"treatybook"_s};
    const QString path = m_dialogs.askSaveFile(this, question, false);
    if (path.isEmpty())
        return;
    if (const auto created = m_services.create(path); !created)
        showError(created.error());
    else
        openBook(path);
}

void MainWindow::askOpenBook()
{
    const QString folder = m_book ? QFileInfo(m_book->path()).absolutePath()
                                  : QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    const QString path = m_dialogs.askOpenFile(
        this, {tr("Open book"), folder, {}, tr("Treatybook (*.treatybook);;All files (*)"), u"treatybook"_s});
    if (!path.isEmpty())
        openBook(path);
}

void MainWindow::openSample()
{
    if (const auto path = m_services.sample(); !path)
        showError(path.error());
    else
        openBook(*path);
}

/// Without a book, into a new one.
void MainWindow::askImport()
{
    const QString folder = m_book ? QFileInfo(m_book->path()).absolutePath()
                                  : QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    const QString path = m_importer->askFile(this, folder);
    if (path.isEmpty())
        return;
    if (m_book)
        return m_importer->importInto(*m_book, path);
    m_toImport = path;
    askNewBook(QFileInfo(path).completeBaseName());
    if (!m_book)
        m_toImport.clear();
}

void MainWindow::showBackups(const QString &path)
{
    const bool isOpen = m_book && sameFile(m_book->path(), path);
    Repository *repository = isOpen && m_book->session().isLoaded() ? &m_book->session().repository() : nullptr;
    auto *dialog = new BackupsDialog(
        QFileInfo(path).completeBaseName(), repository, [this, path] { return m_services.backups(path); },
        isOpen ? static_cast<QWidget *>(m_book) : this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &BackupsDialog::restoreRequested, this, [this, path](const QString &backup) {
        QTimer::singleShot(0, this, [this, path, backup] { restore(backup, path); });
    });
    dialog->open();
}

/// The dialog that asked goes with the book.
void MainWindow::restore(const QString &backup, const QString &path)
{
    leaveBook([this, backup, path] {
        const bool wasOpen = m_book && sameFile(m_book->path(), path);
        if (wasOpen)
            setBook(nullptr);
        const auto aside = m_services.restore(backup, path);
        if (aside)
            setBook(nullptr);
        if (aside || wasOpen)
            openBook(path);
        if (!aside)
            showError(aside.error());
        else if (aside->isEmpty())
            tell(tr("The backup is in its place."));
        else
            tell(tr("The backup is in its place. The book as it was before is kept as %1.")
                     .arg(QDir::toNativeSeparators(*aside)));
    });
}

void MainWindow::openBook(const QString &path)
{
    if (m_book && sameFile(m_book->path(), path))
        return tell(tr("%1 is open already.").arg(QFileInfo(path).fileName()));
    leaveBook([this, path] {
        auto repository = m_services.open(path, false);
        if (!repository)
            return m_troubles->showOpening(path, repository.error(), [this, path] { openBook(path); });
        m_offers->add(path);
        setBook(new BookView(std::move(*repository), QFileInfo(path).absoluteFilePath(), m_asOf->day(), this));
    });
}

void MainWindow::setBook(BookView *book)
{
    m_status->setBook(nullptr, {});
    m_layout->setBook(nullptr);
    m_troubles->setBook(nullptr);
    m_menus->setBook(nullptr);
    delete std::exchange(m_book, book);
    m_find->setBook(book);
    m_views->setBook(book);
    m_panels->setBook(book);
    m_palette->setBook(book);
    m_asOfCommands->setBook(book);
    m_side->setBook(book);
    if (book) {
        Session &session = book->session();
        m_troubles->setBook(book);
        connect(book, &BookView::deleted, this, &MainWindow::tellDone);
        connect(&book->panel(), &BottomPanel::saveRequested, this,
                [this](const QString &name, const QList<QStringList> &rows) {
                    m_exporter->exportList(name, rows, *m_book);
                });
        connect(&book->panel().upcoming(), &UpcomingModel::failed, this, &MainWindow::showError);
        connect(book, &BookView::asOfRequested, this,
                [this](Day day) { m_asOf->choose(day == m_services.today() ? std::nullopt : std::optional(day)); });
        connect(&session, &Session::loadProgressed, this, &MainWindow::updateActions);
        connect(&session, &Session::loaded, this, &MainWindow::bookLoaded);
        connect(&session, &Session::undoChanged, this, &MainWindow::updateActions);
        connect(&session.selection(), &Selection::changed, this, &MainWindow::updateActions);
        connect(&session.selection(), &Selection::currentChanged, this, &MainWindow::updateActions);
        connect(&book->form(), &AgreementForm::draftsChanged, this, &MainWindow::updateActions);
        connect(&book->model(), &QAbstractItemModel::layoutChanged, this, &MainWindow::updateActions); // hides some
        connect(&book->form(), &AgreementForm::draftsChanged, this, &MainWindow::updateTitle);
        m_menus->setBook(book); // before the timeline gets our commands
        const auto lists = {static_cast<QWidget *>(&book->table()), static_cast<QWidget *>(&book->timeline())};
        for (QWidget *list : lists) {
            list->addAction((*m_actions)[Command::DeleteRecord]);
            if (list == &book->table()) {
                list->setContextMenuPolicy(Qt::ActionsContextMenu);
                list->addActions(m_actions->of({Command::NewRecord, Command::DuplicateRecord}));
            }
        }
        book->timeline().setToday(m_services.today());
        m_pages->addWidget(book);
        m_pages->setCurrentWidget(book);
        m_layout->setBook(book);
        m_status->setBook(book, [this] { return m_asOf->isToday(); });
        session.load();
        holdPaint();
    }
    updateActions();
    updateTitle();
}

/// The first rows come within some milliseconds: to paint the window without them first would make them late.
void MainWindow::holdPaint()
{
    constexpr int Patience = 60; // milliseconds
    setUpdatesEnabled(false);
    const auto release = [this] {
        if (updatesEnabled())
            return;
        setUpdatesEnabled(true);
        // Qt asks for no painting while it thinks that one is due, and the one that was due came to nothing meanwhile.
        QCoreApplication::postEvent(this, new QEvent(QEvent::UpdateRequest), Qt::LowEventPriority);
    };
    connect(&m_book->session(), &Session::loadProgressed, this, release, Qt::SingleShotConnection);
    QTimer::singleShot(Patience, this, release);
}

void MainWindow::bookLoaded()
{
    Session &session = m_book->session();
    if (!session.selection().current() && m_book->model().rowCount() > 0) {
        session.selection().select(m_book->model().slotAt(0));
        m_book->timeline().verticalScrollBar()->setValue(0); // nobody chose it: the groups are seen from the top
    }
    if (!m_search->hasFocus()) // somebody searches already
        m_book->table().setFocus();
    m_troubles->bookLoaded();
    m_layout->bookLoaded();
    updateActions();
    showNotice();
    if (!m_toImport.isEmpty())
        m_importer->importInto(*m_book, std::exchange(m_toImport, {}));
}

void MainWindow::leaveBook(const std::function<void()> &then)
{
    const auto drafts = m_book ? static_cast<int>(m_book->form().drafts().size()) : 0;
    if (drafts == 0)
        return then();
    switch (m_dialogs.askUnsaved(this, drafts)) {
    case Dialogs::Unsaved::Save:
        m_book->form().saveAll([this, then](bool saved) {
            if (saved)
                QTimer::singleShot(0, this, then); // it may end the form that is calling
        });
        break;
    case Dialogs::Unsaved::Discard:
        then();
        break;
    case Dialogs::Unsaved::Stay:
        break;
    }
}

void MainWindow::step(bool undo)
{
    Session &session = m_book->session();
    whenDone(undo ? session.undo() : session.redo(), this, [this, undo](const Result<Receipt> &result) {
        if (!result)
            m_troubles->show(result.error(), [this, undo] { step(undo); });
    });
}

void MainWindow::setAsOf(Day day)
{
    if (m_book)
        m_book->model().setAsOf(day);
}

void MainWindow::followToday()
{
    if (!m_book)
        return;
    m_book->timeline().setToday(m_services.today());
    m_book->model().setAsOf(m_asOf->day());
}

/// When nothing else is told; a book that is being opened would hide it.
void MainWindow::showNotice()
{
    if (!m_banner->isHidden() || (m_book && !m_book->session().isLoaded()))
        return;
    if (const QString notice = m_services.settings->takeNotice(); !notice.isEmpty())
        m_banner->showMessage(Banner::Severity::Warning, notice);
}

void MainWindow::tell(const QString &text)
{
    m_banner->showMessage(Banner::Severity::Information, text);
}

void MainWindow::tellDone(const QString &what)
{
    m_banner->showMessage(Banner::Severity::Information, tr("Done: %1.").arg(what),
                          {{tr("Undo"), [this] { step(true); }}});
}

void MainWindow::showError(const Error &error)
{
    m_banner->showError(error);
}

void MainWindow::updateActions()
{
    enableCommands(*m_actions, m_book, static_cast<bool>(m_services.backups));
    const bool open = m_book && m_book->session().isLoaded();
    const bool readable = m_book && m_book->session().store().count() > 0; // a part of it at least
    m_bar->setBookOpen(open || readable, open && !m_book->session().isPartial());
}

void MainWindow::updateTitle()
{
    setWindowTitle(m_book ? u"%1[*]"_s.arg(m_book->name()) : QString());
    setWindowModified(m_book && !m_book->form().drafts().isEmpty());
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    if (m_leaving || !m_book || m_book->form().drafts().isEmpty())
        return event->accept();
    event->ignore();
    leaveBook([this] {
        m_leaving = true;
        QTimer::singleShot(0, this, &QWidget::close);
    });
}

void MainWindow::changeEvent(QEvent *event)
{
    QMainWindow::changeEvent(event);
    if (event->type() == QEvent::ActivationChange && isActiveWindow() && m_book && m_book->session().isLoaded()) {
        m_troubles->look();
        followToday();
    }
}

} // namespace Treatybook
