#include "support/testregistry.h"
#include "tests/app/program.h"

#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace Treatybook;
using namespace Qt::StringLiterals;

/// Questions to the sample, asked of the program itself; the answers were counted by hand from the documents.
class TstQueries : public QObject
{
    Q_OBJECT

    QStringList titles(const QString &query, const QString &asOf) const
    {
        const Test::ProgramRun run =
            Test::treatybook({u"list"_s, m_book, u"--fields"_s, u"title"_s, u"--query"_s, query, u"--as-of"_s, asOf});
        if (run.status != 0)
            return {run.complaint()};
        return run.text().split(u'\n', Qt::SkipEmptyParts);
    }

    QTemporaryDir m_folder;
    QString m_book;

private Q_SLOTS:
    void initTestCase()
    {
        m_book = m_folder.filePath(u"sample.treatybook"_s);
        QCOMPARE(Test::treatybook({u"sample"_s, m_book}).status, 0);
    }

    void answersAsCountedByHand_data()
    {
        QTest::addColumn<QString>("asOf");
        QTest::addColumn<int>("count");
        QTest::addColumn<QString>("one"); ///< a title among them
        const auto row = [](const QString &query, const char *asOf, int count, const QString &one) {
            QTest::addRow("%s on %s", qPrintable(query), asOf) << QString::fromLatin1(asOf) << count << one;
        };
        row(u"party:cuba is:in-force"_s, "2015-06-01", 1, u"Defence cooperation plan 2014–2016"_s);
        row(u"party:cuba is:in-force"_s, "2021-10-01", 3, u"Defence cooperation plan 2020–2022"_s);
        row(u"defence term:2018"_s, "2021-10-01", 1, u"Defence cooperation plan 2017–2019"_s);
        row(u"defense"_s, "2021-10-01", 30, u"Agreement on developing defence cooperation"_s);
        row(u"defence"_s, "2021-10-01", 30, u"Agreement on developing defence cooperation"_s);
        row(u"Vietnam"_s, "2021-10-01", 38, {});
        row(u"\"y te\""_s, "2021-10-01", 13, u"Cooperation on the health of officers of the two militaries"_s);
        row(u"diaz"_s, "2021-10-01", 3, u"José Martí Order for the Vietnamese President"_s);
        row(u"status:expired"_s, "2022-06-01", 2, u"Defence cooperation plan 2014–2016"_s);
        row(u"status:expired -kind:plan"_s, "2022-06-01", 0, {});
        row(u"is:expiring"_s, "2022-06-01", 1, u"Defence cooperation plan 2020–2022"_s);
        row(u"is:expiring<90"_s, "2022-06-01", 0, {});
        row(u"quantity>=1000000"_s, "2022-06-01", 1, u"Purchase of Cuba's COVID-19 vaccine by Viet Nam"_s);
        row(u"quantity>=\"1000000 doses\""_s, "2022-06-01", 1, {});
        row(u"quantity>=\"1000000 tonnes\""_s, "2022-06-01", 0, {});
        row(u"bound:VN"_s, "2022-06-01", 2, u"Trade agreement between Viet Nam and Cuba"_s);
        row(u"became:in-effect:2020-12-31..2021-10-01"_s, "2022-06-01", 1, u"Defence cooperation plan 2020–2022"_s);
    }
    void answersAsCountedByHand()
    {
        QFETCH(QString, asOf);
        QFETCH(int, count);
        QFETCH(QString, one);
        const QString query = QString::fromUtf8(QTest::currentDataTag()).section(u" on "_s, 0, 0);
        const QStringList found = titles(query, asOf);
        QVERIFY2(found.size() == count, qPrintable(QString::number(found.size()) + u'\n' + found.join(u'\n')));
        QVERIFY2(one.isEmpty() || found.contains(one), qPrintable(found.join(u'\n')));
    }

