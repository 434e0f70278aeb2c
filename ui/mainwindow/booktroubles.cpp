#include "ui/mainwindow/booktroubles.h"

#include "domain/whendone.h"
#include "exchange/safefile.h"
#include "ui/form/agreementform.h"
#include "ui/mainwindow/bookview.h"
#include "ui/mainwindow/bookwatch.h"
#include "ui/widgets/dialogs.h"

#include <QClipboard>
#include <QFileInfo>
#include <QGuiApplication>
#include <QJsonDocument>
#include <QJsonObject>
#include <QStandardPaths>
#include <QtConcurrent>

namespace Treatybook {

using namespace Qt::StringLiterals;

BookTroubles::BookTroubles(Banner &banner, BookServices services, Dialogs &dialogs, const Show &show, QWidget *window)
    : QObject(window)
    , m_banner(banner)
    , m_services(std::move(services))
    , m_dialogs(dialogs)
    , m_show(show)
    , m_window(window)
{
}

BookTroubles::~BookTroubles() = default;

void BookTroubles::setBook(BookView *book)
{
    m_banner.hide();
    m_present = {};
    m_shown.clear();
    m_lost = false;
    m_watch.reset();
    if (m_book)
        m_book->disconnect(this);
    m_book = book;
    if (!book)
        return;
    Session &session = book->session();
    connect(&session, &Session::failed, this, [this, &session](const Error &error) {
        const bool readOnly = session.repository().capabilities().readOnlyCause == ReadOnlyCause::Asked;
        show(error, session.loadError() ? Again([this, readOnly] { reopen(m_book->path(), readOnly); })
                                        : Again([&session] { session.refresh(); }));
    });
    connect(&session, &Session::backupFailed, this, [this](const Error &error) { show(error, {}); });
    connect(&session, &Session::changed, this, &BookTroubles::withdraw);
    connect(&session, &Session::doubtSettled, this, [this](const QString &what) {
        present(Banner::Severity::Information, tr("It turned out that this was saved: %1.").arg(what), {});
    });
    connect(book, &BookView::failed, this, &BookTroubles::show);
    connect(&book->form(), &AgreementForm::saveFailed, this,
            [this](const Error &error) { show(error, [form = &m_book->form()] { form->retrySave(); }); });
    m_watch = std::make_unique<BookWatch>(book->path());
    connect(m_watch.get(), &BookWatch::stirred, this, [this] { probe([this](const auto &there) { judgePlace(there); }); });
}

void BookTroubles::bookLoaded()
{
    if (!tellStranded() && m_book->session().capabilities().readOnly)
        tellReadOnly(m_book->session().capabilities());
}

void BookTroubles::look()
{
    probe([this](const Result<void> &there) {
        judgePlace(there);
        if (there && m_book->session().isLoaded())
            m_book->session().refresh();
    });
}

void BookTroubles::probe(const std::function<void(const Result<void> &)> &then)
{
    if (!m_book)
        return;
    whenDone(m_book->session().repository().probe(), this, [this, then, book = m_book](const Result<void> &there) {
        if (book && book == m_book)
            then(there);
    });
}

/// Without anybody having asked: told once, until it is back.
void BookTroubles::judgePlace(const Result<void> &there)
{
    if (!there && !m_lost)
        return tellLost([this] { look(); });
    if (there && std::exchange(m_lost, false)) {
        const bool mayReload = m_book->session().loadError().has_value();
        present(Banner::Severity::Information,
                tr("“%1” is back in its place.").arg(QFileInfo(m_book->path()).fileName()),
                mayReload ? QList{reopening(tr("Re&load"), false)} : QList<Banner::Action>());
    }
}

void BookTroubles::show(const Error &error, const Again &again)
{
    if (!m_book || error.kind != ErrorKind::Lost)
        return tell(error, again);
    // A disk that fails and a file that is gone look alike to whoever wrote.
    probe([=, this](const Result<void> &there) {
        if (there)
            tell(error, again);
        else
            tellLost(again);
    });
}

void BookTroubles::showOpening(const QString &path, const Error &error, const Again &again)
{
    const bool isBroken = error.kind == ErrorKind::Damaged || error.kind == ErrorKind::Foreign ||
                          error.kind == ErrorKind::Empty || error.kind == ErrorKind::Missing;
    const bool mayPass = error.kind == ErrorKind::Busy || error.kind == ErrorKind::Lost ||
                         error.kind == ErrorKind::Denied || error.kind == ErrorKind::Full ||
                         error.kind == ErrorKind::Unknown;
    present(Banner::Severity::Problem, error.message,
            isBroken  ? restoring(path)
            : mayPass ? QList{tryAgain(again)}
                      : QList<Banner::Action>(),
            error.detail);
}

void BookTroubles::tell(const Error &error, const Again &again)
{
    QList<Banner::Action> actions;
    const bool whole = m_book && m_book->session().isLoaded() && !m_book->session().loadError();
    if (whole && error.kind == ErrorKind::Denied && m_book->session().capabilities().readOnly)
        return tellReadOnly(m_book->session().capabilities());
    if (m_book) {
        switch (error.kind) {
        case ErrorKind::Busy:
            actions = {tryAgain(again)};
            break;
        case ErrorKind::Unknown:
            actions = {{tr("&Look again"), again}, copying()};
            break;
        case ErrorKind::Full:
        case ErrorKind::Lost:
            actions = {tryAgain(again), copying()};
            break;
        case ErrorKind::Denied:
            actions = {copying(), tryAgain(again)};
            break;
        case ErrorKind::Damaged:
            if (m_book->session().store().count() > 0)
                actions.append(copying());
            actions.append(restoring(m_book->path()));
            actions.append(whole ? reopening(tr("Open read-onl&y"), true) : closing());
            break;
        default:
            break;
        }
    }
    present(Banner::Severity::Problem, error.message, actions, error.detail);
}

void BookTroubles::tellLost(const Again &again)
{
    m_lost = true;
    const QString path = m_book->path(), name = QFileInfo(path).fileName();
    if (QFileInfo::exists(path))
        present(Banner::Severity::Problem,
                tr("Another file lies where “%1” was, so nothing more is written. What you see is still here: save a "
                   "copy of it, or reload to see the other file.")
                    .arg(name),
                {copying(), reopening(tr("Re&load"), false)}, path);
    else
        present(Banner::Severity::Problem,
                tr("“%1” was deleted, moved or renamed while it was open. What you see is still here: save a copy of "
                   "it, or put the file back and try again.")
                    .arg(name),
                {copying(), tryAgain(again), closing()}, path);
}

void BookTroubles::tellReadOnly(const Capabilities &capabilities)
{
    const auto editing = [this](const QString &text) { return reopening(text, false); };
    const QString again = tr("Try a&gain");
    QList<Banner::Action> actions;
    switch (capabilities.readOnlyCause) {
    case ReadOnlyCause::None:
        break;
    case ReadOnlyCause::Asked:
        actions = {editing(tr("Open for e&diting"))};
        break;
    case ReadOnlyCause::Protected:
    case ReadOnlyCause::NoLocks:
        actions = {copying(), editing(again)};
        break;
    case ReadOnlyCause::InUse:
    case ReadOnlyCause::NoLockFile:
        actions = {editing(again)};
        break;
    case ReadOnlyCause::InUseElsewhere:
        actions = {editing(again), {tr("Take &over"), [this] {
                                        m_services.takeOver(m_book->path());
                                        reopen(m_book->path(), false);
                                    }}};
        break;
    }
    present(Banner::Severity::Warning, capabilities.readOnlyReason, actions);
}

/// Unsaved text of records that this book does not have: nothing that was typed goes without a word.
bool BookTroubles::tellStranded()
{
    QStringList lines;
    int records = 0;
    for (const auto &[id, draft] : std::exchange(m_carried, {}).asKeyValueRange()) {
        if (m_book->session().store().slotOf(id))
            continue;
        ++records;
        for (const Field field : draft.fields()) {
            const QJsonValue value = draft.value(field);
            const QString text = value.isString() ? value.toString()
                                                  : QString::fromUtf8(QJsonDocument(QJsonObject{{u"="_s, value}}).toJson());
            lines.append(tr("%1: %2", "field: text").arg(fieldInfo(field).labelText(), text));
        }
    }
    if (records > 0)
        present(Banner::Severity::Warning,
                tr("You typed into %n record(s) that this book does not have. Copy the text, to keep it elsewhere.",
                   nullptr, records),
                {{tr("&Copy the text"), [lines] { QGuiApplication::clipboard()->setText(lines.join(u'\n')); }}});
    return records > 0;
}

void BookTroubles::present(Banner::Severity severity, const QString &text, const QList<Banner::Action> &actions,
                           const QString &detail)
{
    m_present = [=, this] { present(severity, text, actions, detail); };
    m_shown = severity == Banner::Severity::Problem ? text : QString();
    m_banner.showMessage(severity, text, actions, detail);
}

void BookTroubles::withdraw()
{
    if (!m_lost && !m_shown.isEmpty() && m_banner.text() == m_shown)
        m_banner.hide();
    m_shown.clear();
}

void BookTroubles::reopen(const QString &path, bool readOnly)
{
    auto opened = m_services.open(path, readOnly);
    if (!opened)
        return showOpening(path, opened.error(), [=, this] { reopen(path, readOnly); });
    const Session &session = m_book->session();
    const bool isSame = sameFile(path, m_book->path()) && session.isLoaded() && !m_lost;
    const bool isEditable = !(*opened)->capabilities().readOnly;
    if (isSame && !readOnly && !isEditable && session.capabilities().readOnly)
        return tellReadOnly((*opened)->capabilities());
    m_carried = m_book->form().takeDrafts();
    m_show(std::move(*opened), path);
    m_book->form().adoptDrafts(m_carried);
}

bool BookTroubles::askSaveCopy()
{
    const QFileInfo folder(QFileInfo(m_book->path()).absolutePath());
    const bool isUsable = folder.isDir() && folder.isWritable();
    const QString name = tr("%1 copy", "file name of a copy").arg(m_book->name()) + ".treatybook"_L1;
    const QString path = m_dialogs.askSaveFile(
        m_window,
        {tr("Save a copy"),
         isUsable ? folder.filePath() : QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation), name,
         tr("Treatybook (*.treatybook)"), u"treatybook"_s},
        false);
    if (path.isEmpty())
        return false;
    saveCopy(path);
    return true;
}

