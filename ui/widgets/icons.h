#pragma once

#include <QIcon>

namespace Treatybook {

enum class Icon {
    New,
    Open,
    Save,
    Copy,
    Undo,
    Redo,
    Search,
    Calendar,
    Export,
    Import,
    Fit,
    Previous,
    Next,
    Up,
    Down,
    More,
    ZoomIn,
    ZoomOut,
    Today,
    Delete,
    Duplicate,
    Edit,
    About,
    Quit,
    Revert,
    Close,
    Warning,
    Information,
    Problem,
    Book,
    Sample
};

/// Drawn as paths on a grid of 16, so it is sharp at every scale; takes its colour from the palette at the time of
/// painting, so that it follows light and dark.
QIcon icon(Icon icon);
/// The same in a given colour, for signs that mean something by it.
QIcon icon(Icon icon, const QColor &color);

} // namespace Treatybook
