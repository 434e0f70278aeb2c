// screens DIR [NAME…]: writes the pictures of tests/shots, all or those named; --book FILE also of that book.

#include "app/translation.h"
#include "screens/stage.h"
#include "screens/states.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QDir>
#include <QElapsedTimer>
#include <QFileInfo>

#include <cstdio>

using namespace Treatybook;
using namespace Treatybook::Screens;
using namespace Qt::StringLiterals;

static bool take(const State &state, const QString &file, const QString &books)
{
    Stage stage(books);
    stage.window().resize(state.size);
    stage.trigger(state.appearance == Appearance::Dark ? Command::AppearanceDark : Command::AppearanceLight);
    state.act(stage);
    stage.window().resize(state.size);
    const QImage picture = stage.picture();
    std::printf("%s  %d x %d\n", qPrintable(file), picture.width(), picture.height());
    return picture.save(file);
}

int main(int argc, char *argv[])
{
    QApplication app(argc, argv);
    QApplication::setApplicationName(u"treatybook"_s);
    QApplication::setApplicationDisplayName(u"Treatybook"_s);
    installTranslation();
    QCommandLineParser parser;
    parser.addOption({u"book"_s, {}, u"FILE"_s});
    parser.addPositionalArgument(u"DIR"_s, {});
    parser.process(app);
    QStringList names = parser.positionalArguments();
    const QTemporaryDir scratch;
    if (names.isEmpty() || !QDir().mkpath(names.first()) || !scratch.isValid()) {
        std::fprintf(stderr, "usage: screens DIR [NAME…] [--book FILE]\n");
        return 2;
    }
    const QString folder = names.takeFirst();

    std::vector<State> all = states();
    if (parser.isSet(u"book"_s)) {
        const QString copy = scratch.filePath(QFileInfo(parser.value(u"book"_s)).fileName());
        if (!QFile::copy(parser.value(u"book"_s), copy)) {
            std::fprintf(stderr, "%s cannot be read\n", qPrintable(parser.value(u"book"_s)));
            return 1;
        }
        all.push_back({u"book"_s, [copy](Stage &stage) { stage.open(copy); }});
    }
    int failures = 0, taken = 0;
    for (const State &state : all) {
        if (!names.isEmpty() && !names.contains(state.name))
            continue;
        ++taken;
        failures += !take(state, folder + u'/' + state.name + u".png"_s, scratch.path());
    }
    return failures == 0 && taken > 0 ? 0 : 1;
}
