#pragma once

#include "domain/result.h"

#include <memory>

struct sqlite3_backup;

namespace Treatybook {

class Database;

/// What a copy must hold, counted in the book at the moment when the copy was complete.
struct BookFigures {
    qint64 records = 0;
    qint64 cursor = 0; ///< of the newest entry of the change log
    bool operator==(const BookFigures &) const = default;
};

/// A consistent copy of an open book, written in steps: in between the book can be changed, and the copy gets the
/// changes too. Belongs to the thread of `source`, which it must not outlive.
class BookCopy
{
public:
    static constexpr int AllPages = -1;

    /// `path` is a new file; it stays whatever happens, for the caller to publish or discard.
    static Result<std::unique_ptr<BookCopy>> start(Database &source, const QString &path);
    ~BookCopy();
    Q_DISABLE_COPY_MOVE(BookCopy)

    /// Copies so many more pages. True: the copy is complete, closed and described by figures(). Not synced.
    Result<bool> step(int pages);
    const BookFigures &figures() const { return m_figures; }

private:
    explicit BookCopy(Database &source);

    Database &m_source;
    std::unique_ptr<Database> m_copy;
    sqlite3_backup *m_job = nullptr;
    BookFigures m_figures;
    int m_remaining = 0, m_restarts = 0;
};

Result<BookFigures> figuresOf(Database &book);

/// Opens the file, which must not be open otherwise, for reading: header, integrity, references, schema, and
/// `expected` unless it is null. Damaged says that the book is damaged; the other errors are those of opening.
Result<BookFigures> verifyCopy(const QString &path, const BookFigures *expected);

/// A consistent copy in a new file, checked before it gets its name. Exists, Missing (folder), Denied, Full, Busy, or
/// Damaged if the book itself does not pass the check; then there is no new file.
Result<void> copyBook(Database &source, const QString &path);

} // namespace Treatybook
