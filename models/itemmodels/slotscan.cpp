#include "itemmodels/slotscan.h"

#include <QElapsedTimer>

namespace Treatybook {

static constexpr int SliceMs = 8;
/// Whoever follows the scan may have to sort what was found: not after every slice.
static constexpr int SlicesBetween = 40;

SlotScan::SlotScan(std::function<void(Slot)> look, QObject *parent) : QObject(parent), m_look(std::move(look))
{
    connect(&m_idle, &QTimer::timeout, this, &SlotScan::lookAtSome);
}

void SlotScan::add(const QList<Slot> &records)
{
    m_waiting.unite(QSet<Slot>(records.begin(), records.end()));
    if (!m_waiting.isEmpty())
        m_idle.start(0);
}

void SlotScan::addAll(const AgreementStore &store)
{
    QList<Slot> all;
    for (Slot slot = 0; slot < store.slotCount(); ++slot)
        all.append(slot);
    add(all);
}

void SlotScan::clear()
{
    m_waiting.clear();
    m_idle.stop();
}

void SlotScan::lookAtSome()
{
    QElapsedTimer timer;
    timer.start();
    auto next = m_waiting.begin();
    while (next != m_waiting.end() && timer.elapsed() < SliceMs) {
        m_look(*next);
        next = m_waiting.erase(next);
    }
    const bool isEnd = m_waiting.isEmpty();
    if (isEnd)
        m_idle.stop();
    if (isEnd || ++m_slices >= SlicesBetween) {
        m_slices = 0;
        Q_EMIT progressed();
    }
}

} // namespace Treatybook
