#include "randomitems.h"
#include "support/booksession.h"
#include "support/records.h"
#include "support/testregistry.h"
#include "timeline/picturelayout.h"

#include <QMap>
#include <QTest>

using namespace Treatybook;
using namespace Qt::StringLiterals;

class TstPicture : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyRowIsPainted();
    void everyRecordIsShownOnceAGroup_data();
    void everyRecordIsShownOnceAGroup();
    void pagesCutNothing();
    void fewStandInRows();
    void titlesOfLongBarsHaveRoom();
    void windowLeavesOutAndCounts();
    void factsSayHow();
    void legendExplainsWhatIsShown();
    void sizeAndScale();
    void isOpaque();
    void emptyAndLongTitles();
    void tooManyRowsAreRefused();
    void legendFlows();

private:
    static constexpr Day Today = dayNumber(2026, 1, 1);

    /// The first records of the store.
    PictureInput input(qsizetype count) const;

    std::unique_ptr<Session> m_session = Test::fakeSession();
};

namespace {

constexpr PictureSize Small{.width = 800, .scale = 1};

/// In force for ten years or less, of one or two subjects; every 50th has no date.
Agreement record(int n)
{
    Agreement record(QUuid::createUuid());
    record.edit().title = u"Record %1"_s.arg(n);
    const QStringList subjects{u"health"_s, u"trade"_s, u"defence"_s, u"culture"_s, u"energy"_s};
    for (int i = 0; i <= n % 2; ++i)
        record.edit().subjects.append(Text(subjects.at((n / 3 + i) % 5)));
    if (n % 50 == 49)
        return record;
    const int year = 1950 + n % 60;
    record.edit().inForce = Edtf::read(u"%1-01-01"_s.arg(year));
    record.edit().term = Edtf::read(u"%1-01-01/%2-12-31"_s.arg(year).arg(year + n % 10));
    return record;
}

/// How often each record, and no record that must not, is drawn, badged or in a strip, by group.
void count(const Scene &scene, const Grouping &grouping, QMap<std::pair<int, Slot>, int> &shown, bool withStrips)
{
    for (const SceneRow &row : scene.rows())
        ++shown[{row.group < 0 ? -1 : scene.groups().at(row.group).group, row.slot}];
    for (const SceneGroup &group : scene.groups()) {
        for (const SceneBadge &badge : group.badges) {
            for (const Slot slot : badge.records)
                ++shown[{group.group, slot}];
        }
        if (withStrips && group.shape != BlockShape::Lanes) {
            for (const Slot slot : grouping.groups.at(group.group).records)
                ++shown[{group.group, slot}];
        }
    }
}

/// Cuts after as much as fits into a page.
QList<double> cuts(const QList<double> &breaks, double room)
{
    QList<double> cuts{0};
    for (qsizetype i = 0; i < breaks.size(); ++i) {
        if (i + 1 == breaks.size() || breaks.at(i + 1) - cuts.last() > room)
            cuts.append(breaks.at(i));
    }
    return cuts;
}

} // namespace

PictureInput TstPicture::input(qsizetype count) const
{
    if (const int missing = int(count) - int(m_session->store().slotCount()); missing > 0) {
        QList<Agreement> records;
        for (int i = 0; i < missing; ++i)
            records.append(record(int(m_session->store().slotCount()) + i));
        if (!Test::add(*m_session, records))
            qFatal("the records were not added");
    }
    return {.store = m_session->store(),
            .records = Test::liveSlots(m_session->store()).mid(0, count),
            .title = u"Viet Nam – Cuba"_s,
            .asOf = Today,
            .today = Today,
            .font = QFont()};
}

void TstPicture::everyRowIsPainted()
{
    for (const TimelineStyle &style : {TimelineStyle::light(), TimelineStyle::dark()}) {
        PictureInput wanted = input(49);
        wanted.choices.encoding = Encoding::Rows;
        wanted.style = style;
        const Result<QImage> image = timelineImage(wanted, Small);
        QVERIFY(image);
        PictureLayout layout(wanted, 800 - 48);
        const Scene scene = layout.scene(0, layout.height());
        QCOMPARE(scene.rows().size(), 49);
        const double below =
            image->height() - layout.legend().heightFor(800 - 48) - 12 - 24 - scene.frame().size.height();
        for (const SceneRow &row : scene.rows()) {
            QVERIFY(!row.bar.isNull());
            const QPoint inside = QPointF(row.bar.left() + 27, row.bar.center().y() + below).toPoint();
            QVERIFY(image->pixel(inside) != style.ground.rgb());
        }
    }
}

void TstPicture::everyRecordIsShownOnceAGroup_data()
{
    QTest::addColumn<Encoding>("encoding");
    QTest::addColumn<GroupBy>("by");
    QTest::addColumn<int>("records");
    QTest::newRow("rows") << Encoding::Rows << GroupBy::Subject << 300;
    QTest::newRow("few, auto") << Encoding::Auto << GroupBy::Subject << 30;
    QTest::newRow("many, auto") << Encoding::Auto << GroupBy::Subject << 3000;
    QTest::newRow("lanes") << Encoding::Lanes << GroupBy::MainSubject << 3000;
    QTest::newRow("density") << Encoding::Density << GroupBy::Kind << 300;
}

