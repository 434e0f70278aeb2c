#include "exchange/csvwriter.h"
#include "exchange/importplan.h"

#include "domain/recordjson.h"
#include "support/book.h"
#include "support/records.h"
#include "support/testregistry.h"

#include <QFile>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

using namespace Treatybook;
using namespace Qt::StringLiterals;

/// What is written as CSV comes back as it was, in both modes: records, and the file byte for byte.
class TstCsvRoundTrip : public QObject
{
    Q_OBJECT

    QTemporaryDir m_dir;
    int m_books = 0;

    static QString hostile(QRandomGenerator &random, bool oneLine)
    {
        static const QStringList Pieces{u"a"_s,         u"=1+2"_s, u"'"_s,    u"''="_s,  u"\""_s,     u","_s,
                                        u";"_s,         u"|"_s,    u"\\"_s,   u"\\n"_s,  u"\t"_s,     u" "_s,
                                        u"Hiệp định"_s, u"＝"_s,   u"@"_s,    u"-5"_s,   u"+"_s,      u"🙂"_s,
                                        u"é"_s,         u"x:y"_s,  u"{a}"_s,  u"sep="_s, u"\u00A0"_s, u"\u2028"_s,
                                        u"\uFEFF"_s,    u"\n"_s,   u"\r\n"_s, u"\r"_s};
        QString text;
        for (int i = random.bounded(7); i > 0; --i)
            text += Pieces.at(random.bounded(static_cast<int>(Pieces.size()) - (oneLine ? 3 : 0)));
        return text;
    }

    static QString value(const ColumnInfo &column, QRandomGenerator &random)
    {
        switch (column.type) {
        case FieldType::Text:
            return hostile(random, true);
        case FieldType::LongText:
            return hostile(random, false);
        case FieldType::List: {
            QStringList items;
            for (int i = random.bounded(4); i > 0; --i)
                items.append(hostile(random, true).trimmed());
            items.removeAll(QString());
            return joinList(items);
        }
        case FieldType::Date:
        case FieldType::Interval:
            return random.bounded(4) == 0   ? QString()
                   : random.bounded(3) == 0 ? hostile(random, true)
                                            : Test::sampleText(column, random.bounded(99));
        default:
            return Test::sampleText(column, random.bounded(99));
        }
    }

    static QList<Agreement> hostileRecords(quint32 seed, int count)
    {
        QRandomGenerator random(seed);
        QList<Agreement> records;
        Pool pool;
        for (int i = 0; i < count; ++i) {
            Agreement record(Test::numberedId(seed * 1000 + static_cast<quint32>(i)));
            for (const FieldInfo &info : fieldTable()) {
                if (info.isScalar() && info.field != Field::Id && random.bounded(3) > 0)
                    info.setText(record, value(info, random), pool);
                for (int item = random.bounded(3); info.part && item > 0; --item) {
                    const qsizetype row = info.part->count(record);
                    info.part->insert(record, row, newItemId());
                    for (size_t column = 0; column < info.part->columns.size(); ++column)
                        info.part->setCell(record, row, static_cast<qsizetype>(column),
                                           value(info.part->columns[column], random), pool);
                }
            }
            record.edit().title = u"t"_s + hostile(random, false);
            records.append(record);
        }
        return records;
    }

    std::unique_ptr<Session> book(const QList<Agreement> &records)
    {
        return Test::newBook(m_dir.filePath(u"%1.treatybook"_s.arg(++m_books)), records);
    }

    static QByteArray exported(const Session &session, CsvMode mode)
    {
        return csvBytes(Test::everything(session, exchangeFields(), 2459000), mode);
    }

    QString written(const QByteArray &csv)
    {
        QFile file(m_dir.filePath(u"data.csv"_s));
        if (!file.open(QIODevice::WriteOnly) || file.write(csv) != csv.size())
            qFatal("no test file");
        return file.fileName();
    }

    void checkRoundTrip(const QList<Agreement> &records)
    {
        const auto before = book(records);
        for (const CsvMode mode : {CsvMode::Spreadsheet, CsvMode::Raw}) {
            const QByteArray csv = exported(*before, mode);
            const auto plan =
                planImport({written(csv), {}, {}, {{}, mode == CsvMode::Raw ? std::optional(true) : std::nullopt}}, {});
            QVERIFY2(plan, plan ? "" : qPrintable(plan.error().message));
            if (plan->rejected > 0)
                qWarning("%s", plan->rejects.left(4000).constData());
            QCOMPARE(plan->rejected, 0);
            QCOMPARE(plan->added, records.size());
            const auto after = book({});
            const auto receipt = Test::await(after->execute(plan->set));
            QVERIFY2(receipt, receipt ? "" : qPrintable(receipt.error().message));
            for (const Agreement &record : records)
                QCOMPARE(recordToJson(after->store().record(*after->store().slotOf(record.id()))),
                         recordToJson(record));
            QCOMPARE(exported(*after, mode), csv);
            // Once more into the same book there is nothing to do.
            QList<StoredRecord> present;
            for (Slot slot = 0; slot < after->store().slotCount(); ++slot)
                present.append({after->store().record(slot), after->store().version(slot)});
            const auto again = planImport(
                {written(csv), {}, {}, {{}, mode == CsvMode::Raw ? std::optional(true) : std::nullopt}}, present);
            QCOMPARE(again->unchanged, records.size());
        }
    }

private Q_SLOTS:
    void hostileRecordsComeBack()
    {
        for (quint32 seed = 1; seed <= 4; ++seed)
            checkRoundTrip(hostileRecords(seed, 40));
    }

    void filledRecordsComeBack()
    {
        QList<Agreement> records;
        for (quint32 i = 0; i < 20; ++i)
            records.append(Test::filledRecord(Test::numberedId(i + 1), static_cast<int>(i % 4)));
        checkRoundTrip(records);
    }

    void theSampleComesBack() { checkRoundTrip(sampleRecords()->records); }

    /// A column chosen by --fields, without ids, still holds parts as our files write them.
    void partsComeBackWithoutIds()
    {
        const auto before = book(sampleRecords()->records);
        const QList<Field> fields{Field::Title, Field::Date, Field::Participants, Field::Actions, Field::Tags};
        const QByteArray csv = csvBytes(Test::everything(*before, fields, 2459000), CsvMode::Spreadsheet);
        const auto plan = planImport({written(csv)}, {});
        QVERIFY2(plan, plan ? "" : qPrintable(plan.error().message));
        const auto after = book({});
        QVERIFY(Test::await(after->execute(plan->set)));
        QList<QByteArray> lines = csvBytes(Test::everything(*after, fields, 2459000), CsvMode::Spreadsheet).split('\n'),
                          own = csv.split('\n');
        std::sort(lines.begin(), lines.end());
        std::sort(own.begin(), own.end());
        QCOMPARE(lines, own);
    }
};

TREATYBOOK_TEST(TstCsvRoundTrip)
#include "tst_csvroundtrip.moc"
