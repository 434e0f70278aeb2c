#include "ui/timeline/scaleglide.h"

namespace Treatybook {

static bool isWanted = false;

void ScaleGlide::setWanted(bool wanted)
{
    isWanted = wanted;
}

ScaleGlide::ScaleGlide()
{
    m_animation.setDuration(Duration);
    m_animation.setStartValue(0.0);
    m_animation.setEndValue(1.0);
    m_animation.setEasingCurve(QEasingCurve::OutCubic);
    connect(&m_animation, &QVariantAnimation::valueChanged, this, [this](const QVariant &progress) {
        const double share = progress.toDouble();
        if (share > 0)
            show(share < 1 ? Scale::between(m_start, m_goal, share) : m_goal);
    });
}

void ScaleGlide::glideTo(const Scale &goal)
{
    if (!isWanted || m_shown.width() != goal.width()) {
        jumpTo(goal);
        return;
    }
    m_animation.stop();
    m_start = m_shown;
    m_goal = goal;
    m_animation.start();
}

void ScaleGlide::jumpTo(const Scale &goal)
{
    m_animation.stop();
    m_goal = goal;
    show(goal);
}

void ScaleGlide::show(const Scale &scale)
{
    if (scale == m_shown)
        return;
    m_shown = scale;
    Q_EMIT moved();
}

} // namespace Treatybook
