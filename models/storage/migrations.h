#pragma once

#include "domain/result.h"

namespace Treatybook {

class Database;

/// The numbered files of resources/sql: a new book runs all of them, so that old and new books have the same schema.
namespace Migrations {

/// The number of the newest migration, kept in user_version.
int latest();
/// Runs all of them on an empty database, in one transaction that also sets application_id and user_version.
Result<void> run(Database &database);
/// Damaged if tables, indexes or anything else differ from what the migrations make.
Result<void> checkSchema(Database &database);

} // namespace Migrations

} // namespace Treatybook
