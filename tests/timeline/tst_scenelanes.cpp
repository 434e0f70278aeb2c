#include "randomgroups.h"
#include "support/testregistry.h"
#include "timeline/reach.h"
#include "timeline/rowlayout.h"
#include "timeline/scene.h"
#include "timeline/scenepainter.h"

#include <QImage>
#include <QPainter>
#include <QSet>
#include <QTest>

#include <cmath>
#include <set>

using namespace Treatybook;
using namespace Treatybook::Test;
using namespace Qt::StringLiterals;

/// The picture of groups and lanes as a value.
class TstSceneLanes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyRecordOnceAGroup();
    void badgesCountWhatHasNoLine();
    void whatGoesOnIsDrawnOrCounted();
    void captionsKeepApart();
    void barsKeepApart();
    void linesSpareWhatIsRead();
    void hitTestAgreesWithTheRectangles();
    void headsStayInSight();
    void costFollowsPixels();
    void extremes_data();
    void extremes();
    void everythingOnOneDay();

private:
    struct Picture {
        Arrangement arrangement;
        Scene scene;
    };

    SceneFrame frame(QSizeF size)
    {
        SceneFrame frame = m_random.frame(size);
        const double density = std::exp(m_random.real(std::log(0.005), std::log(2.0)));
        frame.scale =
            Scale(m_random.day() - m_random.real(0, frame.chart().width()) / density, density, frame.chart().width());
        return frame;
    }

    /// Packed for that zoom, as the arranger does; scrolled anywhere.
    Picture picture(const RandomGroups &groups, SceneFrame frame, Encoding encoding = Encoding::Lanes)
    {
        ArrangementRequest request;
        request.choices.encoding = encoding;
        request.choices.collapsed = {u"group 1"_s};
        request.pixelsPerDay = frame.scale.pixelsPerDay() / m_random.real(1, 1.41);
        request.metrics.rowHeight = frame.rowHeight;
        request.metrics.width = frame.chart().width();
        request.metrics.page = 0;
        request.metrics.headHeight = frame.gutterWidth > 0 ? 0 : frame.rowHeight;
        Picture picture;
        picture.arrangement = Arrangement(groups.records, groups.grouping, groups.measure(), request);
        frame.scrollY = m_random.real(0, std::max(1.0, picture.arrangement.height() - frame.chart().height()));
        picture.scene = Scene(
            picture.arrangement, groups.grouping, groups.itemSource(),
            [&](int group) -> const DensityDays & { return densities(groups, group); }, frame);
        return picture;
    }

    const DensityDays &densities(const RandomGroups &groups, int group)
    {
        std::vector<DensityDays::Record> records;
        for (const Slot slot : groups.grouping.groups.at(group).records)
            records.push_back({{groups.measures[slot].reach.first, groups.measures[slot].reach.last}, nullptr});
        return m_densities[group] = DensityDays(records);
    }

    RandomItems m_random{81};
    std::map<int, DensityDays> m_densities;
};

namespace {

using Copy = std::pair<int, Slot>; ///< in a group

QRectF said(const SceneRow &row)
{
    return row.captionRect | row.toneRect | row.elsewhereRect;
}

Reach reachOn(const RandomGroups &groups, Slot slot, const SceneFrame &view)
{
    return reachOf(groups.items[slot].span, groups.items[slot].points, view.today);
}

bool isOnOneLine(const SceneRow &a, const SceneRow &b)
{
    return &a != &b && a.group == b.group && a.band.top() == b.band.top();
}

bool cross(const QRectF &a, const QRectF &b)
{
    return !a.isEmpty() && !b.isEmpty() && a.left() < b.right() - 1e-6 && b.left() < a.right() - 1e-6;
}

} // namespace

