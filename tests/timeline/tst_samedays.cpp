#include "randomtreaties.h"
#include "session/computedfields.h"
#include "session/queryevaluator.h"
#include "support/testregistry.h"
#include "timeline/reach.h"
#include "timeline/rowlayout.h"

#include <QTest>

#include <cmath>

using namespace Treatybook;
using namespace Treatybook::Test;
using namespace Qt::StringLiterals;

/// What is drawn, what is said and what is counted are the same days.
class TstSameDays : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void barsAreTheSpan();
    void columnSaysWhereTheBarEnds();
    void queryFindsWhatIsDrawnInTheRange();

private:
    /// The record as it is drawn in a window of exactly these days.
    SceneRow drawn(Slot slot, Day first, Day last) const
    {
        SceneFrame frame = SceneFrame::suited(QSizeF(1200, 200), QFont());
        frame.today = frame.asOf = Today;
        frame.scale = Scale::fitting(first, last, frame.chart().width(), 0);
        return layOutRow(
            slot, 0, frame.axisHeight,
            itemOf(store().record(slot), store().context(slot), store().timeline(slot).on(Today), QLocale::c()), frame);
    }
    const AgreementStore &store() const { return m_session->store(); }

    static constexpr Day Today = dayNumber(2026, 3, 1);
    RandomTreaties m_random{101};
    std::unique_ptr<Session> m_session;
};

void TstSameDays::initTestCase()
{
    m_session = sessionOf(m_random.records(400));
}

void TstSameDays::barsAreTheSpan()
{
    int bars = 0;
    for (const Slot slot : liveSlots(store())) {
        const Span span = spanOf(store().record(slot), store().context(slot));
        const bool isBounded = span.start.earliest != NoDay && span.start.latest != NoDay &&
                               span.end.earliest != NoDay && span.end.latest != NoDay;
        if (!isBounded || span.end.latest - span.start.earliest < 100 || span.start.latest > span.end.earliest)
            continue;
        const SceneRow row = drawn(slot, span.start.earliest - 50, span.end.latest + 50);
        if (row.shape != RowShape::Bar && row.shape != RowShape::Hollow && row.shape != RowShape::Period)
            continue;
        SceneFrame frame = SceneFrame::suited(QSizeF(1200, 200), QFont());
        frame.scale = Scale::fitting(span.start.earliest - 50, span.end.latest + 50, frame.chart().width(), 0);
        QRectF core;
        for (const Piece &piece : row.pieces) {
            if (piece.kind == PieceKind::Core)
                core |= piece.rect;
        }
        QVERIFY(std::abs(row.bar.left() - frame.x(span.start.earliest)) < 1e-6);
        QVERIFY(std::abs(row.bar.right() - frame.x(span.end.latest + 1.0)) < 1e-6);
        if (frame.x(span.end.earliest + 1.0) - frame.x(span.start.latest) < 6)
            continue; // drawn wider, to be seen at all
        QVERIFY(std::abs(core.left() - frame.x(span.start.latest)) < 1e-6);
        QVERIFY(std::abs(core.right() - frame.x(span.end.earliest + 1.0)) < 1e-6);
        ++bars;
    }
    QVERIFY2(bars > 40, qPrintable(QString::number(bars)));
}

void TstSameDays::columnSaysWhereTheBarEnds()
{
    int bounded = 0, open = 0;
    for (const Slot slot : liveSlots(store())) {
        const Span span = spanOf(store().record(slot), store().context(slot));
        const Edtf said = Edtf::read(computedValue(store(), slot, Field::Ends, Today));
        const Day first = store().columns().extent(slot).first;
        if (first == NoDay)
            continue;
        const SceneRow row = drawn(slot, first - 10, std::max(first, Today) + 40000);
        if (row.shape == RowShape::Bar || row.shape == RowShape::Hollow || row.shape == RowShape::Period) {
            // An arrow where the column says "open", an end where it says a day.
            QCOMPARE(row.endless, computedValue(store(), slot, Field::Ends, Today) == u".."_s);
            open += row.endless;
        }
        if (said.kind() == Edtf::Kind::Instant) {
            QCOMPARE(said.instant(), span.end);
            QCOMPARE(store().columns().extent(slot).last, span.end.latest);
            ++bounded;
        }
    }
    QVERIFY(bounded > 50 && open > 20);
}

void TstSameDays::queryFindsWhatIsDrawnInTheRange()
{
    int drawnOnes = 0;
    for (int round = 0; round < 30; ++round) {
        const Day first = dayNumber(1945, 1, 1) + m_random.number(32000);
        const Day last = first + m_random.number(round % 2 ? 40 : 9000);
        const auto search = [&](const QString &pattern) {
            const Query query = Query::parse(pattern.arg(u"%1..%2"_s.arg(dayText(first), dayText(last))));
            const std::vector<Slot> found = QueryEvaluator(store(), Today, QLocale::c()).search(query);
            return QSet<Slot>(found.begin(), found.end());
        };
        const QSet<Slot> possibly = search(u"active:%1"_s), certainly = search(u"certainly:(active:%1)"_s);
        QVERIFY(possibly.contains(certainly));
        for (const Slot slot : liveSlots(store())) {
            const Span span = spanOf(store().record(slot), store().context(slot));
            const Day from = span.start.earliest, until = span.end.latest;
            const bool overlaps =
                span.isDated() && (from == NoDay || from <= last) && (until == NoDay || until >= first);
            QCOMPARE(possibly.contains(slot), overlaps);
            // Drawn with some air about it, a mark or a bar of least width may show beyond its days; and what nobody
            // knows the end of is drawn until today. All else shows exactly where it is counted.
            const bool isBounded = span.start.earliest != NoDay && span.start.latest != NoDay && until != NoDay;
            if (!isBounded || until - from < 60)
                continue;
            const SceneRow row = drawn(slot, first, last);
            const QRectF chart(0, 0, 1200, 200);
            if (overlaps && last - first > 0)
                QVERIFY(!row.bar.isNull());
            if (!overlaps && from > last + 1)
                QVERIFY(row.bar.isNull());
            drawnOnes += !row.bar.isNull();
            // Certain days are the full part of the bar.
            bool isFull = false;
            for (const Piece &piece : row.pieces)
                isFull =
                    isFull || (piece.kind == PieceKind::Core && piece.rect.width() > 7 && chart.intersects(piece.rect));
            const bool isSure = span.start.latest <= last && span.end.earliest != NoDay && span.end.earliest >= first;
            if (certainly.contains(slot))
                QVERIFY(isSure);
            if (isFull && row.shape != RowShape::Diamond && row.shape != RowShape::Range && !span.startApproximate &&
                !span.endApproximate && span.end.earliest - span.start.latest > 60)
                QVERIFY(certainly.contains(slot));
        }
    }
    QVERIFY(drawnOnes > 500);
}

TREATYBOOK_TEST(TstSameDays)
#include "tst_samedays.moc"
