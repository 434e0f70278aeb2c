#include "support/testregistry.h"
#include "timeline/overview.h"

#include <QFont>
#include <QRandomGenerator>
#include <QTest>

#include <cmath>

using namespace Treatybook;
using namespace Qt::StringLiterals;

/// The strip below the timeline as a value.
class TstOverview : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsAllRecords();
    void countsEachBeginningOnce();
    void aYearIsOneBar();
    void nothingDated();
    void labelsAreFewAndApart();
    void frameFollowsTheWindow();
    void handlesCanBeGrasped();
    void edgesMoveAlone();

private:
    struct Book {
        Columns columns;
        QList<Slot> records;
    };

    static Book book(const QList<Extent> &extents)
    {
        Book book;
        book.columns.resize(static_cast<Slot>(extents.size()));
        for (const Extent &extent : extents) {
            book.columns.setExtent(static_cast<Slot>(book.records.size()), extent);
            book.records.append(static_cast<Slot>(book.records.size()));
        }
        return book;
    }
    static Extent extent(Day first, Day last, bool event = false)
    {
        Extent extent;
        extent.first = first;
        extent.last = last;
        extent.event = event;
        return extent;
    }
    QList<Extent> randomExtents(int count)
    {
        QList<Extent> extents;
        const Day origin = m_random.bounded(dayNumber(-3000, 1, 1), Today);
        const int years = 1 << m_random.bounded(13);
        for (int i = 0; i < count; ++i) {
            const Day first = qMin(MaxDay - 4000, origin + m_random.bounded(years * 365));
            Extent one = extent(first, first + m_random.bounded(4000), m_random.bounded(3) == 0);
            if (m_random.bounded(4) == 0)
                one.last = NoDay;
            if (m_random.bounded(10) == 0)
                one = Extent();
            extents.append(one);
        }
        return extents;
    }

    static constexpr Day Today = dayNumber(2026, 3, 1);
    QRandomGenerator m_random{20260302};
};

void TstOverview::showsAllRecords()
{
    const Book treaties = book({extent(dayNumber(2014, 1, 1), dayNumber(2016, 12, 31)),
                                extent(dayNumber(1960, 12, 2), dayNumber(1960, 12, 2), true), Extent(),
                                extent(dayNumber(2021, 1, 1), NoDay)});
    const Overview overview(treaties.columns, treaties.records, Today, 800);
    QCOMPARE(overview.extent(), (std::optional(DayRange{dayNumber(1960, 12, 2), Today})));
    QCOMPARE(overview.scale().width(), 800);
    QVERIFY(overview.scale().x(dayNumber(1960, 12, 2)) >= 10);
    QVERIFY(overview.scale().x(Today + 1) <= 790);
}

/// Against counting every record by itself, in every time and at every width.
void TstOverview::countsEachBeginningOnce()
{
    for (int run = 0; run < 300; ++run) {
        const QList<Extent> extents = randomExtents(1 + m_random.bounded(400));
        const Book treaties = book(extents);
        const double width = 1 + m_random.bounded(run % 2 ? 40 : 2000);
        const Overview overview(treaties.columns, treaties.records, Today, width);
        int instruments = 0, events = 0, most = 0;
        double end = -1e9;
        for (const OverviewBar &bar : overview.bars()) {
            int bars = 0, diamonds = 0;
            for (const Extent &own : extents) {
                if (own.first != NoDay && own.first >= bar.days.earliest && own.first <= bar.days.latest)
                    ++(own.event ? diamonds : bars);
            }
            QCOMPARE(bar.instruments, bars);
            QCOMPARE(bar.events, diamonds);
            QVERIFY(bar.count() > 0);
            QVERIFY(bar.left >= end - 1e-6 && bar.right > bar.left);
            QVERIFY(std::abs(bar.left - overview.scale().x(bar.days.earliest)) < 1e-6);
            end = bar.right;
            instruments += bars;
            events += diamonds;
            most = qMax(most, bar.count());
        }
        const auto dated =
            std::count_if(extents.cbegin(), extents.cend(), [](const Extent &e) { return e.first != NoDay; });
        QCOMPARE(instruments + events, static_cast<int>(dated));
        QCOMPARE(overview.most(), most);
        QVERIFY(double(overview.bars().size()) <= std::max(2.0, width / Overview::LeastStep + 2));
    }
}

/// Where years have some pixels, no bar holds two of them and no year falls into two.
void TstOverview::aYearIsOneBar()
{
    QList<Extent> extents;
    for (int year = 1901; year <= 2000; ++year)
        extents.append(extent(dayNumber(year, 1, 1), dayNumber(year, 12, 31)));
    const Book treaties = book(extents);
    const Overview overview(treaties.columns, treaties.records, Today, 600);
    QCOMPARE(overview.bars().size(), 100);
    QCOMPARE(overview.most(), 1);
}

