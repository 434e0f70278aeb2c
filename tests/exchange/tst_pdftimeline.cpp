#include "exchange/pdftimeline.h"

#include "support/book.h"
#include "support/files.h"
#include "support/pdftools.h"
#include "support/testregistry.h"

#include <QFile>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace Treatybook;
using namespace Qt::StringLiterals;

namespace {

/// The text of each page.
QStringList pagesOf(const QString &path)
{
    return Test::readWith(u"pdftotext"_s, {u"-layout"_s, path, u"-"_s}).split(u'\f', Qt::SkipEmptyParts);
}

QList<Agreement> manyRecords(int count)
{
    QList<Agreement> records;
    const QStringList subjects{u"health"_s, u"trade"_s, u"defence"_s};
    for (int i = 0; i < count; ++i) {
        Agreement record(QUuid::createUuid());
        record.edit().title = u"Title%1"_s.arg(i);
        record.edit().subjects = {Text(subjects.at(i % 3))};
        record.edit().inForce = Edtf::read(u"%1-01-01"_s.arg(1950 + i % 70));
        record.edit().term = Edtf::read(u"%1-01-01/%2-12-31"_s.arg(1950 + i % 70).arg(1952 + i % 70));
        records.append(record);
    }
    return records;
}

} // namespace

class TstPdfTimeline : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY2(!QStandardPaths::findExecutable(u"pdftotext"_s).isEmpty(),
                 "pdftotext (package poppler-utils) is needed");
    }

    void holdsEveryTitleOfTheSample()
    {
        QTemporaryDir dir;
        const auto sample = sampleRecords();
        QVERIFY(sample);
        const auto session = Test::newBook(dir.filePath(u"a.treatybook"_s), sample->records);
        ReportInput input = Test::everything(*session, {}, *parseDay(u"2021-10-01"));
        input.title = u"Viet Nam – Cuba"_s;
        input.filterWords = u"“everything”"_s;
        const QString path = dir.filePath(u"timeline.pdf"_s);
        TimelineOptions options;
        options.choices.encoding = Encoding::Rows;
        const auto exported = exportPdfTimeline(input, options, path);
        QVERIFY2(exported, exported ? "" : qPrintable(exported.error().message));

        const QStringList pages = pagesOf(path);
        QCOMPARE(pages.size(), 2);
        for (qsizetype i = 0; i < pages.size(); ++i) {
            QVERIFY2(pages.at(i).contains(u"page %1 of 2"_s.arg(i + 1)), qPrintable(pages.at(i)));
            QVERIFY(pages.at(i).contains(u"Viet Nam – Cuba"_s));
            QVERIFY(pages.at(i).contains(u"“everything”"_s));
            QVERIFY(pages.at(i).contains(u"as of 1 October 2021"_s));
            QVERIFY2(pages.at(i).contains(u"2010"_s), qPrintable(pages.at(i))); // of the axis
        }
        const QString text = Test::squeezed(pages.join(u'\n'));
        for (const Agreement &record : sample->records)
            QVERIFY2(text.contains(Test::squeezed(record.label().toString())), qPrintable(record.label().toString()));
        QVERIFY(!pages.first().contains(u"signature, announcement"_s));
        QVERIFY(pages.last().contains(u"signature, announcement"_s)); // the legend
    }

    void groupsGoOnOverPages()
    {
        QTemporaryDir dir;
        const auto session = Test::newBook(dir.filePath(u"a.treatybook"_s), manyRecords(1000));
        const QString path = dir.filePath(u"timeline.pdf"_s);
        TimelineOptions options;
        options.choices.encoding = Encoding::Lanes;
        QVERIFY(exportPdfTimeline(Test::everything(*session, {}, *parseDay(u"2021-10-01")), options, path));
        const QStringList pages = pagesOf(path);
        QVERIFY(pages.size() >= 3);
        int names = 0;
        const QStringList groups{u"Health"_s, u"Trade"_s, u"Defence"_s};
        for (const QString &page : pages) {
            for (const QString &year : {u"1960"_s, u"1990"_s})
                QVERIFY2(page.contains(year), qPrintable(page));
            const auto here = std::ranges::count_if(groups, [&](const QString &name) { return page.contains(name); });
            QVERIFY2(here > 0, qPrintable(page));
            names += int(here);
        }
        QVERIFY(names > groups.size()); // some group goes on and is named again
        QVERIFY(!pages.first().contains(u"entry into force"_s));
        QVERIFY(pages.last().contains(u"entry into force"_s)); // the legend
    }

    void isOpaqueAndBringsItsFonts()
    {
        QTemporaryDir dir;
        const auto session = Test::newBook(dir.filePath(u"a.treatybook"_s), manyRecords(200));
        const QString path = dir.filePath(u"timeline.pdf"_s);
        for (const Encoding encoding : {Encoding::Rows, Encoding::Lanes, Encoding::Density}) {
            TimelineOptions options;
            options.choices.encoding = encoding;
            options.choices.collapsed = {u"trade"_s};
            QVERIFY(exportPdfTimeline(Test::everything(*session, {}, *parseDay(u"2021-10-01")), options, path));
            const QString bytes = QString::fromLatin1(Test::bytesOf(path));
            QVERIFY(bytes.contains(u"pdfaid"_s));
            static const QRegularExpression seeThrough(
                u"/ca (?!1[.0]*\\s)|/CA (?!1[.0]*\\s)|/SMask (?!/None)|/S /Transparency|/BM (?!/Normal)"_s);
            const auto match = seeThrough.match(bytes);
            QVERIFY2(!match.hasMatch(), qPrintable(match.captured()));
            const QStringList fonts = Test::readWith(u"pdffonts"_s, {path}).split(u'\n', Qt::SkipEmptyParts);
            QVERIFY(fonts.size() > 2);
            static const QRegularExpression embedded(u"\\syes\\s+(yes|no)\\s+(yes|no)\\s"_s);
            for (const QString &font : fonts.mid(2))
                QVERIFY2(font.contains(embedded), qPrintable(font));
        }
    }

    void saysSoWhenNothingMatches()
    {
        QTemporaryDir dir;
        const auto session = Test::newBook(dir.filePath(u"a.treatybook"_s), manyRecords(3));
        const QString path = dir.filePath(u"none.pdf"_s);
        ReportInput input = Test::everything(*session, {}, *parseDay(u"2021-10-01"));
        TimelineOptions options;
        options.window = {*parseDay(u"1800-01-01"), *parseDay(u"1801-01-01")};
        QVERIFY(exportPdfTimeline(input, options, path));
        QVERIFY(pagesOf(path).join(u'\n').contains(u"No record lies in these days."_s));
        input.records.clear();
        QVERIFY(exportPdfTimeline(input, {}, path));
        QVERIFY(pagesOf(path).join(u'\n').contains(u"No record matches."_s));
    }

    void keepsTheOldFileWhenTheFolderRefuses()
    {
        QTemporaryDir dir;
        const auto session = Test::newBook(dir.filePath(u"a.treatybook"_s), {});
        const auto exported =
            exportPdfTimeline(Test::everything(*session, {}, 2459000), {}, dir.filePath(u"no/such/x.pdf"_s));
        QVERIFY(!exported);
        QVERIFY(exported.error().kind == ErrorKind::Missing);
    }
};

TREATYBOOK_TEST(TstPdfTimeline)
#include "tst_pdftimeline.moc"
