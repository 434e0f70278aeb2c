#include "exchange/importlayout.h"
#include "exchange/importmap.h"
#include "exchange/importtarget.h"

#include "support/testregistry.h"

#include <QTest>

using namespace Treatybook;
using namespace Qt::StringLiterals;

class TstImportMap : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keysReachEverything_data()
    {
        QTest::addColumn<QString>("key");
        QTest::addColumn<QString>("canonical");
        QTest::newRow("field") << u"title"_s << u"title"_s;
        QTest::newRow("alias") << u"signed"_s << u"date"_s;
        QTest::newRow("list of names") << u"party"_s << u"participants"_s;
        QTest::newRow("list with a role") << u"participants.depositary"_s << u"participants.depositary"_s;
        QTest::newRow("numbered item") << u"participants.2"_s << u"participants.2.name"_s;
        QTest::newRow("numbered column") << u"participants.2.code"_s << u"participants.2.code"_s;
        QTest::newRow("action") << u"actions.termination"_s << u"actions.termination.date"_s;
        QTest::newRow("action, its effect")
            << u"actions.entry-into-force.effective_date"_s << u"actions.entry-into-force.effective"_s;
        QTest::newRow("second signature") << u"action.signature.2.place"_s << u"actions.signature.2.place"_s;
        QTest::newRow("source") << u"sources"_s << u"sources.title"_s;
        QTest::newRow("identifiers") << u"identifiers"_s << u"identifiers"_s;
        QTest::newRow("scheme with blanks and dots")
            << u"identifiers.U.N. registration"_s << u"identifiers.U.N. registration"_s;
        QTest::newRow("own field") << u"x:Series no."_s << u"x:Series no."_s;
    }
    void keysReachEverything()
    {
        QFETCH(QString, key);
        QFETCH(QString, canonical);
        const auto target = ImportTarget::parse(key);
        QVERIFY2(target, target ? "" : qPrintable(target.error().message));
        QCOMPARE(target->key(), canonical);
        QCOMPARE(*ImportTarget::parse(canonical), *target);
    }

    void everyColumnOfEveryPartHasAKey()
    {
        for (const FieldInfo &info : fieldTable()) {
            if (!info.part || info.field == Field::OwnFields || info.field == Field::Attachments)
                continue;
            const int entry = entryColumn(*info.part);
            for (size_t column = 0; column < info.part->columns.size(); ++column) {
                const ColumnInfo &own = info.part->columns[column];
                const auto target = ImportTarget::parse(info.keyText() + u'.' + own.keyText());
                QVERIFY2(target, qPrintable(own.keyText()));
                QCOMPARE(target->column, static_cast<int>(column));
                // No word is both an entry and a column, or a key would mean two things.
                if (entry >= 0 && info.part->columns[static_cast<size_t>(entry)].vocabulary)
                    QVERIFY(!info.part->columns[static_cast<size_t>(entry)].vocabulary->indexOfKey(own.keyText()) ||
                            own.keyText().isEmpty());
            }
        }
    }

    void unknownKeysAreNamed_data()
    {
        QTest::addColumn<QString>("key");
        QTest::addColumn<QString>("named");
        QTest::newRow("field") << u"titles_"_s << u"titles"_s;
        QTest::newRow("entry") << u"actions.terminaton.date"_s << u"termination"_s;
        QTest::newRow("column") << u"actions.termination.dat"_s << u"date"_s;
        QTest::newRow("role") << u"participants.king"_s << u"king"_s;
        QTest::newRow("computed") << u"status"_s << u"worked out"_s;
        QTest::newRow("attachments") << u"attachments"_s << u"attachments"_s;
        QTest::newRow("own fields as a whole") << u"own_fields"_s << u"x:"_s;
        QTest::newRow("own field without a name") << u"x: "_s << u"x:"_s;
        QTest::newRow("scalar with a part") << u"title.name"_s << u"one value"_s;
        QTest::newRow("relation without its value") << u"relations.amends"_s << u"note"_s;
        QTest::newRow("kind twice") << u"actions.termination.kind"_s << u"twice"_s;
        QTest::newRow("empty") << QString() << u"no key"_s;
    }
    void unknownKeysAreNamed()
    {
        QFETCH(QString, key);
        QFETCH(QString, named);
        const auto target = ImportTarget::parse(key);
        QVERIFY(!target);
        QVERIFY2(target.error().message.contains(named), qPrintable(target.error().message));
    }

    void mapsAreReadAndWritten()
    {
        const auto map = ImportMap::fromJson(R"({
            "columns": {"Title": "title", "Parties": {"key": "participants", "list_separator": ","}, "No": null,
                        "Signed": {"key": "date", "date_order": "mdy"}, "Type": {"key": "nature", "values": {"T": "treaty"}}},
            "fixed": {"tags": "{Type}"}, "date_order": "dmy", "list_separator": ";", "match": "reference", "raw": false})");
        QVERIFY2(map, map ? "" : qPrintable(map.error().message));
        QCOMPARE(map->columns->size(), 5);
        QCOMPARE(map->columns->value(u"Parties"_s).listSeparator, u","_s);
        QCOMPARE(map->columns->value(u"Signed"_s).dateOrder, std::optional(DateOrder::MonthDayYear));
        QCOMPARE(map->columns->value(u"Type"_s).values.value(u"T"_s), u"treaty"_s);
        QVERIFY(map->columns->value(u"No"_s).key.isEmpty());
        QCOMPARE(map->raw, std::optional(false));
        const auto again = ImportMap::fromJson(map->toJson());
        QVERIFY(again);
        QCOMPARE(*again, *map);
        QCOMPARE(*ImportMap::fromJson(ImportMap().toJson()), ImportMap());
    }

    void wrongMapsAreNamed_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("named");
        QTest::newRow("no JSON") << QByteArray("{\n\"columns\": }") << u"line 2"_s;
        QTest::newRow("array") << QByteArray("[]") << u"object"_s;
        QTest::newRow("unknown word") << QByteArray("{\"colums\": {}}") << u"columns"_s;
        QTest::newRow("columns no object") << QByteArray("{\"columns\": []}") << u"columns"_s;
        QTest::newRow("column a number") << QByteArray("{\"columns\": {\"A\": 5}}") << u"A"_s;
        QTest::newRow("column without key")
            << QByteArray("{\"columns\": {\"A\": {\"date_order\": \"dmy\"}}}") << u"A"_s;
        QTest::newRow("unknown word of a column") << QByteArray("{\"columns\": {\"A\": {\"kee\": \"x\"}}}") << u"key"_s;
        QTest::newRow("date order") << QByteArray("{\"date_order\": \"dym\"}") << u"date_order"_s;
        QTest::newRow("separator a number") << QByteArray("{\"list_separator\": 1}") << u"list_separator"_s;
        QTest::newRow("raw a text") << QByteArray("{\"raw\": \"yes\"}") << u"raw"_s;
        QTest::newRow("fixed a list") << QByteArray("{\"fixed\": {\"tags\": [\"a\"]}}") << u"tags"_s;
    }
    void wrongMapsAreNamed()
    {
        QFETCH(QByteArray, json);
        QFETCH(QString, named);
        const auto map = ImportMap::fromJson(json);
        QVERIFY(!map);
        QVERIFY2(map.error().message.contains(named), qPrintable(map.error().message));
    }

    void bindingNamesWhatDoesNotFit_data()
    {
        QTest::addColumn<QStringList>("header");
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("named");
        const QStringList header{u"Title"_s, u"Signed"_s, u"Parties"_s};
        QTest::newRow("unknown header") << header << QByteArray(R"({"columns": {"Titl": "title"}})") << u"Title"_s;
        QTest::newRow("unknown key") << header << QByteArray(R"({"columns": {"Title": "titel"}})") << u"titel"_s;
        QTest::newRow("key twice") << header << QByteArray(R"({"columns": {"Title": "title", "Signed": "title"}})")
                                   << u"both go to"_s;
        QTest::newRow("column and fixed")
            << header << QByteArray(R"({"columns": {"Title": "title"}, "fixed": {"title": "x"}})") << u"both go to"_s;
        QTest::newRow("unknown header in a template")
            << header << QByteArray(R"({"fixed": {"summary": "{Titl}"}})") << u"Title"_s;
        QTest::newRow("open brace") << header << QByteArray("{\"fixed\": {\"summary\": \"{Title\"}}") << u"}"_s;
        QTest::newRow("fixed id") << header << QByteArray(R"({"fixed": {"id": "x"}})") << u"id"_s;
        QTest::newRow("action without kind")
            << header << QByteArray(R"({"columns": {"Signed": "actions.date"}})") << u"kind"_s;
        QTest::newRow("match without a column") << header << QByteArray(R"({"match": "reference"})") << u"reference"_s;
        QTest::newRow("match by participants")
            << header << QByteArray(R"({"columns": {"Parties": "participants"}, "match": "participants"})")
            << u"participants"_s;
        QTest::newRow("no title") << QStringList{u"Signed"_s} << QByteArray("{}") << u"No column goes to"_s;
        QTest::newRow("match unknown") << header << QByteArray(R"({"match": "refrence"})") << u"reference"_s;
    }
    void bindingNamesWhatDoesNotFit()
    {
        QFETCH(QStringList, header);
        QFETCH(QByteArray, json);
        QFETCH(QString, named);
        const auto layout = ImportLayout::bind(header, {}, ImportMap::fromJson(json).value(), {});
        QVERIFY(!layout);
        QVERIFY2(layout.error().message.contains(named), qPrintable(layout.error().message));
    }

    void headersFindTheirFields()
    {
        const QStringList header{u"Title"_s,   u"SIGNED"_s, u"Entry into force"_s, u"party"_s, u"Date"_s,
                                 u"Remarks"_s, QString(),   u"Remarks"_s};
        const auto layout = ImportLayout::bind(header, {}, {}, {});
        QVERIFY(layout);
        QStringList keys;
        for (const ImportInput &input : layout->inputs())
            keys.append(input.target.key());
        QCOMPARE(keys, (QStringList{u"title"_s, u"date"_s, u"in_force"_s, u"participants"_s, u"x:Date"_s,
                                    u"x:Remarks"_s, u"x:column 7"_s, u"x:Remarks (2)"_s}));
        const QString notes = layout->notes().join(u'\n');
        for (const QString &told : {u"Remarks (2)"_s, u"column 7"_s, u"Date"_s})
            QVERIFY2(notes.contains(told), qPrintable(notes));
        QVERIFY(!layout->isGuarded());
        QVERIFY(!layout->isOwn());
    }

    void foreignIdsBecomeReferences()
    {
        const QStringList header{u"id"_s, u"title"_s};
        const auto foreign = ImportLayout::bind(header, {{u"58135"_s, u"A"_s}}, {}, {});
        QCOMPARE(foreign->inputs().first().target.key(), u"reference"_s);
        QVERIFY(foreign->notes().join(u' ').contains(u"reference"_s));
        const auto own = ImportLayout::bind(header, {{u"bcaa7fcd-1d66-4cac-ae8e-e25457c8be77"_s, u"A"_s}}, {}, {});
        QCOMPARE(own->inputs().first().target.key(), u"id"_s);
        QVERIFY(own->isOwn() && own->isGuarded());
        QCOMPARE(own->match(), 0);
        QVERIFY(!ImportLayout::bind(header, {}, {}, {{}, true})->isGuarded());
    }

    void fixedValuesTakeCellsIn()
    {
        const auto map = ImportMap::fromJson(
            "{\"fixed\": {\"title\": \"x\", \"summary\": \"{Type} {{of} {Signed}\", \"tags\": \"a; b\"}}");
        const auto layout = ImportLayout::bind({u"Type"_s, u"Signed"_s}, {}, *map, {});
        QVERIFY2(layout, layout ? "" : qPrintable(layout.error().message));
        const auto textOf = [&](const QString &key, const QStringList &cells) {
            for (const ImportInput &input : layout->inputs()) {
                if (input.target.key() == key && input.column < 0)
                    return input.text(cells);
            }
            return u"?"_s;
        };
        QCOMPARE(textOf(u"summary"_s, {u" Treaty "_s, u"2004"_s}), u"Treaty {of} 2004"_s);
        QCOMPARE(textOf(u"summary"_s, {QString(), QString()}), QString());
        QCOMPARE(textOf(u"tags"_s, {QString(), QString()}), u"a; b"_s);
    }
};

TREATYBOOK_TEST(TstImportMap)
#include "tst_importmap.moc"
