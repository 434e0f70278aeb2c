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

    void readsHowATimelineIsDrawn()
    {
        const auto command = parse(u"export b --to x.png --group-by participant --colour-by nature --from 2014 "
                                   "--until 2016-02 --width 2000 --scale 1.5"_s);
        QVERIFY2(command, command ? "" : qPrintable(command.error().message));
        QVERIFY(command->timeline);
        QVERIFY(command->drawing.choices.groupBy == GroupBy::Participant);
        QVERIFY(command->drawing.inGroups);
        QVERIFY(command->drawing.choices.colourBy == ColourBy::Nature);
        QCOMPARE(dayText(command->drawing.window.earliest), u"2014-01-01"_s);
        QCOMPARE(dayText(command->drawing.window.latest), u"2016-02-29"_s);
        QCOMPARE(command->drawing.size.width, 2000.0);
        QCOMPARE(command->drawing.size.scale, 1.5);

        const auto day = parse(u"export b --to x.pdf --layout timeline --from 2021-09-18 --until 2021-09-18"_s);
        QVERIFY(day && day->timeline);
        QVERIFY(!day->drawing.inGroups);
        QCOMPARE(day->drawing.window.earliest, day->drawing.window.latest);
        QVERIFY(!parse(u"export b --to x.pdf"_s)->timeline);
        QVERIFY(parse(u"export b --to x.png"_s)->timeline);
        QCOMPARE(parse(u"export b --to x.png"_s)->drawing.window, DayRange());
        for (const GroupByInfo &info : groupByTable())
            QVERIFY(parse(u"export b --to x.png --group-by "_s + QLatin1StringView(info.key)));
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
        QTest::newRow("no timeline as CSV") << u"export a --to x.csv --layout timeline"_s << u"list"_s;
        QTest::newRow("unknown layout") << u"export a --to x.pdf --layout poster"_s << u"poster"_s;
        QTest::newRow("groups of a list") << u"export a --to x.pdf --group-by kind"_s << u"--group-by"_s;
        QTest::newRow("unknown groups") << u"export a --to x.png --group-by size"_s
                                        << u"subject, subjects, kind, nature, participant, status or family"_s;
        QTest::newRow("unknown colours") << u"export a --to x.png --colour-by red"_s
                                         << u"status, nature, subject or kind"_s;
        QTest::newRow("no day to begin") << u"export a --to x.png --from 2014-13"_s << u"2014-13"_s;
        QTest::newRow("interval to begin") << u"export a --to x.png --from 2014/2016"_s << u"2014/2016"_s;
        QTest::newRow("vague end") << u"export a --to x.png --until 201X"_s << u"201X"_s;
        QTest::newRow("backwards") << u"export a --to x.png --from 2016-01-01 --until 2015"_s << u"after"_s;
        QTest::newRow("too narrow") << u"export a --to x.png --width 10"_s << u"320"_s;
        QTest::newRow("too wide") << u"export a --to x.png --width 1e9"_s << u"16000"_s;
        QTest::newRow("no number") << u"export a --to x.png --scale nan"_s << u"--scale"_s;
        QTest::newRow("size of a PDF") << u"export a --to x.pdf --layout timeline --width 900"_s << u"PNG"_s;
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
