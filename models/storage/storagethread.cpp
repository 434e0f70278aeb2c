#include "storage/storagethread.h"

namespace Treatybook {

StorageThread::StorageThread()
{
    m_thread.setObjectName(QStringLiteral("storage"));
    m_worker.moveToThread(&m_thread);
    m_aside.setMaxThreadCount(1);
    m_thread.start();
}

StorageThread::~StorageThread()
{
    // Queued behind the waiting work, unlike QThread::quit() from here.
    post([this] { m_thread.quit(); });
    m_thread.wait();
}

void StorageThread::post(std::function<void()> work)
{
    QMetaObject::invokeMethod(&m_worker, std::move(work), Qt::QueuedConnection);
}

void StorageThread::postAside(std::function<void()> work)
{
    m_aside.start(std::move(work));
}

} // namespace Treatybook
