// A person types dates into the form of the real window, by keyboard alone, and finds EDTF in the file.

#include "app/application.h"
#include "app/translation.h"
#include "app/verbs/verbs.h"
#include "support/csvrows.h"
#include "support/silentdialogs.h"
#include "support/testregistry.h"
#include "ui/form/agreementform.h"
#include "ui/mainwindow/bookview.h"
#include "ui/mainwindow/mainwindow.h"
#include "ui/table/agreementtable.h"

#include <QAction>
#include <QApplication>
#include <QLineEdit>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace Treatybook;
using namespace Qt::StringLiterals;

namespace {

struct Typing {
    QString key; ///< of the field
    QString typed;
    QString edtf;
    int tabs = 0; ///< to the choice that is pressed; 0 saves at once, with the cursor in the field
};

const QList<Typing> Typings{
    {u"date"_s, u"c. 2004"_s, u"2004~"_s},
    {u"date"_s, u"before 2021-09"_s, u"[..2021-08]"_s},
    {u"date"_s, u"23 Jun 1993"_s, u"1993-06-23"_s},
    {u"date"_s, u"May 19, 1954"_s, u"1954-05-19"_s},
    {u"date"_s, u"20/09/2021"_s, u"2021-09-20"_s},
    {u"in_force"_s, u"20 tháng 9 năm 2021"_s, u"2021-09-20"_s},
    {u"in_force"_s, u"20 de septiembre de 2021"_s, u"2021-09-20"_s},
    {u"term"_s, u"2014–2016"_s, u"2014/2016"_s},
    {u"term"_s, u"since 1990"_s, u"1990/.."_s},
    {u"date"_s, u"25 October 1917 O.S."_s, u"1917-11-07"_s},
    {u"date"_s, u"04/05/2004"_s, u"2004-04-05"_s, 2},
    {u"date"_s, u"2014-2016"_s, u"2014/2016"_s, 2},
    {u"term"_s, u"2011/12"_s, u"2011/2012"_s, 1},
    {u"date"_s, u"9999-12-31"_s, QString(), 1},
    {u"date"_s, u"20/09/21"_s, u"20/09/21"_s},
};

void typeKeys(const QString &text)
{
    for (const QChar c : text)
        QTest::sendKeyEvent(QTest::Click, QApplication::focusWidget(), Qt::Key_unknown, QString(c), Qt::NoModifier);
}

void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {})
{
    QTest::keyClick(QApplication::focusWidget(), key, modifiers);
}

} // namespace

class TstTypedDates : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        installTranslation();
        m_path = m_folder.filePath(u"book.treatybook"_s);
        QVERIFY(createSample(m_path));
        m_application = std::make_unique<Application>(std::make_unique<Test::SilentDialogs>());
        m_application->start(m_path);
        MainWindow &window = m_application->window();
        window.resize(1440, 900);
        window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        QTRY_VERIFY(window.book() && window.book()->session().isLoaded() &&
                    window.book()->model().rowCount() > Typings.size());
        for (int row = 0; row < book().model().rowCount(); ++row)
            m_records.append(book().model().recordAt(row).id());
    }

    void becomeEdtfInTheFile()
    {
        for (qsizetype i = 0; i < Typings.size(); ++i) {
            const Typing &typing = Typings.at(i);
            const QUuid id = m_records.at(i);
            show(id);
            auto *field = input(typing.key);
            QTRY_COMPARE(book().form().recordId(), id);
            m_expected.insert(id, {typing.key, typing.edtf});
            field->setFocus();
            press(Qt::Key_A, Qt::ControlModifier);
            typeKeys(typing.typed);
            QCOMPARE(field->text(), typing.typed);
            if (typing.tabs > 0) {
                for (int tab = 0; tab < typing.tabs; ++tab)
                    press(Qt::Key_Tab);
                press(Qt::Key_Return);
                QCOMPARE(field->text(), typing.edtf);
            }
            press(Qt::Key_S, Qt::ControlModifier);
            QTRY_VERIFY2(!book().form().isDirty(), qPrintable(typing.typed));
            QTRY_COMPARE(field->text(), typing.edtf);
            QCOMPARE(stored(id, typing.key), typing.edtf);
        }
    }

    void canBeTakenBackWithControlZ()
    {
        show(m_records.last());
        QTRY_COMPARE(book().form().recordId(), m_records.last());
        auto *field = input(u"date"_s);
        const QString before = field->text();
        field->setFocus();
        press(Qt::Key_A, Qt::ControlModifier);
        typeKeys(u"circa 1955"_s);
        press(Qt::Key_Tab);
        QCOMPARE(field->text(), u"1955~"_s);
        QVERIFY(input(u"in_force"_s)->hasFocus());
        press(Qt::Key_Backtab, Qt::ShiftModifier);
        QVERIFY(field->hasFocus());
        press(Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(field->text(), u"circa 1955"_s);
        while (field->isUndoAvailable())
            press(Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(field->text(), before);
        QVERIFY(!book().form().isDirty());
    }

    void areReadBackByAnotherProcess()
    {
        m_application.reset();
        QProcess program;
        program.start(QStringLiteral(TREATYBOOK_PROGRAM),
                      {u"export"_s, m_path, u"--to"_s, u"-"_s, u"--raw"_s, u"--fields"_s, u"id,date,in_force,term"_s});
        QVERIFY(program.waitForFinished(60000) && program.exitCode() == 0);
        const auto rows = Test::csvRows(program.readAllStandardOutput());
        qsizetype found = 0;
        for (const QStringList &row : rows.mid(1)) {
            const auto expected = m_expected.constFind(QUuid::fromString(row.first()));
            if (expected == m_expected.cend())
                continue;
            QCOMPARE(row.at(rows.first().indexOf(expected->first)), expected->second);
            ++found;
        }
        QCOMPARE(found, Typings.size());
    }

private:
    BookView &book() { return *m_application->window().book(); }
    QLineEdit *input(const QString &key) { return m_application->window().findChild<QLineEdit *>(u"form."_s + key); }
    /// Rows move as dates change.
    void show(const QUuid &id)
    {
        for (int row = 0; row < book().model().rowCount(); ++row) {
            if (book().model().recordAt(row).id() == id)
                return book().table().selectRow(row);
        }
    }
    QString stored(const QUuid &id, const QString &key)
    {
        const AgreementStore &store = book().model().store();
        return findField(key)->text(store.record(*store.slotOf(id)));
    }

    QTemporaryDir m_folder;
    QString m_path;
    std::unique_ptr<Application> m_application;
    QList<QUuid> m_records;
    QHash<QUuid, std::pair<QString, QString>> m_expected;
};

TREATYBOOK_TEST(TstTypedDates)
#include "tst_typeddates.moc"
