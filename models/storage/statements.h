#pragma once

#include "domain/field.h"

#include <QList>
#include <QString>

namespace Treatybook::Statements {

// SQL made from the field and part tables. Identifiers come only from there, values are always bound. The columns of
// every SELECT stand in the order of the tables.

constexpr qsizetype Several = 100;

/// The fields that are columns of table agreement, without the id, in the order of the field table.
const QList<const FieldInfo *> &scalarFields();
/// The fields with a table of their own.
const QList<const FieldInfo *> &partFields();

/// id, version, then scalarFields().
const QString &selectRecord();
/// The same, id > ? in order of id, at most ?.
const QString &selectRecordPage();
/// The same for `Several` ids, in order of id; a shorter list repeats one.
const QString &selectRecords();
/// id, version, sort_day, then scalarFields().
const QString &insertRecord();
/// version = ?, sort_day = ?, then `fields` = ?, WHERE id = ?.
QString updateRecord(const QList<const FieldInfo *> &fields);

/// record, item, position, then the columns; of one record. In no order of position: SQLite would have to sort them,
/// which takes longer than to read them.
const QString &selectItems(const PartInfo &part);
/// The same for record > ? AND record <= ?, in order of record.
const QString &selectItemPage(const PartInfo &part);
/// The same for `Several` records, in order of record.
const QString &selectItemsOf(const PartInfo &part);
/// record, item, position, then the columns.
const QString &insertItem(const PartInfo &part);
/// position = ? WHERE record = ? AND item = ?
const QString &moveItem(const PartInfo &part);
/// WHERE record = ? AND item = ?
const QString &removeItem(const PartInfo &part);

} // namespace Treatybook::Statements
