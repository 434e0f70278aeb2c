#pragma once

#include "session/agreementstore.h"
#include "session/backupkeeper.h"
#include "session/doubts.h"
#include "session/selection.h"
#include "session/undohistory.h"

#include <QObject>
#include <QPromise>
#include <QThreadPool>

#include <memory>

namespace Treatybook {

/// An open book: its records in memory, the one verb that changes them, undo and redo. Lives on one thread (the GUI's);
/// the repository works elsewhere and its answers arrive through the event loop. The store never shows a change that is
/// not committed.
class Session : public QObject
{
    Q_OBJECT

public:
    explicit Session(std::unique_ptr<Repository> repository, QObject *parent = nullptr);
    ~Session() override;

    const AgreementStore &store() const { return m_store; }
    Selection &selection() { return m_selection; }
    Repository &repository() { return *m_repository; }
    /// Those of the repository; read-only as well after a loadError().
    Capabilities capabilities() const;

    /// Reads everything, the first records in the order of their dates before all others; `loadProgressed` many times,
    /// then `loaded` or `failed`, or both: what was read before the failure can be looked at. Once. The end of the
    /// session ends it.
    void load(TextSearch search = TextSearch::Ready);
    bool isLoaded() const { return m_loaded; }
    /// Why reading ended before its end.
    const std::optional<Error> &loadError() const { return m_loadError; }
    /// Whether records are missing on that account.
    bool isPartial() const { return m_loadError && m_store.count() < m_expected; }
    /// How many records the book has, as far as is known: until all are read, more than the store holds.
    qsizetype expectedCount() const { return qMax<qsizetype>(m_expected, m_store.count()); }

    /// Whose view all statuses take; what the book says of it (OurSideSetting) is for the caller to follow.
    void setSide(const OurSide &side);

    /// The verb. Commits, and only then changes the store. Errors: Conflict (nothing changed), Busy (also while the
    /// book is still being read), Denied (also where it could not be read to its end), Full, Lost, and Unknown where
    /// even lookup() of the change's id could not tell. Doing the same again then looks first and keeps the id, so
    /// nothing is stored twice.
    QFuture<Result<Receipt>> execute(ChangeSet set);
    /// The same for a single field: a patch from what the record holds now. Missing if there is no such record, Invalid
    /// if the value is none of the field. A value that is there already commits nothing.
    QFuture<Result<Receipt>> setField(const QUuid &id, Field field, const QJsonValue &value, const QString &text);
    /// What others committed, in the order of the log and following what is known.
    void applyCommitted(const QList<LogEntry> &entries);
    /// Asks the store what others committed since, and applies it.
    void refresh();

    bool canUndo() const { return m_undo.canUndo() && !m_stepping; }
    bool canRedo() const { return m_undo.canRedo() && !m_stepping; }
    QString undoText() const { return m_undo.undoText(); }
    QString redoText() const { return m_undo.redoText(); }
    /// One step; moves only after the store confirmed it. A conflict voids the step and says so, anything else leaves
    /// it. Invalid if there is no step.
    QFuture<Result<Receipt>> undo();
    QFuture<Result<Receipt>> redo();

    /// Commits under way.
    bool isBusy() const { return m_pending > 0; }

Q_SIGNALS:
    void loadProgressed(qsizetype records);
    void loaded();
    void changed(const Treatybook::StoreChange &change);
    /// A change of unknown outcome turned out to be stored, and is shown now.
    void doubtSettled(const QString &what);
    /// Also where no status differs by it.
    void sideChanged();
    void undoChanged();
    void busyChanged(bool busy);
    /// Of reading and refreshing; the error of a commit is in its future.
    void failed(const Treatybook::Error &error);
    /// An automatic backup could not be made; nothing else failed.
    void backupFailed(const Treatybook::Error &error);

private:
    using Outcome = Result<Receipt>;
    using Promise = std::shared_ptr<QPromise<Outcome>>;

    void endLoading(const Error &error);
    void finishLoading(Cursor start, const QList<LogEntry> &later, const QList<LogEntry> &log);
    void commit(const Promise &promise, const ChangeSet &set);
    /// Looks first what became of changes in doubt.
    void afterDoubts(const Promise &promise, ChangeSet set);
    void settleStored(const Promise &promise, const ChangeSet &set);
    void undoubted(const Promise &promise, ChangeSet set);
    void settle(const Promise &promise, const ChangeSet &set, const Outcome &outcome);
    void lookUp(const Promise &promise, const ChangeSet &set, const Error &doubt);
    void findReceipt(const Promise &promise, const ChangeSet &set);
    void committed(const Promise &promise, const ChangeSet &set, const Receipt &receipt);
    void finish(const Promise &promise, const Outcome &outcome);

    QFuture<Outcome> step(bool undo);
    void takeStep(const Promise &promise, bool undo, const Result<LogEntry> &entry);
    void endStep(const Promise &promise, bool undo, Outcome outcome);
    void findEntry(const QUuid &id, Cursor before, int limit, const std::function<void(Result<LogEntry>)> &next);

    void publish(const StoreChange &change);
    void readAgain(const AgreementStore::Unknown &unknown);
    void setPending(int pending);

    std::unique_ptr<Repository> m_repository;
    BackupKeeper *m_backups; ///< a child: the repository ends before it
    AgreementStore m_store;
    Selection m_selection;
    UndoHistory m_undo;
    Doubts m_doubts;
    Cursor m_cursor = 0;   ///< everything up to here is applied
    QSet<QUuid> m_applied; ///< changes after the cursor that are applied: our own
    int m_pending = 0;
    qsizetype m_expected = 0;
    bool m_loaded = false;
    std::optional<Error> m_loadError;
    bool m_stepping = false;
    bool m_refreshing = false;
    QThreadPool m_threads; ///< last, so that its work is done before the rest goes
};

} // namespace Treatybook
