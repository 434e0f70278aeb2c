#include "domain/repository.h"
#include "support/book.h"
#include "support/csvrows.h"
#include "support/files.h"
#include "support/testregistry.h"
#include "tests/app/program.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>
#include <QUuid>

#include <sys/resource.h>
#include <unistd.h>

using namespace Treatybook;
using namespace Qt::StringLiterals;

namespace {

QByteArray numbered(int n)
{
    return QUuid(static_cast<uint>(n) + 1, 0x1234, 0x4567, 0x89, 0xab, 0, 0, 0, 0, 0, 1).toByteArray(QUuid::WithoutBraces);
}

/// A register like that of the United Kingdom, with its troubles: no signature date, entry into force before signature,
/// up to 290 parties in a cell, quotes and commas in titles.
QByteArray registerOfTreaties(int rows)
{
    QByteArray csv = "id,uuid,title,field3,subject,country_name,signed_event_date,signed_event_location,adopted_event_date,"
                     "adopted_event_effective_date,provisional_eif_event_date,definative_eif_event_date,"
                     "definative_eif_event_effective_date,terminated_event_date,terminated_event_effective_date,"
                     "withdrawn_event_date,withdrawn_event_effective_date,unofficial_info_event_date,"
                     "unofficial_info_event_effective_date,references,document_url,metaformat\n";
    for (int i = 0; i < rows; ++i) {
        QByteArrayList parties{"UNITED KINGDOM"};
        for (int k = 0; k < (i == 7 ? 289 : i % 3); ++k)
            parties.append("State no. " + QByteArray::number(k));
        const QByteArray number = QByteArray::number(i);
        const QByteArray year = QByteArray::number(1850 + i % 100);
        const QByteArray before = QByteArray::number(1849 + i % 100);
        csv += QByteArrayList{QByteArray::number(58000 + i),
                              numbered(i),
                              "\"Convention \"\"no. " + number + "\"\", on parcels, Paris\"",
                              i % 4 ? "BI" : "MULTI",
                              i % 2 ? "TRADE" : "\"LOANS, CREDITS & GRANTS\"",
                              parties.join(" ; "),
                              i % 15 == 14 ? QByteArray() : "12/11/" + year,
                              "Paris",
                              QByteArray(),
                              QByteArray(),
                              i % 50 == 3 ? "20/07/" + year : QByteArray(),
                              i % 2 ? "01/03/" + (i % 40 == 1 ? before : QByteArray::number(1851 + i % 100)) : QByteArray(),
                              QByteArray(),
                              i % 10 == 5 ? "29/10/1967" : "",
                              i % 20 == 5 ? "01/11/1968" : "",
                              QByteArray(),
                              QByteArray(),
                              i == 9 ? "01/05/2004" : "",
                              QByteArray(),
                              "Treaty Series 001/" + year + ": C. 7930;State Papers " + number,
                              "https://treaties.example/" + number + ".html",
                              "Other"}.join(',') + '\n';
    }
    return csv;
}

} // namespace

class TstImport : public QObject
{
    Q_OBJECT

    QTemporaryDir m_dir;
    int m_books = 0;