    /// Real titles, places and participants; what is right, a script says that knows nothing of the program.
    void agreesWithAScriptOnRealTreaties()
    {
        const QString table = QFINDTESTDATA("data/uk-excerpt.csv");
        const QString book = m_folder.filePath(u"uk.treatybook"_s), map = m_folder.filePath(u"map.json"_s);
        QFile file(map);
        QVERIFY(file.open(QFile::WriteOnly));
        file.write(R"({"columns": {"id": "reference", "title": "title", "subject": "subjects",
                       "country_name": "participants", "signed_event_date": "date", "signed_event_location": "place"},
                       "date_order": "dmy", "list_separator": ";"})");
        file.close();
        QCOMPARE(Test::treatybook({u"new"_s, book}).status, 0);
        const Test::ProgramRun import = Test::treatybook({u"import"_s, book, table, u"--map"_s, map});
        QVERIFY2(import.status == 0, qPrintable(import.complaint()));

        QProcess script;
        script.start(u"python3"_s, {QFINDTESTDATA("../support/uk_queries.py"), table});
        QVERIFY2(script.waitForFinished(60000) && script.exitCode() == 0, script.readAllStandardError());
        const QStringList answers = QString::fromUtf8(script.readAllStandardOutput()).split(u'\n', Qt::SkipEmptyParts);
        QCOMPARE(answers.size(), 7);
        for (const QString &answer : answers) {
            const QString query = answer.section(u'\t', 0, 0), expected = answer.section(u'\t', 1);
            QVERIFY2(!expected.isEmpty(), qPrintable(query)); // the excerpt has some of each
            const Test::ProgramRun run = Test::treatybook(
                {u"list"_s, book, u"--fields"_s, u"reference"_s, u"--sort"_s, u"reference"_s, u"--query"_s, query});
            QVERIFY2(run.text().split(u'\n', Qt::SkipEmptyParts).join(u' ') == expected,
                     qPrintable(query + u'\n' + run.text() + run.complaint() + expected));
        }
    }

    void sortsAsAsked()
    {
        const QStringList up = titles(u"kind:cooperation-plan term:2014..2022 sort:title"_s, u"2021-10-01"_s);
        QCOMPARE(up.size(), 3);
        QVERIFY(std::is_sorted(up.begin(), up.end()));
        QStringList down = titles(u"kind:cooperation-plan term:2014..2022 sort:-title"_s, u"2021-10-01"_s);
        std::reverse(down.begin(), down.end());
        QCOMPARE(down, up);
    }

    void looksThroughASavedView()
    {
        const auto list = [this](const QStringList &options) {
            const Test::ProgramRun run =
                Test::treatybook(QStringList{u"list"_s, m_book, u"--fields"_s, u"title"_s} + options);
            return run.status == 0 ? run.text().split(u'\n', Qt::SkipEmptyParts) : QStringList(run.complaint());
        };
        QCOMPARE(list({u"--view"_s, u"Agreements and acts"_s}).size(), 22);
        QCOMPARE(list({u"--view"_s, u"everything"_s}).size(), 38);
        const QString day = u"2021-10-01"_s;
        QCOMPARE(list({u"--view"_s, u"In force on the day"_s, u"--as-of"_s, day}),
                 list({u"--query"_s, u"is:in-force"_s, u"--as-of"_s, day}));
        // Both must hold.
        QCOMPARE(list({u"--view"_s, u"In force on the day"_s, u"--query"_s, u"title:trade OR title:plan"_s,
                       u"--as-of"_s, day})
                     .size(),
                 2);
        const Test::ProgramRun unknown = Test::treatybook({u"list"_s, m_book, u"--view"_s, u"Nothing"_s});
        QCOMPARE(unknown.status, 1);
        QVERIFY2(unknown.complaint().contains(u"“To verify”"_s), qPrintable(unknown.complaint()));
    }

    /// A treaty of three, from which one withdrew.
    void answersForOneSide()
    {
        const QString table = m_folder.filePath(u"league.csv"_s), book = m_folder.filePath(u"league.treatybook"_s);
        QFile file(table);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("title,nature,kind,in_force,participants,actions\n"
                   "League,treaty,agreement,1992-01-01,1|Viet Nam|VN||side; 2|Cuba|CU||side; 3|Laos|LA||side,"
                   "4|denunciation|2000-01-01|2001-01-01||1\n");
        file.close();
        QCOMPARE(Test::treatybook({u"new"_s, book}).status, 0);
        const Test::ProgramRun import = Test::treatybook({u"import"_s, book, table});
        QVERIFY2(import.status == 0, qPrintable(import.complaint()));
        const auto list = [&](const QStringList &options) {
            const Test::ProgramRun run =
                Test::treatybook(QStringList{u"list"_s, book, u"--fields"_s, u"status"_s} + options);
            return run.status == 0 ? run.text().trimmed() : run.complaint();
        };
        QCOMPARE(list({}), u"In force"_s);
        QCOMPARE(list({u"--side"_s, u"vietnam"_s}), u"Terminated"_s);
        QCOMPARE(list({u"--side"_s, u"VN"_s, u"--as-of"_s, u"2000-12-31"_s}), u"In force"_s);
        QCOMPARE(list({u"--side"_s, u"VN"_s, u"--query"_s, u"is:in-force"_s}), QString());
        QCOMPARE(list({u"--side"_s, u"CU"_s, u"--query"_s, u"is:in-force"_s}), u"In force"_s);
        const Test::ProgramRun nobody = Test::treatybook({u"list"_s, book, u"--side"_s, u"France"_s});
        QCOMPARE(nobody.status, 1);
        QVERIFY2(nobody.complaint().contains(u"No participant of the book is called “France”."_s),
                 qPrintable(nobody.complaint()));
        const QString pdf = m_folder.filePath(u"league.pdf"_s);
        QCOMPARE(Test::treatybook({u"export"_s, book, u"--to"_s, pdf, u"--side"_s, u"VN"_s}).status, 0);
        QProcess text;
        text.start(u"pdftotext"_s, {pdf, u"-"_s});
        QVERIFY(text.waitForFinished(30000));
        QVERIFY(QString::fromUtf8(text.readAllStandardOutput()).contains(u"for Viet Nam"_s));
    }

    void saysWhatComesNext()
    {
        const auto next = [this](const QStringList &options) {
            const Test::ProgramRun run = Test::treatybook(QStringList{u"upcoming"_s, m_book} + options);
            return run.status == 0 ? run.text() : run.complaint();
        };
        const QString plan = u"2022-12-31\tTerm ends 31 December 2022\tDefence cooperation plan 2020–2022\n"_s;
        QCOMPARE(next({u"--as-of"_s, u"2022-06-01"_s}), plan);
        QCOMPARE(next({u"--as-of"_s, u"2022-06-01"_s, u"--days"_s, u"213"_s}), plan);
        QCOMPARE(next({u"--as-of"_s, u"2022-06-01"_s, u"--days"_s, u"212"_s}), QString());
        QCOMPARE(next({u"--as-of"_s, u"2022-06-01"_s, u"--query"_s, u"-kind:plan"_s}), QString());
        for (const QStringList &wrong : {QStringList{u"--days"_s, u"many"_s}, QStringList{u"--days"_s, u"-1"_s},
                                         QStringList{u"--fields"_s, u"title"_s}})
            QCOMPARE(Test::treatybook(QStringList{u"upcoming"_s, m_book} + wrong).status, 2);
    }

    /// Counted by hand: what the visit of September 2021 brought about.
    void saysWhatChanged()
    {
        const Test::ProgramRun run =
            Test::treatybook({u"changes"_s, m_book, u"--since"_s, u"2020-12-31"_s, u"--as-of"_s, u"2021-10-01"_s});
        QVERIFY2(run.status == 0, qPrintable(run.complaint()));
        const QStringList rows = run.text().split(u'\n', Qt::SkipEmptyParts);
        QStringList changes;
        for (const QString &row : rows)
            changes.append(row.section(u'\t', 2, 2));
        QCOMPARE(changes,
                 (QStringList{u"Not yet → Agreed"_s, u"Not yet → Being performed"_s, u"Not yet → Signed"_s,
                              u"Not yet → Announced"_s, u"Not yet → Presented"_s, u"Under negotiation → In effect"_s,
                              u"Not yet → Issued"_s, u"Not yet → Delivered"_s}));
        QCOMPARE(rows.at(5), u"20 September 2021\tDefence cooperation plan 2020–2022\tUnder negotiation → In effect\t"
                             "In effect: signed 20 September 2021, term 2020/2022 not over"_s);
        QCOMPARE(Test::treatybook({u"changes"_s, m_book, u"--since"_s, u"2020"_s}).status, 2);
        // Without a day it is a year.
        QVERIFY(Test::treatybook({u"changes"_s, m_book, u"--as-of"_s, u"2023-06-01"_s})
                    .text()
                    .contains(u"In effect → Expired"_s));
    }

    void saysWhatIsWrongWithRecords()
    {
        const Test::ProgramRun sample = Test::treatybook({u"problems"_s, m_book});
        QCOMPARE(sample.status, 0); // no errors
        QCOMPARE(sample.text().count(u"Warning\t"_s), 2);
        QCOMPARE(sample.text().count(u"Hint\t"_s), 3);
        QVERIFY(sample.text().startsWith(u"Warning\t"_s)); // the gravest first
        QCOMPARE(Test::treatybook({u"problems"_s, m_book, u"--query"_s, u"kind:donation"_s}).text().count(u'\n'), 1);

        const QString book = m_folder.filePath(u"errors.treatybook"_s), table = m_folder.filePath(u"errors.csv"_s);
        QFile file(table);
        QVERIFY(file.open(QFile::WriteOnly));
        file.write("title,term\nBackwards,2016/2014\nRight,2014/2016\n");
        file.close();
        QCOMPARE(Test::treatybook({u"new"_s, book}).status, 0);
        QCOMPARE(Test::treatybook({u"import"_s, book, table}).status, 0);
        const Test::ProgramRun run = Test::treatybook({u"problems"_s, book, u"--query"_s, u"title:backwards"_s});
        QVERIFY2(run.text().contains(u"Backwards\tTerm\t"_s), qPrintable(run.text() + run.complaint()));
        QVERIFY(run.text().startsWith(u"Error\t"_s));
        QCOMPARE(run.status, 1);
        QCOMPARE(Test::treatybook({u"problems"_s, book, u"--query"_s, u"title:right"_s}).status, 0);
    }

    void aMistakeIsWrongUsageWithACaret()
    {
        const Test::ProgramRun run = Test::treatybook({u"list"_s, m_book, u"--query"_s, u"defence signed:20x1 plan"_s});
        QCOMPARE(run.status, 2);
        QCOMPARE(run.text(), QString());
        const QStringList lines = run.complaint().split(u'\n');
        QVERIFY2(lines.size() >= 3 && lines.first().contains(u"“20x1” is no date"_s), qPrintable(run.complaint()));
        QCOMPARE(lines.at(1), u"defence signed:20x1 plan"_s);
        QCOMPARE(lines.at(2), u"        ^"_s);
        for (const QString &mistake : {u"\"open"_s, u"(a"_s, u"colour:red"_s, u"a OR"_s, u"sort:colour"_s})
            QCOMPARE(Test::treatybook({u"export"_s, m_book, u"--to"_s, u"-"_s, u"--query"_s, mistake}).status, 2);
        QVERIFY(Test::treatybook({u"list"_s, m_book, u"--query"_s, u"help"_s}).text().contains(u"signed:2014..2018"_s));
    }
};

TREATYBOOK_TEST(TstQueries)
#include "tst_queries.moc"
