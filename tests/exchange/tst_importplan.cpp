#include "exchange/importplan.h"

#include "exchange/importsummary.h"
#include "support/records.h"
#include "support/testregistry.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

#include <algorithm>
#include <unistd.h>

using namespace Treatybook;
using namespace Qt::StringLiterals;

class TstImportPlan : public QObject
{
    Q_OBJECT

    QTemporaryDir m_dir;

    QString file(const QByteArray &bytes, const QString &name = u"data.csv"_s)
    {
        QFile out(m_dir.filePath(name));
        if (!out.open(QIODevice::WriteOnly) || out.write(bytes) != bytes.size())
            qFatal("no test file");
        return out.fileName();
    }

    Result<ImportPlan> plan(const QByteArray &csv, const QByteArray &map = "{}", const QList<Agreement> &present = {},
                            const ImportLayout::Options &options = {})
    {
        QList<StoredRecord> stored;
        for (const Agreement &record : present)
            stored.append({record, 7});
        const auto read = ImportMap::fromJson(map);
        if (!read)
            return read.error();
        return planImport({file(csv), *read, {}, options}, stored);
    }

    static Agreement added(const ImportPlan &plan, qsizetype i)
    {
        return plan.set.changes.at(i).record.value_or(Agreement());
    }

    /// The records of the book after the plan.
    static QList<Agreement> applied(const ImportPlan &plan, QList<Agreement> present)
    {
        Pool pool;
        for (const Change &change : plan.set.changes) {
            if (change.type == Change::Type::Add) {
                present.append(*change.record);
                continue;
            }
            for (Agreement &record : present) {
                if (record.id() == change.id)
                    record = patched(record, change.steps, pool).value();
            }
        }
        return present;
    }