void BookTroubles::saveCopy(const QString &path)
{
    // A copy of the file would hold what cannot be read as well, and could be opened no further.
    if (const auto &error = m_book->session().loadError();
        error && error->kind == ErrorKind::Damaged && m_services.write)
        return saveFromMemory(path);
    whenDone(m_book->session().repository().copyTo(path), this, [=, this, book = m_book](const Result<void> &result) {
        if (result)
            return copied(path, tr("A copy was saved to %1.").arg(path));
        const ErrorKind kind = result.error().kind;
        const bool unreadable = kind == ErrorKind::Lost || kind == ErrorKind::Damaged || kind == ErrorKind::Unknown;
        if (unreadable && book && m_services.write)
            return saveFromMemory(path);
        Banner::Action elsewhere = copying();
        if (kind == ErrorKind::Busy)
            elsewhere = tryAgain([=, this] { saveCopy(path); });
        present(Banner::Severity::Problem, result.error().message, {elsewhere}, result.error().detail);
    });
}

void BookTroubles::saveFromMemory(const QString &path)
{
    const AgreementStore &store = m_book->session().store();
    ChangeSet content(tr("Save “%1” from memory").arg(m_book->name()));
    for (Slot slot = 0; slot < store.slotCount(); ++slot) {
        if (store.isLive(slot))
            content.changes.append(Change::add(store.record(slot)));
    }
    for (const auto &[key, value] : store.settings().asKeyValueRange())
        content.changes.append(Change::setting({key, QString(), value}));
    const auto written = QtConcurrent::run([write = m_services.write, path, content] { return write(path, content); });
    const auto records = static_cast<int>(store.count());
    const QString saved = m_book->session().isPartial()
                              ? tr("Only %Ln record(s) could be read. They were saved to %1, without the history of "
                                   "their changes; the others are not in it.",
                                   nullptr, records)
                              : tr("The %n record(s) that are open here were saved to %1; the history of their changes "
                                   "could not be read and is not in it.",
                                   nullptr, records);
    whenDone(written, this, [this, path, saved](const Result<void> &result) {
        if (result)
            copied(path, saved.arg(path));
        else
            present(Banner::Severity::Problem, result.error().message, {copying()}, result.error().detail);
    });
}

void BookTroubles::copied(const QString &path, const QString &text)
{
    present(Banner::Severity::Information, text,
            {{tr("&Open the copy"), [this, path] {
                  if (m_book)
                      reopen(path, false);
              }}});
}

Banner::Action BookTroubles::tryAgain(const Again &again) const
{
    return {tr("Try a&gain"), again};
}

Banner::Action BookTroubles::copying()
{
    return {tr("&Save a copy…"), [this] {
                if (const auto told = m_present; !askSaveCopy() && told)
                    told();
            }};
}

Banner::Action BookTroubles::reopening(const QString &text, bool readOnly)
{
    return {text, [this, readOnly] { reopen(m_book->path(), readOnly); }};
}

Banner::Action BookTroubles::closing()
{
    return {tr("&Close book"), [this] { Q_EMIT closeRequested(); }};
}

QList<Banner::Action> BookTroubles::restoring(const QString &path)
{
    if (!m_services.backups || m_services.backups(path).isEmpty())
        return {};
    return {{tr("Restore a &backup…"), [this, path] { Q_EMIT backupsRequested(path); }}};
}

} // namespace Treatybook