    QString path(const QString &name) const { return m_dir.filePath(name); }
    QString write(const QString &name, const QByteArray &bytes) const
    {
        QFile file(path(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("no test file");
        return file.fileName();
    }
    QString newBook()
    {
        const QString book = path(u"book %1.treatybook"_s.arg(++m_books));
        if (Test::treatybook({u"new"_s, book}).status != 0)
            qFatal("no book");
        return book;
    }
    static qsizetype records(const QString &book) { return Test::openSession(book)->store().count(); }
    static QString map() { return QFINDTESTDATA("maps/uk-treaties.json"); }
    static QStringList backups(const QString &book)
    {
        return QDir(book + u" backups"_s).entryList({u"*.treatybook"_s}, QDir::Files);
    }

private Q_SLOTS:
    void aRegisterGoesInAndComesOutEqual()
    {
        constexpr int Rows = 400;
        const QString csv = write(u"register.csv"_s, registerOfTreaties(Rows));
        const QString book = newBook();
        const Test::ProgramRun run = Test::treatybook({u"import"_s, book, csv, u"--map"_s, map()});
        QVERIFY2(run.status == 0, run.err);
        QCOMPARE(run.err, QByteArray());
        QVERIFY2(run.out.contains("Added: 400. Updated: 0. Unchanged: 0. Rejected: 0."), run.out);
        QVERIFY2(run.out.contains("Entry into force before signature: 10\n"), run.out);
        QVERIFY2(run.out.contains("left out: metaformat"), run.out);
        QVERIFY2(run.out.contains("fields of the book's own: unofficial_info_event_date"), run.out);

        auto session = Test::openSession(book);
        int terminations = 0, parties = 0;
        for (Slot slot = 0; slot < session->store().slotCount(); ++slot) {
            const Agreement &record = session->store().record(slot);
            for (const Action &action : record->actions)
                terminations += action.kind == ActionKind::Termination;
            parties = std::max(parties, static_cast<int>(record->participants.size()));
        }
        QCOMPARE(terminations, 40);
        QCOMPARE(parties, 290);
        session.reset(); // or the book is locked

        const QString first = path(u"first.csv"_s), second = path(u"second.csv"_s);
        for (const QStringList &mode : {QStringList{u"--raw"_s}, QStringList()}) {
            QCOMPARE(Test::treatybook(QStringList{u"export"_s, book, u"--to"_s, first} + mode).status, 0);
            const QString empty = newBook();
            const Test::ProgramRun again = Test::treatybook(QStringList{u"import"_s, empty, first} + mode);
            QVERIFY2(again.status == 0, again.err);
            QCOMPARE(Test::treatybook(QStringList{u"export"_s, empty, u"--to"_s, second} + mode).status, 0);
            QCOMPARE(Test::bytesOf(second), Test::bytesOf(first));
        }
        // The register once more, by its ids: nothing new, so nothing is stored.
        const Test::ProgramRun again = Test::treatybook({u"import"_s, book, csv, u"--map"_s, map()});
        QVERIFY2(again.out.contains("Unchanged: 400."), again.out);
        QVERIFY(backups(book).isEmpty());
    }

    void anImportIsOneStepAndBackedUpBefore()
    {
        const QString book = path(u"sample.treatybook"_s);
        QCOMPARE(Test::treatybook({u"sample"_s, book}).status, 0);
        const qsizetype before = records(book);
        const Test::ProgramRun run =
            Test::treatybook({u"import"_s, book, write(u"two.csv"_s, "Title,Signed\nA,2004\nB,2005\n")});
        QVERIFY2(run.status == 0, run.err);
        QCOMPARE(backups(book).size(), 1);
        QVERIFY2(backups(book).first().contains(u"import"_s), qPrintable(backups(book).first()));
        const auto session = Test::openSession(book);
        QCOMPARE(session->store().count(), before + 2);
        QVERIFY(session->undoText().contains(u"two.csv"_s));
        QVERIFY(Test::await(session->undo()));
        QCOMPARE(session->store().count(), before);
    }

    void aDryRunChangesNothing()
    {
        const QString book = newBook();
        const QByteArray before = Test::bytesOf(book);
        const QString rejects = path(u"dry rejects.csv"_s);
        const Test::ProgramRun run =
            Test::treatybook({u"import"_s, book, write(u"dry.csv"_s, "Title,Nature\nA,treaty\nB,treety\n"),
                              u"--dry-run"_s, u"--rejects"_s, rejects});
        QVERIFY2(run.status == 0, run.err);
        QVERIFY2(run.out.contains("Added: 1.") && run.out.contains("dry run"), run.out);
        QVERIFY2(run.out.contains("Title → title"), run.out);
        QVERIFY2(run.out.contains("3\tNature\ttreety\t"), run.out);
        QCOMPARE(Test::bytesOf(book), before);
        QVERIFY(Test::bytesOf(rejects).contains("B,treety,"));
    }

    void goodRowsGoInAndBadOnesAreKept()
    {
        const QString book = newBook(), rejects = path(u"rejects.csv"_s);
        const Test::ProgramRun run = Test::treatybook(
            {u"import"_s, book, write(u"mixed.csv"_s, "Title,Nature\nA,treaty\nB,treety\n,\n,treaty\n"), u"--rejects"_s,
             rejects});
        QCOMPARE(run.status, 0);
        QVERIFY2(run.err.contains("Row 3, column “Nature”"), run.err);
        QVERIFY2(run.err.contains("Rows that did not go in: 2"), run.err);
        QCOMPARE(records(book), 1);
        const auto rows = Test::csvRows(Test::bytesOf(rejects));
        QCOMPARE(rows.size(), 3);
        QCOMPARE(rows.first(), (QStringList{u"Title"_s, u"Nature"_s, u"import_reason"_s}));
        QVERIFY(rows.at(1).at(2).contains(u"treety"_s));

        // All go in: the file of before does not look like what stayed out now, and where there was none none is made.
        const QString good = write(u"good.csv"_s, "Title,Nature\nC,treaty\n"), unmade = path(u"unmade.csv"_s);
        QCOMPARE(Test::treatybook({u"import"_s, newBook(), good, u"--rejects"_s, rejects}).status, 0);
        QCOMPARE(Test::csvRows(Test::bytesOf(rejects)), QList<QStringList>{rows.first()});
        QCOMPARE(Test::treatybook({u"import"_s, newBook(), good, u"--rejects"_s, unmade}).status, 0);
        QVERIFY(!QFile::exists(unmade));

        const Test::ProgramRun none =
            Test::treatybook({u"import"_s, book, write(u"bad.csv"_s, "Title,Nature\nB,treety\n")});
        QCOMPARE(none.status, 1);
        QVERIFY2(none.err.contains("No row could be imported"), none.err);
        QCOMPARE(records(book), 1);
    }

    void standardInputIsRead()
    {
        const QString book = newBook();
        const Test::ProgramRun run =
            Test::treatybook({u"import"_s, book, u"-"_s, u"--delimiter"_s, u";"_s, u"--date-order"_s, u"mdy"_s},
                             "Title;Signed\nA;05/04/2004\n");
        QVERIFY2(run.status == 0, run.err);
        const auto session = Test::openSession(book);
        QCOMPARE(session->store().record(0)->date.text(), u"2004-05-04"_s);
    }

    void refuses_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("named");
        const QString book = newBook();
        const QString link = path(u"link.csv"_s);
        QVERIFY(::link(QFile::encodeName(book).constData(), QFile::encodeName(link).constData()) == 0);
        const QString csv = write(u"good.csv"_s, "Title,Date\nA,2004\n");
        const QString unknownKey = write(u"key.json"_s, R"({"columns": {"Title": "titles_"}})");
        const QString unknownHeader = write(u"header.json"_s, R"({"columns": {"Titl": "title"}})");
        QTest::newRow("the book as the table") << QStringList{book, book} << 1 << QByteArray("the book itself");
        QTest::newRow("the book under another name") << QStringList{book, link} << 1 << QByteArray("the book itself");
        QTest::newRow("the book as the map") << QStringList{book, csv, u"--map"_s, book} << 1 << QByteArray("the book itself");
        QTest::newRow("the book as the rejects") << QStringList{book, csv, u"--rejects"_s, link} << 1 << QByteArray("the book itself");
        QTest::newRow("the table as the rejects") << QStringList{book, csv, u"--rejects"_s, csv} << 1 << QByteArray("overwrite");
        QTest::newRow("no such table") << QStringList{book, path(u"none.csv"_s)} << 1 << QByteArray("none.csv");
        QTest::newRow("no such map") << QStringList{book, csv, u"--map"_s, path(u"none.json"_s)} << 1 << QByteArray("none.json");
        QTest::newRow("no such book") << QStringList{path(u"none.treatybook"_s), csv} << 1 << QByteArray("none.treatybook");
        QTest::newRow("a folder") << QStringList{book, m_dir.path()} << 1 << QByteArray("no file");
        QTest::newRow("a map with an unknown key") << QStringList{book, csv, u"--map"_s, unknownKey} << 1 << QByteArray("did you mean “titles”");
        QTest::newRow("a map with an unknown header") << QStringList{book, csv, u"--map"_s, unknownHeader} << 1 << QByteArray("did you mean “Title”");
        QTest::newRow("a map that is none") << QStringList{book, csv, u"--map"_s, csv} << 1 << QByteArray("JSON");
        QTest::newRow("quote never closed") << QStringList{book, write(u"quote.csv"_s, "Title\nA\n\"B\nC\n")} << 1 << QByteArray("Row 3, column 1");
        QTest::newRow("rejects without a folder") << QStringList{book, write(u"b.csv"_s, "Title,Nature\nA,x\nB,treaty\n"), u"--rejects"_s,
                                                                path(u"none/r.csv"_s)} << 1 << QByteArray("none");
        QTest::newRow("no table") << QStringList{book} << 2 << QByteArray("DATA.csv");
        QTest::newRow("two tables") << QStringList{book, csv, csv} << 2 << QByteArray("DATA.csv");
        QTest::newRow("date order") << QStringList{book, csv, u"--date-order"_s, u"dym"_s} << 2 << QByteArray("dmy");
        QTest::newRow("delimiter") << QStringList{book, csv, u"--delimiter"_s, u"ab"_s} << 2 << QByteArray("one character");
        QTest::newRow("unknown option") << QStringList{book, csv, u"--rejcts"_s} << 2 << QByteArray("rejcts");
    }
    void refuses()
    {
        QFETCH(QStringList, arguments);
        QFETCH(int, status);
        QFETCH(QByteArray, named);
        const QByteArray before = Test::bytesOf(arguments.first());
        const Test::ProgramRun run = Test::treatybook(QStringList{u"import"_s} + arguments);
        QCOMPARE(run.status, status);
        QVERIFY2(run.err.contains(named), run.err);
        QCOMPARE(run.err.count('\n'), 1);
        QVERIFY(!run.err.contains("Nothing was changed: "));
        QCOMPARE(Test::bytesOf(arguments.first()), before);
    }

    void aBookThatIsOpenElsewhereIsLeftAlone()
    {
        const QString book = newBook();
        const auto session = Test::openSession(book);
        const Test::ProgramRun run = Test::treatybook({u"import"_s, book, write(u"one.csv"_s, "Title\nA\n")});
        QCOMPARE(run.status, 1);
        QCOMPARE(session->store().count(), 0);
    }

    /// 100 MB in one cell are refused at its place, without being held in memory.
    void aGreatCellTakesLittleMemory()
    {
        // Written in pieces, since what this process once needed counts for those that it starts.
        const QString csv = write(u"great.csv"_s, "Title,Notes\nA,\"");
        QFile file(csv);
        QVERIFY(file.open(QIODevice::Append));
        for (int i = 0; i < 100; ++i)
            file.write(QByteArray(1024 * 1024, 'x'));
        file.write("\"\n");
        file.close();
        rusage before{}, after{};
        getrusage(RUSAGE_CHILDREN, &before);
        const Test::ProgramRun run = Test::treatybook({u"import"_s, newBook(), csv});
        getrusage(RUSAGE_CHILDREN, &after);
        QCOMPARE(run.status, 1);
        QVERIFY2(run.err.contains("Row 2, column 2") && run.err.contains("16 MB"), run.err);
#ifdef __SANITIZE_ADDRESS__
        constexpr long Room = 200 * 1024; // kilobytes; what was freed is kept for a while
#else
        constexpr long Room = 80 * 1024;
#endif
        QVERIFY2(after.ru_maxrss < before.ru_maxrss + Room, QByteArray::number(qint64(after.ru_maxrss)));
        QFile::remove(csv);
    }
};

TREATYBOOK_TEST(TstImport)
#include "tst_import.moc"
