#pragma once

#include "timeline/scene.h"

#include <QRandomGenerator>

namespace Treatybook::Test {

/// Spans of every shape that spanOf() can give, within a few centuries.
class RandomItems
{
public:
    explicit RandomItems(quint32 seed) : m_random(seed) {}

    int number(int below) { return static_cast<int>(m_random.bounded(below)); }
    double real(double from, double to) { return from + m_random.generateDouble() * (to - from); }
    bool chance(int percent) { return number(100) < percent; }
    Day day() { return dayNumber(1800, 1, 1) + number(90000); }

    DayRange range()
    {
        const Day first = day();
        const Day last = first + (chance(50) ? 0 : number(2000));
        if (chance(8))
            return chance(50) ? DayRange{NoDay, last} : DayRange{first, NoDay};
        return {first, last};
    }

    Span span()
    {
        Span span;
        if (chance(5))
            return span;
        span.start = range();
        span.event = chance(30);
        span.point = chance(25);
        if (span.point) {
            span.end = span.start;
            return span;
        }
        const Day from = span.start.latest != NoDay ? span.start.latest : span.start.earliest;
        span.hollow = !span.event && chance(30);
        span.openEnd = chance(20);
        span.unknownEnd = !span.openEnd && chance(25);
        const Day end = from + number(20000);
        if (span.unknownEnd)
            span.end.earliest = chance(50) ? end : NoDay;
        else if (!span.openEnd)
            span.end = {end, end + (chance(50) ? 0 : number(1000))};
        if (chance(15))
            span.outline = {from - 1 - number(900), from - 1};
        span.startApproximate = chance(10);
        return span;
    }

    TimelineItem item()
    {
        TimelineItem item;
        item.title = QStringLiteral("Agreement number %1 on something").arg(number(1000));
        item.answer = chance(50) ? QStringLiteral("In force") : QStringLiteral("Signed, possibly In force");
        item.span = span();
        item.tone = static_cast<Tone>(number(static_cast<int>(ToneCount)));
        for (int i = number(5); i > 0; --i)
            item.points.append({static_cast<PointKind>(number(PointKindCount)), range(), i});
        return item;
    }

    SceneFrame frame(QSizeF size)
    {
        SceneFrame frame = SceneFrame::suited(size, QFont());
        frame.today = dayNumber(1990, 1, 1);
        frame.asOf = day();
        const double density = std::exp(real(std::log(0.001), std::log(40.0)));
        frame.scale = Scale(day() - real(0, size.width()) / density, density, frame.chart().width());
        return frame;
    }

private:
    QRandomGenerator m_random;
};

} // namespace Treatybook::Test
