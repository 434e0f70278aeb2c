#include "timeline/grouping.h"

#include "domain/tr.h"
#include "timeline/family.h"

#include <QCollator>

#include <algorithm>
#include <array>

namespace Treatybook {

namespace {

constexpr std::array Table{
    GroupByInfo{GroupBy::MainSubject, "subject", QT_TRANSLATE_NOOP("Treatybook", "Subject")},
    GroupByInfo{GroupBy::Subject, "subjects", QT_TRANSLATE_NOOP("Treatybook", "Every subject")},
    GroupByInfo{GroupBy::Kind, "kind", QT_TRANSLATE_NOOP("Treatybook", "Kind")},
    GroupByInfo{GroupBy::Nature, "nature", QT_TRANSLATE_NOOP("Treatybook", "Nature")},
    GroupByInfo{GroupBy::Participant, "participant", QT_TRANSLATE_NOOP("Treatybook", "Participant")},
    GroupByInfo{GroupBy::Status, "status", QT_TRANSLATE_NOOP("Treatybook", "Status")},
    GroupByInfo{GroupBy::Family, "family", QT_TRANSLATE_NOOP("Treatybook", "Family")}};

/// First known day of a record, its acts included; NoDay if there is none.
Day firstDay(const AgreementStore &store, Slot slot)
{
    if (const Day day = store.columns().extent(slot).first; day != NoDay)
        return day;
    Day first = NoDay;
    for (const Action &action : store.record(slot)->actions) {
        for (const Edtf *date : {&action.date, &action.effective}) {
            const DayRange when = date->instant();
            for (const Day day : {when.earliest, when.latest}) {
                if (day != NoDay)
                    first = first == NoDay ? day : std::min(first, day);
            }
        }
    }
    return first;
}

/// Collects records under numbers: of a vocabulary, or of a name.
class Buckets
{
public:
    void add(quint32 number, Slot slot)
    {
        if (number >= m_records.size())
            m_records.resize(number + 1);
        m_records[number].append(slot);
    }
    void addNone(Slot slot) { m_none.append(slot); }

