#pragma once

#include "domain/vocabularies.h"

#include <QColor>

#include <array>

namespace Treatybook {

/// Statuses that share a colour and a sign. The sign stands beside the title, so that no colour speaks alone.
enum class Tone : quint8 {
    InForce,   ///< in force, in effect, provisionally applied
    Signed,    ///< signed, not known to be in force
    Pending,   ///< proposed, negotiated, adopted, not yet
    Act,       ///< issued, announced, presented, delivered, performed …
    Suspended, ///< hatched
    Over,      ///< expired, terminated, superseded, never concluded
    Unknown,
    Event
};
inline constexpr size_t ToneCount = 8;

/// What records are coloured by when it is not status: the values with a colour and a sign each, and one more for all
/// other values and none.
inline constexpr int ValueCategories = 8;
inline constexpr int OtherCategory = ValueCategories;
inline constexpr int CategoryCount = ValueCategories + 1;

Tone toneOf(Status status, bool isEvent);

/// Colours of the timeline. All are opaque, so that a picture may go where transparency may not (PDF/A). Bars stand out
/// from the ground by 3:1 at least, texts from what is under them by 4.5:1. Tones, and categories, are told apart by
/// readers with and without each kind of colour blindness; tst_style computes it.
struct TimelineStyle {
    QColor ground, band, line, grid, text, dim, accent, asOf, onTone;
    std::array<QColor, ToneCount> tones;
    std::array<QColor, CategoryCount> categories;

    static TimelineStyle light();
    static TimelineStyle dark();

    const QColor &tone(Tone tone) const { return tones[static_cast<size_t>(tone)]; }
    const QColor &category(int category) const { return categories[static_cast<size_t>(category)]; }
    /// `strength` 1 is the colour itself, 0 the ground.
    QColor blend(const QColor &color, double strength) const;

    /// Of bars that count, behind what is read.
    QColor quiet() const { return blend(dim, 0.76); }

    bool operator==(const TimelineStyle &) const = default;
};

/// Contrast ratio of the Web Content Accessibility Guidelines, 1 to 21.
double contrast(const QColor &a, const QColor &b);

} // namespace Treatybook
