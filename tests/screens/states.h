#pragma once

#include "ui/widgets/theme.h"

#include <QSize>
#include <QString>

#include <functional>
#include <vector>

namespace Treatybook::Screens {

class Stage;

/// One picture: a window of that size and appearance, brought where `act` leaves it.
struct State {
    QString name; ///< of the picture, without its suffix
    std::function<void(Stage &)> act;
    QSize size = {1440, 900};
    Appearance appearance = Appearance::Light;
};

/// All of them. A new one is an entry in states.cpp, or in timelinestates.cpp.
std::vector<State> states();
std::vector<State> timelineStates();

} // namespace Treatybook::Screens
