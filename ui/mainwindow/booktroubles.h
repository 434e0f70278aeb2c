#pragma once

#include "ui/form/draft.h"
#include "ui/mainwindow/bookservices.h"
#include "ui/widgets/banner.h"

#include <QObject>
#include <QPointer>

namespace Treatybook {

class BookView;
class BookWatch;
class Dialogs;

/// Whatever goes wrong with the open book, as a banner with its cause and the steps that can mend it: try again, save a
/// copy (from memory, if the file can no longer be read), reload, open for reading only or for editing. What was typed
/// and not saved goes along to whichever book is opened instead. Notices by itself when the file goes away.
class BookTroubles : public QObject
{
    Q_OBJECT

public:
    using Again = std::function<void()>;
    /// Shows a book that was opened in place of the present one; calls setBook().
    using Show = std::function<void(std::unique_ptr<Repository> repository, const QString &path)>;

    BookTroubles(Banner &banner, BookServices services, Dialogs &dialogs, const Show &show, QWidget *window);
    ~BookTroubles() override;

    /// Null before a book goes.
    void setBook(BookView *book);
    /// The book has its records: says why it cannot be changed, if so.
    void bookLoaded();
    /// Of a change to the open book, or of reading it; `again` does the same once more.
    void show(const Error &error, const Again &again);
    /// Of the book at `path`, which could not be opened.
    void showOpening(const QString &path, const Error &error, const Again &again);
    /// False if the person gave up.
    bool askSaveCopy();
    /// What others did to the file meanwhile, and what they wrote.
    void look();

Q_SIGNALS:
    void closeRequested();
    void backupsRequested(const QString &path);

private:
    void probe(const std::function<void(const Result<void> &)> &then);
    void judgePlace(const Result<void> &there);
    void tell(const Error &error, const Again &again);
    void tellLost(const Again &again);
    void tellReadOnly(const Capabilities &capabilities);
    bool tellStranded();
    void present(Banner::Severity severity, const QString &text, const QList<Banner::Action> &actions,
                 const QString &detail = {});
    /// It works again.
    void withdraw();

    void reopen(const QString &path, bool readOnly);
    void saveCopy(const QString &path);
    void saveFromMemory(const QString &path);
    void copied(const QString &path, const QString &text);

    Banner::Action tryAgain(const Again &again) const;
    Banner::Action copying();
    Banner::Action reopening(const QString &text, bool readOnly);
    Banner::Action closing();
    /// To what was kept of the book at `path`; none if there are no backups of it.
    QList<Banner::Action> restoring(const QString &path);

    Banner &m_banner;
    BookServices m_services;
    Dialogs &m_dialogs;
    Show m_show;
    QWidget *m_window;
    QPointer<BookView> m_book;
    std::unique_ptr<BookWatch> m_watch;
    QHash<QUuid, Draft> m_carried; ///< text that came along from another book; until this one is read
    std::function<void()> m_present; ///< shows the trouble once more
    QString m_shown;                 ///< its sentence; empty: none
    bool m_lost = false;             ///< told that the file is gone
};

} // namespace Treatybook
