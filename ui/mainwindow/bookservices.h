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
    /// Path of the person's own copy of the sample, made when there is none.
    std::function<Result<QString>()> sample;
    std::function<Day()> today;
    /// Null: nothing is remembered.
    std::shared_ptr<Settings> settings = {};
};

} // namespace Treatybook
