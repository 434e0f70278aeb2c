#pragma once

#include "domain/result.h"

#include <QByteArray>
#include <QList>

namespace Treatybook {

class Database;

/// The numbered files of resources/sql: a new book runs all of them, so that old and new books have the same schema.
namespace Migrations {

using Scripts = QList<QByteArray>;

/// The first one makes version 1 from nothing, the next one version 2 from that, …
const Scripts &scripts();
/// The number of the newest migration, kept in user_version.
int latest();
/// Runs all of them on an empty database, in one transaction that also sets application_id and user_version.
Result<void> run(Database &database, const Scripts &all = scripts());
/// Runs those that the book has not seen, in one transaction that fails if the schema is not the newest then.
Result<void> upgrade(Database &database, const Scripts &all = scripts());
/// Damaged if tables, indexes or anything else differ from what the migrations up to its user_version make.
Result<void> checkSchema(Database &database, const Scripts &all = scripts());

} // namespace Migrations

} // namespace Treatybook
