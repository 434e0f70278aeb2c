#pragma once

#include "domain/result.h"

#include <QElapsedTimer>
#include <QEventLoop>
#include <QFuture>
#include <QFutureWatcher>
#include <QString>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <functional>
#include <vector>

// What the measures of the bench have in common. A measure that cannot be taken ends the program: half a table would
// look like a whole one.
namespace Treatybook::Bench {

[[noreturn]] inline void stop(const QString &why)
{
    std::fprintf(stderr, "bench: %s\n", qPrintable(why));
    std::exit(1);
}

template <class T>
T must(Result<T> result)
{
    if (!result)
        stop(result.error().message);
    return std::move(*result);
}

/// The answer of a store, waiting in the event loop as the window does.
template <class T>
T awaitResult(QFuture<Result<T>> future)
{
    QEventLoop loop;
    QFutureWatcher<Result<T>> watcher;
    QObject::connect(&watcher, &QFutureWatcherBase::finished, &loop, &QEventLoop::quit);
    watcher.setFuture(future);
    if (!future.isFinished())
        loop.exec();
    return must(future.result());
}

inline double median(std::vector<double> values)
{
    std::sort(values.begin(), values.end());
    return values[values.size() / 2];
}

inline double milliseconds(const std::function<void()> &work)
{
    QElapsedTimer timer;
    timer.start();
    work();
    return static_cast<double>(timer.nsecsElapsed()) / 1e6;
}

inline double medianOf(int runs, const std::function<void(int)> &work)
{
    std::vector<double> times;
    for (int run = 0; run < runs; ++run)
        times.push_back(milliseconds([&] { work(run); }));
    return median(std::move(times));
}

/// One line of name, value, floor, target and unit. The floor is 0 where there is none; the target is a number in the
/// unit, or "x1.5" for so many times the floor, or "-".
inline void print(const char *name, double value, double floor, const char *target, const char *unit = "ms")
{
    std::printf("%s\t%.3f\t%.3f\t%s\t%s\n", name, value, floor, target, unit);
    std::fflush(stdout);
}

} // namespace Treatybook::Bench
