#pragma once

#include "session/agreementstore.h"

#include <QLocale>

namespace Treatybook {

/// What the timeline sorts records by into groups.
enum class GroupBy : quint8 {
    MainSubject, ///< the first one alone: every record stands once
    Subject,     ///< every one: a record stands in each of its groups
    Kind,
    Nature,
    Participant,
    Status,
    Family ///< records joined by relations
};

struct GroupByInfo {
    GroupBy by{};
    const char *key;   ///< settings, command line
    const char *label; ///< English, for translation in context "Treatybook"
};
std::span<const GroupByInfo> groupByTable();
std::optional<GroupBy> groupByOfKey(QStringView key);

/// Records that stand together. Only families have levels.
struct TimelineGroup {
    QString key;                ///< stable: key of a vocabulary, a name, the id of a record; empty: all that have none
    QString label;              ///< for people
    QList<Slot> records;        ///< by their first day
    std::vector<Day> firsts;    ///< by record: that day
    std::vector<quint8> levels; ///< by record: 0 for what others carry out, amend or extend, 1 for these, …
    std::vector<int> chains;    ///< by record: successors share a number; -1: no chain
};

/// Records in groups, the largest first; what has no value stands last.
struct Grouping {
    QList<TimelineGroup> groups;
    std::vector<quint8> copies; ///< by slot: in how many groups it stands
    std::vector<int> chains;    ///< by slot, as in the groups

    int chainOf(Slot slot) const { return slot < chains.size() ? chains[slot] : -1; }
    int copiesOf(Slot slot) const { return slot < copies.size() ? copies[slot] : 0; }
};

/// Records by their first day, acts counted; and apart, in the order given, what has no date at all.
struct DatedRecords {
    QList<Slot> dated, undated;
};
DatedRecords byFirstDay(const AgreementStore &store, const QList<Slot> &records);

/// `dated` are sorted by their first day, and so is every group. Status is that of the day. Costs O(n).
Grouping groupingOf(const AgreementStore &store, const QList<Slot> &dated, GroupBy by, Day asOf, const QLocale &locale);

} // namespace Treatybook
