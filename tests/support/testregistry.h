#pragma once

#include <QByteArray>
#include <QObject>

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
