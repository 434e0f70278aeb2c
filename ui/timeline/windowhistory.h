#pragma once

#include "timeline/scale.h"

#include <QList>

#include <optional>

namespace Treatybook {

/// How the window of the timeline came to be another one.
enum class WindowMove : quint8 {
    Step,  ///< by one command: fitted, centred, taken from elsewhere
    Glide, ///< by a bit of a gesture: wheel, drag, a key held down
    Follow ///< by itself: size or records changed; nobody goes back to what was before
};

/// Former windows of the timeline and, after going back, the later ones. Glides that follow each other within a gesture
/// are one step. Times are milliseconds of a clock that never goes back. A value.
class WindowHistory
{
public:
    static constexpr qint64 Gesture = 700;
    static constexpr qsizetype Most = 100; ///< windows that are kept

    /// The timeline shows this window now.
    void note(const Scale &window, WindowMove move, qint64 now);
    bool canGoBack() const { return m_at > 0; }
    bool canGoForward() const { return m_at + 1 < m_windows.size(); }
    /// The window to show, as wide as `width` pixels; none if there is none.
    std::optional<Scale> goBack(double width) { return go(-1, width); }
    std::optional<Scale> goForward(double width) { return go(1, width); }

private:
    struct Window {
        double first = 0, last = 0;
    };

    std::optional<Scale> go(int by, double width);

    QList<Window> m_windows;
    qsizetype m_at = -1;
    std::optional<qint64> m_glided; ///< when the present window was last moved by a glide
};

} // namespace Treatybook