void TstSceneLanes::linesSpareWhatIsRead()
{
    int crossed = 0, drawn = 0;
    for (int round = 0; round < 60; ++round) {
        const RandomGroups groups(m_random, 20 + m_random.number(80), 2);
        SceneFrame view = frame(QSizeF(900, 500));
        view.scale = view.scale.zoomed(0.1 / view.scale.pixelsPerDay(), 300);
        view.today = view.scale.wholeDayAt(m_random.real(0, 700));
        view.asOf = view.scale.wholeDayAt(m_random.real(0, 700));
        const Scene scene = picture(groups, view).scene;
        QImage image(view.size.toSize(), QImage::Format_ARGB32_Premultiplied);
        image.fill(Qt::transparent);
        QPainter painter(&image);
        ScenePainter(scene, TimelineStyle::light()).paintLines(painter);
        painter.end();
        const QRect chart = scene.frame().chart().toAlignedRect() & image.rect();
        for (const SceneRow &row : scene.rows()) {
            const QRectF inner = said(row).adjusted(1, 2, -1, -2);
            const QRect words = inner.isEmpty() ? QRect() : inner.toAlignedRect() & chart;
            for (const Day day : {view.today, view.asOf}) {
                const int x = qRound(view.x(day + 0.5));
                if (x < words.left() || x > words.right())
                    continue;
                ++crossed;
                for (int y = words.top(); y <= words.bottom(); ++y)
                    QVERIFY2(
                        qAlpha(image.pixel(x, y)) == 0,
                        qPrintable(u"%1 %2 of %3 to %4"_s.arg(x).arg(y).arg(said(row).top()).arg(said(row).bottom())));
            }
        }
        for (int y = chart.top(); y < chart.bottom(); ++y)
            drawn += qAlpha(image.pixel(std::clamp(qRound(view.x(view.today + 0.5)), 0, 899), y)) > 0;
    }
    QVERIFY(crossed > 30);
    QVERIFY(drawn > 60 * 200);
}

void TstSceneLanes::everyRecordOnceAGroup()
{
    int drawn = 0;
    for (int round = 0; round < 150; ++round) {
        const RandomGroups groups(m_random, m_random.number(300), 1 + m_random.number(4));
        const Picture made = picture(groups, frame(QSizeF(m_random.real(100, 1600), m_random.real(60, 900))));
        const Scene &scene = made.scene;
        const SceneFrame &view = scene.frame();
        const QRectF chart = view.chart();
        std::multiset<Copy> expected;
        for (const Block &block : made.arrangement.blocks()) {
            for (size_t lane = 0; lane < block.lanes.size(); ++lane) {
                const double top = chart.top() + made.arrangement.laneTop(block, lane) - view.scrollY;
                if (top >= chart.bottom() || top + view.rowHeight <= chart.top())
                    continue;
                const std::vector<Slot> &line = block.lanes[lane];
                for (size_t i = 0; i < line.size(); ++i) {
                    LinePlace place{top, chart.left(), chart.right(), {}, false, false};
                    if (i + 1 < line.size())
                        place.right = view.gutterWidth + reachOn(groups, line[i + 1], view).left(view.scale);
                    const Reach reach = reachOn(groups, line[i], view);
                    place.isCut = block.cutsTails && i + 1 < line.size() && reach.hasTail() &&
                                  view.gutterWidth + reach.right(view.scale) > place.right;
                    if (!layOutOnLine(line[i], groups.items[line[i]], place, view).signs().isNull())
                        expected.insert({block.group, line[i]});
                }
            }
        }
        std::multiset<Copy> shown;
        for (const SceneRow &row : scene.rows()) {
            shown.insert({scene.groups().at(row.group).group, row.slot});
            QVERIFY(scene.rowOf(row.slot));
        }
        QVERIFY(shown == expected);
        drawn += int(shown.size());
    }
    QVERIFY(drawn > 800);
}

void TstSceneLanes::badgesCountWhatHasNoLine()
{
    int badges = 0, goingOn = 0;
    for (int round = 0; round < 60; ++round) {
        const RandomGroups groups(m_random, 300, 1);
        const Picture made = picture(groups, frame(QSizeF(1600, m_random.real(400, 900))));
        for (const SceneGroup &group : made.scene.groups()) {
            QRectF before;
            for (const SceneBadge &badge : group.badges) {
                const QString text = u"+"_s + made.scene.frame().locale.toString(badge.records.size());
                QCOMPARE(badge.text, badge.goesOn ? text + u" from before"_s : text);
                goingOn += badge.goesOn;
                QVERIFY(!cross(before, badge.rect));
                QVERIFY(badge.rect.width() >=
                        QFontMetricsF(made.scene.frame().boldFont()).horizontalAdvance(badge.text));
                before = badge.rect;
                ++badges;
            }
        }
    }
    QVERIFY(badges > 20);
    QVERIFY(goingOn > 10);
}

