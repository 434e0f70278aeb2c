#pragma once

#include "domain/pool.h"
#include "domain/repository.h"
#include "storage/bookcopy.h"
#include "storage/database.h"
#include "storage/documentfile.h"

#include <functional>
#include <memory>
#include <optional>

namespace Treatybook {

/// The store itself, synchronous, on one connection; belongs to the thread that opened it. The promises are those of
/// the Repository port.
class SqlRepository
{
public:
    /// `mode` is not Create.
    static Result<std::unique_ptr<SqlRepository>> open(const DocumentFile &file, Database::Mode mode,
                                                       const QString &actor);

    /// Lost if another file, or none, lies where the book lay.
    Result<void> probe() const { return m_file.isInPlace() ? Result<void>() : m_file.lostError(); }
    Result<Cursor> cursor();
    Result<FirstPage> first(int limit);
    Result<QList<StoredRecord>> load(const QUuid &afterId, int limit);
    Result<Receipt> commit(const ChangeSet &set);
    Lookup lookup(const QUuid &changeId);
    Result<QList<LogEntry>> changesSince(Cursor cursor);
    Result<QList<LogEntry>> history(const QUuid &id, Cursor before, int limit);
    Result<StoredRecord> record(const QUuid &id);
    Result<QHash<QString, QString>> settings();
    Result<void> putBlob(const QByteArray &sha256, int chunk, const QByteArray &bytes);
    Result<QByteArray> getBlob(const QByteArray &sha256, int chunk);
    /// Also of a book whose file was deleted or replaced while open.
    Result<void> copyTo(const QString &path);

    QString path() const { return m_file.path(); }
    /// A copy for a backup, one at a time, in steps between the other calls: see BookCopy.
    Result<void> beginCopy(const QString &path);
    /// The figures when it is complete. After an error the copy has ended.
    Result<std::optional<BookFigures>> stepCopy(int pages);

private:
    SqlRepository(const DocumentFile &file, Database::Mode mode, const QString &actor);

    /// Runs `read` in one read transaction.
    template <class Read>
    auto reading(Read read) -> decltype(read());
    /// Runs `write` in one write transaction. `unsure` is set if it failed at COMMIT, which proves nothing.
    Result<void> writing(const std::function<Result<void>()> &write, bool *unsure = nullptr);
    Result<void> connect();
    /// After the disk failed the next call connects anew, unless the file is gone: then this is the last way to it.
    void disconnectAfter(const Error &error);

    DocumentFile m_file;
    Database::Mode m_mode;
    QString m_actor;
    std::unique_ptr<Database> m_database; ///< null: connect() first
    std::unique_ptr<BookCopy> m_copy;     ///< under way; ends before its database
    Pool m_pool;
};

} // namespace Treatybook
