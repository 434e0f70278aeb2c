#include "exchange/pdflist.h"

#include "support/book.h"
#include "support/pdftools.h"
#include "support/records.h"
#include "support/testregistry.h"

#include <QFile>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace Treatybook;
using namespace Qt::StringLiterals;

class TstPdfList : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY2(!QStandardPaths::findExecutable(u"pdftotext"_s).isEmpty(), "pdftotext (package poppler-utils) is needed");
    }

    void holdsEveryTitleOfTheSample()
    {
        QTemporaryDir dir;
        const auto sample = sampleRecords();
        QVERIFY(sample);
        const auto session = Test::newBook(dir.filePath(u"a.treatybook"_s), sample->records);
        ReportInput input = Test::everything(*session, listFields(), *parseDay(u"2021-10-01"));
        input.title = u"Viet Nam – Cuba"_s;
        input.filterWords = u"“everything”"_s;
        const QString path = dir.filePath(u"list.pdf"_s);
        const auto exported = exportPdfList(input, path);
        QVERIFY2(exported, exported ? "" : qPrintable(exported.error().message));

        const QString text = Test::readWith(u"pdftotext"_s, {u"-layout"_s, path, u"-"_s});
        const QStringList pages = text.split(u'\f', Qt::SkipEmptyParts);
        QVERIFY(pages.size() >= 2);
        for (qsizetype i = 0; i < pages.size(); ++i) {
            QVERIFY2(pages.at(i).contains(u"page %1 of %2"_s.arg(i + 1).arg(pages.size())), qPrintable(pages.at(i)));
            QVERIFY(pages.at(i).contains(u"Viet Nam – Cuba"_s));
            QVERIFY(pages.at(i).contains(u"Participants"_s));
            QVERIFY(pages.at(i).contains(u"“everything”"_s));
            QVERIFY(pages.at(i).contains(u"2021"_s));
        }
        const QString raw = Test::squeezed(Test::readWith(u"pdftotext"_s, {u"-raw"_s, path, u"-"_s}));
        for (const Agreement &record : sample->records) {
            for (const QString &word : record->title.toString().split(u' '))
                QVERIFY2(raw.contains(Test::squeezed(word)), qPrintable(record->title.toString()));
        }
        const QStringList fonts = Test::readWith(u"pdffonts"_s, {path}).split(u'\n', Qt::SkipEmptyParts);
        QVERIFY(fonts.size() > 2);
        for (const QString &font : fonts.mid(2))
            QVERIFY2(font.contains(QRegularExpression(u"\\syes\\s+(yes|no)\\s+(yes|no)\\s"_s)), qPrintable(font));
    }

    void aLongFilterHasRoom()
    {
        QTemporaryDir dir;
        const auto session = Test::newBook(dir.filePath(u"a.treatybook"_s), {Test::titled(u"First of all"_s)});
        ReportInput input = Test::everything(*session, listFields(), *parseDay(u"2021-10-01"));
        const auto pageOf = [&](int words) {
            QStringList filter;
            for (int i = 1; i <= words; ++i)
                filter.append(u"condition%1"_s.arg(i));
            input.filterWords = filter.join(u", "_s);
            const QString path = dir.filePath(u"list.pdf"_s);
            return exportPdfList(input, path)
                       ? Test::readWith(u"pdftotext"_s, {u"-layout"_s, u"-l"_s, u"1"_s, path, u"-"_s})
                       : QString();
        };
        const QString whole = pageOf(90); // six lines
        const qsizetype last = whole.indexOf(u"condition90"_s), table = whole.indexOf(u"Participants"_s);
        QVERIFY2(last > 0 && last < table, qPrintable(whole));
        const QString cut = pageOf(2000); // pages of it
        QVERIFY(!cut.contains(u"condition2000"_s) && cut.contains(u"…"_s));
        QVERIFY2(cut.contains(u"Participants"_s) && cut.contains(u"First of all"_s), qPrintable(cut));
    }

    void wrapsInsteadOfCutting()
    {
        QTemporaryDir dir;
        Agreement record(QUuid::createUuid());
        QStringList words;
        for (int i = 0; i < 3000; ++i)
            words.append(u"word%1"_s.arg(i));
        record.edit().title = words.join(u' ');
        const auto session = Test::newBook(dir.filePath(u"a.treatybook"_s), {record});
        const QString path = dir.filePath(u"long.pdf"_s);
        QVERIFY(exportPdfList(Test::everything(*session, listFields(), 2459000), path));
        const QString text = Test::readWith(u"pdftotext"_s, {u"-raw"_s, path, u"-"_s});
        for (const QString &word : words)
            QVERIFY2(text.contains(word), qPrintable(word));
        QVERIFY(text.count(u'\f') > 1);
    }

    void saysSoWhenNothingMatches()
    {
        QTemporaryDir dir;
        const auto session = Test::newBook(dir.filePath(u"a.treatybook"_s), {});
        const QString path = dir.filePath(u"none.pdf"_s);
        QVERIFY(exportPdfList(Test::everything(*session, listFields(), 2459000), path));
        QVERIFY(Test::readWith(u"pdftotext"_s, {path, u"-"_s}).contains(u"No record matches."_s));
    }

    void keepsTheOldFileWhenTheFolderRefuses()
    {
        QTemporaryDir dir;
        const auto session = Test::newBook(dir.filePath(u"a.treatybook"_s), {});
        const auto exported = exportPdfList(Test::everything(*session, listFields(), 2459000), dir.filePath(u"no/such/x.pdf"_s));
        QVERIFY(!exported);
        QVERIFY(exported.error().kind == ErrorKind::Missing);
    }
};

TREATYBOOK_TEST(TstPdfList)
#include "tst_pdflist.moc"
