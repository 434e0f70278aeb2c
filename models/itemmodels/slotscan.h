#pragma once

#include "session/agreementstore.h"

#include <QObject>
#include <QSet>
#include <QTimer>

#include <functional>

namespace Treatybook {

/// Looks at records one after the other while the event loop has nothing else to do, a few milliseconds at a time, so
/// that what takes a second for a large book never holds up the window. GUI thread.
class SlotScan : public QObject
{
    Q_OBJECT

public:
    explicit SlotScan(std::function<void(Slot)> look, QObject *parent = nullptr);

    /// Each is looked at once, however often it is added before.
    void add(const QList<Slot> &records);
    void addAll(const AgreementStore &store);
    /// What waits is given up.
    void clear();
    bool isDone() const { return m_waiting.isEmpty(); }

Q_SIGNALS:
    /// Now and then while it goes on, and at its end.
    void progressed();

private:
    void lookAtSome();

    std::function<void(Slot)> m_look;
    QSet<Slot> m_waiting;
    QTimer m_idle;
    int m_slices = 0; ///< since it was told
};

} // namespace Treatybook
