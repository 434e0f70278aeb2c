#include "ui/form/agreementform.h"

#include "domain/recordjson.h"
#include "support/booksession.h"
#include "support/records.h"
#include "support/testregistry.h"
#include "ui/form/parteditor.h"
#include "ui/form/partlist.h"
#include "ui/form/partrow.h"
#include "ui/form/parttable.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/longtextedit.h"
#include "ui/widgets/plainlabel.h"
#include "ui/widgets/theme.h"

#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>
#include <QShortcut>
#include <QSignalSpy>
#include <QTest>

using namespace Treatybook;
using namespace Treatybook::Test;
using namespace Qt::StringLiterals;
using Call = FakeRepository::Call;

/// The form as a person uses it, on a book of two plans of which the second succeeds the first.
class TstAgreementForm : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_store = std::make_shared<FakeStore>();
        m_behaviour = std::make_shared<FakeRepository::Behaviour>();
        m_first = plan(u"Plan 2014–2016"_s, u"2014"_s);
        m_second = plan(u"Plan 2017–2019"_s, u"2017-03-23"_s);
        Relation relation;
        relation.id = newItemId();
        relation.kind = RelationKind::Succeeds;
        relation.other = m_first.id();
        m_second.editExtras().relations.append(relation);
        open({m_first, m_second});
    }
    void cleanup() { close(); }

    void showsTheCurrentRecord()
    {
        QCOMPARE(line(u"title"_s)->text(), u"Plan 2014–2016"_s);
        QCOMPARE(m_form->findChild<PlainLabel *>(u"record.title"_s)->fullText(), u"Plan 2014–2016"_s);
        select(m_second.id());
        QCOMPARE(line(u"title"_s)->text(), u"Plan 2017–2019"_s);
        QCOMPARE(line(u"date"_s)->text(), u"2017-03-23"_s);
        m_session->selection().clear();
        QVERIFY(m_form->recordId().isNull());
        QVERIFY(line(u"title"_s)->isHidden() || !line(u"title"_s)->isVisible());
    }

    void marksWhatIsSought()
    {
        Agreement third = plan(u"Plan of hospitals"_s, u"2018"_s);
        Participant ministry;
        ministry.id = newItemId();
        ministry.name = Text(u"Ministry of Hospitals"_s);
        third.edit().participants.append(ministry);
        third.edit().summary = Text(u"Beds for hospitals,\nand a hospital ship"_s);
        open({third});
        select(third.id());
        m_form->resize(420, 3000);
        const auto marks = [&](const QString &query) {
            m_model->setFilter(Filter(Query::parse(query)));
            QCoreApplication::processEvents();
            QList<bool> found;
            for (const char *name :
                 {"record.title", "form.title", "form.summary", "table.participants", "form.place"}) {
                const QImage shown = m_form->findChild<QWidget *>(QLatin1StringView(name))->grab().toImage();
                bool isMarked = false;
                for (int y = 0; y < shown.height(); ++y) {
                    for (int x = 0; x < shown.width(); ++x)
                        isMarked = isMarked || shown.pixelColor(x, y) == foundColor(m_form->palette());
                }
                found.append(isMarked);
            }
            return found;
        };
        QCOMPARE(marks({}), (QList<bool>{false, false, false, false, false}));
        QCOMPARE(marks(u"hosp"_s), (QList<bool>{true, true, true, true, false}));
        QCOMPARE(marks(u"title:hosp"_s), (QList<bool>{true, true, false, false, false})); // that field only
        QCOMPARE(marks(u"party:hosp"_s), (QList<bool>{false, false, false, true, false}));
        QCOMPARE(marks(u"beds"_s), (QList<bool>{false, false, true, false, false}));
        QCOMPARE(marks(u"-nowhere"_s), (QList<bool>{false, false, false, false, false}));
        QVERIFY(!m_form->isDirty());
    }

    void saysThatTheFilterHidesIt()
    {
        const auto *aside = m_form->findChild<PlainLabel *>(u"record.aside"_s);
        m_form->show();
        QVERIFY(!aside->isVisible());
        m_model->setQuery(Query::parse(u"nowhere"_s));
        QTRY_VERIFY(aside->isVisible());
        QCOMPARE(aside->fullText(), u"Hidden by the filter"_s);
        m_model->setQuery({});
        QTRY_VERIFY(!aside->isVisible());
    }

    void savesOneChangeOfTheTouchedFieldsOnly()
    {
        const auto before = m_store->log.size();
        QSignalSpy dirty(m_form.get(), &AgreementForm::dirtyChanged);
        type(u"title"_s, u"Defence plan"_s);
        type(u"place"_s, u"Hanoi"_s);
        QVERIFY(m_form->isDirty());
        QCOMPARE(m_store->log.size(), before); // nothing is written yet
        save();
        QVERIFY(!m_form->isDirty());
        QCOMPARE(dirty.count(), 2);
        QCOMPARE(m_store->log.size(), before + 1);
        const ChangeSet &set = m_store->log.last().set;
        QCOMPARE(set.changes.size(), 1);
        QList<Field> fields;
        for (const PatchStep &step : set.changes.first().steps)
            fields.append(step.field);
        QCOMPARE(fields, (QList<Field>{Field::Title, Field::Place}));
        QCOMPARE(stored(m_first.id())->title.toString(), u"Defence plan"_s);
        QVERIFY(m_session->undoText().contains(u"Defence plan"_s));
    }

    void untouchedFieldsStayByteForByte_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("no-break blanks") << u"a\u00a0b \u202f c"_s;
        QTest::newRow("line ends") << u"one\r\ntwo\rthree\nfour\u2028five\u2029six"_s;
        QTest::newRow("longer than a line edit") << QString(40'000, u'x');
        QTest::newRow("markup") << u"<img src=/etc/passwd><b>x"_s;
        QTest::newRow("bidi and zero width") << u"\u202Eabc\u200b\ufeff"_s;
        QTest::newRow("blanks around") << u"  x  "_s;
        QTest::newRow("decomposed") << u"te\u0302\u0301"_s;
    }
    void untouchedFieldsStayByteForByte()
    {
        QFETCH(QString, text);
        close();
        Agreement hostile(QUuid::createUuid());
        Pool pool;
        for (const FieldInfo &info : fieldTable()) {
            if (info.isScalar() && (info.type == FieldType::Text || info.type == FieldType::LongText || info.edtf))
                QVERIFY(info.setText(hostile, text, pool));
        }
        hostile.edit().reference = u"1"_s;
        m_store = std::make_shared<FakeStore>();
        open({hostile});

        type(u"reference"_s, u"2"_s);
        save();
        Agreement expected = hostile;
        expected.edit().reference = u"2"_s;
        QCOMPARE(recordToJson(stored(hostile.id())), recordToJson(expected));
    }

    void typedBackIsNoChange()
    {
        const auto before = m_store->log.size();
        type(u"title"_s, u"Plan 2014–2016x"_s);
        QVERIFY(m_form->isDirty());
        QTest::keyClick(line(u"title"_s), Qt::Key_Backspace);
        QVERIFY(!m_form->isDirty());
        m_form->save();
        QTest::qWait(0);
        QCOMPARE(m_store->log.size(), before);
    }

    void draftsAreKeptWhenMovingOn()
    {
        type(u"title"_s, u"Mine"_s);
        select(m_second.id());
        QCOMPARE(line(u"title"_s)->text(), u"Plan 2017–2019"_s);
        QVERIFY(!m_form->isDirty());
        QCOMPARE(m_form->drafts(), QSet<QUuid>{m_first.id()});
        type(u"place"_s, u"Havana"_s);
        QCOMPARE(m_form->drafts().size(), 2);
        select(m_first.id());
        QCOMPARE(line(u"title"_s)->text(), u"Mine"_s);
        QVERIFY(m_form->isDirty());

        bool saved = false;
        m_form->saveAll([&](bool ok) { saved = ok; });
        QTRY_VERIFY(saved);
        QVERIFY(m_form->drafts().isEmpty());
        QCOMPARE(stored(m_first.id())->title.toString(), u"Mine"_s);
        QCOMPARE(stored(m_second.id())->place.toString(), u"Havana"_s);
    }

    void revertTakesTheTypingBack()
    {
        type(u"title"_s, u"Mine"_s);
        QTest::mouseClick(button(u"form.revert"_s), Qt::LeftButton);
        QVERIFY(!m_form->isDirty());
        QCOMPARE(line(u"title"_s)->text(), u"Plan 2014–2016"_s);
        QVERIFY(!button(u"form.save"_s)->isEnabled());
    }

    void choicesAndListsAreSaved()
    {
        auto *nature = m_form->findChild<QComboBox *>(u"form.nature"_s);
        nature->setFocus();
        QTest::keyClick(nature, Qt::Key_Down);
        type(u"subjects"_s, u"Health; Tea"_s);
        save();
        const Agreement record = stored(m_first.id());
        QCOMPARE(record->nature, Nature::Contract);
        QCOMPARE(record->subjects, (QList<Text>{u"health"_s, u"Tea"_s}));
    }

    void conflictKeepsTheText()
    {
        type(u"title"_s, u"Mine"_s);
        changeElsewhere(u"Theirs"_s);
        save();
        QVERIFY(m_form->isDirty());
        QCOMPARE(line(u"title"_s)->text(), u"Mine"_s);
        QVERIFY(banner()->isVisible());
        QCOMPARE(stored(m_first.id())->title.toString(), u"Theirs"_s); // nothing was overwritten
        QTRY_COMPARE(here()->title.toString(), u"Theirs"_s);
        QCOMPARE(line(u"title"_s)->text(), u"Mine"_s);
    }

    void conflictIsSettledByThePerson()
    {
        type(u"title"_s, u"Mine"_s);
        changeElsewhere(u"Theirs"_s);
        save();
        QTRY_COMPARE(here()->title.toString(), u"Theirs"_s);
        QTest::mouseClick(button(u"banner.action0"_s), Qt::LeftButton);
        QTRY_COMPARE(stored(m_first.id())->title.toString(), u"Mine"_s);
        QTRY_VERIFY(!m_form->isDirty());

        type(u"title"_s, u"Mine again"_s);
        changeElsewhere(u"Theirs again"_s);
        save();
        QTRY_COMPARE(here()->title.toString(), u"Theirs again"_s);
        QTest::mouseClick(button(u"banner.action1"_s), Qt::LeftButton);
        QCOMPARE(line(u"title"_s)->text(), u"Theirs again"_s);
        QVERIFY(!m_form->isDirty());
    }

    void anotherFieldChangedElsewhereStays()
    {
        type(u"place"_s, u"Hanoi"_s);
        changeElsewhere(u"Theirs"_s);
        save();
        QTRY_VERIFY(!m_form->isDirty());
        QCOMPARE(stored(m_first.id())->title.toString(), u"Theirs"_s);
        QCOMPARE(stored(m_first.id())->place.toString(), u"Hanoi"_s);
    }

    void failureKeepsTheTextAndTriesAgain_data()
    {
        QTest::addColumn<ErrorKind>("kind");
        QTest::newRow("full") << ErrorKind::Full;
        QTest::newRow("busy") << ErrorKind::Busy;
        QTest::newRow("lost") << ErrorKind::Lost;
        QTest::newRow("denied") << ErrorKind::Denied;
    }
    void failureKeepsTheTextAndTriesAgain()
    {
        QFETCH(ErrorKind, kind);
        m_behaviour->failures.append({Call::Commit, kind});
        type(u"title"_s, u"Mine"_s);
        QList<ErrorKind> told;
        connect(m_form.get(), &AgreementForm::saveFailed, this, [&](const Error &error) { told.append(error.kind); });
        save();
        QCOMPARE(told, QList{kind}); // for the window, which knows the file
        QVERIFY(m_form->isDirty());
        QCOMPARE(line(u"title"_s)->text(), u"Mine"_s);
        m_form->retrySave();
        QTRY_VERIFY(!m_form->isDirty());
        QCOMPARE(stored(m_first.id())->title.toString(), u"Mine"_s);
    }

    void typingGoesOnWhileItIsSaved()
    {
        m_behaviour->delay = 40;
        type(u"title"_s, u"Mine"_s);
        m_form->save();
        QTest::keyClicks(line(u"title"_s), u" too"_s);
        QTRY_COMPARE(here()->title.toString(), u"Mine"_s);
        QCOMPARE(line(u"title"_s)->text(), u"Mine too"_s);
        QTRY_VERIFY(button(u"form.save"_s)->isEnabled());
        save();
        QTRY_COMPARE(here()->title.toString(), u"Mine too"_s);
    }

    void whatNoStoreTakesIsMarked()
    {
        line(u"title"_s)->selectAll();
        line(u"title"_s)->insert(u"a"_s + QChar(0xd800));
        Q_EMIT line(u"title"_s)->textEdited(line(u"title"_s)->text());
        QVERIFY(!m_form->findChild<PlainLabel *>(u"message.title"_s)->fullText().isEmpty());
        save();
        QVERIFY(banner()->isVisible());
        QVERIFY(m_form->isDirty());
        QCOMPARE(stored(m_first.id())->title.toString(), u"Plan 2014–2016"_s);
    }

    void warnsWhileTyping()
    {
        auto *message = m_form->findChild<PlainLabel *>(u"message.title"_s);
        QVERIFY(message->isHidden());
        type(u"title"_s, {});
        QVERIFY(!message->isHidden());
        type(u"title"_s, u"x"_s);
        QVERIFY(message->isHidden());
    }

    void controlZOfACleanBoxReachesTheBook()
    {
        QShortcut book(QKeySequence::Undo, m_form.get());
        QSignalSpy undone(&book, &QShortcut::activated);
        auto *title = line(u"title"_s);
        title->setFocus();
        QVERIFY(QTest::qWaitForWindowActive(m_form.get()));
        QTest::keyClick(title, Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(undone.count(), 1);
        QTest::keyClicks(title, u"x"_s);
        QTest::keyClick(title, Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(undone.count(), 1); // the typing was undone in the box
        QCOMPARE(title->text(), u"Plan 2014–2016"_s);

        type(u"title"_s, u"Saved"_s);
        save();
        QTest::keyClick(title, Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(undone.count(), 2); // what is saved is undone in the book
    }

    void relationsAreNamedFromBothSides()
    {
        QSignalSpy requested(m_form.get(), &AgreementForm::recordRequested);
        QTRY_COMPARE(incoming(), QStringList{u"succeeded by|Plan 2017–2019|2017"_s});
        QCOMPARE(own(), QStringList());
        auto *row = m_form->findChild<PartList *>(u"list.relations"_s)->findChild<PartRow *>();
        QTest::mouseClick(row, Qt::LeftButton);
        QCOMPARE(requested.count(), 1);
        QCOMPARE(requested.first().first().toUuid(), m_second.id());
        select(m_second.id());
        QTRY_COMPARE(own(), QStringList{u"succeeds|Plan 2014–2016"_s});
        QCOMPARE(incoming(), QStringList());
        auto *table = m_form->findChild<PartTable *>(u"table.relations"_s);
        const QModelIndex other = table->model()->index(0, 1);
        QTest::mouseClick(table->viewport(), Qt::LeftButton, {}, table->visualRect(other).center());
        QCOMPARE(requested.count(), 2);
        QCOMPARE(requested.last().first().toUuid(), m_first.id());
        QVERIFY(remove(*m_session, m_first.id()));
        QTRY_COMPARE(own(), QStringList{u"succeeds|deleted record"_s});
    }

    void showsEveryPartOfAFullRecord()
    {
        close();
        const Agreement full = filledRecord(QUuid::createUuid(), 3);
        m_store = std::make_shared<FakeStore>();
        open({full});
        for (const FieldInfo &info : fieldTable()) {
            if (info.field == Field::Attachments)
                QCOMPARE(m_form->findChild<PartList *>(u"list."_s + info.keyText())->count(), 3);
            else if (info.part)
                QCOMPARE(m_form->findChild<PartEditor *>(u"form."_s + info.keyText())->count(), 3);
        }
        QVERIFY(!m_form->isDirty());
        QVERIFY(m_form->drafts().isEmpty());
    }

    void historyIsShown()
    {
        type(u"place"_s, u"Hanoi"_s);
        save();
        auto *history = m_form->findChild<QWidget *>(u"form.history"_s);
        QTRY_COMPARE(history->findChildren<PartRow *>().size(), 2);
        QCOMPARE(history->findChildren<PartRow *>().first()->text(), u"Place: (empty) → Hanoi"_s);
    }

    void readOnlyBookIsNotEdited()
    {
        close();
        m_behaviour->capabilities.readOnly = true;
        open({});
        QVERIFY(line(u"title"_s)->isReadOnly());
        QVERIFY(!m_form->findChild<QComboBox *>(u"form.kind"_s)->isEnabled());
        QVERIFY(!button(u"form.save"_s)->isVisible());
        QTest::keyClicks(line(u"title"_s), u"x"_s);
        QVERIFY(!m_form->isDirty());
    }

private:
    static Agreement plan(const QString &title, const QString &date)
    {
        Agreement record(QUuid::createUuid());
        record.edit().title = title;
        record.edit().nature = Nature::NonBinding;
        record.edit().kind = Kind::CooperationPlan;
        record.edit().date = Edtf::read(date);
        record.edit().place = QString();
        return record;
    }

    /// With these records more, the first of them selected.
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
        m_form->resize(460, 900);
        m_form->show();
        select(records.isEmpty() ? m_store->records.firstKey() : records.first().id());
    }
    void close()
    {
        m_form.reset();
        m_model.reset();
        m_session.reset();
    }

    void select(const QUuid &id) { m_session->selection().select(m_session->store().slotOf(id).value()); }
    QLineEdit *line(const QString &key) const { return m_form->findChild<QLineEdit *>(u"form."_s + key); }
    QPushButton *button(const QString &name) const { return m_form->findChild<QPushButton *>(name); }
    Banner *banner() const { return m_form->findChild<Banner *>(); }
    /// What the visible rows say: relations of other records to this one.
    QStringList incoming() const
    {
        QStringList rows;
        for (const PartRow *row : m_form->findChild<PartList *>(u"list.relations"_s)->findChildren<PartRow *>()) {
            if (!row->isHidden())
                rows.append(u"%1|%2|%3"_s.arg(row->lead(), row->text(), row->tail()));
        }
        return rows;
    }
    /// Those of this one.
    QStringList own() const
    {
        QStringList rows;
        const auto *model = m_form->findChild<PartTable *>(u"table.relations"_s)->model();
        for (int row = 0; row < model->rowCount() - 1; ++row)
            rows.append(model->index(row, 0).data().toString() + u'|' + model->index(row, 1).data().toString());
        return rows;
    }
    void type(const QString &key, const QString &text)
    {
        QLineEdit *input = line(key);
        input->setFocus();
        input->selectAll();
        if (text.isEmpty())
            QTest::keyClick(input, Qt::Key_Delete);
        for (const QChar c : text)
            QTest::sendKeyEvent(QTest::Click, input, Qt::Key_unknown, QString(c), Qt::NoModifier);
    }
    /// Presses Save and waits for the answer.
    void save()
    {
        QTest::mouseClick(button(u"form.save"_s), Qt::LeftButton);
        QTRY_VERIFY(!m_session->isBusy());
        QTest::qWait(1);
    }
    void changeElsewhere(const QString &title)
    {
        ChangeSet set(u"elsewhere"_s);
        const Agreement before = stored(m_first.id());
        Agreement after = before;
        after.edit().title = title;
        set.changes.append(
            Change::patch(before.id(), m_store->records.value(before.id()).version, difference(before, after)));
        QVERIFY(m_store->commit(set));
    }
    Agreement stored(const QUuid &id) const { return m_store->records.value(id).record; }
    Agreement here() const { return m_session->store().record(m_session->store().slotOf(m_first.id()).value()); }

    std::shared_ptr<FakeStore> m_store;
    std::shared_ptr<FakeRepository::Behaviour> m_behaviour;
    Agreement m_first, m_second;
    std::unique_ptr<Session> m_session;
    std::unique_ptr<AgreementTableModel> m_model;
    std::unique_ptr<AgreementForm> m_form;
};

TREATYBOOK_TEST(TstAgreementForm)
#include "tst_agreementform.moc"
