#include "domain/field.h"

#include "domain/recordjson.h"
#include "support/records.h"
#include "support/testregistry.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>
#include <QTest>

using namespace Treatybook;
using namespace Treatybook::Test;
using namespace Qt::StringLiterals;

class TstField : public QObject
{
    Q_OBJECT

    static void addFields()
    {
        QTest::addColumn<const FieldInfo *>("info");
        for (const FieldInfo &info : fieldTable())
            QTest::newRow(qPrintable(info.keyText())) << &info;
    }
    static void addParts()
    {
        QTest::addColumn<const PartInfo *>("part");
        for (const FieldInfo &info : fieldTable()) {
            if (info.part)
                QTest::newRow(qPrintable(info.keyText())) << info.part;
        }
    }

private Q_SLOTS:
    void tableIsIndexedByField()
    {
        QCOMPARE(fieldTable().size(), static_cast<size_t>(Field::Changed) + 1);
        for (size_t i = 0; i < fieldTable().size(); ++i) {
            QCOMPARE(static_cast<size_t>(fieldTable()[i].field), i);
            QCOMPARE(&fieldInfo(static_cast<Field>(i)), &fieldTable()[i]);
        }
    }

    void namesAreUnique()
    {
        QSet<QString> names;
        for (const FieldInfo &info : fieldTable()) {
            const QString aliases =
                QString::fromLatin1(info.aliases.data(), static_cast<qsizetype>(info.aliases.size()));
            for (const QString &name : QStringList(info.keyText()) + aliases.split(u' ', Qt::SkipEmptyParts)) {
                QVERIFY2(!names.contains(name), qPrintable(name));
                names.insert(name);
                QCOMPARE(findField(name), &info);
            }
        }
        QVERIFY(!findField(u"no_such_field"));
        QVERIFY(!findField(u""));
        QCOMPARE(findField(u"signed")->field, Field::Date);
        QCOMPARE(findField(u"party")->field, Field::Participants);
    }

    void labelsAreFilledAndUnique()
    {
        QSet<QString> labels;
        for (const FieldInfo &info : fieldTable()) {
            QVERIFY2(!info.labelText().isEmpty(), qPrintable(info.keyText()));
            QVERIFY2(!labels.contains(info.labelText()), qPrintable(info.labelText()));
            labels.insert(info.labelText());
        }
    }

    void functionsFitTheType_data() { addFields(); }
    void functionsFitTheType()
    {
        QFETCH(const FieldInfo *, info);
        QCOMPARE(info->isStored(), info->field < Field::Status);
        QCOMPARE(info->part != nullptr, info->type == FieldType::Part);
        QCOMPARE(info->isScalar(), info->isStored() && !info->part);
        QCOMPARE(info->appendText != nullptr, info->isScalar());
        QCOMPARE(info->setUtf8 != nullptr, info->isScalar());
        QCOMPARE(info->edtf != nullptr, info->type == FieldType::Date || info->type == FieldType::Interval);
        QCOMPARE(info->choice != nullptr, info->type == FieldType::Choice);
        QCOMPARE(info->list != nullptr, info->type == FieldType::List);
        if (info->type == FieldType::Choice)
            QVERIFY(info->vocabulary);
    }

    void scalarsTakeWhatTheyGive_data() { addFields(); }
    void scalarsTakeWhatTheyGive()
    {
        QFETCH(const FieldInfo *, info);
        if (!info->isScalar()) {
            QVERIFY(displayText(Agreement(), info->field, QLocale::c()).isEmpty());
            return;
        }
        Pool pool;
        const Agreement empty;
        for (int n = 1; n < 20; ++n) {
            const QString text = sampleText(*info, n);
            Agreement record;
            QVERIFY2(info->setText(record, text, pool), qPrintable(text));
            QCOMPARE(info->text(record), text);
            for (const FieldInfo &other : fieldTable()) { // and touch nothing else
                if (other.isScalar() && other.field != info->field)
                    QCOMPARE(other.text(record), other.text(empty));
            }
            if (info->field != Field::Id && info->type != FieldType::Choice)
                QVERIFY(!displayText(record, info->field, QLocale(QLocale::English)).isEmpty());
            QVERIFY(info->setText(record, info->text(empty), pool));
            QCOMPARE(record, empty);
        }
    }

