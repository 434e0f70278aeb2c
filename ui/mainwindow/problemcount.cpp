#include "ui/mainwindow/problemcount.h"

#include "domain/validation.h"

#include <QElapsedTimer>
#include <QTimer>

namespace Treatybook {

constexpr int SliceMs = 8;

ProblemCount::ProblemCount(Session &session, QObject *parent)
    : QObject(parent), m_session(session), m_idle(new QTimer(this))
{
    connect(m_idle, &QTimer::timeout, this, &ProblemCount::lookAtSome);
    connect(&session, &Session::changed, this, &ProblemCount::applyChange);
    StoreChange all;
    for (Slot slot = 0; slot < session.store().slotCount(); ++slot)
        all.added.append(slot);
    applyChange(all);
}

void ProblemCount::applyChange(const StoreChange &change)
{
    look(change.added);
    look(change.changed);
    look(change.removed);
    for (const Slot slot : change.changed)
        look(m_session.store().incoming(slot)); // they look at the other record's term
}

void ProblemCount::look(const QList<Slot> &records)
{
    m_waiting.unite(QSet<Slot>(records.begin(), records.end()));
    if (!m_waiting.isEmpty())
        m_idle->start(0);
}

void ProblemCount::lookAtSome()
{
    const AgreementStore &store = m_session.store();
    const auto lookup = [&store](const QUuid &id) {
        const auto other = store.slotOf(id);
        return other ? &store.record(*other) : nullptr;
    };
    QElapsedTimer timer;
    timer.start();
    m_counts.resize(store.slotCount());
    const int before = m_total;
    auto next = m_waiting.begin();
    while (next != m_waiting.end() && timer.elapsed() < SliceMs) {
        int count = 0;
        if (store.isLive(*next)) {
            for (const Issue &issue : validate(store.record(*next), lookup))
                count += severityOf(issue.code) == Severity::Hint ? 0 : 1;
        }
        count = qMin(count, 255);
        m_total += count - m_counts[*next];
        m_counts[*next] = static_cast<quint8>(count);
        next = m_waiting.erase(next);
    }
    if (m_waiting.isEmpty())
        m_idle->stop();
    if (m_total != before)
        Q_EMIT changed();
}

} // namespace Treatybook
