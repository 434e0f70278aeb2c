#pragma once

#include <QString>

#include <utility>
#include <variant>

namespace Treatybook {

/// What went wrong, told apart so that the user interface can offer the fitting next step.
enum class ErrorKind {
    Invalid,  ///< the input itself is wrong; nothing was attempted
    Conflict, ///< somebody else changed the same field or removed the record
    Busy,     ///< another program holds the lock; trying again may help
    Lost,     ///< the store went away or was replaced while open
    Denied,   ///< read-only file, folder or role
    Full,     ///< no space, quota or file size limit
    Damaged,  ///< the content cannot be what we wrote
    Foreign,  ///< a valid file, but not one of ours
    Newer,    ///< written by a newer version of the program
    Missing,  ///< no such file or record
    Empty,    ///< a file of no bytes
    Exists,   ///< would overwrite something
    Unknown   ///< the outcome could not be established
};

/// An error is a value: a sentence for people (cause and next step) and a detail for those who look deeper.
struct Error {
    ErrorKind kind = ErrorKind::Invalid;
    QString message;
    QString detail;
};

/// Either a value or an Error, shaped like std::expected (C++23).
template <class T>
class [[nodiscard]] Result
{
public:
    Result(T value) : m_state(std::in_place_index<0>, std::move(value)) {}
    Result(Error error) : m_state(std::in_place_index<1>, std::move(error)) {}

    bool hasValue() const { return m_state.index() == 0; }
    explicit operator bool() const { return hasValue(); }

    T &value() & { return std::get<0>(m_state); }
    const T &value() const & { return std::get<0>(m_state); }
    T &&value() && { return std::get<0>(std::move(m_state)); }
    T &operator*() & { return value(); }
    const T &operator*() const & { return value(); }
    T &&operator*() && { return std::get<0>(std::move(m_state)); }
    T *operator->() { return &value(); }
    const T *operator->() const { return &value(); }

    const Error &error() const { return std::get<1>(m_state); }

private:
    std::variant<T, Error> m_state;
};

template <>
class [[nodiscard]] Result<void>
{
public:
    Result() = default;
    Result(Error error) : m_error(std::move(error)), m_failed(true) {}

    bool hasValue() const { return !m_failed; }
    explicit operator bool() const { return hasValue(); }
    const Error &error() const { return m_error; }

private:
    Error m_error;
    bool m_failed = false;
};

} // namespace Treatybook
