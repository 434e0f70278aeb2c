#include "support/testregistry.h"

#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#ifdef QT_WIDGETS_LIB
#include <QApplication>
using App = QApplication;
#elif defined(QT_GUI_LIB)
#include <QGuiApplication>
using App = QGuiApplication;
#else
#include <QCoreApplication>
using App = QCoreApplication;
#endif

int main(int argc, char *argv[])
{
    // Test files never touch the settings or data of the person who runs them, nor those of another test; only the
    // processes of one test share a home.
    const QTemporaryDir home;
    qputenv("HOME", qEnvironmentVariableIsSet("TREATYBOOK_TEST_FOLDER") ? qgetenv("TREATYBOOK_TEST_FOLDER")
                                                                        : home.path().toLocal8Bit());
    QStandardPaths::setTestModeEnabled(true);
    App app(argc, argv);
    App::setOrganizationName(QStringLiteral("treatybook-test"));
    App::setApplicationName(QStringLiteral("treatybook-test"));

    const QByteArray wanted = argc > 1 ? QByteArray(argv[1]).replace('_', QByteArray()) : QByteArray();
    const auto found = Treatybook::Test::registry().find(wanted);
    if (found == Treatybook::Test::registry().end()) {
        fprintf(stderr, "usage: %s CLASS [Qt Test options]; classes:\n", argv[0]);
        for (const auto &[name, factory] : Treatybook::Test::registry())
            fprintf(stderr, "  %s\n", name.constData());
        return 2;
    }
    const auto object = found->second();
    argv[1] = argv[0];
    return QTest::qExec(object.get(), argc - 1, argv + 1);
}
