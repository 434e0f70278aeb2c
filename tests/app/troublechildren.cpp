// Other programs that get in the way of an open book, each a process of its own that troublesession.cpp starts. Not
// classes of CTest.

#include "storage/book.h"
#include "storage/database.h"
#include "support/testregistry.h"

#include <QFile>
#include <QObject>
#include <QTest>

#include <cstdio>

using namespace Treatybook;
using namespace Qt::StringLiterals;

static QString book()
{
    return qEnvironmentVariable("TREATYBOOK_TEST_BOOK");
}

/// Says that it has begun, and waits for the line that ends it.
static void hold()
{
    std::puts("holding");
    std::fflush(stdout);
    std::getchar();
}

/// Holds the write lock of SQLite.
class WriteHolder : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void holds()
    {
        const auto database = Database::open(book(), Database::Mode::ReadWrite);
        QVERIFY(database && (*database)->execute(u"BEGIN IMMEDIATE"_s));
        hold();
    }
};

/// Has the book open, as the program has.
class BookHolder : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void holds()
    {
        const auto repository = openBook(book());
        QVERIFY(repository && !(*repository)->capabilities().readOnly);
        hold();
    }
};

/// Overwrites the pages behind the first, and makes SQLite look at them again.
class PageBreaker : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void breaks()
    {
        QFile file(book());
        QVERIFY(file.open(QIODevice::ReadWrite));
        constexpr int Page = 4096, ChangeCounterAt = 24;
        QVERIFY(file.size() > 3 * Page && file.seek(ChangeCounterAt));
        QVERIFY(file.write("\x7f\x7f\x7f\x7f") == 4 && file.seek(Page));
        QVERIFY(file.write(QByteArray(static_cast<int>(file.size()) - Page, 'x')) > 0);
    }
};

TREATYBOOK_TEST(WriteHolder)
TREATYBOOK_TEST(BookHolder)
TREATYBOOK_TEST(PageBreaker)
#include "troublechildren.moc"