/// Whoever is in force in the window is drawn in it, or counted at its left edge.
void TstSceneLanes::whatGoesOnIsDrawnOrCounted()
{
    int cut = 0, counted = 0;
    for (int round = 0; round < 60; ++round) {
        const RandomGroups groups(m_random, 300, 1);
        SceneFrame view = frame(QSizeF(m_random.real(300, 1600), 2000));
        view.today = dayNumber(1990, 1, 1); // of the measures
        const Scene scene = picture(groups, view).scene;
        QSet<Slot> drawn, earlier, badged;
        for (const SceneRow &row : scene.rows()) {
            drawn.insert(row.slot);
            cut += row.isCut;
            for (const SceneRow &other : scene.rows()) {
                if (row.isCut && isOnOneLine(row, other) && other.band.left() > row.band.left())
                    QVERIFY(row.bar.right() < other.bar.left() || other.bar.isEmpty());
            }
        }
        for (const SceneGroup &group : scene.groups()) {
            for (const SceneBadge &badge : group.badges)
                (badge.goesOn ? earlier : badged) += QSet<Slot>(badge.records.cbegin(), badge.records.cend());
        }
        for (const Slot slot : std::as_const(drawn)) // acts of a link may hang over the next one of their chain
            QVERIFY(!earlier.contains(slot) || groups.grouping.chainOf(slot) >= 0);
        counted += int(earlier.size());
        for (const Slot slot : std::as_const(groups.records)) {
            const Reach bar = reachOf(groups.items[slot].span, {}, view.today);
            const DayRange start = groups.items[slot].span.start;
            if (start.earliest != NoDay && start.latest != NoDay && start.latest < scene.frame().scale.firstDay() &&
                (bar.isEndless || bar.last > scene.frame().scale.lastDay()))
                QVERIFY(drawn.contains(slot) || earlier.contains(slot));
        }
    }
    QVERIFY2(cut > 30, qPrintable(QString::number(cut)));
    QVERIFY(counted > 1000);
}

void TstSceneLanes::captionsKeepApart()
{
    int captions = 0;
    for (int round = 0; round < 150; ++round) {
        const RandomGroups groups(m_random, m_random.number(300), 1 + m_random.number(4));
        const Picture made = picture(groups, frame(QSizeF(m_random.real(100, 1600), m_random.real(60, 900))));
        for (const SceneRow &row : made.scene.rows()) {
            captions += !row.caption.isEmpty();
            for (const SceneRow &other : made.scene.rows()) {
                if (!isOnOneLine(row, other))
                    continue;
                QVERIFY2(!cross(said(row), said(other)), qPrintable(row.caption + other.caption));
                QVERIFY2(!cross(said(row), other.bar), qPrintable(row.caption));
            }
            const SceneFrame &frame = made.scene.frame();
            const bool isOnBar = row.bar.intersects(row.captionRect);
            const QFontMetricsF font(isOnBar ? frame.boldFont() : frame.smallFont());
            QVERIFY(font.horizontalAdvance(row.caption) <= row.captionRect.width() + 1);
        }
    }
    QVERIFY2(captions > 800, qPrintable(QString::number(captions)));
}

void TstSceneLanes::barsKeepApart()
{
    for (int round = 0; round < 150; ++round) {
        const RandomGroups groups(m_random, m_random.number(300), 1 + m_random.number(4));
        const Picture made = picture(groups, frame(QSizeF(m_random.real(100, 1600), m_random.real(60, 900))));
        for (const SceneRow &row : made.scene.rows()) {
            for (const SceneRow &other : made.scene.rows()) {
                if (isOnOneLine(row, other))
                    QVERIFY(!cross(row.bar, other.bar));
            }
        }
    }
}

