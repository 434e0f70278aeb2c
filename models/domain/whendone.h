#pragma once

#include <QFutureWatcher>

#include <utility>

namespace Treatybook {

/// Calls `next` with the answer, once, from the event loop of this thread, in which `context` must live; never when
/// `context` is gone by then, or when the future was cancelled. Instead of QFuture::then(context, …), which in Qt 6.4
/// runs twice, the second time on what was moved away, if the future finishes while it is attached.
template <class T, class Next>
void whenDone(const QFuture<T> &future, QObject *context, Next next)
{
    auto *watcher = new QFutureWatcher<T>(context);
    QObject::connect(watcher, &QFutureWatcherBase::finished, context, [watcher, next = std::move(next)]() mutable {
        watcher->deleteLater();
        if (!watcher->isCanceled())
            next(watcher->result());
    });
    watcher->setFuture(future);
}

} // namespace Treatybook
