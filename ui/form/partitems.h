#pragma once

#include "domain/changeset.h"

#include <QJsonArray>

namespace Treatybook {

// Part items as forms hold them: in the generic form of recordjson.h, but a cell may hold what somebody typed and no
// store takes. Nothing typed is lost that way.

/// Canonical text of a cell; a list as one text.
QString cellText(const QJsonValue &cell);
/// The cell in the shape that recordjson.h gives it; undefined where it writes none.
QJsonValue cellValue(const ColumnInfo &column, const QString &text);
/// Why the text is no value of that column, as a sentence that says what is expected; empty if it is one. A date that
/// cannot be read is one: it stays as written.
QString cellProblem(const ColumnInfo &column, const QString &text);
/// The first such sentence in the items, with its place; empty if there is none.
QString itemsProblem(const FieldInfo &part, const QJsonArray &items);

/// An item that holds nothing but its id and what a new item has.
QJsonObject newItem(const PartInfo &part, ItemId id);
bool isBlank(const PartInfo &part, const QJsonObject &item);

/// Makes these the items of the part; a cell that is no value of its column is left empty.
void setItems(Agreement &record, const FieldInfo &part, const QJsonArray &items);
/// What turns the one into the other, item by item; all cells are values of their columns.
PatchSteps itemSteps(const FieldInfo &part, const QJsonArray &before, const QJsonArray &after);
/// The items after these steps, whatever the items that they touch hold now.
QJsonArray withSteps(QJsonArray items, const PatchSteps &steps);

} // namespace Treatybook