void TstSceneLanes::hitTestAgreesWithTheRectangles()
{
    std::map<SceneHit::Part, int> seen;
    for (int round = 0; round < 80; ++round) {
        const RandomGroups groups(m_random, 20 + m_random.number(300), 1 + m_random.number(4));
        const Picture made = picture(groups, frame(QSizeF(m_random.real(500, 1600), m_random.real(200, 900))),
                                     m_random.chance(70) ? Encoding::Lanes : Encoding::Auto);
        const Scene &scene = made.scene;
        const QRectF chart = scene.frame().chart();
        // What is asked for is under the point, and what is drawn there is found.
        for (int i = 0; i < 300; ++i) {
            const QPointF point(m_random.real(0, scene.frame().size.width() - 1),
                                m_random.real(0, scene.frame().size.height() - 1));
            const SceneHit hit = scene.hitTest(point);
            ++seen[hit.part];
            const auto near = [&](const QRectF &rect) { return rect.adjusted(-2, -2, 2, 2).contains(point); };
            switch (hit.part) {
            case SceneHit::Part::Axis:
                QVERIFY(point.y() < chart.top());
                break;
            case SceneHit::Part::Bar:
                QVERIFY(near(scene.rows().at(hit.index).bar) || near(scene.rows().at(hit.index).outline));
                break;
            case SceneHit::Part::Mark:
                QVERIFY(near(scene.rows().at(hit.index).marks.at(hit.mark).rect));
                break;
            case SceneHit::Part::Caption:
                QVERIFY(said(scene.rows().at(hit.index)).contains(point));
                break;
            case SceneHit::Part::Group:
                QVERIFY(scene.groups().at(hit.index).head.contains(point));
                break;
            case SceneHit::Part::Badge:
                QVERIFY(scene.groups().at(hit.index).badges.at(hit.mark).rect.contains(point));
                break;
            case SceneHit::Part::Strip:
                QVERIFY(scene.groups().at(hit.index).density || scene.groups().at(hit.index).heat);
                break;
            case SceneHit::Part::None:
                for (const SceneRow &row : scene.rows())
                    QVERIFY(!row.bar.contains(point) || !chart.contains(point));
                break;
            default:
                QFAIL("there are no rows");
            }
        }
        for (const SceneRow &row : scene.rows()) {
            const QPointF middle = (row.bar & chart).center();
            if (row.bar.isEmpty() || !chart.contains(middle) || (row.bar & chart).isEmpty())
                continue;
            const SceneHit hit = scene.hitTest(middle);
            QVERIFY(hit.part == SceneHit::Part::Bar || hit.part == SceneHit::Part::Mark ||
                    hit.part == SceneHit::Part::Caption || hit.part == SceneHit::Part::Group);
            if (hit.part == SceneHit::Part::Bar && scene.rows().at(hit.index).slot != row.slot)
                QVERIFY(scene.rows().at(hit.index).bar.adjusted(-2, -2, 2, 2).contains(middle));
            ++seen[hit.part];
        }
    }
    for (const auto part : {SceneHit::Part::Axis, SceneHit::Part::Bar, SceneHit::Part::Mark, SceneHit::Part::Caption,
                            SceneHit::Part::Group, SceneHit::Part::Strip, SceneHit::Part::None})
        QVERIFY2(seen[part] > 20, qPrintable(QString::number(static_cast<int>(part))));
}

void TstSceneLanes::headsStayInSight()
{
    for (int round = 0; round < 100; ++round) {
        const RandomGroups groups(m_random, 20 + m_random.number(300), 1 + m_random.number(4));
        const Picture made = picture(groups, frame(QSizeF(m_random.real(200, 1600), m_random.real(100, 900))));
        const QRectF chart = made.scene.frame().chart();
        size_t inView = 0;
        for (const Block &block : made.arrangement.blocks()) {
            const double top = chart.top() + block.top - made.scene.frame().scrollY;
            inView += top < chart.bottom() && top + block.height > chart.top();
        }
        QCOMPARE(size_t(made.scene.groups().size()), inView);
        for (const SceneGroup &group : made.scene.groups()) {
            QVERIFY(group.head.top() >= group.band.top() - 1e-6);
            QVERIFY(group.head.bottom() <= group.band.bottom() + 1e-6);
            QVERIFY(group.head.bottom() > chart.top() && group.head.top() < chart.bottom());
            const bool hasRoom = group.band.bottom() - chart.top() >= group.head.height();
            QVERIFY(!hasRoom || group.head.top() >= chart.top() - 1e-6);
            QVERIFY(group.count.startsWith(QString::number(groups.grouping.groups.at(group.group).records.size())));
        }
    }
}

