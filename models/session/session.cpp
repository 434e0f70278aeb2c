#include "session/session.h"

#include "domain/recordjson.h"
#include "domain/whendone.h"
#include "session/loader.h"

#include <QDateTime>
#include <QtConcurrent>

#ifdef __GLIBC__
#include <malloc.h>
#endif

namespace Treatybook {

/// More additions than these are prepared in another thread.
static constexpr qsizetype FewAdditions = 200;

template <class T>
static QFuture<Result<T>> ready(Result<T> result)
{
    return QtFuture::makeReadyFuture(std::move(result));
}

/// Search text and status of the records that the set adds, as far as it holds them.
static QHash<QUuid, LoadedRecord> additions(const ChangeSet &set, const QHash<QUuid, qint64> &versions)
{
    QHash<QUuid, LoadedRecord> added;
    for (const Change &change : set.changes) {
        if (change.type == Change::Type::Add && change.record)
            added.insert(change.id, LoadedRecord(StoredRecord{*change.record, versions.value(change.id)}));
    }
    return added;
}

Session::Session(std::unique_ptr<Repository> repository, QObject *parent)
    : QObject(parent), m_repository(std::move(repository)), m_backups(new BackupKeeper(*m_repository, this))
{
    connect(m_backups, &BackupKeeper::failed, this, &Session::backupFailed);
}

Session::~Session() = default;

void Session::load(TextSearch search)
{
    auto *loader = new Loader(*m_repository, search, this);
    connect(loader, &Loader::settingsRead, this,
            [this](const QHash<QString, QString> &settings) {
                m_store.setSettings(settings);
                StoreChange change;
                change.settings = true;
                publish(change);
            });
    const auto add = [this](const QList<LoadedRecord> &records) {
        publish(m_store.load(records));
        Q_EMIT loadProgressed(m_store.count());
    };
    connect(loader, &Loader::firstRead, this, [this, add](const QList<LoadedRecord> &records, qint64 total) {
        m_expected = total;
        add(records);
    });
    connect(loader, &Loader::pageRead, this, add);
    connect(loader, &Loader::finished, this, &Session::finishLoading);
    connect(loader, &Loader::failed, this, &Session::endLoading);
    loader->start();
}

void Session::endLoading(const Error &error)
{
    m_loadError = error;
    if (m_store.count() > 0) {
        m_store.finishLoading();
        m_loaded = true;
        Q_EMIT loaded();
    }
    Q_EMIT failed(error);
}

Capabilities Session::capabilities() const
{
    Capabilities capabilities = m_repository->capabilities();
    if (m_loadError) {
        capabilities.readOnly = true;
        capabilities.readOnlyCause = ReadOnlyCause::None;
        capabilities.readOnlyReason = tr("The book could not be read to its end, so nothing in it is changed.");
    }
    return capabilities;
}

void Session::finishLoading(Cursor start, const QList<LogEntry> &later, const QList<LogEntry> &log)
{
    m_store.finishLoading();
#ifdef __GLIBC__
    malloc_trim(0); // what the pages took while they were read goes back to the system
#endif
    m_undo.rebuild(log);
    for (const LogEntry &entry : log) {
        for (const Change &change : entry.set.changes)
            m_store.setChangedAt(change.id, entry.time.toSecsSinceEpoch());
    }
    m_cursor = start;
    m_expected = 0;
    m_loaded = true;
    Q_EMIT loaded();
    Q_EMIT undoChanged();
    applyCommitted(later);
}

void Session::setSide(const OurSide &side)
{
    if (side == m_store.side())
        return;
    publish(m_store.setSide(side));
    Q_EMIT sideChanged();
}

QFuture<Result<Receipt>> Session::execute(ChangeSet set)
{
    if (m_loadError)
        return ready<Receipt>(Error{ErrorKind::Denied, capabilities().readOnlyReason, m_loadError->message});
    if (!m_loaded)
        return ready<Receipt>(Error{ErrorKind::Busy, tr("The book is still being read. Try again in a moment."), {}});
    if (set.changes.isEmpty())
        return ready<Receipt>(Receipt{m_cursor, {}});
    auto promise = std::make_shared<QPromise<Outcome>>();
    promise->start();
    setPending(m_pending + 1);
    afterDoubts(promise, set);
    return promise->future();
}

void Session::afterDoubts(const Promise &promise, ChangeSet set)
{
    if (m_doubts.isEmpty())
        return undoubted(promise, std::move(set));
    const QUuid doubt = m_doubts.first().id;
    whenDone(m_repository->lookup(doubt), this, [=, this](const Result<Lookup> &found) {
        if (!found || *found == Lookup::Unknown)
            return finish(promise, Error{ErrorKind::Unknown,
                                         tr("Whether an earlier change was saved is still not known, so nothing else "
                                            "is written. Try again; it will not be saved twice."),
                                         found ? QString() : found.error().message});
        if (*found == Lookup::Stored)
            return settleStored(promise, set);
        m_doubts.settle(doubt, std::nullopt);
        afterDoubts(promise, set);
    });
}

void Session::settleStored(const Promise &promise, const ChangeSet &set)
{
    const QUuid doubt = m_doubts.isEmpty() ? QUuid() : m_doubts.first().id;
    whenDone(m_repository->changesSince(m_cursor), this, [=, this](const Result<QList<LogEntry>> &entries) {
        if (!entries)
            return finish(promise, entries.error());
        applyCommitted(*entries);
        m_doubts.settle(doubt, std::nullopt); // in case that the log does not show it
        afterDoubts(promise, set);
    });
}

void Session::undoubted(const Promise &promise, ChangeSet set)
{
    if (const auto receipt = m_doubts.takeReceipt(set))
        return finish(promise, *receipt);
    set.id = m_doubts.takeId(set);
    if (const auto fits = m_store.check(set); !fits)
        return finish(promise, fits.error());
    commit(promise, set);
}

QFuture<Result<Receipt>> Session::setField(const QUuid &id, Field field, const QJsonValue &value, const QString &text)
{
    const auto slot = m_store.slotOf(id);
    if (!slot)
        return ready<Receipt>(Error{ErrorKind::Missing, tr("There is no such record any more."), {}});
    Agreement after = m_store.record(*slot);
    Pool pool;
    if (const auto set = setFieldFromJson(after, field, value, pool); !set)
        return ready<Receipt>(set.error());
    ChangeSet set(text);
    if (const auto steps = difference(m_store.record(*slot), after); !steps.isEmpty())
        set.changes.append(Change::patch(id, m_store.version(*slot), steps));
    return execute(set);
}

void Session::commit(const Promise &promise, const ChangeSet &set)
{
    m_backups->before(set, [=, this] {
        whenDone(m_repository->commit(set), this, [=, this](const Outcome &outcome) { settle(promise, set, outcome); });
    });
}

void Session::settle(const Promise &promise, const ChangeSet &set, const Outcome &outcome)
{
    if (!outcome) {
        if (outcome.error().kind == ErrorKind::Unknown)
            return lookUp(promise, set, outcome.error());
        if (outcome.error().kind == ErrorKind::Conflict)
            refresh(); // to see what the others wrote
        return finish(promise, outcome);
    }
    committed(promise, set, *outcome);
}

void Session::lookUp(const Promise &promise, const ChangeSet &set, const Error &doubt)
{
    whenDone(m_repository->lookup(set.id), this, [=, this](const Result<Lookup> &found) {
        if (!found || *found == Lookup::Unknown) {
            m_doubts.add(set);
            finish(promise, doubt);
        } else if (*found == Lookup::Stored) {
            findReceipt(promise, set);
        } else {
            finish(promise, Error{ErrorKind::Busy, tr("The change was not saved. Try again."), doubt.message});
        }
    });
}

/// The change is stored, but the receipt was lost: the log has it.
void Session::findReceipt(const Promise &promise, const ChangeSet &set)
{
    whenDone(m_repository->changesSince(m_cursor), this, [=, this](const Result<QList<LogEntry>> &entries) {
        if (!entries) {
            m_doubts.add(set);
            return finish(promise, entries.error());
        }
        for (const LogEntry &entry : *entries) {
            if (entry.set.id == set.id)
                return committed(promise, set, {entry.cursor, entry.versions});
        }
        finish(promise, Error{ErrorKind::Unknown, tr("The change was saved, but the log does not show it."), {}});
    });
}

void Session::committed(const Promise &promise, const ChangeSet &set, const Receipt &receipt)
{
    const auto apply = [=, this](const QHash<QUuid, LoadedRecord> &added) {
        AgreementStore::Unknown unknown;
        const qint64 now = QDateTime::currentSecsSinceEpoch();
        const StoreChange change = m_store.apply(set, receipt.versions, now, added, unknown);
        m_applied.insert(set.id);
        m_undo.committed(set, receipt.cursor);
        m_backups->committed();
        publish(change);
        Q_EMIT undoChanged();
        readAgain(unknown);
        finish(promise, receipt);
    };
    if (set.changes.size() <= FewAdditions)
        apply(additions(set, receipt.versions));
    else
        whenDone(QtConcurrent::run(&m_threads, additions, set, receipt.versions), this, apply);
}

void Session::finish(const Promise &promise, const Outcome &outcome)
{
    setPending(m_pending - 1);
    promise->addResult(outcome);
    promise->finish();
}

void Session::applyCommitted(const QList<LogEntry> &entries)
{
    for (const LogEntry &entry : entries) {
        m_cursor = entry.cursor;
        m_undo.passed(entry.set.id, entry.cursor);
        if (m_applied.remove(entry.set.id))
            continue;
        const auto doubted = m_doubts.find(entry.set.id);
        const ChangeSet &set = doubted ? *doubted : entry.set;
        AgreementStore::Unknown unknown;
        const auto added = additions(set, entry.versions);
        const qint64 time = entry.time.toSecsSinceEpoch();
        const StoreChange change = m_store.apply(set, entry.versions, time, added, unknown);
        if (doubted) { // our own after all
            m_undo.committed(set, entry.cursor);
            m_doubts.settle(set.id, Receipt{entry.cursor, entry.versions});
        }
        publish(change);
        readAgain(unknown);
        if (doubted) {
            Q_EMIT undoChanged();
            Q_EMIT doubtSettled(set.text);
        }
    }
}

void Session::refresh()
{
    if (!m_loaded || m_loadError || m_refreshing)
        return;
    m_refreshing = true;
    whenDone(m_repository->changesSince(m_cursor), this, [this](const Result<QList<LogEntry>> &entries) {
        m_refreshing = false;
        if (entries)
            applyCommitted(*entries);
        else
            Q_EMIT failed(entries.error());
    });
}

void Session::readAgain(const AgreementStore::Unknown &unknown)
{
    for (const QUuid &id : unknown.records) {
        whenDone(m_repository->record(id), this, [this](const Result<StoredRecord> &record) {
            if (record)
                publish(m_store.refresh(LoadedRecord(*record)));
            else if (record.error().kind != ErrorKind::Missing) // a removal comes by itself, with its entry
                Q_EMIT failed(record.error());
        });
    }
    if (!unknown.settings)
        return;
    whenDone(m_repository->settings(), this, [this](const Result<QHash<QString, QString>> &settings) {
        if (!settings) {
            Q_EMIT failed(settings.error());
            return;
        }
        m_store.setSettings(*settings);
        StoreChange change;
        change.settings = true;
        publish(change);
    });
}

QFuture<Result<Receipt>> Session::undo()
{
    return step(true);
}

QFuture<Result<Receipt>> Session::redo()
{
    return step(false);
}

QFuture<Result<Receipt>> Session::step(bool undo)
{
    if (!(undo ? canUndo() : canRedo())) {
        const QString message = undo ? tr("There is nothing to undo.") : tr("There is nothing to do again.");
        return ready<Receipt>(Error{ErrorKind::Invalid, message, {}});
    }
    m_stepping = true;
    Q_EMIT undoChanged();
    auto promise = std::make_shared<QPromise<Outcome>>();
    promise->start();
    const QUuid entry = m_undo.next(undo).entry;
    findEntry(entry, m_undo.cursorAfter(entry), 1,
              [=, this](const Result<LogEntry> &found) { takeStep(promise, undo, found); });
    return promise->future();
}

void Session::findEntry(const QUuid &id, Cursor before, int limit, const std::function<void(Result<LogEntry>)> &next)
{
    whenDone(m_repository->history({}, before, limit), this, [=, this](const Result<QList<LogEntry>> &entries) {
        if (!entries)
            return next(entries.error());
        for (const LogEntry &entry : *entries) {
            if (entry.set.id == id)
                return next(entry);
        }
        if (entries->isEmpty())
            return next(Error{ErrorKind::Missing, tr("The change log no longer holds it."), {}});
        findEntry(id, entries->last().cursor, Loader::HistoryLength, next); // others wrote in between
    });
}

void Session::takeStep(const Promise &promise, bool undo, const Result<LogEntry> &entry)
{
    if (!entry)
        return endStep(promise, undo, entry.error());
    const ChangeSet set = m_store.rebased(inverse(entry->set));
    whenDone(execute(set), this, [=, this](const Outcome &outcome) { endStep(promise, undo, outcome); });
}

void Session::endStep(const Promise &promise, bool undo, Outcome outcome)
{
    m_stepping = false;
    if (!outcome && (outcome.error().kind == ErrorKind::Conflict || outcome.error().kind == ErrorKind::Missing)) {
        const QString text = undo ? tr("“%1” can no longer be undone. %2") : tr("“%1” can no longer be done again. %2");
        const Error &cause = outcome.error();
        outcome = Error{cause.kind, text.arg(m_undo.next(undo).text, cause.message), cause.detail};
        m_undo.voidStep(undo);
    }
    Q_EMIT undoChanged();
    promise->addResult(outcome);
    promise->finish();
}

void Session::publish(const StoreChange &change)
{
    m_selection.drop(change.removed);
    if (!change.isEmpty())
        Q_EMIT changed(change);
}

void Session::setPending(int pending)
{
    const bool wasBusy = isBusy();
    m_pending = pending;
    if (wasBusy != isBusy())
        Q_EMIT busyChanged(isBusy());
}

} // namespace Treatybook
