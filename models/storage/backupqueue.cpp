#include "storage/backupqueue.h"

#include "domain/tr.h"
#include "storage/backups.h"
#include "storage/durablefile.h"
#include "storage/sqlrepository.h"

#include <optional>

namespace Treatybook {

/// A step of a millisecond or two: longer ones would make a save wait.
static constexpr int PagesAStep = 256;

/// The newest backup if it is from this day; a clock that went back since says nothing.
static std::optional<Backup> backupOfToday(const QString &bookPath)
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    for (const Backup &backup : Backups(bookPath).list()) {
        const bool today = backup.time.toLocalTime().date() == now.toLocalTime().date() && backup.time <= now;
        return backup.number > 0 && today ? std::optional(backup) : std::nullopt;
    }
    return std::nullopt;
}

void BackupQueue::add(BackupReason reason, const Done &done)
{
    m_waiting.push_back({reason, done});
    if (!m_active)
        startNext();
}

void BackupQueue::startNext()
{
    m_active = !m_waiting.empty();
    if (!m_active)
        return;
    const BackupReason reason = m_waiting.front().reason;
    if (const auto known = reason == BackupReason::FirstChange ? backupOfToday(m_book.path()) : std::nullopt)
        return end(*known);
    const auto temporary = Backups(m_book.path()).prepare();
    if (!temporary)
        return end(Backups::failure(temporary.error()));
    m_temporary = *temporary;
    if (const auto begun = m_book.beginCopy(m_temporary); !begun) {
        DurableFile::discard(m_temporary);
        return end(Backups::failure(begun.error()));
    }
    m_copying = true;
    step(PagesAStep);
}

void BackupQueue::step(int pages)
{
    if (!m_copying)
        return; // done meanwhile, at the end of the book
    const auto copied = m_book.stepCopy(pages);
    if (copied && !*copied) {
        m_executor.post([this, pages] { step(pages); });
        return;
    }
    m_copying = false;
    if (!copied) {
        DurableFile::discard(m_temporary);
        return end(Backups::failure(copied.error()));
    }
    m_executor.postAside([this, request = m_waiting.front(), path = m_book.path(), temporary = m_temporary,
                          figures = **copied] {
        request.done(Backups(path).takeIn(temporary, request.reason, figures));
        m_executor.post([this] { goOn(); });
    });
}

void BackupQueue::end(const Result<Backup> &result)
{
    m_waiting.front().done(result);
    goOn();
}

void BackupQueue::goOn()
{
    m_waiting.pop_front();
    startNext();
}

void BackupQueue::finish()
{
    while (m_copying)
        step(BookCopy::AllPages);
    for (; m_waiting.size() > 1; m_waiting.pop_back())
        m_waiting.back().done(
            Error{ErrorKind::Lost, Treatybook::tr("No backup was made: the book was closed before."), {}});
}

} // namespace Treatybook
