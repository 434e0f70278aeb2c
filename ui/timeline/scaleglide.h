#pragma once

#include "timeline/scale.h"

#include <QVariantAnimation>

namespace Treatybook {

/// Carries the picture from one window of time to another, so that the eye can follow where it went. It is never behind
/// the hand: who asks for another window meanwhile sets out from what is shown. GUI thread.
class ScaleGlide : public QObject
{
    Q_OBJECT

public:
    static constexpr int Duration = 140; ///< milliseconds

    ScaleGlide();

    /// Off until the program turns it on: tests see every window at once.
    static void setWanted(bool wanted);

    /// What is to be seen now.
    const Scale &shown() const { return m_shown; }
    void glideTo(const Scale &goal);
    void jumpTo(const Scale &goal);
    void finish() { jumpTo(m_goal); }

Q_SIGNALS:
    /// Another window is shown.
    void moved();

private:
    void show(const Scale &scale);

    Scale m_start, m_goal, m_shown;
    QVariantAnimation m_animation; ///< of the progress, from 0 to 1
};

} // namespace Treatybook
