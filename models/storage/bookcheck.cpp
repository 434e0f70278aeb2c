#include "storage/bookcheck.h"

#include "domain/tr.h"
#include "storage/changelog.h"
#include "storage/database.h"
#include "storage/documentfile.h"
#include "storage/migrations.h"
#include "storage/recordreader.h"
#include "storage/statement.h"

namespace Treatybook {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype MostFindings = 200; ///< of each kind
constexpr int LogPage = 200;

QString sentence(const Error &error)
{
    return error.detail.isEmpty() ? error.message : u"%1 (%2)"_s.arg(error.message, error.detail);
}

/// One book under examination.
class BookCheck
{
public:
    explicit BookCheck(Database &database) : m_database(database) {}

    QStringList run()
    {
        checkFile();
        if (const auto schema = Migrations::checkSchema(m_database); !schema) {
            add(sentence(schema.error()));
            return m_findings; // nothing is where it should be
        }
        checkRecords();
        checkRelations();
        checkLog();
        return m_findings;
    }

private:
    void add(const QString &finding) { m_findings.append(finding.simplified()); }

    /// The first column of the rows of a statement, as far as they can be read.
    QStringList column(const QString &sql)
    {
        QStringList values;
        Statement rows(m_database, sql);
        while (values.size() < MostFindings) {
            const auto more = rows.next();
            if (!more)
                add(sentence(more.error()));
            if (!more || !*more)
                break;
            values.append(rows.text(0));
        }
        return values;
    }

    void checkFile()
    {
        for (const QString &verdict : column(u"PRAGMA integrity_check(200)"_s)) {
            if (verdict != "ok"_L1)
                add(Treatybook::tr("The file is damaged: %1").arg(verdict));
        }
        for (const QString &table : column(u"PRAGMA foreign_key_check"_s))
            add(Treatybook::tr("The table “%1” holds something of a record that is not there.").arg(table));
    }

    void checkRecords()
    {
        Pool pool;
        RecordReader reader(m_database, pool);
        QUuid last;
        qsizetype found = 0;
        for (;;) {
            const QList<QUuid> ids = idsAfter(last);
            if (ids.isEmpty() || found >= MostFindings)
                return;
            for (const QUuid &id : ids) {
                if (const auto record = reader.record(id); !record && ++found <= MostFindings)
                    add(sentence(record.error()));
            }
            last = ids.last();
        }
    }

    QList<QUuid> idsAfter(const QUuid &last)
    {
        QList<QUuid> ids;
        Statement rows(m_database, u"SELECT id FROM agreement WHERE id > ? ORDER BY id LIMIT 1000"_s);
        rows.bind(last.isNull() ? QString() : last.toString(QUuid::WithoutBraces));
        for (;;) {
            const auto more = rows.next();
            if (!more)
                add(sentence(more.error()));
            if (!more || !*more)
                return ids;
            if (const QUuid id = rows.id(0); !id.isNull()) {
                ids.append(id);
            } else {
                add(Treatybook::tr("A record has the id “%1”, which is none.").arg(rows.text(0)));
                return ids;
            }
        }
    }

    void checkRelations()
    {
        const QStringList titles =
            column(u"SELECT DISTINCT a.title FROM relation r JOIN agreement a ON a.id = r.record "
                   "WHERE r.other <> '' AND r.other NOT IN (SELECT id FROM agreement) "
                   "AND r.other NOT IN (SELECT id FROM tombstone)"_s);
        for (const QString &title : titles)
            add(Treatybook::tr("“%1” has a relation to a record that was never in this book.").arg(title));
    }

    void checkLog()
    {
        Pool pool;
        ChangeLog log(m_database, pool);
        Cursor before = 0;
        for (;;) {
            const auto entries = log.history({}, before, LogPage);
            if (!entries)
                return add(sentence(entries.error()));
            if (entries->isEmpty())
                return;
            before = entries->last().cursor;
            if (before <= 1)
                return;
        }
    }

    Database &m_database;
    QStringList m_findings;
};

} // namespace

Result<QStringList> checkBook(const QString &path)
{
    const auto file = DocumentFile::judge(path);
    if (!file)
        return file.error();
    const auto database = Database::open(file->path(), Database::Mode::ReadOnly);
    if (!database)
        return database.error();
    return BookCheck(**database).run();
}

} // namespace Treatybook
