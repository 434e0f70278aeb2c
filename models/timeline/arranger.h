#pragma once

#include "timeline/scene.h"

#include <QFontMetricsF>

#include <map>
#include <optional>

namespace Treatybook {

/// Keeps what a scene is made from between two frames, and makes anew only what changed: the items drawn, the groups,
/// and the lines at steps of the zoom. Panning and scrolling cost nothing here. Of the screen and of pictures.
class Arranger
{
public:
    explicit Arranger(const AgreementStore &store) : m_store(store) {}

    /// In the order of the table.
    void setRecords(const QList<Slot> &records);
    const QList<Slot> &records() const { return m_records; }
    void setChoices(const TimelineChoices &choices);
    const TimelineChoices &choices() const { return m_choices; }
    /// Whether somebody can open a badge, as on the screen. See ArrangementRequest.
    void setOpensBadges(bool on);
    void setLimitsLines(bool on);
    /// The window to which the picture is on its way: what Auto makes dense does not change under way.
    void setGoal(const Scale &goal) { m_goal = goal; }
    void setDays(Day asOf, Day today);
    void setLocale(const QLocale &locale);
    /// Records or what hangs on them may be others.
    void forgetRecords();

    bool isInRows(const SceneFrame &frame) const;
    const Grouping &grouping();
    /// What the colours tell.
    const Colouring &colouring();
    /// Records that no timeline can place.
    const QList<Slot> &undated();
    /// At the zoom, size and font of the frame; the scrolling does not matter, and the window only to tell with Auto
    /// which groups are too dense for names.
    const Arrangement &arrangement(const SceneFrame &frame);
    /// Rises with every arrangement that is made.
    quint64 generation() const { return m_generation; }
    Scene scene(const SceneFrame &frame);
    /// The same lines and groups as arranged last, in a frame of another height: a page of a picture.
    Scene arrangedScene(const SceneFrame &frame);

private:
    void sort();
    void keepStep();
    ArrangementRequest requestOf(const SceneFrame &frame);
    LaneMeasure measure(Slot slot) const;
    const GroupMeasures &measures(int group);
    TimelineItem item(Slot slot);
    const DensityDays &density(int group);

    const AgreementStore &m_store;
    QList<Slot> m_records;
    TimelineChoices m_choices;
    bool m_opensBadges = true, m_limitsLines = true;
    std::optional<Scale> m_goal;
    Day m_asOf = NoDay, m_today = NoDay;
    QLocale m_locale;

    DatedRecords m_dated;
    bool m_isSorted = false;
    Grouping m_grouping;
    bool m_isGrouped = false;
    Colouring m_colouring;
    bool m_isColoured = false;
    std::map<int, DensityDays> m_densities; ///< by group, made when first shown
    Arrangement m_arrangement;
    ArrangementRequest m_arranged; ///< what the arrangement answers
    bool m_isArranged = false;
    ArrangementRequest m_denseFor; ///< what m_dense answers
    int m_denseAt = 0;
    std::vector<bool> m_dense;
    bool m_isDenseKnown = false;
    struct Step {
        ArrangementRequest request;
        Arrangement arrangement;
    };
    std::vector<Step> m_steps; ///< other zooms of the same records
    quint64 m_generation = 0;
    QHash<Slot, TimelineItem> m_items;   ///< of the day
    std::vector<LaneMeasure> m_measures; ///< by slot; of label -1: not yet measured
    std::map<int, GroupMeasures> m_groupMeasures;
    QFont m_font;
    QFontMetricsF m_bold{QFont()}; ///< of captions in that font
};

} // namespace Treatybook