    void listsAreSharedWhole()
    {
        Pool pool;
        const QList<Text> first = pool.list("health;  trade \\; more; health");
        QCOMPARE(first, QList<Text>({u"health"_s, u"trade ; more"_s, u"health"_s}));
        QVERIFY(pool.list("health;  trade \\; more; health").isSharedWith(first));
        QCOMPARE(pool.list(" ; "), QList<Text>());
        const QByteArray many = QByteArray("subject; ").repeated(20);
        QCOMPARE(pool.list(many).size(), 20);
        QVERIFY(!pool.list(many).isSharedWith(pool.list(many)));
    }

    void settingTheSameDoesNotDetach()
    {
        Pool pool;
        const Agreement record = filledRecord(numberedId(1));
        Agreement copy = record;
        for (const FieldInfo &info : fieldTable()) {
            if (info.isScalar())
                QVERIFY(info.setText(copy, info.text(record), pool));
        }
        QVERIFY(copy.isSharedWith(record));
    }

    void wrongTextsAreRefused_data()
    {
        QTest::addColumn<Field>("field");
        QTest::addColumn<QString>("text");
        QTest::newRow("choice") << Field::Kind << u"no-such-kind"_s;
        QTest::newRow("label is no key") << Field::Nature << u"Event"_s;
        QTest::newRow("number") << Field::NoticeMonths << u"six"_s;
        QTest::newRow("negative number") << Field::NoticeMonths << u"-6"_s;
        QTest::newRow("fraction") << Field::RenewalMonths << u"1.5"_s;
        QTest::newRow("id") << Field::Id << u"17"_s;
    }
    void wrongTextsAreRefused()
    {
        QFETCH(Field, field);
        QFETCH(QString, text);
        Pool pool;
        Agreement record = filledRecord(numberedId(1));
        const Agreement before = record;
        QVERIFY(!fieldInfo(field).setText(record, text, pool));
        QCOMPARE(record, before);
    }

    void partColumnsAreUniqueAndLabelled_data() { addParts(); }
    void partColumnsAreUniqueAndLabelled()
    {
        QFETCH(const PartInfo *, part);
        QVERIFY(!part->table.empty());
        QSet<QString> keys{u"id"_s, u"record"_s, u"position"_s};
        for (const ColumnInfo &column : part->columns) {
            QVERIFY2(!keys.contains(column.keyText()), qPrintable(column.keyText()));
            keys.insert(column.keyText());
            QVERIFY(!column.labelText().isEmpty());
            QCOMPARE(column.type == FieldType::Choice, column.vocabulary != nullptr);
            QVERIFY(column.type != FieldType::Part && column.type != FieldType::Computed);
        }
    }

    void partCellsTakeWhatTheyGive_data() { addParts(); }
    void partCellsTakeWhatTheyGive()
    {
        QFETCH(const PartInfo *, part);
        Pool pool;
        const Agreement empty;
        for (qsizetype column = 0; column < static_cast<qsizetype>(part->columns.size()); ++column) {
            const ColumnInfo &info = part->columns[static_cast<size_t>(column)];
            Agreement record;
            part->insert(record, 0, ItemId(5));
            part->insert(record, 0, ItemId(7));
            QCOMPARE(part->count(record), 2);
            QCOMPARE(part->idAt(record, 0), ItemId(7));
            QCOMPARE(part->rowOf(record, ItemId(5)), 1);
            QCOMPARE(part->rowOf(record, ItemId(6)), -1);
            const Agreement bare = record;
            for (int n = 1; n < 20; ++n) {
                const QString text = info.type == FieldType::Item ? QString::number(n) : sampleText(info, n);
                QVERIFY2(part->setCell(record, 1, column, text, pool), qPrintable(info.keyText()));
                QCOMPARE(part->cell(record, 1, column), text);
                QCOMPARE(part->cell(record, 0, column), part->cell(bare, 0, column));
                for (qsizetype other = 0; other < static_cast<qsizetype>(part->columns.size()); ++other) {
                    if (other != column)
                        QCOMPARE(part->cell(record, 1, other), part->cell(bare, 1, other));
                }
            }
            QVERIFY(part->setCell(record, 1, column, part->cell(bare, 0, column), pool));
            QCOMPARE(record, bare);
            part->remove(record, 1);
            QCOMPARE(part->idAt(record, 0), ItemId(7));
            part->remove(record, 0);
            QCOMPARE(record, empty);
        }
    }