void TstPicture::everyRecordIsShownOnceAGroup()
{
    QFETCH(Encoding, encoding);
    QFETCH(GroupBy, by);
    QFETCH(int, records);
    PictureInput wanted = input(records);
    wanted.choices.encoding = encoding;
    wanted.choices.groupBy = by;
    PictureLayout layout(wanted, 1250);
    const DatedRecords dated = byFirstDay(wanted.store, wanted.records);
    const Grouping grouping = groupingOf(wanted.store, dated.dated, by, Today, wanted.locale);
    const bool inRows = layout.scene(0, layout.height()).groups().isEmpty();

    QMap<std::pair<int, Slot>, int> expected;
    if (inRows) {
        for (const Slot slot : wanted.records)
            expected[{-1, slot}] = 1;
    }
    for (int group = 0; !inRows && group < grouping.groups.size(); ++group) {
        for (const Slot slot : grouping.groups.at(group).records)
            expected[{group, slot}] = 1;
    }
    QMap<std::pair<int, Slot>, int> shown;
    const QList<double> pages = cuts(layout.breaks(), 650);
    for (qsizetype page = 1; page < pages.size(); ++page)
        count(layout.scene(pages.at(page - 1), pages.at(page)), grouping, shown, true);
    QCOMPARE(shown, expected);
    if (!inRows && !dated.undated.isEmpty())
        QVERIFY(layout.facts().contains(u"%1 without a date"_s.arg(dated.undated.size())));
}

void TstPicture::pagesCutNothing()
{
    PictureInput wanted = input(3000);
    wanted.choices.encoding = Encoding::Lanes;
    wanted.choices.collapsed = {u"trade"_s};
    PictureLayout layout(wanted, 1250);
    const QList<double> pages = cuts(layout.breaks(), 300);
    QVERIFY(pages.size() > 4);
    QCOMPARE(pages.last(), layout.height());
    for (qsizetype page = 1; page < pages.size(); ++page) {
        const Scene scene = layout.scene(pages.at(page - 1), pages.at(page));
        const QRectF chart = scene.frame().chart();
        QVERIFY(chart.height() <= 300);
        QVERIFY(!scene.axis().major.isEmpty());
        QVERIFY(!scene.groups().isEmpty());
        for (const SceneRow &row : scene.rows())
            QVERIFY(row.band.top() >= chart.top() && row.band.bottom() <= chart.bottom());
        for (const SceneGroup &group : scene.groups()) {
            QVERIFY(!group.label.isEmpty());
            QVERIFY2(group.head.top() >= chart.top() && group.head.bottom() <= chart.bottom(), qPrintable(group.label));
            for (const SceneBadge &badge : group.badges)
                QVERIFY(badge.rect.top() >= chart.top() && badge.rect.bottom() <= chart.bottom());
        }
    }
}

void TstPicture::fewStandInRows()
{
    PictureInput wanted = input(41);
    QVERIFY(!PictureLayout(wanted, 1000).scene(0, 100).groups().isEmpty());
    wanted.records.removeLast();
    QVERIFY(PictureLayout(wanted, 1000).scene(0, 100).groups().isEmpty());
    wanted.inGroups = true;
    QVERIFY(!PictureLayout(wanted, 1000).scene(0, 100).groups().isEmpty());
}

void TstPicture::titlesOfLongBarsHaveRoom()
{
    QList<Agreement> records;
    for (const int year : {1960, 1961, 1990}) { // an event has no title within its bar
        Agreement event = Test::titled(u"Mission with a name of %1"_s.arg(year));
        event.edit().nature = Nature::Event;
        event.edit().date = Edtf::read(u"%1-02-03/2025"_s.arg(year));
        records.append(event);
    }
    const auto session = Test::fakeSession();
    QVERIFY(Test::add(*session, records));
    const PictureInput wanted{.store = session->store(),
                              .records = Test::liveSlots(session->store()),
                              .inGroups = true,
                              .asOf = Today,
                              .today = Today};
    PictureLayout layout(wanted, 1000);
    const Scene scene = layout.scene(0, layout.height());
    QCOMPARE(scene.rows().size(), 3);
    for (const SceneRow &row : scene.rows())
        QCOMPARE(row.caption, row.item.title);
}

void TstPicture::windowLeavesOutAndCounts()
{
    PictureInput wanted = input(300);
    wanted.window = {dayNumber(1960, 1, 1), dayNumber(1969, 12, 31)};
    int within = 0;
    for (const Slot slot : wanted.records) {
        const Edtf &term = wanted.store.record(slot)->term;
        within +=
            term.isEmpty() || (term.termFirst() <= wanted.window.latest && term.termLast() >= wanted.window.earliest);
    }
    PictureLayout layout(wanted, 1000);
    const Scale scale = layout.scene(0, 100).frame().scale;
    QVERIFY(scale.firstDay() <= wanted.window.earliest && scale.firstDay() > wanted.window.earliest - 200);
    QVERIFY(scale.lastDay() > wanted.window.latest && scale.lastDay() < wanted.window.latest + 200);
    QVERIFY(within > 0 && within < 300);
    QVERIFY2(layout.facts().contains(u"%1 outside these days"_s.arg(300 - within)),
             qPrintable(layout.facts().join(u'|')));

    wanted.window.earliest = NoDay; // an open side fits what is left
    const Scale open = PictureLayout(wanted, 1000).scene(0, 100).frame().scale;
    QVERIFY(open.firstDay() <= dayNumber(1950, 1, 1) && open.firstDay() > dayNumber(1948, 1, 1));
    wanted.window = {dayNumber(2500, 1, 1), NoDay};
    PictureLayout none(wanted, 1000);
    QVERIFY(none.height() > 0);
    QVERIFY(timelineImage(wanted, Small));
}