void TstSceneLanes::costFollowsPixels()
{
    RandomGroups groups(m_random, 20000, 1);
    int asked = 0;
    ArrangementRequest request;
    request.choices.encoding = Encoding::Lanes;
    request.pixelsPerDay = 1;
    SceneFrame view = frame(QSizeF(1600, 900));
    view.scale = Scale(dayNumber(1900, 1, 1), 1.2, view.chart().width());
    request.metrics.rowHeight = view.rowHeight;
    request.metrics.width = view.chart().width();
    const Arrangement arrangement(groups.records, groups.grouping, groups.measure(), request);
    const Scene scene(
        arrangement, groups.grouping,
        [&](Slot slot) {
            ++asked;
            return groups.items[slot];
        },
        [&](int group) -> const DensityDays & { return densities(groups, group); }, view);
    QVERIFY2(asked < 1500, qPrintable(QString::number(asked)));
}

void TstSceneLanes::extremes_data()
{
    QTest::addColumn<QSizeF>("size");
    QTest::newRow("1 × 1") << QSizeF(1, 1);
    QTest::newRow("8000 × 200") << QSizeF(8000, 200);
    QTest::newRow("narrow") << QSizeF(300, 700);
    QTest::newRow("usual") << QSizeF(1600, 900);
}

void TstSceneLanes::extremes()
{
    QFETCH(QSizeF, size);
    RandomGroups groups(m_random, 60, 2);
    const QStringList titles{QString(10000, u'm'), QString::fromUtf8("👩‍👩‍👧‍👦").repeated(2000),
                             u"e"_s + QString(5000, QChar(0x301)), QString(), u"معاهدة الصداقة والتعاون"_s};
    for (size_t i = 0; i < groups.items.size(); ++i)
        groups.items[i].title = titles.at(qsizetype(i) % titles.size());
    for (TimelineGroup &group : groups.grouping.groups)
        group.label = titles.at(group.records.size() % titles.size());
    groups.items[0].span = Span();
    groups.items[0].span.start = {MinDay, MinDay};
    groups.items[0].span.end = {MaxDay, MaxDay};
    groups.measures[0].reach = groups.measures[0].bar =
        reachOf(groups.items[0].span, groups.items[0].points, dayNumber(1990, 1, 1));
    for (const double density : {1e-9, 0.01, 1.0, 1e9}) {
        SceneFrame view = frame(size);
        view.scale = Scale(dayNumber(1850, 1, 1), density, view.chart().width());
        for (const Encoding encoding : {Encoding::Auto, Encoding::Lanes, Encoding::Density}) {
            const Picture made = picture(groups, view, encoding);
            for (const SceneRow &row : made.scene.rows()) {
                const QRectF all = row.signs() | said(row);
                QVERIFY(std::isfinite(all.left()) && std::isfinite(all.right()));
                QVERIFY(all.width() < size.width() + 100);
            }
            for (const SceneGroup &group : made.scene.groups())
                QVERIFY(group.head.width() <= size.width());
        }
    }
}

void TstSceneLanes::everythingOnOneDay()
{
    RandomGroups groups(m_random, 0, 1);
    const Day day = dayNumber(1918, 11, 11);
    TimelineGroup &group = groups.grouping.groups[0];
    for (Slot slot = 0; slot < 10000; ++slot) {
        TimelineItem item;
        item.title = u"Armistice"_s;
        item.span.start = item.span.end = {day, day};
        item.span.point = true;
        const Reach reach = reachOf(item.span, {}, NoDay);
        groups.items.push_back(item);
        groups.measures.push_back({reach, reach, 80});
        groups.records.append(slot);
        groups.grouping.chains.push_back(-1);
        groups.grouping.copies.push_back(1);
        group.records.append(slot);
        group.firsts.push_back(day);
        group.chains.push_back(-1);
    }
    SceneFrame view = frame(QSizeF(1600, 900));
    view.scale = Scale(day - 100, 5, view.chart().width());
    Picture made = picture(groups, view);
    view.scrollY = 0;
    const Scene scene(made.arrangement, groups.grouping, groups.itemSource(), {}, view);
    QCOMPARE(scene.groups().size(), 1);
    QCOMPARE(scene.groups().first().badges.size(), 1);
    QCOMPARE(scene.rows().size() + scene.groups().first().badges.first().records.size(), 10000);
}

TREATYBOOK_TEST(TstSceneLanes)
#include "tst_scenelanes.moc"
