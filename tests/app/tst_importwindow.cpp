// A person imports a table in the window: looks before, imports, takes it back; with real files and a real book.

#include "app/application.h"
#include "app/translation.h"
#include "storage/book.h"
#include "support/testregistry.h"
#include "tests/app/command.h"
#include "ui/mainwindow/bookview.h"
#include "ui/mainwindow/mainwindow.h"
#include "ui/reports/importdialog.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/plainlabel.h"

#include <QAction>
#include <QComboBox>
#include <QDir>
#include <QFile>
#include <QPointer>
#include <QProgressBar>
#include <QPushButton>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

using namespace Treatybook;
using namespace Qt::StringLiterals;

namespace {

/// Answers with the next of the given paths.
class ScriptedDialogs : public Dialogs
{
public:
    explicit ScriptedDialogs(QStringList &answers) : m_answers(answers) {}

    QString askOpenFile(QWidget *, const FileQuestion &) override { return next(); }
    QString askSaveFile(QWidget *, const FileQuestion &, bool) override { return next(); }
    Unsaved askUnsaved(QWidget *, int) override { return Unsaved::Discard; }
    void showAbout(QWidget *) override {}

private:
    QString next() { return m_answers.isEmpty() ? QString() : m_answers.takeFirst(); }

    QStringList &m_answers;
};

} // namespace

class TstImportWindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { installTranslation(); }

    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_answers.clear();
        write(u"table.csv"_s, "No,Name,Signed,Ends,Remark\r\n"
                              "A-1,Air services agreement,23/06/1993,,kept\r\n"
                              "A-2,Trade agreement,04/05/2004,31/12/2010,\r\n"
                              "A-3,,01/01/2000,,no title\r\n"
                              "A-4,Fisheries protocol,in spring,,\r\n");
        write(u"map.json"_s, R"({"columns": {"No": "reference", "Name": "title", "Signed": "date",
                                 "Ends": "actions.termination.date"}, "date_order": "dmy", "match": "reference"})");
        open();
    }
    void cleanup() { m_application.reset(); }

    void looksImportsAndTakesBack()
    {
        ImportDialog *dialog = import();
        // The map a person wrote.
        m_answers = {path(u"map.json"_s)};
        QTest::keyClick(box(u"map"_s), Qt::Key_Down);
        QTRY_VERIFY(isReady());
        QCOMPARE(summary(), u"4 rows in the file. 3 records to add. 1 row stays out. 1 warning."_s);
        QVERIFY2(texts(u"findings"_s).contains(u"Stays out|4|"_s), qPrintable(texts(u"findings"_s)));
        QVERIFY(texts(u"findings"_s).contains(u"in spring"_s));
        QVERIFY(texts(u"findings"_s).contains(u"Remark"_s)); // goes into a field of the book's own, and is told
        QVERIFY(texts(u"columns"_s).contains(u"Signed|23/06/1993|Date"_s));
        QCOMPARE(store().count(), 0); // nothing has happened yet

        m_answers = {path(u"rejected.csv"_s)};
        QTest::keyClick(button(u"saveRejects"_s), Qt::Key_Space);
        QFile rejected(path(u"rejected.csv"_s));
        QVERIFY(rejected.open(QIODevice::ReadOnly));
        QVERIFY(rejected.readAll().contains("A-3"));

        const QPointer<ImportDialog> gone(dialog);
        QCOMPARE(button(u"run"_s)->text(), u"Import 3 records"_s);
        QTest::keyClick(dialog, Qt::Key_Return);
        QTRY_VERIFY(!gone);
        QCOMPARE(store().count(), 3);
        QVERIFY(window().findChild<Banner *>(u"banner"_s)->isVisible());

        trigger(u"undo"_s);
        QTRY_COMPARE(store().count(), 0);
        trigger(u"redo"_s);
        QTRY_COMPARE(store().count(), 3);
        open();
        QCOMPARE(store().count(), 3);
    }

    void matchesAndChangesWhatIsThere()
    {
        importAll();
        write(u"table.csv"_s, "No,Name,Signed,Ends,Remark\r\n"
                              "A-2,Trade agreement of 2004,04/05/2004,31/12/2010,\r\n"
                              "A-9,New one,2010,,\r\n");
        import();
        chooseMap();
        QCOMPARE(summary(), u"2 rows in the file. 1 record to add. 1 record to change."_s);
        QTest::keyClick(button(u"run"_s), Qt::Key_Space);
        QTRY_COMPARE(store().count(), 4);
        // The book had records, so it was backed up first.
        const QDir folder(m_folder->path());
        const QStringList folders = folder.entryList(QDir::Dirs | QDir::NoDotAndDotDot);
        QVERIFY(!folders.isEmpty());
        QVERIFY(!QDir(folder.filePath(folders.first())).entryList({u"*.treatybook"_s}).isEmpty());
    }

    void cancelChangesNothing()
    {
        const QPointer<ImportDialog> dialog = import();
        QTest::keyClick(dialog, Qt::Key_Escape);
        QTRY_VERIFY(!dialog);
        QCOMPARE(store().count(), 0);
    }

    void refusesWhatIsNoTable_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QString>("sentence");
        QTest::newRow("the open book") << u"book.treatybook"_s << u"is the book that is open"_s;
        QTest::newRow("gone") << u"missing.csv"_s << u"missing.csv"_s;
        QTest::newRow("open quote") << u"quote.csv"_s << u"quote"_s;
        QTest::newRow("empty") << u"empty.csv"_s << u"empty"_s;
    }
    void refusesWhatIsNoTable()
    {
        QFETCH(QString, file);
        QFETCH(QString, sentence);
        write(u"quote.csv"_s, "Title\r\n\"never closed\r\nmore\r\n");
        write(u"empty.csv"_s, "");
        m_answers = {path(file)};
        trigger(u"import"_s);
        QTRY_VERIFY(dialogBanner() && dialogBanner()->isVisible());
        QVERIFY2(dialogBanner()->text().contains(sentence), qPrintable(dialogBanner()->text()));
        QVERIFY(!button(u"run"_s)->isEnabled());
        QCOMPARE(store().count(), 0);
    }

    void badMapKeepsTheOneBefore()
    {
        import();
        write(u"map.json"_s, R"({"columns": {"Name": "sumary"}})");
        m_answers = {path(u"map.json"_s)};
        Q_EMIT box(u"map"_s)->activated(box(u"map"_s)->count() - 1);
        QTRY_VERIFY(dialogBanner()->isVisible());
        QVERIFY2(dialogBanner()->text().contains(u"summary"_s), qPrintable(dialogBanner()->text()));
    }

    void importsIntoANewBook()
    {
        trigger(u"closeBook"_s);
        QTRY_VERIFY(!window().book());
        m_answers = {path(u"table.csv"_s), path(u"new.treatybook"_s)};
        trigger(u"import"_s);
        QTRY_VERIFY(dialog() && isReady());
        QCOMPARE(window().book()->name(), u"new"_s);
    }