    void everythingFilledSurvivesJson()
    {
        const Agreement record = filledRecord(numberedId(1), 3);
        for (const FieldInfo &info : fieldTable()) {
            if (info.part)
                QCOMPARE(info.part->count(record), 3);
            else if (info.isScalar())
                QVERIFY2(!info.text(record).isEmpty(), qPrintable(info.keyText()));
        }
        const QByteArray bytes = QJsonDocument(recordToJson(record)).toJson();
        Pool pool;
        const auto read = recordFromJson(QJsonDocument::fromJson(bytes).object(), pool);
        QVERIFY2(read, qPrintable(read ? QString() : read.error().message));
        QCOMPARE(*read, record);
        QCOMPARE(recordToJson(*read), recordToJson(record));
    }

    void randomRecordsSurviveJson()
    {
        QRandomGenerator random(3);
        Pool pool;
        for (int i = 0; i < 300; ++i) {
            const Agreement record = randomRecord(random);
            const auto read = recordFromJson(recordToJson(record), pool);
            QVERIFY2(read, qPrintable(read ? QString() : read.error().message));
            QCOMPARE(*read, record);
        }
    }

    void jsonLeavesOutWhatIsEmpty()
    {
        Agreement record(numberedId(1));
        record.edit().title = u"Plan"_s;
        QStringList keys = recordToJson(record).keys();
        for (const QString &filled : {u"id"_s, u"title"_s, u"nature"_s, u"kind"_s, u"term_kind"_s, u"handling"_s})
            keys.removeAll(filled);
        QCOMPARE(keys, QStringList());
    }

