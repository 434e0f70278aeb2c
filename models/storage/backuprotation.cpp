#include "storage/backuprotation.h"

#include <QDate>
#include <QSet>

#include <algorithm>
#include <utility>

namespace Treatybook::BackupRotation {

namespace {

using Week = std::pair<int, int>;

Week weekOf(const QDate &day)
{
    int year = 0;
    const int week = day.weekNumber(&year);
    return {year, week};
}

Week monthOf(const QDate &day)
{
    return {day.year(), day.month()};
}

QList<Backup> newestFirst(QList<Backup> backups)
{
    backups.removeIf([](const Backup &backup) { return backup.number <= 0; });
    std::stable_sort(backups.begin(), backups.end(), [](const Backup &a, const Backup &b) {
        return a.number != b.number ? a.number > b.number : a.time > b.time;
    });
    return backups;
}

/// What has had a backup already, walking from the newest to the oldest.
class Calendar
{
public:
    enum class Place { Only, Further, None };

    /// Only: the newest of its day, week or month; Further: another one of the last two days.
    Place place(const QDate &day)
    {
        if (m_days.contains(day))
            return m_allDays.contains(day) ? Place::Further : Place::None;
        const bool ofItsDay = m_days.size() < AllDays + Days;
        const bool ofItsWeek = m_weeksKept < Weeks && !m_weeks.contains(weekOf(day));
        const bool ofItsMonth = m_monthsKept < Months && !m_months.contains(monthOf(day));
        if (!ofItsDay && !ofItsWeek && (m_weeksKept < Weeks || !ofItsMonth))
            return Place::None;
        if (ofItsDay) {
            if (m_days.size() < AllDays)
                m_allDays.insert(day);
            m_days.insert(day);
        } else if (ofItsWeek) {
            ++m_weeksKept;
        } else {
            ++m_monthsKept;
        }
        m_weeks.insert(weekOf(day));
        m_months.insert(monthOf(day));
        return Place::Only;
    }

private:
    QSet<QDate> m_days, m_allDays;
    QSet<Week> m_weeks, m_months;
    qsizetype m_weeksKept = 0, m_monthsKept = 0;
};

} // namespace

QList<Backup> superfluous(const QList<Backup> &backups)
{
    QList<Backup> only, further, gone;
    Calendar calendar;
    for (const Backup &backup : newestFirst(backups)) {
        const Calendar::Place place = calendar.place(backup.time.toLocalTime().date());
        if (place == Calendar::Place::Only)
            only.append(backup);
        else if (place == Calendar::Place::Further)
            further.append(backup);
        else
            gone.append(backup);
    }
    if (only.isEmpty())
        return {};

    // If they are too many, several of one day go first.
    const qint64 allowed = std::max(3 * only.first().size, SmallTotal);
    qint64 total = 0;
    for (const QList<Backup> *kept : {&only, &further}) {
        for (const Backup &backup : *kept)
            total += backup.size;
    }
    const qint64 second = [&] {
        const QList<Backup> all = newestFirst(only + further);
        return all.at(std::min(Fewest, all.size()) - 1).number;
    }();
    for (QList<Backup> *kept : {&further, &only}) {
        while (!kept->isEmpty() && kept->last().number < second &&
               (only.size() + further.size() > Most || total > allowed)) {
            total -= kept->last().size;
            gone.append(kept->takeLast());
        }
    }
    QList<Backup> oldestFirst = newestFirst(gone);
    std::reverse(oldestFirst.begin(), oldestFirst.end());
    return oldestFirst;
}

} // namespace Treatybook::BackupRotation
