#include "randomitems.h"
#include "support/booksession.h"
#include "support/testregistry.h"
#include "timeline/legend.h"

#include <QImage>
#include <QPainter>
#include <QTest>

using namespace Treatybook;

class TstLegend : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void onlyWhatIsUsed_data();
    void onlyWhatIsUsed();
    void tonesOfTheRows();
    void categoriesInsteadOfTones();
    void staysWithinItsWidth();
};

namespace {

SceneFrame frame()
{
    SceneFrame frame = SceneFrame::suited(QSizeF(1000, 600), QFont());
    frame.today = dayNumber(2026, 1, 1);
    frame.scale = Scale::fitting(dayNumber(1990, 1, 1), dayNumber(2030, 1, 1), frame.chart().width());
    return frame;
}

/// Plain bars of these tones, slots from 0.
Scene sceneOf(const QList<Tone> &tones)
{
    QList<Slot> records;
    for (int i = 0; i < tones.size(); ++i)
        records.append(static_cast<Slot>(i));
    return Scene(
        records,
        [&](Slot slot) {
            TimelineItem item;
            item.title = QStringLiteral("Record");
            item.tone = tones.at(static_cast<int>(slot));
            item.span.start = {dayNumber(2000, 1, 1), dayNumber(2000, 1, 1)};
            item.span.end = {dayNumber(2010, 1, 1), dayNumber(2010, 1, 1)};
            return item;
        },
        frame());
}

QImage painted(const Legend &legend, double width, const TimelineStyle &style)
{
    QImage image(static_cast<int>(width) + 60, static_cast<int>(legend.heightFor(width)) + 40, QImage::Format_RGB32);
    image.fill(style.ground);
    QPainter painter(&image);
    legend.paint(painter, QPointF(20, 20), width, style);
    return image;
}

/// Around all that is not ground.
QRect inkOf(const QImage &image, const QColor &ground)
{
    QRect ink;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            if (image.pixelColor(x, y) != ground)
                ink |= QRect(x, y, 1, 1);
        }
    }
    return ink;
}

} // namespace

void TstLegend::onlyWhatIsUsed_data()
{
    QTest::addColumn<LegendContent>("content");
    QTest::addColumn<QString>("text");
    QTest::newRow("density") << LegendContent{.density = true} << QStringLiteral("records that begin");
    QTest::newRow("certain") << LegendContent{.certainCurve = true} << QStringLiteral("in force");
    QTest::newRow("possible") << LegendContent{.possibleCurve = true} << QStringLiteral("possibly in force");
    QTest::newRow("heat") << LegendContent{.heat = true} << QStringLiteral("the stronger, the more records");
    QTest::newRow("relations") << LegendContent{.relations = true}
                               << QStringLiteral("relation, from the record that acts");
    QTest::newRow("groups") << LegendContent{.severalGroups = true} << QStringLiteral("stands in several groups");
    QTest::newRow("badges") << LegendContent{.badges = true} << QStringLiteral("more records than fit");
}

void TstLegend::onlyWhatIsUsed()
{
    QFETCH(LegendContent, content);
    QFETCH(QString, text);
    QVERIFY(Legend({}, frame()).texts().isEmpty());
    QCOMPARE(Legend({}, frame()).heightFor(300), 0.0);
    const Legend legend({}, frame(), content);
    QCOMPARE(legend.texts(), QStringList{text});
    for (const TimelineStyle &style : {TimelineStyle::light(), TimelineStyle::dark()}) {
        const QImage image = painted(legend, 400, style);
        // The sample stands left of the words, and is as well seen as a bar.
        const QImage sample = image.copy(QRect(20, 20, 12, image.height() - 20));
        double best = 1;
        for (int y = 0; y < sample.height(); ++y) {
            for (int x = 0; x < sample.width(); ++x)
                best = std::max(best, contrast(sample.pixelColor(x, y), style.ground));
        }
        QVERIFY2(best >= 3 || content.heat, qPrintable(QString::number(best))); // heat begins faint
        QVERIFY(best > 1.1);
        QVERIFY(QRect(20, 20, 401, image.height() - 40).contains(inkOf(image, style.ground)));
    }
}

void TstLegend::tonesOfTheRows()
{
    const Scene scene = sceneOf({Tone::Over, Tone::InForce, Tone::Over});
    const Legend legend(scene.rows(), scene.frame());
    QCOMPARE(legend.texts(), QStringList({QStringLiteral("In force or in effect"), QStringLiteral("Over")}));
    const Colouring byStatus;
    QCOMPARE(Legend(scene.rows(), scene.frame(), {.colouring = &byStatus}).texts(), legend.texts());
}

void TstLegend::categoriesInsteadOfTones()
{
    const auto session = Test::fakeSession();
    QList<Agreement> records;
    for (const Nature nature : {Nature::Treaty, Nature::Undetermined, Nature::Event, Nature::Contract}) {
        records.append(Agreement(QUuid::createUuid()));
        records.last().edit().nature = nature;
    }
    QVERIFY(Test::add(*session, records).hasValue());
    const AgreementStore &store = session->store();
    const QList<Slot> all = Test::liveSlots(store);
    const Colouring colouring(store, all, ColourBy::Nature, Language::English);
    QCOMPARE(colouring.categories().size(), 4);
    const Scene scene = sceneOf(QList<Tone>(all.size(), Tone::Over)); // slots 0 to 3 as in the store
    const QList<SceneRow> rows = scene.rows();
    const auto textsOf = [&](const QList<SceneRow> &some) {
        return Legend(some, scene.frame(), {.colouring = &colouring}).texts();
    };
    QStringList labels;
    for (const Colouring::Category &category : colouring.categories())
        labels.append(category.label);
    QCOMPARE(textsOf(rows), labels);
    const int first = colouring.categoryOf(rows.first().slot);
    for (const Colouring::Category &category : colouring.categories()) {
        if (category.category == first)
            QCOMPARE(textsOf(rows.first(1)), QStringList{category.label});
    }
}

void TstLegend::staysWithinItsWidth()
{
    const auto session = Test::fakeSession();
    Agreement record(QUuid::createUuid());
    record.edit().subjects.append(Text(QString(10000, u'w')));
    QVERIFY(Test::add(*session, {record}).hasValue());
    const QList<Slot> all = Test::liveSlots(session->store());
    const Colouring colouring(session->store(), all, ColourBy::Subject, Language::English);
    Test::RandomItems random(6);
    for (int round = 0; round < 20; ++round) {
        const Scene scene(
            QList<Slot>(random.number(20), all.first()), [&](Slot) { return random.item(); }, frame());
        const LegendContent content{.colouring = random.chance(50) ? &colouring : nullptr,
                                    .density = true,
                                    .certainCurve = true,
                                    .possibleCurve = true,
                                    .heat = true,
                                    .relations = true,
                                    .severalGroups = true,
                                    .badges = true};
        const Legend legend(scene.rows(), scene.frame(), content);
        const double width = 60 + random.number(1200);
        const TimelineStyle style = TimelineStyle::light();
        const QImage image = painted(legend, width, style);
        QVERIFY(QRect(17, 18, static_cast<int>(width) + 6, image.height() - 36).contains(inkOf(image, style.ground)));
    }
}

TREATYBOOK_TEST(TstLegend)
#include "tst_legend.moc"
