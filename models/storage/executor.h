#pragma once

#include <functional>

namespace Treatybook {

/// Where the work of a repository is done: in order, one after the other.
class Executor
{
public:
    virtual ~Executor() = default; ///< returns after all posted work is done
    virtual void post(std::function<void()> work) = 0;
    /// For long work that touches no connection: the other work need not wait for it.
    virtual void postAside(std::function<void()> work) = 0;
};

/// Does the work at once, in the caller's thread.
class DirectExecutor final : public Executor
{
public:
    void post(std::function<void()> work) override { work(); }
    void postAside(std::function<void()> work) override { work(); }
};

} // namespace Treatybook
