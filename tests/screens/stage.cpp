#include "screens/stage.h"

#include "app/verbs/verbs.h"
#include "bench/generator.h"
#include "domain/countries.h"
#include "storage/book.h"
#include "ui/find/asofbox.h"
#include "ui/mainwindow/bookview.h"

#include <QAction>
#include <QApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLineEdit>
#include <QPainter>
#include <QTest>

#include <cmath>

using namespace Qt::StringLiterals;

namespace Treatybook::Screens {

namespace {

constexpr int Patience = 120'000; ///< milliseconds

void check(const Result<void> &result)
{
    if (!result)
        qFatal("%s", qPrintable(result.error().message));
}

/// Some often and hundreds seldom, as in the book of a State.
void spreadParties(Agreement &record, int made)
{
    const auto countries = Countries::all();
    double place = made * 0.6180339887;
    for (Participant &party : record.edit().participants) {
        place -= std::floor(place);
        const auto index = static_cast<size_t>(place * place * static_cast<double>(countries.size()));
        party.name = Text(countries[index].name(Language::English));
        place = 7 * place + 0.123;
    }
}

void fill(const QString &path, int count)
{
    check(createBook(path));
    auto repository = openBook(path, {.executor = BookOptions::Executor::Direct});
    if (!repository)
        qFatal("%s", qPrintable(repository.error().message));
    Bench::Generator generator;
    Pool pool;
    for (int made = 0; made < count;) {
        ChangeSet set(u"Generate"_s);
        for (int i = 0; i < 2000 && made < count; ++i, ++made) {
            Agreement record = generator.next();
            spreadParties(record, made);
            if (made % 7 == 0) { // as official titles are
                const QString title = record->title.toString();
                record.edit().title =
                    u"Agreement between the Government of the United Kingdom of Great Britain and "
                    "Northern Ireland and the Government of the other Contracting Party %1"_s.arg(title);
            }
            set.changes.append(Change::add(record));
        }
        const auto receipt = (*repository)->commit(set).result();
        if (!receipt)
            qFatal("%s", qPrintable(receipt.error().message));
    }
}

} // namespace

Stage::Stage(const QString &books) : m_books(books)
{
    QDir(m_home.path()).mkpath(u"Documents"_s);
    start();
}

Stage::~Stage()
{
    m_application.reset();
}

void Stage::start()
{
    qputenv("HOME", m_home.path().toLocal8Bit());
    for (const char *name : {"XDG_CONFIG_HOME", "XDG_DATA_HOME"})
        qunsetenv(name);
    auto dialogs = std::make_unique<ScriptedDialogs>();
    m_dialogs = dialogs.get();
    m_application = std::make_unique<Application>(std::move(dialogs));
    m_application->start({});
    window().activateWindow();
    if (!QTest::qWaitForWindowExposed(&window()))
        qFatal("the window did not show");
    settle();
}

void Stage::restart()
{
    window().close();
    m_application.reset();
    start();
}

void Stage::writeSettings(const QByteArray &bytes)
{
    m_application.reset();
    QFile file(Settings::defaultFile());
    if (!QDir().mkpath(QFileInfo(file).path()) || !file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("settings were not written");
    file.close();
    start();
}

void Stage::open(const QString &path)
{
    window().openBook(path);
    if (!QTest::qWaitFor([this] { return window().book() && book().session().isLoaded(); }, Patience))
        qFatal("the book was not read");
    settle();
}

void Stage::openSample()
{
    const QString sample = path(u"Documents/Viet Nam – Cuba.treatybook"_s);
    if (!QFile::exists(sample))
        check(createSample(sample));
    open(sample);
}

void Stage::openGenerated(int count)
{
    const QString generated = m_books + u"/%1 treaties.treatybook"_s.arg(count);
    if (!QFile::exists(generated))
        fill(generated, count);
    open(generated);
}

void Stage::trigger(Command command)
{
    window().actions()[command]->trigger();
    settle();
}

void Stage::search(const QString &text)
{
    find<QLineEdit>(u"search"_s)->setText(text);
    settle();
}

void Stage::setAsOf(const QString &day)
{
    auto *box = find<AsOfBox>(u"asOf"_s);
    box->setText(day);
    QTest::keyClick(box, Qt::Key_Return);
    settle();
}

void Stage::choose(const QString &title)
{
    const AgreementTableModel &model = book().model();
    for (int row = 0; row < model.rowCount(); ++row) {
        if (model.recordAt(row)->title.toString() == title)
            book().session().selection().select(model.slotAt(row));
    }
    settle();
}

void Stage::settle(int milliseconds)
{
    QTest::qWait(milliseconds);
}

QImage Stage::picture()
{
    settle();
    QPixmap picture = window().grab();
    QPainter painter(&picture);
    for (QWidget *other : QApplication::topLevelWidgets()) {
        if (other == &window() || !other->isVisible() || other->inherits("QTipLabel"))
            continue;
        const QRect place(other->mapToGlobal(QPoint()) - window().mapToGlobal(QPoint()), other->size());
        painter.drawPixmap(place.topLeft(), other->grab());
        painter.drawRect(place); // there is no window manager that frames it
    }
    painter.end();
    return picture.toImage();
}

} // namespace Treatybook::Screens
