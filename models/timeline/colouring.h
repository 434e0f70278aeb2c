#pragma once

#include "session/agreementstore.h"
#include "timeline/style.h"

#include <span>
#include <vector>

namespace Treatybook {

/// What the colour of a record tells.
enum class ColourBy : quint8 { Status, Nature, Subject, Kind };

struct ColourByInfo {
    ColourBy value;
    std::string_view key; ///< for settings and saved views
    const char *label;    ///< to be translated in the context Treatybook
};

inline constexpr std::array colourByTable{
    ColourByInfo{ColourBy::Status, "status", QT_TRANSLATE_NOOP("Treatybook", "Status")},
    ColourByInfo{ColourBy::Nature, "nature", QT_TRANSLATE_NOOP("Treatybook", "Nature")},
    ColourByInfo{ColourBy::Subject, "subject", QT_TRANSLATE_NOOP("Treatybook", "Subject")},
    ColourByInfo{ColourBy::Kind, "kind", QT_TRANSLATE_NOOP("Treatybook", "Kind")},
};

std::optional<ColourBy> colourByOfKey(QStringView key);

/// Gives each record of a set a category: the 8 most frequent values have one each, in the order of their vocabulary,
/// so that a colour changes only when another value joins the eight; everything else shares the last. A record with
/// several subjects takes the first that has a category. By status there are no categories: see toneOf().
class Colouring
{
public:
    struct Category {
        int category = OtherCategory;
        QString label;
        int count = 0; ///< records of the set
        bool operator==(const Category &) const = default;
    };

    Colouring() = default;
    Colouring(const AgreementStore &store, std::span<const Slot> records, ColourBy by, Language language);

    ColourBy by() const { return m_by; }
    bool isByStatus() const { return m_by == ColourBy::Status; }
    /// OtherCategory for records that are not of the set.
    int categoryOf(Slot slot) const { return slot < m_ofSlots.size() ? m_ofSlots[slot] : OtherCategory; }
    /// Those in use, in order.
    const QList<Category> &categories() const { return m_categories; }

private:
    ColourBy m_by = ColourBy::Status;
    std::vector<quint8> m_ofSlots;
    QList<Category> m_categories;
};

} // namespace Treatybook
