#include "exchange/csvwriter.h"

#include "domain/recordjson.h"
#include "exchange/partcell.h"
#include "support/book.h"
#include "support/csvrows.h"
#include "support/testregistry.h"

#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

using namespace Treatybook;
using namespace Qt::StringLiterals;

/// Texts that break careless writers.
static QString hostileText(QRandomGenerator &random)
{
    static const QStringList Pieces{u"a"_s, u"=1+2"_s, u"'"_s, u"\""_s, u","_s, u";"_s, u"|"_s, u"\\"_s, u"\n"_s, u"\t"_s,
                                    u" "_s, u"đ"_s, u"＝"_s, u"@"_s, u"-5"_s, u"🙂"_s, u"n"_s, u"\r\n"_s};
    QString text;
    for (int i = random.bounded(6); i > 0; --i)
        text += Pieces.at(random.bounded(Pieces.size()));
    return text;
}

class TstCsvWriter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void guardsFormulas_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("cell");
        QTest::newRow("formula") << u"=1+2"_s << u"'=1+2"_s;
        QTest::newRow("plus") << u"+84"_s << u"'+84"_s;
        QTest::newRow("minus") << u"-5"_s << u"'-5"_s;
        QTest::newRow("at") << u"@a"_s << u"'@a"_s;
        QTest::newRow("full width") << u"＝1"_s << u"'＝1"_s;
        QTest::newRow("tab") << u"\tx"_s << u"'\tx"_s;
        QTest::newRow("apostrophe before a formula") << u"'=1"_s << u"''=1"_s;
        QTest::newRow("apostrophe before a word") << u"'tis"_s << u"'tis"_s;
        QTest::newRow("word") << u"a=1"_s << u"a=1"_s;
        QTest::newRow("empty") << QString() << QString();
    }
    void guardsFormulas()
    {
        QFETCH(QString, text);
        QFETCH(QString, cell);
        QCOMPARE(guarded(text), cell);
        QCOMPARE(unguarded(cell), text);
    }

    void writesAList()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"list.csv"_s);
        QVERIFY(exportCsvTable({{u"When"_s, u"What"_s}, {u"2021"_s, u"=1+2, \"so\"\nand on"_s}, {QString(), u"Ý"_s}},
                               path, folder.filePath(u"book"_s)));
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(),
                 QByteArray("\xEF\xBB\xBFWhen,What\r\n2021,\"'=1+2, \"\"so\"\"\nand on\"\r\n,\xC3\x9D\r\n"));
        const auto onBook = exportCsvTable({{u"x"_s}}, path, path);
        QVERIFY(!onBook);
        const auto nowhere = exportCsvTable({{u"x"_s}}, folder.filePath(u"none/list.csv"_s), {});
        QVERIFY(!nowhere);
    }

    void guardIsUndoneExactly()
    {
        QRandomGenerator random(7);
        for (int i = 0; i < 5000; ++i) {
            const QString text = hostileText(random);
            QCOMPARE(unguarded(guarded(text)), text);
        }
    }

    void cellsComeBackAsTheyWere()
    {
        QTemporaryDir dir;
        QRandomGenerator random(3);
        QList<Agreement> records;
        for (int i = 0; i < 60; ++i) {
            Agreement record(QUuid::createUuid());
            record.edit().title = u"x"_s + hostileText(random);
            record.edit().summary = hostileText(random);
            record.edit().date = Edtf::read(QString::number(1900 + i));
            for (int k = random.bounded(3); k > 0; --k) {
                Participant participant;
                participant.id = newItemId();
                participant.name = hostileText(random);
                participant.body = hostileText(random);
                record.edit().participants.append(participant);
            }
            records.append(record);
        }
        const auto session = Test::newBook(dir.filePath(u"a.treatybook"_s), records);
        const ReportInput input = Test::everything(
            *session, {Field::Id, Field::Title, Field::Summary, Field::Date, Field::Participants}, 2459000);
        for (const CsvMode mode : {CsvMode::Raw, CsvMode::Spreadsheet}) {
            const auto rows = Test::csvRows(csvBytes(input, mode));
            QCOMPARE(rows.size(), records.size() + 1);
            QCOMPARE(rows.first(), (QStringList{u"id"_s, u"title"_s, u"summary"_s, u"date"_s, u"participants"_s}));
            for (qsizetype i = 1; i < rows.size(); ++i) {
                const Agreement &record = session->store().record(input.records.at(i - 1));
                const auto cell = [&](int column) {
                    const QString text = rows.at(i).at(column);
                    return mode == CsvMode::Raw ? text : unguarded(text);
                };
                QCOMPARE(cell(0), record.id().toString(QUuid::WithoutBraces));
                QCOMPARE(cell(1), record->title.toString());
                QCOMPARE(cell(2), record->summary.toString());
                QCOMPARE(cell(3), record->date.text());
                Agreement again(record.id());
                Pool pool;
                QVERIFY(readPartCell(again, *fieldInfo(Field::Participants).part, cell(4), pool));
                QCOMPARE(fieldToJson(again, Field::Participants), fieldToJson(record, Field::Participants));
            }
        }
    }

    void sampleKeepsEveryPartInItsCells()
    {
        const auto sample = sampleRecords();
        QVERIFY2(sample, sample ? "" : qPrintable(sample.error().message));
        for (const Agreement &record : sample->records) {
            for (const FieldInfo &info : fieldTable()) {
                if (!info.part)
                    continue;
                Agreement again(record.id());
                Pool pool;
                QByteArray cell;
                appendPartCell(cell, record, *info.part);
                const auto read = readPartCell(again, *info.part, QString::fromUtf8(cell), pool);
                QVERIFY2(read, read ? "" : qPrintable(read.error().message));
                QCOMPARE(fieldToJson(again, info.field), fieldToJson(record, info.field));
            }
        }
    }

    void partCellsNameWhatIsWrong_data()
    {
        QTest::addColumn<QString>("cell");
        QTest::newRow("no number") << u"x|Cuba"_s;
        QTest::newRow("too many columns") << u"1|a|b|c|side|e"_s;
        QTest::newRow("unknown role") << u"1|Cuba|CU||king"_s;
    }
    void partCellsNameWhatIsWrong()
    {
        QFETCH(QString, cell);
        Agreement record;
        Pool pool;
        const auto read = readPartCell(record, *fieldInfo(Field::Participants).part, cell, pool);
        QVERIFY(!read);
        QVERIFY(read.error().message.contains(u"Item 1"_s));
    }
};

TREATYBOOK_TEST(TstCsvWriter)
#include "tst_csvwriter.moc"