void TstPicture::factsSayHow()
{
    PictureInput wanted = input(300);
    wanted.choices.colourBy = ColourBy::Kind;
    wanted.choices.hidden = {u"trade"_s, u"no such"_s};
    wanted.filterWords = u"“x”"_s;
    const QStringList facts = PictureLayout(wanted, 1000).facts();
    QCOMPARE(facts, (QStringList{u"300 record(s)"_s, u"as of 1 January 2026"_s, u"groups: Subject"_s,
                                 u"1 group(s) hidden"_s, u"6 without a date"_s, u"colours: Kind"_s, u"Filter: “x”"_s}));
}

void TstPicture::legendExplainsWhatIsShown()
{
    PictureInput wanted = input(300);
    wanted.choices.groupBy = GroupBy::Subject;
    wanted.choices.encoding = Encoding::Lanes;
    const QStringList lanes = PictureLayout(wanted, 1000).legend().texts();
    QVERIFY(lanes.contains(u"stands in several groups"_s));
    QVERIFY(!lanes.contains(u"records that begin"_s));
    QVERIFY(!lanes.contains(u"relation, from the record that acts"_s));
    wanted.choices.encoding = Encoding::Density;
    const QStringList density = PictureLayout(wanted, 1000).legend().texts();
    QVERIFY(density.contains(u"records that begin"_s));
    QVERIFY(!density.contains(u"stands in several groups"_s));
}

void TstPicture::sizeAndScale()
{
    const Result<QImage> once = timelineImage(input(10), Small);
    const Result<QImage> twice = timelineImage(input(10), {.width = 800, .scale = 2});
    QCOMPARE(once->width(), 800);
    QCOMPARE(twice->width(), 1600);
    QVERIFY(std::abs(twice->height() - 2 * once->height()) <= 2);
    QCOMPARE(timelineImage(input(10), {.width = 800})->size(), twice->size());
    const Result<QImage> more = timelineImage(input(20), Small);
    QVERIFY(more->height() >= once->height() + 10 * 28);
}

void TstPicture::isOpaque()
{
    const Result<QImage> image = timelineImage(input(3), Small);
    QVERIFY(!image->hasAlphaChannel());
    QCOMPARE(image->pixel(0, 0), TimelineStyle::light().ground.rgb());
}

void TstPicture::emptyAndLongTitles()
{
    PictureInput wanted = input(0);
    wanted.title = QString(10000, u'w');
    wanted.filterWords = QString(10000, u'w');
    const Result<QImage> image = timelineImage(wanted, Small);
    QVERIFY(image);
    QCOMPARE(image->width(), 800);
    for (int y = 0; y < image->height(); ++y) // nothing runs over the edge
        QCOMPARE(image->pixel(799, y), TimelineStyle::light().ground.rgb());
}

void TstPicture::tooManyRowsAreRefused()
{
    PictureInput wanted = input(3000);
    QVERIFY(timelineImage(wanted, Small)); // in groups
    wanted.choices.encoding = Encoding::Rows;
    const Result<QImage> image = timelineImage(wanted, Small);
    QVERIFY(!image);
    QCOMPARE(image.error().kind, ErrorKind::Invalid);
    QVERIFY(!image.error().message.isEmpty());
    QVERIFY(timelineImage(wanted, {.width = 400, .scale = 0.25}));
    wanted.records = wanted.records.mid(0, 800); // twice as large would be too large
    QCOMPARE(timelineImage(wanted, {.width = 400})->width(), 400);
}

void TstPicture::legendFlows()
{
    Test::RandomItems random(5);
    QList<Slot> records(30);
    std::iota(records.begin(), records.end(), Slot(0));
    SceneFrame frame = SceneFrame::suited(QSizeF(1200, 900), QFont());
    frame.today = dayNumber(1990, 1, 1);
    frame.scale = Scale::fitting(dayNumber(1800, 1, 1), dayNumber(2050, 1, 1), frame.chart().width());
    const Scene scene(
        records, [&](Slot) { return random.item(); }, frame);
    const Legend legend(scene.rows(), frame);
    QVERIFY(legend.heightFor(400) > legend.heightFor(1200));
    QVERIFY(legend.heightFor(100000) > 0);
    QCOMPARE(Legend({}, frame).heightFor(500), 0.0);
}

TREATYBOOK_TEST(TstPicture)
#include "tst_picture.moc"
