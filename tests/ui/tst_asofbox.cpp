#include "ui/find/asofbox.h"

#include "support/testregistry.h"

#include <QSignalSpy>
#include <QTest>

using namespace Treatybook;
using namespace Qt::StringLiterals;

static const Day Today = dayNumber(2026, 3, 31);

class TstAsOfBox : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_box = std::make_unique<AsOfBox>([] { return Today; }, QLocale(QLocale::English));
    }
    void cleanup() { m_box.reset(); }

    void isTodayAtFirst()
    {
        QCOMPARE(m_box->text(), u"today"_s);
        QCOMPARE(m_box->day(), Today);
        QVERIFY(m_box->isToday());
    }

    void takesWhatIsTyped_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<Day>("day");
        QTest::newRow("day") << u"2021-10-01"_s << dayNumber(2021, 10, 1);
        QTest::newRow("blanks around") << u" 2021-10-01 "_s << dayNumber(2021, 10, 1);
        QTest::newRow("words for a day") << u"1 Oct 2021"_s << dayNumber(2021, 10, 1);
        QTest::newRow("day first") << u"20/09/2021"_s << dayNumber(2021, 9, 20);
        QTest::newRow("either order") << u"04/05/2021"_s << dayNumber(2020, 1, 1);
        QTest::newRow("about a day") << u"2021-10-01~"_s << dayNumber(2020, 1, 1);
        QTest::newRow("the last day of all") << u"9999-12-31"_s << dayNumber(9999, 12, 31);
        QTest::newRow("before Christ") << u"-0043-03-15"_s << dayNumber(-43, 3, 15);
        QTest::newRow("today") << u"Today"_s << Today;
        QTest::newRow("nothing") << u""_s << Today;
        QTest::newRow("no such day") << u"2021-02-30"_s << dayNumber(2020, 1, 1);
        QTest::newRow("a month") << u"2021-02"_s << dayNumber(2020, 1, 1);
        QTest::newRow("words") << u"soon"_s << dayNumber(2020, 1, 1);
    }
    void takesWhatIsTyped()
    {
        QFETCH(QString, typed);
        QFETCH(Day, day);
        m_box->choose(dayNumber(2020, 1, 1)); // stays where nothing else is understood
        QSignalSpy changed(m_box.get(), &AsOfBox::dayChanged);
        m_box->setText(typed);
        QTest::keyClick(m_box.get(), Qt::Key_Return);
        QCOMPARE(m_box->day(), day);
        QCOMPARE(changed.count(), day == dayNumber(2020, 1, 1) ? 0 : 1);
    }

    void steps()
    {
        m_box->choose(dayNumber(2024, 2, 29));
        QTest::keyClick(m_box.get(), Qt::Key_Up);
        QCOMPARE(m_box->day(), dayNumber(2024, 3, 1));
        QTest::keyClick(m_box.get(), Qt::Key_Down, Qt::ShiftModifier);
        QCOMPARE(m_box->day(), dayNumber(2024, 2, 1));
        QTest::keyClick(m_box.get(), Qt::Key_Down, Qt::ControlModifier);
        QCOMPARE(m_box->day(), dayNumber(2023, 2, 1));
    }

    void standsOutOnAnotherDay()
    {
        const QColor plain = m_box->palette().color(QPalette::Text);
        m_box->choose(dayNumber(2021, 10, 1));
        QCOMPARE(m_box->text(), u"1 October 2021"_s);
        QVERIFY(m_box->palette().color(QPalette::Text) != plain);
        m_box->choose(std::nullopt);
        QCOMPARE(m_box->palette().color(QPalette::Text), plain);
    }

private:
    std::unique_ptr<AsOfBox> m_box;
};

TREATYBOOK_TEST(TstAsOfBox)
#include "tst_asofbox.moc"
