#pragma once

#include "storage/executor.h"

#include <QObject>
#include <QThread>
#include <QThreadPool>

namespace Treatybook {

/// One thread with an event loop: whatever is posted runs there in order. What waits when this is destroyed is done
/// first, so that no accepted change is dropped at the end of the program.
class StorageThread final : public Executor
{
public:
    StorageThread();
    ~StorageThread() override;

    void post(std::function<void()> work) override;
    void postAside(std::function<void()> work) override;

private:
    QThread m_thread;
    QObject m_worker;
    QThreadPool m_aside; ///< last, so that its work is done before the rest goes
};

} // namespace Treatybook
