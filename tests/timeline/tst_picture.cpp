#include "randomitems.h"
#include "support/testregistry.h"
#include "timeline/legend.h"
#include "timeline/picture.h"

#include <QTest>

using namespace Treatybook;
using namespace Qt::StringLiterals;

class TstPicture : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyRowIsPainted();
    void sizeAndScale();
    void isOpaque();
    void emptyAndLongTitles();
    void tooManyRowsAreRefused();
    void legendFlows();

private:
    static PictureInput input(int count);
};

namespace {

/// Bars over the whole window, in the colours of all tones in turn.
TimelineItem barOf(Slot slot)
{
    TimelineItem item;
    item.title = u"Record"_s;
    item.span.start = {dayNumber(2000, 1, 1), dayNumber(2000, 1, 1)};
    item.span.end = {dayNumber(2010, 1, 1), dayNumber(2010, 1, 1)};
    item.tone = static_cast<Tone>(slot % 4);
    return item;
}

} // namespace

PictureInput TstPicture::input(int count)
{
    PictureInput input;
    for (int i = 0; i < count; ++i)
        input.records.append(Slot(i));
    input.items = barOf;
    input.title = u"Viet Nam – Cuba"_s;
    input.today = dayNumber(2026, 1, 1);
    input.window = DayRange{dayNumber(2000, 1, 1), dayNumber(2010, 1, 1)};
    input.width = 800;
    input.scale = 1;
    return input;
}

void TstPicture::everyRowIsPainted()
{
    for (const TimelineStyle &style : {TimelineStyle::light(), TimelineStyle::dark()}) {
        PictureInput wanted = input(50);
        wanted.style = style;
        const Result<QImage> image = timelineImage(wanted);
        QVERIFY(image);
        QList<QRgb> colours; // down a column through all bars
        for (int y = 0; y < image->height(); ++y) {
            const QRgb pixel = image->pixel(600, y);
            const bool isTone = std::any_of(style.tones.begin(), style.tones.begin() + 4,
                                            [&](const QColor &tone) { return tone.rgb() == pixel; });
            if (isTone && (colours.isEmpty() || colours.last() != pixel))
                colours.append(pixel);
        }
        QCOMPARE(colours.size(), 50);
        for (int i = 0; i < 50; ++i)
            QCOMPARE(colours.at(i), style.tones[static_cast<size_t>(i % 4)].rgb());
    }
}

void TstPicture::sizeAndScale()
{
    PictureInput wanted = input(10);
    const Result<QImage> once = timelineImage(wanted);
    wanted.scale = 2;
    const Result<QImage> twice = timelineImage(wanted);
    QCOMPARE(once->width(), 800);
    QCOMPARE(twice->width(), 1600);
    QVERIFY(std::abs(twice->height() - 2 * once->height()) <= 2);
    const Result<QImage> more = timelineImage(input(20));
    QVERIFY(more->height() >= once->height() + 10 * 28);
}

void TstPicture::isOpaque()
{
    const Result<QImage> image = timelineImage(input(3));
    QVERIFY(!image->hasAlphaChannel());
    QCOMPARE(image->pixel(0, 0), TimelineStyle::light().ground.rgb());
}

void TstPicture::emptyAndLongTitles()
{
    PictureInput wanted = input(0);
    wanted.window.reset();
    wanted.title = QString(10000, u'w');
    wanted.filterWords = QString(10000, u'w');
    const Result<QImage> image = timelineImage(wanted);
    QVERIFY(image);
    QCOMPARE(image->width(), 800);
    for (int y = 0; y < image->height(); ++y) // nothing runs over the edge
        QCOMPARE(image->pixel(799, y), TimelineStyle::light().ground.rgb());
}

void TstPicture::tooManyRowsAreRefused()
{
    const Result<QImage> image = timelineImage(input(5000));
    QVERIFY(!image);
    QCOMPARE(image.error().kind, ErrorKind::Invalid);
    QVERIFY(!image.error().message.isEmpty());
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
