#pragma once

#include "domain/agreement.h"
#include "domain/field.h"
#include "domain/pool.h"

#include <QRandomGenerator>

namespace Treatybook::Test {

// Records made from the field and part tables, so that a new field or column is tested without another line.

/// A value of that column in canonical text, another one for each `n`; of Item columns empty.
QString sampleText(const ColumnInfo &column, int n);

/// A record in which every field, and every column of `items` items of every part, is filled.
Agreement filledRecord(const QUuid &id, int items = 2);

/// A record with some fields filled.
Agreement randomRecord(QRandomGenerator &random);

/// Changes fields and adds, removes, moves and changes part items; the id stays. `others` are what relations point at.
void mutate(Agreement &record, QRandomGenerator &random, const QList<QUuid> &others = {});

/// An id that depends on nothing but `n`.
QUuid numberedId(quint32 n);

/// With a title, and nothing else.
Agreement titled(const QString &title);

} // namespace Treatybook::Test
