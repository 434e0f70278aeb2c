#pragma once

#include "domain/field.h"
#include "domain/result.h"

#include <QJsonObject>

namespace Treatybook {

// The one generic form of a value: canonical text for a scalar, an array of texts for a list, an object for a part item
// (its columns that are filled, and "id"). Patches, the change log, the sample and JSON export all use it.

QJsonValue fieldToJson(const Agreement &agreement, Field field);
QJsonObject itemToJson(const Agreement &agreement, const PartInfo &part, qsizetype row);

/// Replaces the value; the Error names the key and the value that cannot be read.
Result<void> setFieldFromJson(Agreement &agreement, Field field, const QJsonValue &value, Pool &pool);
/// Fills the item of that row from an object; columns that the object does not have become empty.
Result<void> setItemFromJson(Agreement &agreement, const PartInfo &part, qsizetype row, const QJsonObject &item,
                             Pool &pool);

/// Only what is filled; the id first.
QJsonObject recordToJson(const Agreement &agreement);
/// Unknown keys, unreadable values, items without an id and ids used twice are errors that name their place.
Result<Agreement> recordFromJson(const QJsonObject &object, Pool &pool);
/// Item ids name items across all parts of a record: Invalid if one is used twice.
Result<void> checkItemIds(const Agreement &agreement);

/// Text from outside that no store can keep: a sentence if it holds NUL or an unpaired surrogate, else empty.
QString textProblem(QStringView text);

} // namespace Treatybook
