#include "storage/statements.h"

#include <QHash>
#include <QStringList>

namespace Treatybook::Statements {

using namespace Qt::StringLiterals;

namespace {

QString quoted(const QString &identifier)
{
    return u"\"%1\""_s.arg(identifier);
}

QString tableOf(const PartInfo &part)
{
    return quoted(QString::fromLatin1(part.table.data(), static_cast<qsizetype>(part.table.size())));
}

QList<const FieldInfo *> fieldsWhere(bool (*wanted)(const FieldInfo &))
{
    QList<const FieldInfo *> fields;
    for (const FieldInfo &info : fieldTable()) {
        if (wanted(info))
            fields.append(&info);
    }
    return fields;
}

QString scalarColumns()
{
    QString columns;
    for (const FieldInfo *info : scalarFields())
        columns += ", "_L1 + quoted(info->keyText());
    return columns;
}

QString partColumns(const PartInfo &part)
{
    QString columns;
    for (const ColumnInfo &column : part.columns)
        columns += ", "_L1 + quoted(column.keyText());
    return columns;
}

QString placeholders(qsizetype count)
{
    return QStringList(count, u"?"_s).join(", "_L1);
}

/// Made once: putting the texts together again for every row would cost as much as writing it.
struct PartStatements {
    QString select, selectPage, selectSeveral, insert, move, remove;
};

PartStatements makeStatements(const PartInfo &part)
{
    const QString table = tableOf(part), columns = partColumns(part);
    return {
        u"SELECT record, item, position%1 FROM %2 WHERE record = ?"_s.arg(columns, table),
        u"SELECT record, item, position%1 FROM %2 WHERE record > ? AND record <= ? ORDER BY record"_s.arg(columns,
                                                                                                          table),
        u"SELECT record, item, position%1 FROM %2 WHERE record IN (%3) ORDER BY record"_s.arg(columns, table,
                                                                                              placeholders(Several)),
        u"INSERT INTO %1 (record, item, position%2) VALUES (%3)"_s.arg(
            table, columns, placeholders(3 + static_cast<qsizetype>(part.columns.size()))),
        u"UPDATE %1 SET position = ? WHERE record = ? AND item = ?"_s.arg(table),
        u"DELETE FROM %1 WHERE record = ? AND item = ?"_s.arg(table),
    };
}

const PartStatements &statementsOf(const PartInfo &part)
{
    static const auto all = [] {
        QHash<const PartInfo *, PartStatements> statements;
        for (const FieldInfo *info : partFields())
            statements.insert(info->part, makeStatements(*info->part));
        return statements;
    }();
    return *all.constFind(&part);
}

} // namespace

const QList<const FieldInfo *> &scalarFields()
{
    static const auto fields =
        fieldsWhere([](const FieldInfo &info) { return info.isScalar() && info.field != Field::Id; });
    return fields;
}

const QList<const FieldInfo *> &partFields()
{
    static const auto fields = fieldsWhere([](const FieldInfo &info) { return info.part != nullptr; });
    return fields;
}

const QString &selectRecord()
{
    static const QString sql = u"SELECT id, version%1 FROM agreement WHERE id = ?"_s.arg(scalarColumns());
    return sql;
}

const QString &selectRecordPage()
{
    static const QString sql =
        u"SELECT id, version%1 FROM agreement WHERE id > ? ORDER BY id LIMIT ?"_s.arg(scalarColumns());
    return sql;
}

const QString &selectRecords()
{
    static const QString sql = u"SELECT id, version%1 FROM agreement WHERE id IN (%2) ORDER BY id"_s.arg(
        scalarColumns(), placeholders(Several));
    return sql;
}

const QString &insertRecord()
{
    static const QString sql = u"INSERT INTO agreement (id, version, sort_day%1) VALUES (%2)"_s.arg(
        scalarColumns(), placeholders(3 + scalarFields().size()));
    return sql;
}

QString updateRecord(const QList<const FieldInfo *> &fields)
{
    QString columns;
    for (const FieldInfo *info : fields)
        columns += u", %1 = ?"_s.arg(quoted(info->keyText()));
    return u"UPDATE agreement SET version = ?, sort_day = ?%1 WHERE id = ?"_s.arg(columns);
}

const QString &selectItems(const PartInfo &part)
{
    return statementsOf(part).select;
}

const QString &selectItemPage(const PartInfo &part)
{
    return statementsOf(part).selectPage;
}

const QString &selectItemsOf(const PartInfo &part)
{
    return statementsOf(part).selectSeveral;
}

const QString &insertItem(const PartInfo &part)
{
    return statementsOf(part).insert;
}

const QString &moveItem(const PartInfo &part)
{
    return statementsOf(part).move;
}

const QString &removeItem(const PartInfo &part)
{
    return statementsOf(part).remove;
}

} // namespace Treatybook::Statements
