#include "bench/measures.h"

#include "bench/bench.h"
#include "storage/statements.h"

namespace Treatybook::Bench {

using namespace Qt::StringLiterals;

namespace {

QString quoted(std::string_view identifier)
{
    return u"\"%1\""_s.arg(QLatin1StringView(identifier.data(), static_cast<qsizetype>(identifier.size())));
}

/// Every stored column of our CSV, parts in one cell as we have them but for the escapes.
QString everyColumn()
{
    QStringList columns{u"id"_s};
    for (const FieldInfo *info : Statements::scalarFields())
        columns.append(quoted(info->key));
    for (const FieldInfo *info : Statements::partFields()) {
        QStringList cells{u"item"_s};
        for (const ColumnInfo &column : info->part->columns)
            cells.append(quoted(column.key));
        columns.append(u"(SELECT group_concat(%1, '; ') FROM %2 WHERE record = agreement.id)"_s.arg(
            cells.join("||'|'||"_L1), quoted(info->part->table)));
    }
    return columns.join(u',');
}

} // namespace

double csvFloor(const QString &book, CsvContent content, int runs, const QString &output)
{
    const QString columns = content == CsvContent::MainTable ? u"*"_s : everyColumn();
    return medianOf(runs, [&](int) {
        run(u"sqlite3"_s, {u"-readonly"_s, u"-csv"_s, book, u"SELECT %1 FROM agreement"_s.arg(columns)}, output);
    });
}

} // namespace Treatybook::Bench
