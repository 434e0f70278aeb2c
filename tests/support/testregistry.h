#pragma once

#include <QByteArray>
#include <QObject>
#include <QTest>

#include <functional>
#include <map>
#include <memory>

namespace Treatybook::Test {

using Factory = std::function<std::unique_ptr<QObject>()>;

/// The test classes of this executable by lower-case class name; testmain.cpp runs the one named on the command line.
inline std::map<QByteArray, Factory> &registry()
{
    static std::map<QByteArray, Factory> classes;
    return classes;
}

struct Registration {
    Registration(const char *name, Factory factory) { registry()[QByteArray(name).toLower()] = std::move(factory); }
};

} // namespace Treatybook::Test

/// Put after a test class TstFoo in tst_foo.cpp: CTest then knows it as "tst_foo".
#define TREATYBOOK_TEST(Class)                                                                                         \
    static const Treatybook::Test::Registration s_registration##Class(#Class, [] { return std::make_unique<Class>(); });

// Qt gives up after five seconds, which a busy machine can need for a window under sanitizers.
#undef QTRY_VERIFY
#undef QTRY_VERIFY2
#undef QTRY_COMPARE
#define QTRY_VERIFY(expr) QTRY_VERIFY_WITH_TIMEOUT(expr, 30000)
#define QTRY_VERIFY2(expr, message) QTRY_VERIFY2_WITH_TIMEOUT(expr, message, 30000)
#define QTRY_COMPARE(expr, expected) QTRY_COMPARE_WITH_TIMEOUT(expr, expected, 30000)
