#include "support/csvrows.h"
#include "support/files.h"
#include "support/pdftools.h"
#include "support/testregistry.h"
#include "tests/app/program.h"

#include <QDir>
#include <QFile>
#include <QImage>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace Treatybook;
using namespace Qt::StringLiterals;

class TstProgram : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_book = m_dir.filePath(u"sample book.treatybook"_s);
        const Test::ProgramRun run = Test::treatybook({u"sample"_s, m_book});
        QVERIFY2(run.status == 0, run.err);
        QVERIFY(QFile::exists(m_book));
    }

    void statusHangsOnTheDay_data()
    {
        QTest::addColumn<QString>("record");
        QTest::addColumn<QString>("day");
        QTest::addColumn<QString>("status");
        QTest::newRow("2014 plan") << u"2014–2016"_s << u"2015-06-01"_s << u"In effect"_s;
        QTest::newRow("2020 plan before signature") << u"2020–2022"_s << u"2020-12-31"_s << u"Under negotiation"_s;
        QTest::newRow("2020 plan after signature") << u"2020–2022"_s << u"2021-10-01"_s << u"In effect"_s;
        QTest::newRow("2020 plan after its term") << u"2020–2022"_s << u"2026-01-01"_s << u"Expired"_s;
        QTest::newRow("2004 agreement in 2004") << u"Officers' health 2004"_s << u"2004-06-01"_s << u"Not yet, possibly Signed"_s;
        QTest::newRow("2004 agreement today") << u"Officers' health 2004"_s << u"today"_s << u"Signed, possibly In force"_s;
        QTest::newRow("purchase after signature") << u"Vaccine purchase 2021"_s << u"2021-10-01"_s << u"Being performed"_s;
        QTest::newRow("negotiation") << u"2023–2025"_s << u"2024-01-01"_s << u"In effect"_s;
    }
    void statusHangsOnTheDay()
    {
        QFETCH(QString, record);
        QFETCH(QString, day);
        QFETCH(QString, status);
        const Test::ProgramRun run =
            Test::treatybook({u"list"_s, m_book, u"--as-of"_s, day, u"--fields"_s, u"short_title,title,status"_s});
        QVERIFY2(run.status == 0, run.err);
        QStringList hits;
        for (const QString &line : QString::fromUtf8(run.out).split(u'\n', Qt::SkipEmptyParts)) {
            const QStringList cells = line.split(u'\t');
            if (cells.first().contains(record) || cells.at(1).contains(record))
                hits.append(cells.at(2));
        }
        QCOMPARE(hits, QStringList{status});
    }

    void purchaseIsNoLongerCertainToday()
    {
        const Test::ProgramRun run =
            Test::treatybook({u"list"_s, m_book, u"--query"_s, u"\"Vaccine purchase 2021\""_s});
        QVERIFY2(run.status == 0, run.err);
        QVERIFY2(run.out.contains("Being performed"), run.out);
        QVERIFY2(run.out.contains("nothing recorded since"), run.out);
    }

    void findsWords_data()
    {
        QTest::addColumn<QString>("query");
        QTest::addColumn<QByteArray>("title");
        QTest::newRow("Vietnamese label without accents") << u"y te"_s << QByteArray("health");
        QTest::newRow("word") << u"vaccine purchase"_s << QByteArray("accine");
        QTest::newRow("American spelling") << u"defense 2011"_s << QByteArray("defence");
    }
    void findsWords()
    {
        QFETCH(QString, query);
        QFETCH(QByteArray, title);
        const Test::ProgramRun run = Test::treatybook({u"list"_s, m_book, u"--query"_s, query});
        QVERIFY2(run.status == 0, run.err);
        QVERIFY2(run.out.contains(title), run.out);
        const Test::ProgramRun all = Test::treatybook({u"list"_s, m_book});
        QVERIFY(run.out.count('\n') < all.out.count('\n'));
    }

    void exportsWhatIsAskedFor()
    {
        const QString csv = m_dir.filePath(u"out.csv"_s);
        const Test::ProgramRun run =
            Test::treatybook({u"export"_s, m_book, u"--to"_s, csv, u"--query"_s, u"plan -health"_s, u"--fields"_s,
                              u"title,date,status"_s, u"--sort"_s, u"-date"_s, u"--as-of"_s, u"2021-10-01"_s});
        QVERIFY2(run.status == 0, run.err);
        QFile file(csv);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray bytes = file.readAll();
        const auto rows = Treatybook::Test::csvRows(bytes);
        QCOMPARE(rows.first(), (QStringList{u"title"_s, u"date"_s, u"status"_s}));
        QVERIFY(rows.size() > 2);
        for (qsizetype i = 2; i < rows.size(); ++i)
            QVERIFY(rows.at(i - 1).at(1) >= rows.at(i).at(1));

        const Test::ProgramRun piped =
            Test::treatybook({u"export"_s, m_book, u"--to"_s, u"-"_s, u"--query"_s, u"plan -health"_s, u"--fields"_s,
                              u"title,date,status"_s, u"--sort"_s, u"-date"_s, u"--as-of"_s, u"2021-10-01"_s});
        QCOMPARE(piped.out, bytes);
        const Test::ProgramRun raw =
            Test::treatybook({u"export"_s, m_book, u"--to"_s, u"-"_s, u"--raw"_s, u"--fields"_s, u"title"_s});
        QVERIFY(raw.out.startsWith("title\r\n"));
    }

    void drawsWithoutADisplay()
    {
        const QString pdf = m_dir.filePath(u"out.pdf"_s), png = m_dir.filePath(u"out.png"_s);
        for (const QString &target : {pdf, png}) {
            const Test::ProgramRun run = Test::treatybook({u"export"_s, m_book, u"--to"_s, target});
            QVERIFY2(run.status == 0, run.err);
            QCOMPARE(run.out, QByteArray());
            QCOMPARE(run.err, QByteArray());
        }
        QFile file(pdf);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(file.readAll().startsWith("%PDF"));
        const QImage image(png);
        QVERIFY(image.width() >= 800);
        QVERIFY(image.height() >= 400);
    }

    void drawsTheTimelineAsAsked()
    {
        const QString pdf = m_dir.filePath(u"timeline.pdf"_s), png = m_dir.filePath(u"timeline.png"_s);
        const QStringList how{u"--layout"_s, u"timeline"_s, u"--group-by"_s, u"kind"_s, u"--as-of"_s, u"2021-10-01"_s,
                              u"--from"_s, u"2014"_s, u"--until"_s, u"2022"_s, u"--query"_s, u"plan"_s};
        const Test::ProgramRun asPdf = Test::treatybook(QStringList{u"export"_s, m_book, u"--to"_s, pdf} + how);
        QVERIFY2(asPdf.status == 0, asPdf.err);
        const QString text = Treatybook::Test::readWith(u"pdftotext"_s, {u"-layout"_s, pdf, u"-"_s});
        for (const QString &said : {u"as of 1 October 2021"_s, u"groups: Kind"_s, u"plan"_s, u"page 1 of 1"_s,
                                    u"outside these days"_s, u"2018"_s})
            QVERIFY2(text.contains(said), qPrintable(text));
        QVERIFY(!text.contains(u"Participants"_s)); // no list
        const Test::ProgramRun asPng = Test::treatybook(QStringList{u"export"_s, m_book, u"--to"_s, png} + how +
                                                        QStringList{u"--width"_s, u"1000"_s, u"--scale"_s, u"1.5"_s});
        QVERIFY2(asPng.status == 0, asPng.err);
        QCOMPARE(QImage(png).width(), 1500);
    }

    void refuses_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<int>("status");
        const QString missing = m_dir.filePath(u"missing.treatybook"_s);
        QTest::newRow("missing book") << QStringList{u"list"_s, missing} << 1;
        QTest::newRow("never over an existing file") << QStringList{u"new"_s, m_book} << 1;
        QTest::newRow("sample over an existing file") << QStringList{u"sample"_s, m_book} << 1;
        QTest::newRow("folder as book") << QStringList{u"list"_s, m_dir.path()} << 1;
        QTest::newRow("export over the book") << QStringList{u"export"_s, m_book, u"--to"_s, m_dir.filePath(u"link.csv"_s)} << 1;
        QTest::newRow("no such folder") << QStringList{u"export"_s, m_book, u"--to"_s, m_dir.filePath(u"no/x.csv"_s)} << 1;
        QTest::newRow("wrong option") << QStringList{u"list"_s, m_book, u"--nonsense"_s} << 2;
        QTest::newRow("window without a display") << QStringList{m_book} << 1;
    }
    void refuses()
    {
        QFETCH(QStringList, arguments);
        QFETCH(int, status);
        QFile::link(m_book, m_dir.filePath(u"link.csv"_s));
        const QStringList before = QDir(m_dir.path()).entryList();
        const QByteArray content = Test::bytesOf(m_book);
        const Test::ProgramRun run = Test::treatybook(arguments);
        QCOMPARE(run.status, status);
        QCOMPARE(run.out, QByteArray());
        QVERIFY(run.err.startsWith("treatybook: "));
        QCOMPARE(run.err.count('\n'), 1);
        QCOMPARE(QDir(m_dir.path()).entryList(), before);
        QCOMPARE(Test::bytesOf(m_book), content);
    }

    void fullOutputIsAFailure()
    {
        const Test::ProgramRun run = Test::treatybook({u"list"_s, m_book}, {}, u"/dev/full"_s);
        QCOMPARE(run.status, 1);
        QVERIFY(run.err.startsWith("treatybook: "));
    }

    void newBookIsEmpty()
    {
        const QString path = m_dir.filePath(u"new.treatybook"_s);
        QCOMPARE(Test::treatybook({u"new"_s, path}).status, 0);
        const Test::ProgramRun run = Test::treatybook({u"list"_s, path});
        QCOMPARE(run.status, 0);
        QCOMPARE(run.out, QByteArray());
    }

private:
    QTemporaryDir m_dir;
    QString m_book;
};

TREATYBOOK_TEST(TstProgram)
#include "tst_program.moc"