void TstOverview::nothingDated()
{
    for (const Book &treaties : {book({}), book({Extent(), Extent()})}) {
        const Overview overview(treaties.columns, treaties.records, Today, 500);
        QVERIFY(!overview.extent());
        QVERIFY(overview.bars().isEmpty());
        QVERIFY(overview.scale().firstDay() < Today && overview.scale().lastDay() > Today);
    }
    const Book ages = book({extent(MinDay, MinDay), extent(MaxDay, MaxDay)});
    QCOMPARE(Overview(ages.columns, ages.records, Today, 1).bars().size(), 2);
    QCOMPARE(Overview(ages.columns, ages.records, Today, 8000).most(), 1);
}

void TstOverview::labelsAreFewAndApart()
{
    const QFontMetricsF font{QFont()};
    for (int run = 0; run < 300; ++run) {
        const Book treaties = book(randomExtents(1 + m_random.bounded(30)));
        const double width = 200 + m_random.bounded(1800);
        const Overview overview(treaties.columns, treaties.records, Today, width);
        const QList<Tick> labels = overview.labels(font, QLocale::c());
        QVERIFY(double(labels.size()) <= width / 30);
        double end = 0;
        for (const Tick &label : labels) {
            QVERIFY(!label.label.isEmpty());
            QVERIFY(label.labelX >= end);
            end = label.labelX + font.horizontalAdvance(label.label);
            QVERIFY(end <= width);
            QCOMPARE(label.x, overview.scale().x(label.day));
        }
    }
    const Book decade = book({extent(dayNumber(1959, 1, 1), dayNumber(2021, 1, 1))});
    QStringList texts;
    for (const Tick &label : Overview(decade.columns, decade.records, Today, 800).labels(font, QLocale::c()))
        texts.append(label.label);
    QCOMPARE(Overview(decade.columns, decade.records, Today, 480).labels(font, QLocale::c()).size(), texts.size());
    QCOMPARE(texts, (QStringList{u"1960"_s, u"1970"_s, u"1980"_s, u"1990"_s, u"2000"_s, u"2010"_s, u"2020"_s}));
}

void TstOverview::frameFollowsTheWindow()
{
    const Scale strip(dayNumber(1900, 1, 1), 0.02, 800);
    const OverviewFrame inside(strip, Scale(dayNumber(1950, 1, 1), 0.2, 700));
    QVERIFY(std::abs(inside.left - strip.x(dayNumber(1950, 1, 1))) < 1e-6);
    QVERIFY(std::abs(inside.right - inside.left - 3500 * 0.02) < 1e-6);
    for (int i = 0; i < 3000; ++i) { // wherever the window is, the frame is seen
        const Scale window(m_random.bounded(MinDay, MaxDay), std::exp(m_random.bounded(12.0) - 8), 700);
        const OverviewFrame frame(strip, window);
        QVERIFY(frame.left >= 0 && frame.right <= strip.width());
        QVERIFY(frame.right - frame.left >= 3.999);
    }
}

void TstOverview::handlesCanBeGrasped()
{
    using enum OverviewFrame::Part;
    const Scale strip(0, 1, 1000);
    for (const double days : {1.0, 5.0, 20.0, 400.0}) {
        const OverviewFrame frame(strip, Scale(300, 700 / days, 700));
        QCOMPARE(frame.partAt(frame.left - 5), First);
        QCOMPARE(frame.partAt(frame.left), First);
        QCOMPARE(frame.partAt((frame.left + frame.right) / 2), Inside);
        QCOMPARE(frame.partAt(frame.right), Last);
        QCOMPARE(frame.partAt(frame.right + 5), Last);
        QCOMPARE(frame.partAt(frame.left - 7), Outside);
        QCOMPARE(frame.partAt(frame.right + 7), Outside);
    }
}

void TstOverview::edgesMoveAlone()
{
    for (int i = 0; i < 3000; ++i) {
        const Scale window(m_random.bounded(dayNumber(1, 1, 1), dayNumber(2000, 1, 1)), 0.01 + m_random.bounded(10.0),
                           700);
        const double day = window.firstDay() + m_random.bounded(4000) - 2000;
        const Scale first = withFirstDay(window, day), last = withLastDay(window, day);
        QVERIFY(std::abs(first.lastDay() - window.lastDay()) < 1e-3);
        QVERIFY(std::abs(last.firstDay() - window.firstDay()) < 1e-3);
        QCOMPARE(first.width(), window.width());
        QVERIFY(first.pixelsPerDay() <= Scale::MaxPixelsPerDay && last.pixelsPerDay() <= Scale::MaxPixelsPerDay);
        if (day < window.lastDay() - 20)
            QVERIFY(std::abs(first.firstDay() - day) < 1e-3);
        if (day > window.firstDay() + 20)
            QVERIFY(std::abs(last.lastDay() - day) < 1e-3);
    }
}

TREATYBOOK_TEST(TstOverview)
#include "tst_overview.moc"