    template <typename Key, typename Label>
    QList<TimelineGroup> groups(const Key &key, const Label &label, const QString &noneLabel, const QLocale &locale)
    {
        QList<TimelineGroup> groups;
        for (quint32 number = 0; number < m_records.size(); ++number) {
            if (!m_records[number].isEmpty())
                groups.append({key(number), label(number), m_records[number], {}, {}, {}});
        }
        QCollator collator(locale);
        std::ranges::sort(groups, [&](const TimelineGroup &a, const TimelineGroup &b) {
            if (a.records.size() != b.records.size())
                return a.records.size() > b.records.size();
            const int order = collator.compare(a.label, b.label);
            return order != 0 ? order < 0 : a.key < b.key;
        });
        if (!m_none.isEmpty())
            groups.append({{}, noneLabel, m_none, {}, {}, {}});
        return groups;
    }

private:
    std::vector<QList<Slot>> m_records;
    QList<Slot> m_none;
};

QList<TimelineGroup> byName(const AgreementStore &store, const QList<Slot> &records, GroupBy by, const QLocale &locale)
{
    const Columns &columns = store.columns();
    Buckets buckets;
    for (const Slot slot : records) {
        auto numbers = by == GroupBy::Participant ? columns.participants(slot) : columns.subjects(slot);
        if (by == GroupBy::MainSubject && !numbers.empty())
            numbers = numbers.first(1);
        bool isNamed = false;
        for (const quint32 number : numbers) {
            if (columns.nameAt(number).isEmpty())
                continue; // a participant of whom only a role or a code is known
            buckets.add(number, slot);
            isNamed = true;
        }
        if (!isNamed)
            buckets.addNone(slot);
    }
    const Language language = languageOf(locale);
    const auto key = [&](quint32 number) { return columns.nameAt(number).toString(); };
    const auto label = [&](quint32 number) {
        return by == GroupBy::Participant ? key(number) : subjectLabel(key(number), language);
    };
    return buckets.groups(key, label,
                          by == GroupBy::Participant ? tr(QT_TRANSLATE_NOOP("Treatybook", "No participant"))
                                                     : tr(QT_TRANSLATE_NOOP("Treatybook", "No subject")),
                          locale);
}

QList<TimelineGroup> byChoice(const AgreementStore &store, const QList<Slot> &records, GroupBy by, Day asOf,
                              const QLocale &locale)
{
    Buckets buckets;
    const Columns &columns = store.columns();
    const Field field = by == GroupBy::Kind ? Field::Kind : Field::Nature;
    for (const Slot slot : records) {
        if (by != GroupBy::Status) {
            buckets.add(columns.choice(field, slot), slot);
            continue;
        }
        const Status status = store.timeline(slot).on(asOf).status;
        status == Status::None ? buckets.addNone(slot) : buckets.add(quint32(status), slot);
    }
    const Vocabulary &vocabulary = by == GroupBy::Kind     ? Vocabularies::kinds
                                   : by == GroupBy::Nature ? Vocabularies::natures
                                                           : Vocabularies::statuses;
    const Language language = languageOf(locale);
    return buckets.groups([&](quint32 number) { return vocabulary.key(int(number)); },
                          [&](quint32 number) { return vocabulary.label(int(number), language); },
                          tr(QT_TRANSLATE_NOOP("Treatybook", "Events")), locale);
}

QList<TimelineGroup> byFamily(const AgreementStore &store, const QList<Slot> &records, const Kinship &kinship)
{
    TimelineGroup single{{}, tr(QT_TRANSLATE_NOOP("Treatybook", "Without relations")), {}, {}, {}, {}};
    QList<TimelineGroup> groups;
    std::vector<quint8> heads; // the level of what gives a family its name: its uppermost, of these the first
    std::vector<qsizetype> groupOf(size_t(records.size()), -1);
    for (size_t i = 0; i < groupOf.size(); ++i) {
        const Slot slot = records.at(qsizetype(i));
        const int family = kinship.families[i];
        if (family < 0) {
            single.records.append(slot);
            continue;
        }
        qsizetype &number = groupOf[size_t(family)];
        if (number < 0) {
            number = groups.size();
            groups.append(TimelineGroup());
            heads.push_back(255);
        }
        TimelineGroup &group = groups[number];
        group.records.append(slot);
        group.levels.push_back(kinship.levels[i]);
        if (kinship.levels[i] < heads[size_t(number)]) {
            heads[size_t(number)] = kinship.levels[i];
            group.key = store.record(slot).id().toString(QUuid::WithoutBraces);
            group.label = store.record(slot).label().toString();
        }
    }
    std::ranges::stable_sort(
        groups, [](const TimelineGroup &a, const TimelineGroup &b) { return a.records.size() > b.records.size(); });
    if (!single.records.isEmpty())
        groups.append(single);
    return groups;
}

} // namespace

std::span<const GroupByInfo> groupByTable()
{
    return Table;
}

std::optional<GroupBy> groupByOfKey(QStringView key)
{
    for (const GroupByInfo &info : Table) {
        if (key == QLatin1StringView(info.key))
            return info.by;
    }
    return std::nullopt;
}

DatedRecords byFirstDay(const AgreementStore &store, const QList<Slot> &records)
{
    DatedRecords result;
    std::vector<std::pair<Day, Slot>> days; // records that start together by their slot
    days.reserve(size_t(records.size()));
    for (const Slot slot : records) {
        const Day day = firstDay(store, slot);
        if (day == NoDay)
            result.undated.append(slot);
        else
            days.emplace_back(day, slot);
    }
    std::ranges::sort(days);
    result.dated.reserve(qsizetype(days.size()));
    for (const auto &[day, slot] : days)
        result.dated.append(slot);
    return result;
}

Grouping groupingOf(const AgreementStore &store, const QList<Slot> &dated, GroupBy by, Day asOf, const QLocale &locale)
{
    const Kinship kinship = kinshipOf(store, dated);
    Grouping grouping;
    switch (by) {
    case GroupBy::MainSubject:
    case GroupBy::Subject:
    case GroupBy::Participant:
        grouping.groups = byName(store, dated, by, locale);
        break;
    case GroupBy::Kind:
    case GroupBy::Nature:
    case GroupBy::Status:
        grouping.groups = byChoice(store, dated, by, asOf, locale);
        break;
    case GroupBy::Family:
        grouping.groups = byFamily(store, dated, kinship);
        break;
    }
    grouping.chains.resize(store.slotCount(), -1);
    for (qsizetype i = 0; i < dated.size(); ++i)
        grouping.chains[dated.at(i)] = kinship.chains[size_t(i)];
    grouping.copies.resize(store.slotCount(), 0);
    for (TimelineGroup &group : grouping.groups) {
        group.firsts.reserve(size_t(group.records.size()));
        group.chains.reserve(size_t(group.records.size()));
        for (const Slot slot : std::as_const(group.records)) {
            group.firsts.push_back(firstDay(store, slot));
            group.chains.push_back(grouping.chains[slot]);
            grouping.copies[slot] = quint8(std::min(255, grouping.copies[slot] + 1));
        }
    }
    return grouping;
}

} // namespace Treatybook
