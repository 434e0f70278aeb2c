#pragma once

#include "domain/daynumber.h"
#include "domain/repository.h"

#include <functional>
#include <memory>

namespace Treatybook {

class Settings;

/// What the window needs from outside: to make and open books, the date, and where it remembers things; the composition
/// root binds it to storage, a test to a script.
struct BookServices {
    std::function<Result<std::unique_ptr<Repository>>(const QString &path, bool readOnly)> open;
    std::function<Result<void>(const QString &path)> create;
    /// A new book with that content, where the open one can no longer be read. Any thread.
    std::function<Result<void>(const QString &path, const ChangeSet &content)> write = {};
    /// Takes away the lock that another computer left on a book.
    std::function<void(const QString &path)> takeOver = {};
    /// The backups of a book, newest first.
    std::function<QList<Backup>(const QString &path)> backups = {};
    /// Puts a backup in the place of a book that is not open; the name under which the former file is kept.
    std::function<Result<QString>(const QString &backup, const QString &path)> restore = {};
    /// Path of the person's own copy of the sample, made when there is none.
    std::function<Result<QString>()> sample;
    std::function<Day()> today;
    /// Null: nothing is remembered.
    std::shared_ptr<Settings> settings = {};
};

} // namespace Treatybook
