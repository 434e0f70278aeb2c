#include "screens/stage.h"
#include "screens/states.h"
#include "ui/mainwindow/bookview.h"
#include "ui/timeline/timelineview.h"

using namespace Qt::StringLiterals;

namespace Treatybook::Screens {

namespace {

constexpr QSize Low(1000, 600), Usual(1600, 900), Huge(3840, 2160);

/// The sample, or as many generated records; `act` sees the timeline.
std::function<void(Stage &)> timeline(int records, const TimelineChoices &choices,
                                      const std::function<void(Stage &, TimelineView &)> &act = {})
{
    return [=](Stage &stage) {
        records > 0 ? stage.openGenerated(records) : stage.openSample();
        TimelineView &view = stage.book().timeline();
        view.setChoices(choices);
        stage.settle();
        if (act)
            act(stage, view);
    };
}

TimelineChoices shown(Encoding encoding, GroupBy by = GroupBy::MainSubject, ColourBy colour = ColourBy::Status)
{
    TimelineChoices choices;
    choices.encoding = encoding;
    choices.groupBy = by;
    choices.colourBy = colour;
    return choices;
}

void choosePlan(Stage &stage, TimelineView &view)
{
    stage.choose(u"Defence cooperation plan 2017–2019"_s);
    view.setFocus();
}

void zoomIn(Stage &, TimelineView &view)
{
    view.setScale(Scale::fitting(dayNumber(1950, 1, 1), dayNumber(1952, 12, 31), view.scale().width()));
}

} // namespace

std::vector<State> timelineStates()
{
    using enum Encoding;
    const Appearance dark = Appearance::Dark;
    const auto lanes = timeline(0, shown(Lanes), choosePlan);
    const auto family = timeline(0, shown(Lanes, GroupBy::Family), choosePlan);
    return {
        {u"lanes"_s, lanes, Usual},
        {u"lanes-small"_s, lanes, Low},
        {u"lanes-huge"_s, lanes, Huge},
        {u"lanes-dark"_s, lanes, Usual, dark},
        {u"lanes-family"_s, family, Usual},
        {u"lanes-family-dark"_s, family, Low, dark},
        {u"lanes-kind"_s, timeline(0, shown(Lanes, GroupBy::Kind)), Usual},
        {u"lanes-participant"_s, timeline(0, shown(Lanes, GroupBy::Participant, ColourBy::Subject)), Usual},
        {u"lanes-status"_s, timeline(0, shown(Lanes, GroupBy::Status, ColourBy::Nature)), Usual},
        {u"lanes-every-subject"_s, timeline(0, shown(Lanes, GroupBy::Subject)), Usual},
        {u"lanes-folded"_s,
         timeline(0, shown(Lanes),
                  [](Stage &, TimelineView &view) { view.toggleGroup(view.grouping().groups.first().key); }),
         Usual},
        {u"rows"_s, timeline(0, shown(Rows), choosePlan), Usual},
        {u"density"_s, timeline(8'034, shown(Density)), Usual},
        {u"density-dark"_s, timeline(8'034, shown(Density, GroupBy::Nature)), Low, dark},
        {u"many-zoomed"_s, timeline(8'034, shown(Auto), zoomIn), Usual},
        {u"many-lanes"_s, timeline(8'034, shown(Lanes), zoomIn), Usual},
    };
}

} // namespace Treatybook::Screens