private:
    QString path(const QString &name) const { return m_folder->filePath(name); }
    void write(const QString &name, const QByteArray &content)
    {
        QFile file(path(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(content);
    }

    void open()
    {
        m_application.reset();
        if (!QFile::exists(path(u"book.treatybook"_s)))
            QVERIFY(createBook(path(u"book.treatybook"_s)));
        m_application = std::make_unique<Application>(std::make_unique<ScriptedDialogs>(m_answers));
        m_application->start(path(u"book.treatybook"_s));
        QTRY_VERIFY(window().book() && window().book()->session().isLoaded());
    }

    MainWindow &window() { return m_application->window(); }
    const AgreementStore &store() { return window().book()->session().store(); }
    void trigger(const QString &command) { Test::trigger(window(), command); }

    ImportDialog *dialog() { return window().findChild<ImportDialog *>(u"import"_s); }
    Banner *dialogBanner() { return dialog() ? dialog()->findChild<Banner *>(u"banner"_s) : nullptr; }
    QPushButton *button(const QString &name) { return dialog()->findChild<QPushButton *>(u"import."_s + name); }
    QComboBox *box(const QString &name) { return dialog()->findChild<QComboBox *>(u"import."_s + name); }
    QString summary() { return dialog()->findChild<PlainLabel *>(u"import.summary"_s)->fullText(); }
    bool isReady() { return !dialog()->findChild<QProgressBar *>(u"import.progress"_s)->isVisible(); }

    ImportDialog *import()
    {
        m_answers = {path(u"table.csv"_s)};
        trigger(u"import"_s);
        if (!QTest::qWaitFor([this] { return dialog() && isReady(); }))
            qFatal("the file was not read");
        return dialog();
    }
    void chooseMap()
    {
        m_answers = {path(u"map.json"_s)};
        Q_EMIT box(u"map"_s)->activated(box(u"map"_s)->count() - 1);
        QTRY_VERIFY(isReady());
    }
    void importAll()
    {
        import();
        chooseMap();
        QTest::keyClick(button(u"run"_s), Qt::Key_Space);
        QTRY_COMPARE(store().count(), 3);
        QTRY_VERIFY(!dialog());
    }
    /// Of a table of the dialog: cells with "|" between them, a line a row.
    QString texts(const QString &name)
    {
        const QAbstractItemModel *model = dialog()->findChild<QTableView *>(u"import."_s + name)->model();
        QString all;
        for (int row = 0; row < model->rowCount(); ++row) {
            for (int column = 0; column < model->columnCount(); ++column)
                all += model->index(row, column).data().toString() + u'|';
            all += u'\n';
        }
        return all;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    QStringList m_answers;
    std::unique_ptr<Application> m_application;
};

TREATYBOOK_TEST(TstImportWindow)
#include "tst_importwindow.moc"
