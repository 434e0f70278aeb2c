#include "ui/form/parteditor.h"

#include "domain/recordjson.h"
#include "support/booksession.h"
#include "support/records.h"
#include "support/testregistry.h"
#include "ui/form/agreementform.h"
#include "ui/form/columninput.h"
#include "ui/form/parttable.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/plainlabel.h"

#include <QAbstractButton>
#include <QAbstractItemModelTester>
#include <QApplication>
#include <QComboBox>
#include <QCompleter>
#include <QElapsedTimer>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QShortcut>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace Treatybook;
using namespace Treatybook::Test;
using namespace Qt::StringLiterals;

/// The parts of a record in the form, by keyboard and mouse.
class TstPartEditor : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_store = std::make_shared<FakeStore>();
        m_behaviour = std::make_shared<FakeRepository::Behaviour>();
        m_record = titled(u"Purchase"_s);
        m_record.edit().participants = {participant(u"Viet Nam"_s, u"VN"_s), participant(u"Cuba"_s, u"CU"_s)};
        m_other = titled(u"Visit of the President"_s);
        open({m_record, m_other});
    }
    void cleanup() { close(); }

    void addsOneByTypingIntoTheEmptyRow()
    {
        QTableView *table = focused(u"participants"_s);
        QCOMPARE(table->model()->rowCount(), 3);
        QTest::keyClick(table, Qt::Key_Down);
        QTest::keyClick(table, Qt::Key_Down);
        QTest::keyClick(table, Qt::Key_R);
        type(u"est of the world"_s);
        QVERIFY(m_form->isDirty());
        QTest::keyClick(focus(), Qt::Key_Tab); // to the code
        type(u"XX"_s);
        QTest::keyClick(focus(), Qt::Key_Return);
        QTRY_COMPARE(table->model()->rowCount(), 4);
        const Agreement after = saved();
        QCOMPARE(after->participants.size(), 3);
        QCOMPARE(after->participants.mid(0, 2), m_record->participants);
        QCOMPARE(after->participants.last().name.toString(), u"rest of the world"_s);
        QCOMPARE(after->participants.last().code.toString(), u"XX"_s);
        QCOMPARE(after->participants.last().role, ParticipantRole::Side);
        QVERIFY(checkItemIds(after));
    }

    void onlyTheTouchedItemIsWritten()
    {
        QTableView *table = focused(u"participants"_s);
        QTest::keyClick(table, Qt::Key_F2);
        type(u"Socialist Republic of Viet Nam"_s);
        QTest::keyClick(focus(), Qt::Key_Return);
        const Agreement after = saved();
        const ChangeSet &set = m_store->log.last().set;
        QCOMPARE(set.changes.size(), 1);
        QCOMPARE(set.changes.first().steps.size(), 1);
        const PatchStep &step = set.changes.first().steps.first();
        QCOMPARE(step.field, Field::Participants);
        QCOMPARE(step.item, m_record->participants.first().id);
        Agreement expected = m_record;
        expected.edit().participants.first().name = u"Socialist Republic of Viet Nam"_s;
        QCOMPARE(recordToJson(after), recordToJson(expected));
        QVERIFY(awaitResult(m_session->undo()).hasValue());
        QTRY_COMPARE(recordToJson(stored()), recordToJson(m_record));
        QTRY_COMPARE(table->model()->index(0, 0).data().toString(), u"Viet Nam"_s);
    }

    void escapeTakesTheTypingBack()
    {
        QTableView *table = focused(u"participants"_s);
        QTest::keyClick(table, Qt::Key_F2);
        type(u"Laos"_s);
        QVERIFY(m_form->isDirty());
        QTest::keyClick(focus(), Qt::Key_Escape);
        QVERIFY(!m_form->isDirty());
        QCOMPARE(focus(), table);
        QTest::keyClick(table, Qt::Key_Insert); // a new one leaves nothing behind either
        type(u"Laos"_s);
        QCOMPARE(editor(u"participants"_s)->count(), 3);
        QTest::keyClick(focus(), Qt::Key_Escape);
        QCOMPARE(editor(u"participants"_s)->count(), 2);
        QVERIFY(!m_form->isDirty());
    }

    void aNewItemThatStaysEmptyIsNone()
    {
        QTableView *table = focused(u"participants"_s);
        QTest::keyClick(table, Qt::Key_Insert);
        type(u"L"_s);
        QTest::keyClick(focus(), Qt::Key_Backspace);
        QTest::keyClick(focus(), Qt::Key_Return);
        QCOMPARE(editor(u"participants"_s)->count(), 2);
        QVERIFY(!m_form->isDirty());
    }

    void removesAndOrdersByKeyboard()
    {
        QTableView *table = focused(u"participants"_s);
        QTest::keyClick(table, Qt::Key_Down, Qt::AltModifier);
        QCOMPARE(table->currentIndex().row(), 1);
        Agreement after = saved();
        QCOMPARE(after->participants, (QList{m_record->participants[1], m_record->participants[0]}));
        QTest::keyClick(table, Qt::Key_Up, Qt::AltModifier);
        QTest::keyClick(table, Qt::Key_Up, Qt::AltModifier); // there is no further
        after = saved();
        QCOMPARE(recordToJson(after), recordToJson(m_record));
        QTest::keyClick(table, Qt::Key_Delete);
        after = saved();
        QCOMPARE(after->participants, m_record->participants.mid(1));
        QTest::keyClick(table, Qt::Key_Delete, Qt::ControlModifier);
        QVERIFY(saved()->participants.isEmpty());
        QVERIFY(!table->isVisible());
        for (int step = 0; step < 4; ++step)
            QVERIFY(awaitResult(m_session->undo()).hasValue());
        QCOMPARE(recordToJson(stored()), recordToJson(m_record));
    }

    void controlZTakesBackUnsavedStepsAndThenTheBook()
    {
        QShortcut book(QKeySequence::Undo, m_form.get());
        QSignalSpy undone(&book, &QShortcut::activated);
        QTableView *table = focused(u"participants"_s);
        QTest::keyClick(table, Qt::Key_Delete);
        QTest::keyClick(table, Qt::Key_Insert);
        type(u"Laos"_s);
        QTest::keyClick(focus(), Qt::Key_Return);
        QTest::keyClick(focus(), Qt::Key_Escape);
        QTest::keyClick(table, Qt::Key_Up, Qt::AltModifier);
        QCOMPARE(names(), (QStringList{u"Cuba"_s, u"Laos"_s}));
        table->setCurrentIndex(table->model()->index(0, 0));
        QTest::keyClick(table, Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(names(), QStringList{u"Cuba"_s});
        QTest::keyClick(table, Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(names(), (QStringList{u"Viet Nam"_s, u"Cuba"_s}));
        QVERIFY(!m_form->isDirty());
        QTest::keyClick(table, Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(names(), QStringList{u"Cuba"_s});
        QVERIFY(undone.isEmpty());
        QCOMPARE(saved()->participants, m_record->participants.mid(1));
        table->setFocus();
        QTest::keyClick(table, Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(undone.count(), 1);
    }

    void buttonsDoTheSame()
    {
        QTableView *table = this->table(u"participants"_s);
        QTest::mouseClick(table->viewport(), Qt::LeftButton, {}, table->visualRect(table->model()->index(1, 0)).center());
        QVERIFY(!button(u"down.participants"_s)->isEnabled());
        press(u"up.participants"_s);
        QCOMPARE(table->currentIndex().row(), 0);
        QVERIFY(!button(u"up.participants"_s)->isEnabled());
        press(u"remove.participants"_s);
        press(u"add.participants"_s);
        type(u"Laos"_s);
        QTest::keyClick(focus(), Qt::Key_Return);
        const Agreement after = saved();
        QCOMPARE(after->participants.size(), 2);
        QCOMPARE(after->participants.first(), m_record->participants.first());
        QCOMPARE(after->participants.last().name.toString(), u"Laos"_s);
    }

    void aCountryIsCompletedWithItsCode()
    {
        focused(u"participants"_s);
        QTest::keyClick(focus(), Qt::Key_Insert);
        type(u"pola"_s);
        auto *completer = focus()->findChild<QCompleter *>();
        QVERIFY(completer);
        QTRY_VERIFY(completer->popup()->isVisible());
        QCOMPARE(completer->popup()->model()->index(0, 0).data().toString(), u"Poland · PL"_s);
        QTest::keyClick(completer->popup(), Qt::Key_Down);
        QTest::keyClick(completer->popup(), Qt::Key_Return);
        QTest::keyClick(focus(), Qt::Key_Return);
        const Agreement after = saved();
        QCOMPARE(after->participants.last().name.toString(), u"Poland"_s);
        QCOMPARE(after->participants.last().code.toString(), u"PL"_s);
    }

    void aNameTypedInFullProposesItsCode_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("code");
        QTest::newRow("in full") << u"Nigeria"_s << u"NG"_s; // and not Niger on the way
        QTest::newRow("any language") << u"Ba Lan"_s << u"PL"_s;
        QTest::newRow("former, no code") << u"Prussia"_s << QString();
        QTest::newRow("unknown") << u"Nigeria and others"_s << QString();
    }
    void aNameTypedInFullProposesItsCode()
    {
        QFETCH(QString, name);
        focused(u"participants"_s);
        QTest::keyClick(focus(), Qt::Key_Insert);
        type(name);
        QTest::keyClick(focus(), Qt::Key_Return);
        const Agreement after = saved();
        QCOMPARE(after->participants.last().name.toString(), name);
        QTEST(after->participants.last().code.toString(), "code");
    }

    void aCodeThatIsThereStays()
    {
        focused(u"participants"_s);
        QTest::keyClick(focus(), Qt::Key_F2);
        type(u"Poland"_s);
        QTest::keyClick(focus(), Qt::Key_Return);
        QCOMPARE(saved()->participants.first().code.toString(), u"VN"_s);
    }

    void whatIsNoValueStaysAndIsNotSaved()
    {
        press(u"add.quantities"_s);
        type(u"about 5"_s);
        QTest::keyClick(focus(), Qt::Key_Tab);
        type(u"doses"_s);
        QTest::keyClick(focus(), Qt::Key_Return);
        QTest::keyClick(focus(), Qt::Key_Escape);
        auto *message = m_form->findChild<PlainLabel *>(u"message.quantities"_s);
        QVERIFY2(message->fullText().contains(u"Quantity 1, Amount: “about 5” is no number"_s),
                 qPrintable(message->fullText()));
        const auto before = m_store->log.size();
        pressSave();
        QCOMPARE(m_store->log.size(), before);
        QVERIFY(m_form->findChild<Banner *>()->isVisible());
        QVERIFY(m_form->isDirty());
        QCOMPARE(focus(), static_cast<QWidget *>(table(u"quantities"_s)));
        QCOMPARE(table(u"quantities"_s)->currentIndex().data().toString(), u"about 5"_s);
        select(m_other.id()); // and it is kept with the draft
        select(m_record.id());
        QCOMPARE(table(u"quantities"_s)->model()->index(0, 0).data().toString(), u"about 5"_s);

        focused(u"quantities"_s);
        table(u"quantities"_s)->setCurrentIndex(table(u"quantities"_s)->model()->index(0, 0));
        QTest::keyClick(focus(), Qt::Key_F2);
        type(u"5.10"_s);
        QTest::keyClick(focus(), Qt::Key_Return);
        QVERIFY(message->fullText().isEmpty());
        const Agreement after = saved();
        QCOMPARE(after.extras().quantities.size(), 1);
        QCOMPARE(after.extras().quantities.first().amount.text(), u"5.10"_s);
        QCOMPARE(after.extras().quantities.first().unit.toString(), u"doses"_s);
    }

    void aDateThatCannotBeReadStaysAsWritten()
    {
        press(u"add.actions"_s);
        QTest::keyClick(focus(), Qt::Key_Down); // of the choices
        QTest::keyClick(focus(), Qt::Key_Tab);
        type(u"2021-13-45"_s);
        QTest::keyClick(focus(), Qt::Key_Return);
        QVERIFY(!m_form->findChild<PlainLabel *>(u"message.actions"_s)->fullText().isEmpty());
        const Agreement after = saved();
        QCOMPARE(after->actions.size(), 1);
        QCOMPARE(after->actions.first().kind, ActionKind::Negotiation);
        QCOMPARE(after->actions.first().date.text(), u"2021-13-45"_s);
    }

    void aDateIsTypedAsPeopleDo()
    {
        press(u"add.actions"_s);
        QTest::keyClick(focus(), Qt::Key_Down);
        QTest::keyClick(focus(), Qt::Key_Tab);
        type(u"20 Sep 2021"_s);
        QTest::keyClick(focus(), Qt::Key_Return);
        QCOMPARE(saved()->actions.first().date.text(), u"2021-09-20"_s);

        focused(u"actions"_s)->setCurrentIndex(table(u"actions"_s)->model()->index(0, 1));
        QTest::keyClick(focus(), Qt::Key_F2);
        type(u"04/05/2004"_s); // either day first or month first: Tab leads to the meanings
        QTRY_VERIFY(m_form->findChild<QAbstractButton *>(u"choice.0"_s));
        QTest::keyClick(focus(), Qt::Key_Tab);
        auto *choice = qobject_cast<QAbstractButton *>(focus());
        QVERIFY(choice && choice->objectName().startsWith("choice."_L1));
        QTest::keyClick(choice, Qt::Key_Space);
        QTRY_VERIFY(table(u"actions"_s)->model()->index(0, 1).data(Qt::EditRole).toString().startsWith("2004-0"_L1));
        m_form->findChild<QLineEdit *>(u"form.place"_s)->setFocus();
        QTRY_VERIFY(!m_form->findChild<ColumnInput *>(u"cell.actions.date"_s) &&
                    table(u"actions"_s)->findChildren<ColumnInput *>().isEmpty());
        QVERIFY(saved()->actions.first().date.text().startsWith(u"2004-0"_s));
    }

    void detailsHaveEveryColumn()
    {
        close();
        m_record = filledRecord(QUuid::createUuid(), 2);
        m_store = std::make_shared<FakeStore>();
        open({m_record});
        for (const FieldInfo &field : fieldTable()) {
            if (!field.part || field.field == Field::Attachments)
                continue;
            QTableView *table = focused(field.keyText());
            QTest::keyClick(table, Qt::Key_Return, Qt::AltModifier);
            for (const ColumnInfo &column : field.part->columns) {
                const QString name = u"detail.%1.%2"_s.arg(field.keyText(), column.keyText());
                auto *input = m_form->findChild<QWidget *>(name);
                QVERIFY2(input && input->isVisible(), qPrintable(name));
                QVERIFY2(!input->accessibleName().isEmpty(), qPrintable(name));
            }
        }
        QVERIFY(!m_form->isDirty()); // looking changes nothing
        auto *body = m_form->findChild<QLineEdit *>(u"detail.participants.body"_s);
        body->setFocus();
        body->selectAll();
        type(u"Ministry"_s);
        Agreement expected = m_record;
        expected.edit().participants.first().body = u"Ministry"_s;
        QCOMPARE(recordToJson(saved()), recordToJson(expected));
    }

    void anotherItemIsChosenByItsName()
    {
        press(u"add.persons"_s);
        type(u"Somebody"_s);
        QTest::keyClick(focus(), Qt::Key_Escape, Qt::ShiftModifier);
        press(u"add.persons"_s);
        type(u"Tran Van Thuan"_s);
        table(u"persons"_s)->setFocus();
        table(u"persons"_s)->setCurrentIndex(table(u"persons"_s)->model()->index(0, 0));
        QTest::keyClick(focus(), Qt::Key_Return, Qt::AltModifier);
        auto *box = m_form->findChild<QComboBox *>(u"detail.persons.participant"_s);
        QCOMPARE(box->count(), 3);
        QCOMPARE(box->itemText(2), u"Cuba"_s);
        box->setFocus();
        QTest::keyClick(box, Qt::Key_Down);
        QTest::keyClick(box, Qt::Key_Down);
        // Renaming a participant shows at once where it is referred to.
        focused(u"participants"_s);
        table(u"participants"_s)->setCurrentIndex(table(u"participants"_s)->model()->index(1, 0));
        QTest::keyClick(focus(), Qt::Key_F2);
        type(u"Republic of Cuba"_s);
        QTest::keyClick(focus(), Qt::Key_Return);
        QCOMPARE(table(u"persons"_s)->model()->index(0, 2).data().toString(), u"Republic of Cuba"_s);
        const Agreement after = saved();
        QCOMPARE(after.extras().persons.first().name.toString(), u"Tran Van Thuan"_s);
        QCOMPARE(after.extras().persons.first().participant, m_record->participants.last().id);
    }

    void anotherRecordIsChosenByItsTitle()
    {
        press(u"add.relations"_s);
        type(u"presid"_s);
        auto *completer = focus()->findChild<QCompleter *>();
        QTRY_VERIFY(completer->popup()->isVisible());
        QTest::keyClick(completer->popup(), Qt::Key_Down);
        QTest::keyClick(completer->popup(), Qt::Key_Return);
        QTest::keyClick(focus(), Qt::Key_Return);
        QTest::keyClick(focus(), Qt::Key_Escape);
        const Agreement after = saved();
        QCOMPARE(after.extras().relations.size(), 1);
        QCOMPARE(after.extras().relations.first().other, m_other.id());

        QSignalSpy requested(m_form.get(), &AgreementForm::recordRequested);
        focused(u"relations"_s)->setCurrentIndex(table(u"relations"_s)->model()->index(0, 1));
        QTest::keyClick(focus(), Qt::Key_Return, Qt::ShiftModifier);
        QCOMPARE(requested.count(), 1);
        QCOMPARE(requested.first().first().toUuid(), m_other.id());

        press(u"add.relations"_s);
        type(u"no such record"_s);
        QTest::keyClick(focus(), Qt::Key_Return);
        QTest::keyClick(focus(), Qt::Key_Escape);
        const auto before = m_store->log.size();
        pressSave();
        QCOMPARE(m_store->log.size(), before);
        QVERIFY(m_form->findChild<PlainLabel *>(u"message.relations"_s)->fullText().contains(u"no such record"_s));
    }

    void untouchedItemsStayByteForByte()
    {
        close();
        m_record = titled(u"Hostile"_s);
        const QString hostile = u"a\u00a0b\r\nc\u2028d  \u202Ee\u0301 \ufeff; \\ \t"_s;
        Participant who = participant(hostile, u"VN"_s);
        who.body = hostile;
        m_record.edit().participants = {who, participant(u"Cuba"_s, {})};
        Source source;
        source.id = newItemId();
        source.title = hostile;
        source.date = Edtf::read(u"who knows"_s);
        source.supports = {hostile.trimmed(), u"b;c"_s};
        m_record.edit().sources = {source};
        m_store = std::make_shared<FakeStore>();
        open({m_record});
        // Through every cell and every detail, without typing.
        for (const QString &part : {u"participants"_s, u"sources"_s}) {
            QTableView *table = focused(part);
            QTest::keyClick(table, Qt::Key_F2);
            for (int step = 0; step < 12 && focus() != table; ++step)
                QTest::keyClick(focus(), Qt::Key_Tab);
            focused(part);
            QTest::keyClick(table, Qt::Key_Return, Qt::AltModifier);
        }
        m_form->findChild<PartEditor *>(u"form.participants"_s)->finishEditing();
        QVERIFY2(!m_form->isDirty(), "looking is no change");
        table(u"participants"_s)->setCurrentIndex(table(u"participants"_s)->model()->index(1, 0));
        table(u"participants"_s)->setFocus();
        QTest::keyClick(focus(), Qt::Key_Delete);
        Agreement expected = m_record;
        expected.edit().participants.removeLast();
        QCOMPARE(recordToJson(saved()), recordToJson(expected));
    }

    void tabLeavesTheTable()
    {
        QTableView *table = focused(u"participants"_s);
        QTest::keyClick(table, Qt::Key_Tab);
        QVERIFY(focus() != table);
        focused(u"participants"_s);
        QTest::keyClick(table, Qt::Key_Backtab);
        QVERIFY(focus() != table);
        // While one edits it goes from cell to cell, and past the empty row out.
        table->setFocus();
        table->setCurrentIndex(table->model()->index(0, 0));
        QTest::keyClick(table, Qt::Key_F2);
        int steps = 0;
        while ((focus() == table || table->isAncestorOf(focus())) && ++steps < 30)
            QTest::keyClick(focus(), Qt::Key_Tab);
        QCOMPARE(steps, 7); // three columns of two items, and the empty row
        QVERIFY(!m_form->isDirty());
    }

    void wholeFormIsPassedByTab()
    {
        m_form->findChild<QLineEdit *>(u"form.title"_s)->setFocus();
        QSet<QWidget *> seen;
        while (!seen.contains(focus())) {
            seen.insert(focus());
            QVERIFY(seen.size() < 200);
            QTest::keyClick(focus(), Qt::Key_Tab);
        }
        QVERIFY(seen.contains(table(u"participants"_s)));
        QVERIFY(seen.contains(button(u"add.quantities"_s)));
        QVERIFY(seen.contains(m_form->findChild<QLineEdit *>(u"form.file_reference"_s)));
    }

    void aClickElsewhereKeepsWhatWasTyped()
    {
        QTableView *table = this->table(u"participants"_s);
        const int height = table->rowHeight(1), total = table->height();
        const auto place = [table](int row, int column) {
            return table->visualRect(table->model()->index(row, column)).center();
        };
        QTest::mouseClick(table->viewport(), Qt::LeftButton, {}, place(0, 0));
        QTest::mouseDClick(table->viewport(), Qt::LeftButton, {}, place(0, 0));
        type(u"Ba Lan"_s);
        QTest::mouseClick(table->viewport(), Qt::LeftButton, {}, place(1, 0));
        QTRY_COMPARE(focus(), table);
        QCOMPARE(table->currentIndex().row(), 1);
        QCOMPARE(names().first(), u"Ba Lan"_s);
        QVERIFY(!m_form->findChild<ColumnInput *>(u"cell.participants.name"_s));
        QTest::mouseClick(table->viewport(), Qt::LeftButton, {}, place(1, 1));
        QTest::mouseDClick(table->viewport(), Qt::LeftButton, {}, place(1, 1));
        type(u"XX"_s);
        QTest::mouseClick(m_form->findChild<QLineEdit *>(u"form.place"_s), Qt::LeftButton);
        QTRY_COMPARE(table->model()->index(1, 1).data().toString(), u"XX"_s);
        QTRY_COMPARE(table->rowHeight(1), height);
        QTRY_COMPARE(table->height(), total);
    }

    void savingKeepsWhatIsStillInTheEditor()
    {
        focused(u"participants"_s);
        QTest::keyClick(focus(), Qt::Key_Insert);
        type(u"Laos"_s);
        m_form->save(); // Ctrl+S, the editor is open
        QTRY_COMPARE(stored()->participants.size(), 3);
        QCOMPARE(stored()->participants.last().code.toString(), u"LA"_s);
    }

    void othersMayChangeOtherItems()
    {
        focused(u"participants"_s);
        QTest::keyClick(focus(), Qt::Key_F2);
        type(u"Mine"_s);
        QTest::keyClick(focus(), Qt::Key_Return);
        Agreement theirs = m_record;
        theirs.edit().participants.last().name = u"Theirs"_s;
        theirs.edit().participants.append(participant(u"Third"_s, {}));
        changeElsewhere(theirs);
        m_session->refresh();
        QTRY_COMPARE(table(u"participants"_s)->model()->rowCount(), 4);
        QCOMPARE(names(), (QStringList{u"Mine"_s, u"Theirs"_s, u"Third"_s}));
        const Agreement after = saved();
        QCOMPARE(after->participants.at(0).name.toString(), u"Mine"_s);
        QCOMPARE(after->participants.mid(1), theirs->participants.mid(1));
    }

    void theSameItemIsAConflict()
    {
        focused(u"participants"_s);
        QTest::keyClick(focus(), Qt::Key_F2);
        type(u"Mine"_s);
        QTest::keyClick(focus(), Qt::Key_Return);
        Agreement theirs = m_record;
        theirs.edit().participants.first().name = u"Theirs"_s;
        theirs.edit().participants.append(participant(u"Third"_s, {}));
        changeElsewhere(theirs);
        pressSave();
        QVERIFY(m_form->isDirty());
        QCOMPARE(stored()->participants.first().name.toString(), u"Theirs"_s);
        QTRY_COMPARE(here()->participants.size(), 3);
        QCOMPARE(names().first(), u"Mine"_s);
        QTest::mouseClick(m_form->findChild<QPushButton *>(u"banner.action0"_s), Qt::LeftButton); // mine over it
        QTRY_COMPARE(stored()->participants.first().name.toString(), u"Mine"_s);
        QCOMPARE(stored()->participants.last().name.toString(), u"Third"_s); // which nobody here touched
    }

    void readOnlyBookIsNotEdited()
    {
        close();
        m_behaviour->capabilities.readOnly = true;
        open({});
        QTableView *table = focused(u"participants"_s);
        QCOMPARE(table->model()->rowCount(), 2);
        for (const auto key : {Qt::Key_F2, Qt::Key_Delete, Qt::Key_Insert, Qt::Key_X})
            QTest::keyClick(table, key);
        QTest::keyClick(table, Qt::Key_Down, Qt::AltModifier);
        QVERIFY(!m_form->findChild<ColumnInput *>(u"cell.participants.name"_s));
        QVERIFY(!button(u"add.participants"_s)->isVisible());
        QCOMPARE(names(), (QStringList{u"Viet Nam"_s, u"Cuba"_s}));
        QVERIFY(!m_form->isDirty());
    }

    void manyParticipants()
    {
        close();
        m_record = titled(u"Convention"_s);
        for (int n = 0; n < 290; ++n) {
            Participant who = participant(u"State %1"_s.arg(n), {});
            who.body = QString(u"A ministry of a very long name, and its departments; "_s).repeated(1 + n % 5);
            m_record.edit().participants.append(who);
        }
        m_store = std::make_shared<FakeStore>();
        QElapsedTimer clock;
        open({m_record, m_other});
        QTableView *table = focused(u"participants"_s);
        QVERIFY2(table->height() < 400, qPrintable(QString::number(table->height())));
        auto *scroll = m_form->findChild<QScrollArea *>(u"form.scroll"_s);
        QVERIFY(scroll->widget()->height() < 2500);
        QVERIFY(scroll->widget()->width() <= scroll->viewport()->width());
        QTest::keyClick(table, Qt::Key_End, Qt::ControlModifier);
        QTRY_VERIFY(table->verticalScrollBar()->value() > 0);
        clock.start();
        QTest::keyClick(table, Qt::Key_S);
        type(u"tate 290 of a hundred"_s);
        QTest::keyClick(focus(), Qt::Key_Return);
        QTest::keyClick(focus(), Qt::Key_Escape);
        QVERIFY2(clock.elapsed() < 15000, qPrintable(QString::number(clock.elapsed()))); // 22 keystrokes: 0.5 s
        const Agreement after = saved();
        QCOMPARE(after->participants.size(), 291);
        QCOMPARE(after->participants.mid(0, 290), m_record->participants);
        QCOMPARE(m_store->log.last().set.changes.first().steps.size(), 1);
        clock.restart();
        for (int n = 0; n < 10; ++n) {
            select(m_other.id());
            select(m_record.id());
        }
        QVERIFY2(clock.elapsed() < 15000, qPrintable(QString::number(clock.elapsed()))); // 0.1 s
    }

    void theModelIsAModel()
    {
        for (const FieldInfo &field : fieldTable()) {
            if (!field.part || field.field == Field::Attachments)
                continue;
            new QAbstractItemModelTester(table(field.keyText())->model(), QAbstractItemModelTester::FailureReportingMode::QtTest,
                                         m_form.get());
        }
        focused(u"participants"_s);
        QTest::keyClick(focus(), Qt::Key_Down, Qt::AltModifier);
        QTest::keyClick(focus(), Qt::Key_Insert);
        type(u"Laos"_s);
        QTest::keyClick(focus(), Qt::Key_Return);
        QTest::keyClick(focus(), Qt::Key_Escape);
        for (int n = 0; n < 3; ++n) {
            table(u"participants"_s)->setCurrentIndex(table(u"participants"_s)->model()->index(0, 0));
            press(u"remove.participants"_s);
        }
        press(u"add.participants"_s);
        QTest::keyClick(focus(), Qt::Key_Escape);
        m_form->findChild<QLineEdit *>(u"form.title"_s)->setFocus();
        QVERIFY(!table(u"participants"_s)->isVisible());
        m_form->revert();
        QCOMPARE(names(), (QStringList{u"Viet Nam"_s, u"Cuba"_s}));
    }

private:
    static Participant participant(const QString &name, const QString &code)
    {
        Participant who;
        who.id = newItemId();
        who.name = name;
        who.code = code;
        return who;
    }

    void open(const QList<Agreement> &records)
    {
        const bool readOnly = std::exchange(m_behaviour->capabilities.readOnly, false);
        m_session = fakeSession(m_store, m_behaviour);
        if (!records.isEmpty())
            QVERIFY(add(*m_session, records));
        m_behaviour->capabilities.readOnly = readOnly;
        m_model = std::make_unique<AgreementTableModel>(*m_session);
        m_model->setLocale(QLocale(QLocale::English));
        m_model->setFields({Field::Title, Field::Status});
        m_form = std::make_unique<AgreementForm>(*m_model);
        m_form->resize(330, 900);
        m_form->show();
        m_form->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_form.get()));
        select(m_record.id());
    }
    void close()
    {
        m_form.reset();
        m_model.reset();
        m_session.reset();
    }

    void select(const QUuid &id) { m_session->selection().select(m_session->store().slotOf(id).value()); }
    PartEditor *editor(const QString &part) const { return m_form->findChild<PartEditor *>(u"form."_s + part); }
    QTableView *table(const QString &part) const { return m_form->findChild<QTableView *>(u"table."_s + part); }
    QTableView *focused(const QString &part) const
    {
        QTableView *table = this->table(part);
        table->setFocus();
        return table;
    }
    static QWidget *focus() { return QApplication::focusWidget(); }
    QToolButton *button(const QString &name) const { return m_form->findChild<QToolButton *>(name); }
    void press(const QString &name) const { QTest::mouseClick(button(name), Qt::LeftButton); }
    /// Into what has the keyboard, instead of what it holds.
    static void type(const QString &text)
    {
        auto *line = qobject_cast<QLineEdit *>(focus());
        auto *box = qobject_cast<QPlainTextEdit *>(focus());
        QVERIFY(line || box);
        for (const QChar c : text)
            QTest::sendKeyEvent(QTest::Click, focus(), Qt::Key_unknown, QString(c), Qt::NoModifier);
    }
    void pressSave()
    {
        m_form->activateWindow(); // a list of offers that closes may leave no window active here
        QVERIFY(QTest::qWaitForWindowActive(m_form.get()));
        QTest::mouseClick(m_form->findChild<QPushButton *>(u"form.save"_s), Qt::LeftButton);
        QTRY_VERIFY(!m_session->isBusy());
        QTest::qWait(1);
    }
    Agreement saved()
    {
        pressSave();
        if (m_form->isDirty())
            qWarning("it was not saved: %s %s", qPrintable(m_form->findChild<Banner *>()->text()), qPrintable(names().join(u'|')));
        return stored();
    }
    Agreement stored() const { return m_store->records.value(m_record.id()).record; }
    Agreement here() const { return m_session->store().record(m_session->store().slotOf(m_record.id()).value()); }
    QStringList names() const
    {
        QStringList result;
        for (int row = 0; row < editor(u"participants"_s)->count(); ++row)
            result.append(table(u"participants"_s)->model()->index(row, 0).data().toString());
        return result;
    }
    void changeElsewhere(const Agreement &after)
    {
        ChangeSet set(u"elsewhere"_s);
        set.changes.append(Change::patch(after.id(), m_store->records.value(after.id()).version,
                                         difference(stored(), after)));
        QVERIFY(m_store->commit(set));
    }

    std::shared_ptr<FakeStore> m_store;
    std::shared_ptr<FakeRepository::Behaviour> m_behaviour;
    Agreement m_record, m_other;
    std::unique_ptr<Session> m_session;
    std::unique_ptr<AgreementTableModel> m_model;
    std::unique_ptr<AgreementForm> m_form;
};

TREATYBOOK_TEST(TstPartEditor)
#include "tst_parteditor.moc"
