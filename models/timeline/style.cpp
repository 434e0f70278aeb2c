#include "timeline/style.h"

#include <algorithm>
#include <cmath>

namespace Treatybook {

namespace {

/// Relative luminance, WCAG 2.1.
double luminance(const QColor &color)
{
    const auto linear = [](double channel) {
        return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

} // namespace

Tone toneOf(Status status, bool isEvent)
{
    if (isEvent)
        return Tone::Event;
    switch (status) {
    case Status::InForce:
    case Status::InEffect:
    case Status::ProvisionallyApplied:
        return Tone::InForce;
    case Status::Signed:
        return Tone::Signed;
    case Status::NotYet:
    case Status::Proposed:
    case Status::UnderNegotiation:
    case Status::Adopted:
        return Tone::Pending;
    case Status::BeingPerformed:
    case Status::Performed:
    case Status::Issued:
    case Status::Announced:
    case Status::Agreed:
    case Status::PartlyDelivered:
    case Status::Delivered:
    case Status::Presented:
        return Tone::Act;
    case Status::Suspended:
        return Tone::Suspended;
    case Status::NotConcluded:
    case Status::Terminated:
    case Status::Superseded:
    case Status::Expired:
        return Tone::Over;
    case Status::None:
    case Status::Unknown:
        break;
    }
    return Tone::Unknown;
}

TimelineStyle TimelineStyle::light()
{
    return {QColor(0xffffff),
            QColor(0xf8f9fb),
            QColor(0xd9dde3),
            QColor(0xeceff3),
            QColor(0x1d2430),
            QColor(0x5f697a),
            QColor(0x2458b3),
            QColor(0xc2410c),
            QColor(0xffffff),
            {QColor(0x188755), QColor(0x014ec7), QColor(0x8c4815), QColor(0x694597), QColor(0xa71059), QColor(0x667080),
             QColor(0x667080), QColor(0x82720e)},
            {QColor(0x2c70ec), QColor(0xd73846), QColor(0x1c7a00), QColor(0x8d44af), QColor(0x135476), QColor(0xa10153),
             QColor(0x4c0b9d), QColor(0x594b00), QColor(0x667080)}};
}

TimelineStyle TimelineStyle::dark()
{
    return {QColor(0x23272f),
            QColor(0x262a32),
            QColor(0x363c47),
            QColor(0x2c313a),
            QColor(0xe6e9ef),
            QColor(0x9aa4b5),
            QColor(0x7aa7f7),
            QColor(0xfb923c),
            QColor(0x10131a),
            {QColor(0x14c3a0), QColor(0x6099f2), QColor(0xee9006), QColor(0xb4aaff), QColor(0xf49bc9), QColor(0x8b95a5),
             QColor(0x8b95a5), QColor(0xaaab6c)},
            {QColor(0x0093ff), QColor(0xfba284), QColor(0x2f9956), QColor(0xb366ce), QColor(0x01d5bc), QColor(0xfa5779),
             QColor(0xc1abff), QColor(0xb8a700), QColor(0x8b95a5)}};
}

QColor TimelineStyle::blend(const QColor &color, double strength) const
{
    const float share = static_cast<float>(std::clamp(strength, 0.0, 1.0));
    const auto mix = [share](float from, float to) { return from + (to - from) * share; };
    return QColor::fromRgbF(mix(ground.redF(), color.redF()), mix(ground.greenF(), color.greenF()),
                            mix(ground.blueF(), color.blueF()));
}

double contrast(const QColor &a, const QColor &b)
{
    const auto [dark, light] = std::minmax({luminance(a), luminance(b)});
    return (light + 0.05) / (dark + 0.05);
}

} // namespace Treatybook
