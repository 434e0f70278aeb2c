#include "app/commandline.h"

#include "support/testregistry.h"

#include <QTest>

using namespace Treatybook;
using namespace Qt::StringLiterals;

static Result<CommandLine> parse(const QString &line)
{
    return parseCommandLine(u"treatybook %1"_s.arg(line).split(u' ', Qt::SkipEmptyParts));
}

class TstCommandLine : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void understands_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<CommandLine::Verb>("verb");
        QTest::addColumn<QString>("file");
        QTest::newRow("window") << u""_s << CommandLine::Verb::Window << QString();
        QTest::newRow("window with a book") << u"a.treatybook"_s << CommandLine::Verb::Window << u"a.treatybook"_s;
        QTest::newRow("new") << u"new a"_s << CommandLine::Verb::New << u"a"_s;
        QTest::newRow("sample") << u"sample a"_s << CommandLine::Verb::Sample << u"a"_s;
        QTest::newRow("list") << u"list a"_s << CommandLine::Verb::List << u"a"_s;
        QTest::newRow("export") << u"export a --to x.CSV"_s << CommandLine::Verb::Export << u"a"_s;
        QTest::newRow("import") << u"import a data.csv --map m.json --dry-run"_s << CommandLine::Verb::Import << u"a"_s;
        QTest::newRow("help") << u"--help"_s << CommandLine::Verb::Help << QString();
        QTest::newRow("help of a verb") << u"list --help"_s << CommandLine::Verb::Help << QString();
        QTest::newRow("version") << u"--version"_s << CommandLine::Verb::Version << QString();
    }
    void understands()
    {
        QFETCH(QString, line);
        const auto command = parse(line);
        QVERIFY2(command, command ? "" : qPrintable(command.error().message));
        QTEST(command->verb, "verb");
        QTEST(command->file, "file");
    }

    void readsChoices()
    {
        const auto command = parse(
            u"export b --to x.pdf --query a --as-of 2021-10-01 --fields title,signed,party --sort signed,-title"_s);
        QVERIFY2(command, command ? "" : qPrintable(command.error().message));
        QCOMPARE(command->query.text(), u"a"_s);
        QCOMPARE(dayText(command->asOf), u"2021-10-01"_s);
        QCOMPARE(command->fields, (QList<Field>{Field::Title, Field::Date, Field::Participants}));
        QCOMPARE(command->sort, (QList<SortKey>{{Field::Date}, {Field::Title, Qt::DescendingOrder}}));
        QVERIFY(command->format == CommandLine::Format::Pdf);
        QVERIFY(command->needsGui());
        QVERIFY(!parse(u"export b --to -"_s)->needsGui());
    }

    void refusesWithOneLine_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<QString>("named");
        QTest::newRow("unknown option") << u"list a --colour"_s << u"colour"_s;
        QTest::newRow("no file") << u"list"_s << u"FILE"_s;
        QTest::newRow("two files") << u"list a b"_s << u"2"_s;
        QTest::newRow("two words") << u"liste a"_s << u"liste"_s;
        QTest::newRow("no day") << u"list a --as-of 2021"_s << u"2021"_s;
        QTest::newRow("impossible day") << u"list a --as-of 2021-02-30"_s << u"2021-02-30"_s;
        QTest::newRow("unknown field") << u"list a --fields title,colour"_s << u"colour"_s;
        QTest::newRow("unknown sort") << u"list a --sort -colour"_s << u"colour"_s;
        QTest::newRow("no target") << u"export a"_s << u"--to"_s;
        QTest::newRow("unknown ending") << u"export a --to x.doc"_s << u"x.doc"_s;
        QTest::newRow("layout does not fit") << u"export a --to x.png --layout list"_s << u"timeline"_s;
    }
    void refusesWithOneLine()
    {
        QFETCH(QString, line);
        QFETCH(QString, named);
        const auto command = parse(line);
        QVERIFY(!command);
        QVERIFY2(command.error().message.contains(named), qPrintable(command.error().message));
        QVERIFY(!command.error().message.contains(u'\n'));
    }
};

TREATYBOOK_TEST(TstCommandLine)
#include "tst_commandline.moc"
