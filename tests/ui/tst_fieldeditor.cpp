#include "ui/form/fieldeditor.h"

#include "domain/recordjson.h"
#include "support/records.h"
#include "support/testregistry.h"
#include "ui/form/formlayout.h"
#include "ui/widgets/choicebox.h"
#include "ui/widgets/plainlabel.h"

#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>

using namespace Treatybook;
using namespace Qt::StringLiterals;

class TstFieldEditor : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyStoredFieldIsInOneSection()
    {
        QList<Field> placed;
        for (const FormSectionInfo &section : formSections()) {
            QVERIFY(!section.titleText().isEmpty());
            for (const Field field : section.fields)
                placed.append(field);
        }
        QList<Field> stored;
        for (const FieldInfo &info : fieldTable()) {
            if (info.isStored() && info.field != Field::Id)
                stored.append(info.field);
        }
        std::sort(placed.begin(), placed.end());
        QCOMPARE(placed, stored);
    }

    void everyScalarFieldHasAnInput_data() { addScalars(); }
    void everyScalarFieldHasAnInput()
    {
        QFETCH(Field, field);
        const FieldInfo &info = fieldInfo(field);
        QVERIFY(FieldEditor::canEdit(info));
        const FieldEditor editor(info, QLocale::c());
        const auto *input = editor.findChild<QWidget *>(u"form."_s + info.keyText());
        QVERIFY(input);
        QCOMPARE(input->accessibleName(), info.labelText());
        QVERIFY(editor.focusProxy());
    }

    void givesBackWhatWasSet_data() { addScalars(); }
    void givesBackWhatWasSet()
    {
        QFETCH(Field, field);
        FieldEditor editor(fieldInfo(field), QLocale::c());
        QSignalSpy edited(&editor, &FieldEditor::edited);
        for (int n = 0; n < 12; ++n) {
            Agreement record;
            Pool pool;
            QVERIFY(fieldInfo(field).setText(record, Test::sampleText(fieldInfo(field), n), pool));
            const QJsonValue value = fieldToJson(record, field);
            editor.setValue(value);
            QCOMPARE(editor.value(), value);
        }
        QCOMPARE(edited.count(), 0);
    }

    void choosingIsAnEdit()
    {
        FieldEditor editor(fieldInfo(Field::Nature), QLocale::c());
        editor.setValue(u"treaty"_s);
        QSignalSpy edited(&editor, &FieldEditor::edited);
        auto *box = editor.findChild<ChoiceBox *>();
        box->show();
        QTest::keyClick(box, Qt::Key_Down);
        QCOMPARE(edited.count(), 1);
        QCOMPARE(editor.value(), QJsonValue(u"non-binding"_s));
    }

    void numbersTakeDigitsOnly()
    {
        FieldEditor editor(fieldInfo(Field::NoticeMonths), QLocale::c());
        auto *input = editor.findChild<QLineEdit *>(u"form.notice_months"_s);
        QTest::keyClicks(input, u"-1x2"_s);
        QCOMPARE(editor.value(), QJsonValue(u"12"_s));
    }

    void messagesAreBelow()
    {
        FieldEditor editor(fieldInfo(Field::Title), QLocale::c());
        auto *message = editor.findChild<PlainLabel *>(u"message.title"_s);
        QVERIFY(message->isHidden());
        editor.setMessage(u"<b>wrong</b>"_s, false);
        QVERIFY(!message->isHidden());
        QCOMPARE(message->fullText(), u"<b>wrong</b>"_s);
        editor.setMessage({}, false);
        QVERIFY(message->isHidden());
    }

    void dateIsNamedByNature_data()
    {
        QTest::addColumn<Nature>("nature");
        QTest::addColumn<Kind>("kind");
        QTest::addColumn<QString>("label");
        QTest::newRow("treaty") << Nature::Treaty << Kind::Treaty << u"Signed"_s;
        QTest::newRow("plan") << Nature::NonBinding << Kind::CooperationPlan << u"Signed"_s;
        QTest::newRow("statement") << Nature::NonBinding << Kind::JointStatement << u"Issued"_s;
        QTest::newRow("offer") << Nature::Unilateral << Kind::Offer << u"Announced"_s;
        QTest::newRow("visit") << Nature::Event << Kind::Visit << u"Date"_s;
    }
    void dateIsNamedByNature()
    {
        QFETCH(Nature, nature);
        QFETCH(Kind, kind);
        Agreement record;
        record.edit().nature = nature;
        record.edit().kind = kind;
        QTEST(dateLabel(record), "label");
    }

private:
    static void addScalars()
    {
        QTest::addColumn<Field>("field");
        for (const FieldInfo &info : fieldTable()) {
            if (info.isScalar() && info.field != Field::Id)
                QTest::newRow(info.keyText().toLatin1().constData()) << info.field;
        }
    }
};

TREATYBOOK_TEST(TstFieldEditor)
#include "tst_fieldeditor.moc"
