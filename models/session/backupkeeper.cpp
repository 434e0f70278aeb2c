#include "session/backupkeeper.h"

#include "domain/whendone.h"

#include <algorithm>

namespace Treatybook {

/// A disk that was full may have room again after a while.
static constexpr qint64 BetweenTries = 10 * 60 * 1000;

BackupKeeper::BackupKeeper(Repository &repository, QObject *parent) : QObject(parent), m_repository(repository) {}

void BackupKeeper::before(const ChangeSet &set, const std::function<void()> &commit)
{
    const auto removals = std::count_if(set.changes.begin(), set.changes.end(), [](const Change &change) {
        return change.type == Change::Type::Remove;
    });
    if (removals < ManyRemovals || !m_repository.capabilities().backsUp)
        return commit();
    whenDone(m_repository.backUp(BackupReason::Deletion), this, [this, commit](const Result<Backup> &backup) {
        if (!backup)
            Q_EMIT failed(backup.error());
        commit();
    });
}

void BackupKeeper::committed()
{
    const QDate today = QDate::currentDate();
    const bool again = m_lacking && m_sinceTry.hasExpired(BetweenTries);
    if ((m_day == today && !again) || !m_repository.capabilities().backsUp)
        return;
    const bool told = m_day == today;
    m_day = today;
    m_lacking = false;
    whenDone(m_repository.backUp(BackupReason::FirstChange), this, [this, told](const Result<Backup> &backup) {
        if (backup)
            return;
        m_lacking = true;
        m_sinceTry.start();
        if (!told)
            Q_EMIT failed(backup.error());
    });
}

} // namespace Treatybook