    void jsonThatIsNoRecordIsRefused_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("names");
        const QByteArray id = "\"id\":\"00000001-1234-4567-89ab-000000000001\"";
        QTest::newRow("no id") << QByteArray("{}") << u"id"_s;
        QTest::newRow("unknown key") << "{" + id + ",\"tittle\":\"x\"}" << u"tittle"_s;
        QTest::newRow("alias is no key") << "{" + id + ",\"party\":[]}" << u"party"_s;
        QTest::newRow("computed") << "{" + id + ",\"status\":\"in-force\"}" << u"status"_s;
        QTest::newRow("unknown choice") << "{" + id + ",\"kind\":\"plan\"}" << u"kind"_s;
        QTest::newRow("list for a text") << "{" + id + ",\"title\":[\"x\"]}" << u"title"_s;
        QTest::newRow("object for a text") << "{" + id + ",\"title\":{}}" << u"title"_s;
        QTest::newRow("text for a part") << "{" + id + ",\"actions\":\"signed\"}" << u"actions"_s;
        QTest::newRow("item without an id") << "{" + id + ",\"actions\":[{\"kind\":\"signature\"}]}" << u"actions"_s;
        QTest::newRow("unknown column") << "{" + id + ",\"actions\":[{\"id\":1,\"day\":\"2014\"}]}" << u"day"_s;
        QTest::newRow("id twice") << "{" + id + ",\"actions\":[{\"id\":1}],\"sources\":[{\"id\":1}]}" << u"1"_s;
        QTest::newRow("NUL") << "{" + id + ",\"title\":\"a\\u0000b\"}" << u"title"_s;
        QTest::newRow("lone surrogate") << "{" + id + ",\"title\":\"a\\ud800b\"}" << u"title"_s;
        QTest::newRow("surrogate in an item")
            << "{" + id + ",\"sources\":[{\"id\":1,\"title\":\"\\udc00\"}]}" << u"title"_s;
        QTest::newRow("surrogate in a list") << "{" + id + ",\"tags\":[\"fine\",\"a\\ud800\"]}" << u"tags"_s;
    }
    void jsonThatIsNoRecordIsRefused()
    {
        QFETCH(QByteArray, json);
        QFETCH(QString, names);
        Pool pool;
        QJsonParseError parsed;
        const QJsonObject object = QJsonDocument::fromJson(json, &parsed).object();
        QCOMPARE(parsed.error, QJsonParseError::NoError);
        const auto read = recordFromJson(object, pool);
        QVERIFY(!read);
        QVERIFY2(read.error().message.contains(names), qPrintable(read.error().message));
    }

    void numbersAndTruthNeedNoQuotes()
    {
        Pool pool;
        const QJsonObject object{{u"id"_s, numberedId(1).toString(QUuid::WithoutBraces)},
                                 {u"notice_months"_s, 6},
                                 {u"actions"_s, QJsonArray{QJsonObject{{u"id"_s, 1}, {u"complete"_s, true}}}}};
        const auto record = recordFromJson(object, pool);
        QVERIFY(record);
        QCOMPARE(record->extras().noticeMonths, std::optional(6));
        QVERIFY(record->main().actions.first().complete);
    }

    void textProblemsNameTheirPlace()
    {
        QVERIFY(textProblem(u"Hợp tác 😀").isEmpty());
        QVERIFY(textProblem(u"").isEmpty());
        QVERIFY(textProblem(u"ab\0c"_s).contains(u'3'));
        QVERIFY(textProblem(u"a"_s + QChar(0xD83D)).contains(u'2'));
        QVERIFY(textProblem(QChar(0xDE00) + u"a"_s).contains(u'1'));
        QVERIFY(textProblem(QString(QChar(0xD83D)) + QChar(0xD83D) + QChar(0xDE00)).contains(u'1'));
    }

    void listsSurviveTheirCell()
    {
        QRandomGenerator random(5);
        const QString letters = u"ab; \\é\",\n"_s;
        for (int i = 0; i < 2000; ++i) {
            QStringList items;
            for (int n = random.bounded(4); n > 0; --n) {
                QString item;
                for (int size = random.bounded(1, 8); size > 0; --size)
                    item.append(letters.at(random.bounded(static_cast<int>(letters.size()))));
                if (!item.trimmed().isEmpty())
                    items.append(item.trimmed());
            }
            QCOMPARE(splitList(joinList(items)), items);
        }
        QCOMPARE(splitList(u" a ;; b;"), QStringList({u"a"_s, u"b"_s}));
        QCOMPARE(joinList({u"a;b"_s, u"c\\"_s}), u"a\\;b; c\\\\"_s);
    }

    void showsLabelsAndNames()
    {
        const QLocale english(QLocale::English);
        Agreement record(numberedId(1));
        record.edit().kind = Kind::CooperationPlan;
        record.edit().subjects = {Text(u"health"_s), Text(u"Fisheries"_s)};
        record.edit().participants = {{ItemId(1), Text(u"Viet Nam"_s), {}, Text(u"Ministry A"_s), {}},
                                      {ItemId(2), Text(u"Viet Nam"_s), {}, Text(u"Ministry B"_s), {}},
                                      {ItemId(3), {}, {}, Text(u"Viettel"_s), {}}};
        Action action;
        action.id = ItemId(4);
        action.kind = ActionKind::Ratification;
        action.participant = ItemId(1);
        record.edit().actions = {action};
        QCOMPARE(displayText(record, Field::Kind, english), u"Cooperation plan"_s);
        QCOMPARE(displayText(record, Field::Kind, QLocale(QLocale::Vietnamese)), u"Kế hoạch hợp tác"_s);
        QCOMPARE(displayText(record, Field::Subjects, QLocale(QLocale::Vietnamese)), u"Y tế, Fisheries"_s);
        QCOMPARE(displayText(record, Field::Participants, english), u"Viet Nam, Viettel"_s);
        QCOMPARE(displayText(record, Field::Actions, english), u"Ratification, Viet Nam"_s);
        QVERIFY(displayText(record, Field::Status, english).isEmpty());
    }
};

TREATYBOOK_TEST(TstField)
#include "tst_field.moc"