    static QString reasons(const ImportPlan &plan)
    {
        QStringList lines;
        for (const ImportIssue &issue : plan.issues.kept())
            lines.append(u"%1/%2/%3: %4"_s.arg(issue.row).arg(issue.column).arg(issue.value, issue.reason));
        return lines.join(u'\n');
    }

private Q_SLOTS:
    void everythingOfARowGoesWhereTheMapSays()
    {
        const auto made = plan(
            "No,Name,Parties,Depositary,Signed,Where,Force,End,Effect,UNTS,Series,Ratified,Who,Link,Subject,Skip\n"
            "17,Trade treaty,France ; Germany,Belgium,04/05/1954,Paris,1955,13/02/1960,1961,I-4,B,01/01/1955,France,"
            "http://a,TRADE|Own subject,zz\n",
            R"({"columns": {"No": "reference", "Name": "title", "Parties": "participants",
                                   "Depositary": "participants.depositary", "Signed": "date", "Where": "place", "Force": "in_force",
                                   "End": "actions.termination.date", "Effect": "actions.termination.effective_date",
                                   "UNTS": "identifiers.UNTS", "Ratified": "actions.ratification.date",
                                   "Who": "actions.ratification.participant", "Link": "sources.address",
                                   "Subject": {"key": "subjects", "list_separator": "|"}, "Skip": null},
                                   "fixed": {"nature": "Treaty", "sources.title": "Register no. {No}", "tags": "old; read"},
                                   "date_order": "dmy"})");
        QVERIFY2(made, made ? "" : qPrintable(made.error().message));
        QCOMPARE(made->added, 1);
        const Agreement record = added(*made, 0);
        QVERIFY(!record.id().isNull());
        QCOMPARE(record->title.toString(), u"Trade treaty"_s);
        QCOMPARE(record->reference.toString(), u"17"_s);
        QCOMPARE(record->date.text(), u"1954-05-04"_s);
        QCOMPARE(record->inForce.text(), u"1955"_s);
        QCOMPARE(record->nature, Nature::Treaty);
        QCOMPARE(record->participants.size(), 3);
        QCOMPARE(record->participants.at(1).name.toString(), u"Germany"_s);
        QCOMPARE(record->participants.at(2).role, ParticipantRole::Depositary);
        QCOMPARE(record->actions.size(), 2);
        QCOMPARE(record->actions.at(0).kind, ActionKind::Termination);
        QCOMPARE(record->actions.at(0).date.text(), u"1960-02-13"_s);
        QCOMPARE(record->actions.at(0).effective.text(), u"1961"_s);
        QCOMPARE(record->actions.at(1).participant, record->participants.at(0).id);
        QCOMPARE(record->sources.size(), 1);
        QCOMPARE(record->sources.at(0).title.toString(), u"Register no. 17"_s);
        QCOMPARE(record->sources.at(0).address.toString(), u"http://a"_s);
        QCOMPARE(record.extras().identifiers.at(0).scheme.toString(), u"UNTS"_s);
        QCOMPARE(fieldInfo(Field::Subjects).text(record), u"trade; Own subject"_s);
        QCOMPARE(fieldInfo(Field::Tags).text(record), u"old; read"_s);
        QCOMPARE(record.extras().ownFields.size(), 1);
        QCOMPARE(record.extras().ownFields.at(0).name.toString(), u"Series"_s);
        QCOMPARE(made->ownFieldValues, 1);
        const QString told = importSummary(*made).join(u'\n');
        QVERIFY2(told.contains(u"Series"_s) && told.contains(u"left out: Skip"_s), qPrintable(told));
        QVERIFY(made->set.text.contains(u"data.csv"_s));
    }

    void badRowsAreNamedAndGoodOnesGoIn()
    {
        const auto made = plan("title,nature,notice_months,Place,verified\n"
                               "Good,treaty,6,Paris,\n"
                               "Bad nature,treety,6,Paris,\n"
                               "Bad number,treaty,-1,Paris,\n"
                               ",treaty,6,Paris,\n"
                               "Short,treaty\n"
                               "Long,treaty,6,Paris,,more\n"
                               "Trailing commas,treaty,6,Paris,,,,\n"
                               ",,,,\n"
                               "\n"
                               "Two faults,x,y,Paris,\n");
        QVERIFY2(made, made ? "" : qPrintable(made.error().message));
        QCOMPARE(made->added, 2);
        QCOMPARE(made->rejected, 6);
        QCOMPARE(made->rows, 8);
        QCOMPARE(made->issues.count(ImportCode::BlankRow), 2);
        const QString told = reasons(*made);
        QVERIFY2(told.contains(u"3/1/treety"_s) && told.contains(u"did you mean “treaty”"_s), qPrintable(told));
        QVERIFY2(told.contains(u"4/2/-1"_s), qPrintable(told));
        QVERIFY2(told.contains(u"5/-1/: The row gives no title"_s), qPrintable(told));
        QVERIFY2(told.contains(u"6/-1/: The row has 2 cells, the header 5"_s), qPrintable(told));
        QVERIFY2(told.contains(u"7/-1/: The row has 6 cells"_s), qPrintable(told));
        QVERIFY2(told.contains(u"11/1/x"_s) && told.contains(u"11/2/y"_s), qPrintable(told));
        QVERIFY(made->rejects.startsWith(
            "title,nature,notice_months,Place,verified,import_reason\r\nBad nature,treety,6,Paris,,"));
        QCOMPARE(made->rejects.count("\r\n"), 7);
    }

    /// More rows than are read at once, with what concerns rows far apart.
    void manyRowsStayInTheirOrder()
    {
        QByteArray csv = "title,reference,nature\n";
        constexpr int count = 9000;
        for (int row = 2; row < count + 2; ++row) {
            if (row % 700 == 0)
                csv += "Ragged\n";
            else if (row % 700 == 1)
                csv += "Bad,R" + QByteArray::number(row) + ",tretty\n";
            else
                csv += "Title " + QByteArray::number(row) + ",R" + QByteArray::number(row == 8888 ? 22 : row) +
                       ",treaty\n";
        }
        const auto made = plan(csv, R"({"match": "reference"})");
        QVERIFY2(made, qPrintable(made ? QString() : made.error().message));
        QCOMPARE(made->rows, count);
        QCOMPARE(made->rejected, 12 + 12 + 1);
        QCOMPARE(made->set.changes.size(), count - made->rejected);
        QList<int> rows;
        for (const Change &change : made->set.changes)
            rows.append((*change.record)->title.toString().section(u' ', 1).toInt());
        QVERIFY(std::ranges::is_sorted(rows));
        QVERIFY(std::ranges::adjacent_find(rows) == rows.end());
        const auto issues = made->issues.kept(ImportSeverity::Rejected);
        QVERIFY(std::ranges::is_sorted(issues, {}, &ImportIssue::row));
        QCOMPARE(issues.size(), made->rejected);
        for (const ImportIssue &issue : issues) {
            const auto expected = issue.row == 8888      ? ImportCode::SameKeyTwice
                                  : issue.row % 700 == 0 ? ImportCode::RaggedRow
                                                         : ImportCode::NoValue;
            QCOMPARE(issue.code, expected);
        }
        const auto twice = std::ranges::find(issues, ImportCode::SameKeyTwice, &ImportIssue::code);
        QVERIFY(twice != issues.end());
        QVERIFY2(twice->reason.contains(u"row 22 "_s), qPrintable(twice->reason));
    }

    void rejectsComeBackCorrected()
    {
        const auto first = plan("title,nature,Series\nA,tretty,1\nB,treaty,2\n");
        const QByteArray corrected = QByteArray(first->rejects).replace("tretty", "treaty");
        const auto second = plan(corrected);
        QVERIFY2(second, second ? "" : qPrintable(second.error().message));
        QCOMPARE(second->added, 1);
        QCOMPARE(added(*second, 0)->nature, Nature::Treaty);
        QCOMPARE(added(*second, 0).extras().ownFields.size(), 1); // the reason is no field
        // Not corrected they are rejected again, with one reason.
        const auto again = plan(first->rejects);
        QCOMPARE(again->rejected, 1);
        QCOMPARE(again->rejects, first->rejects);
    }

    void datesAreReadAsAsked_data()
    {
        QTest::addColumn<QString>("cell");
        QTest::addColumn<QString>("order");
        QTest::addColumn<QString>("date");
        QTest::addColumn<int>("code"); // -1: nothing to say
        const auto code = [](ImportCode c) { return static_cast<int>(c); };
        QTest::newRow("EDTF") << u"2004-03"_s << QString() << u"2004-03"_s << -1;
        QTest::newRow("blanks") << u" 2004-03-05 "_s << QString() << u"2004-03-05"_s << -1;
        QTest::newRow("day first") << u"04/05/2004"_s << u"dmy"_s << u"2004-05-04"_s << code(ImportCode::DateRead);
        QTest::newRow("month first") << u"04/05/2004"_s << u"mdy"_s << u"2004-04-05"_s << code(ImportCode::DateRead);
        QTest::newRow("nobody said") << u"04/05/2004"_s << QString() << u"2004-05-04"_s
                                     << code(ImportCode::DateDoubtful);
        QTest::newRow("words") << u"23 Jun 1993"_s << QString() << u"1993-06-23"_s << code(ImportCode::DateRead);
        QTest::newRow("none") << u"when it rained"_s << u"dmy"_s << u"when it rained"_s << code(ImportCode::DateUnread);
        QTest::newRow("no such day") << u"31/02/2004"_s << u"dmy"_s << u"31/02/2004"_s << code(ImportCode::DateUnread);
    }
    void datesAreReadAsAsked()
    {
        QFETCH(QString, cell);
        QFETCH(QString, order);
        QFETCH(QString, date);
        QFETCH(int, code);
        const auto made = plan("Title,Signed\nA," + cell.toUtf8() + "\n", "{}", {}, {dateOrderOf(order), {}});
        QVERIFY2(made, made ? "" : qPrintable(made.error().message));
        QCOMPARE(made->added, 1);
        QCOMPARE(added(*made, 0)->date.text(), date);
        for (const ImportCode c : {ImportCode::DateRead, ImportCode::DateDoubtful, ImportCode::DateUnread})
            QCOMPARE(made->issues.count(c), code == static_cast<int>(c) ? 1 : 0);
    }

    void warningsNeverKeepARowOut()
    {
        const auto made = plan("title,date,in_force,participant\nA,1955,1954,France;France\n", R"({"columns": {
            "title": "title", "date": "date", "in_force": "in_force", "participant": "participants"}})");
        QCOMPARE(made->added, 1);
        QCOMPARE(made->issues.count(ImportCode::InForceBeforeSignature), 1);
        QCOMPARE(made->issues.count(ImportCode::SameParticipantTwice), 1);
        QVERIFY2(reasons(*made).contains(u"2/2/1954"_s), qPrintable(reasons(*made)));
    }

    void matchingRowsChangeOnlyWhatTheyGive()
    {
        Agreement first = Test::titled(u"First"_s), second = Test::titled(u"Second"_s);
        first.edit().reference = u"R1"_s;
        first.edit().notes = u"kept"_s;
        first.edit().participants = {{newItemId(), u"France"_s, u"FR"_s, {}, ParticipantRole::Side}};
        Action end;
        end.id = newItemId();
        end.kind = ActionKind::Termination;
        end.date = Edtf::read(u"1960");
        end.note = u"kept too"_s;
        first.edit().actions = {end};
        second.edit().reference = u"R2"_s;
        const QByteArray map = R"({"columns": {"Ref": "reference", "Name": "title", "Parties": "participants",
                                   "End": "actions.termination.date", "Notes": "notes", "Code": "x:Code"}, "match": "reference"})";
        const auto made = plan("Ref,Name,Parties,End,Notes,Code\n"
                               "R1,First again,France;Spain,1961,,c1\n"
                               "R2,Second,,,,\n"
                               "R3,Third,,,,\n"
                               "R3,Third again,,,,\n"
                               "R1,,,,,\n",
                               map, {first, second});
        QVERIFY2(made, made ? "" : qPrintable(made.error().message));
        QCOMPARE(made->updated, 1);
        QCOMPARE(made->unchanged, 1);
        QCOMPARE(made->added, 1);
        QCOMPARE(made->rejected, 2);
        QCOMPARE(made->issues.count(ImportCode::SameKeyTwice), 2);
        QCOMPARE(made->set.changes.first().baseVersion, 7);
        const auto records = applied(*made, {first, second});
        const Agreement after = records.first();
        QCOMPARE(after->title.toString(), u"First again"_s);
        QCOMPARE(after->notes.toString(), u"kept"_s);
        QCOMPARE(after->participants.size(), 2);
        QCOMPARE(after->participants.at(0), first->participants.at(0));
        QCOMPARE(after->actions.size(), 1);
        QCOMPARE(after->actions.at(0).id, end.id);
        QCOMPARE(after->actions.at(0).date.text(), u"1961"_s);
        QCOMPARE(after->actions.at(0).note, end.note);
        QCOMPARE(after.extras().ownFields.at(0).text.toString(), u"c1"_s);
        // The same once more finds nothing to do.
        const auto again =
            plan("Ref,Name,Parties,End,Notes,Code\nR1,First again,France;Spain,1961,,c1\n", map, records);
        QCOMPARE(again->unchanged, 1);
        QVERIFY(again->set.changes.isEmpty());
    }

    void ambiguousMatchesAreRejected()
    {
        Agreement first = Test::titled(u"First"_s), second = Test::titled(u"Second"_s);
        first.edit().reference = second.edit().reference = u"R"_s;
        const auto made = plan("title,reference\nNew,R\n", R"({"match": "reference"})", {first, second});
        QCOMPARE(made->rejected, 1);
        QVERIFY2(reasons(*made).contains(u"several records"_s), qPrintable(reasons(*made)));

        Action end;
        end.kind = ActionKind::Termination;
        first.edit().actions = {end, end};
        first.edit().actions[0].id = newItemId();
        first.edit().actions[1].id = newItemId();
        const auto items = plan("title,ref,end\nNew,R,1960\n", R"({"columns": {"title": "title", "ref": "reference",
                                "end": "actions.termination"}, "match": "reference"})",
                                {first});
        QCOMPARE(items->rejected, 1);
        QVERIFY2(reasons(*items).contains(u"several items"_s), qPrintable(reasons(*items)));
    }

    void matchesByIdentifierAndOwnField()
    {
        Agreement record = Test::titled(u"First"_s);
        record.editExtras().identifiers = {{newItemId(), u"UNTS"_s, u"I-4"_s}};
        record.editExtras().ownFields = {{newItemId(), u"Code"_s, u"c"_s}};
        const auto identifier =
            plan("name,unts\nNew name,I-4\nOther,I-5\n", R"({"columns": {"name": "title", "unts": "identifiers.UNTS"},
                                     "match": "identifiers.UNTS"})",
                 {record});
        QCOMPARE(identifier->updated, 1);
        QCOMPARE(identifier->added, 1);
        QCOMPARE(applied(*identifier, {record}).first().extras().identifiers.size(), 1);
        const auto own = plan("name,code\nNew name,c\n",
                              R"({"columns": {"name": "title", "code": "x:Code"}, "match": "x:Code"})", {record});
        QCOMPARE(own->updated, 1);
    }

    void anIdStandsInOneRowOnly()
    {
        const auto made = plan("id,title,reference\n"
                               "bcaa7fcd-1d66-4cac-ae8e-e25457c8be77,A,R1\n"
                               "bcaa7fcd-1d66-4cac-ae8e-e25457c8be77,B,R2\n"
                               ",C,R3\n,D,R4\n",
                               R"({"match": "reference"})");
        QCOMPARE(made->added, 3);
        QCOMPARE(made->rejected, 1);
        QVERIFY2(reasons(*made).contains(u"row 2"_s), qPrintable(reasons(*made)));
    }

    void equalContentIsTold()
    {
        const QByteArray csv = "Title,Date\nA,2004\nB,2004\nA,2004\n";
        const auto first = plan(csv);
        QCOMPARE(first->added, 3);
        QCOMPARE(first->issues.count(ImportCode::DuplicateContent), 1);
        QVERIFY2(reasons(*first).contains(u"row 2"_s), qPrintable(reasons(*first)));
        const auto second = plan(csv, "{}", applied(*first, {}));
        QCOMPARE(second->added, 3);
        QCOMPARE(second->issues.count(ImportCode::DuplicateContent), 3);
    }

    void actionsAndRelationsNeedTheirKind()
    {
        const auto made = plan("Title,Act,Day\nA,accession,2004\nB,,2004\nC,,\n", R"({"columns": {"Title": "title",
                               "Act": "actions.kind", "Day": "actions.date"}})");
        QCOMPARE(made->added, 2);
        QCOMPARE(made->rejected, 1);
        QCOMPARE(added(*made, 0)->actions.first().kind, ActionKind::Accession);
        QVERIFY(added(*made, 1)->actions.isEmpty());
    }

    void guardsAreTakenAwayWhereTheyWerePut()
    {
        const QByteArray csv = "title,summary\nA,'=1+2\nB,'tis\n";
        QCOMPARE(added(*plan(csv), 0)->summary.toString(), u"=1+2"_s);
        QCOMPARE(added(*plan(csv), 1)->summary.toString(), u"'tis"_s);
        QCOMPARE(plan(csv)->apostrophes, 1);
        QCOMPARE(added(*plan(csv, "{}", {}, {{}, true}), 0)->summary.toString(), u"'=1+2"_s);
        const QByteArray foreign = "Title,Summary\nA,'=1+2\n";
        QCOMPARE(added(*plan(foreign), 0)->summary.toString(), u"'=1+2"_s);
        QCOMPARE(added(*plan(foreign, R"({"raw": false})"), 0)->summary.toString(), u"=1+2"_s);
    }

    void wholeFileRefusals_data()
    {
        QTest::addColumn<QByteArray>("csv");
        QTest::addColumn<QStringList>("named");
        QTest::newRow("empty") << QByteArray() << QStringList{u"empty"_s};
        QTest::newRow("only a mark") << QByteArray("\xEF\xBB\xBF") << QStringList{u"no rows"_s};
        QTest::newRow("only a header") << QByteArray("title,date\n") << QStringList{u"no rows"_s};
        QTest::newRow("quote never closed")
            << QByteArray("title,date\nA,2004\n\"B,2004\nC,2005\n") << QStringList{u"Row 3, column 1"_s};
        QTest::newRow("NUL") << QByteArray("title\nA\0B\n", 10) << QStringList{u"Row 2"_s, u"NUL"_s};
        QTest::newRow("5,000 columns") << QByteArray("title\nA\n") + QByteArray(5000, ',') << QStringList{u"4096"_s};
        QTest::newRow("late damage") << QByteArray("title\n") + QByteArray("A treaty é\n").repeated(1000) + "\xFF\n"
                                     << QStringList{u"Row 1002"_s};
        QTest::newRow("no title") << QByteArray("Name of it,Date\nA,2004\n")
                                  << QStringList{u"No column goes to “title”"_s};
    }
    void wholeFileRefusals()
    {
        QFETCH(QByteArray, csv);
        QFETCH(QStringList, named);
        const auto made = plan(csv);
        QVERIFY(!made);
        for (const QString &word : named)
            QVERIFY2(made.error().message.contains(word), qPrintable(made.error().message));
    }

    void missingFilesAndFoldersAreRefused()
    {
        QCOMPARE(planImport({m_dir.filePath(u"none.csv"_s)}, {}).error().kind, ErrorKind::Missing);
        QCOMPARE(planImport({m_dir.path()}, {}).error().kind, ErrorKind::Invalid);
    }

    void headerTwiceIsToldAndKept()
    {
        const auto made = plan("Title,Note of it,Note of it\nA,one,two\n");
        QCOMPARE(made->added, 1);
        QCOMPARE(added(*made, 0).extras().ownFields.size(), 2);
        QVERIFY(made->layout.notes().join(u' ').contains(u"twice"_s));
    }

    /// What happens to the file between its first and last byte is seen.
    void filesThatChangeAreRefused_data()
    {
        QTest::addColumn<bool>("removed");
        QTest::newRow("changed") << false;
        QTest::newRow("removed") << true;
    }
    void filesThatChangeAreRefused()
    {
        QFETCH(bool, removed);
        const QString path =
            file("title\n" + QByteArray("A treaty of some length, so that it takes a while\n").repeated(60000));
        bool touched = false;
        const auto made = planImport({path}, {}, [&](qint64, qint64) {
            if (!std::exchange(touched, true)) {
                QFile other(path);
                if (removed)
                    other.remove();
                else if (other.open(QIODevice::Append))
                    other.write("\"never closed");
            }
            return true;
        });
        QVERIFY(touched);
        QVERIFY(!made);
        QVERIFY2(removed ? made.error().message.contains(u"removed"_s) : made.error().kind != ErrorKind::Empty,
                 qPrintable(made.error().message));
    }

    void canBeCancelledFromAWorker()
    {
        const QString path =
            file("title\n" + QByteArray("A treaty of some length, so that it takes a while\n").repeated(100000));
        Result<ImportPlan> outcome = Error();
        qint64 seen = 0, total = 0;
        QThread *worker = QThread::create([&] {
            outcome = planImport({path}, {}, [&](qint64 done, qint64 all) {
                seen = done;
                total = all;
                return false;
            });
        });
        worker->start();
        QVERIFY(worker->wait(30000));
        delete worker;
        QVERIFY(!outcome);
        QVERIFY2(outcome.error().message.contains(u"cancelled"_s), qPrintable(outcome.error().message));
        QVERIFY(seen > 0 && seen < total);
    }

    void previewShowsTheBeginning()
    {
        const auto preview = readImportPreview(file("a;b;\n1;2;3\n\n4;5;6\n7;8;9\n"), 2);
        QVERIFY(preview);
        QCOMPARE(preview->header, (QStringList{u"a"_s, u"b"_s, u"column 3"_s}));
        QCOMPARE(preview->format.delimiter, ';');
        QCOMPARE(preview->rows.size(), 2);
    }
};

TREATYBOOK_TEST(TstImportPlan)
#include "tst_importplan.moc"
