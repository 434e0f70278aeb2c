// The measuring part of tests/bench/run:
//   bench make FILE RECORDS     a book of generated records
//   bench empty                 an empty window, to its first paint
//   bench start FILE            the program's window on that book, to its first paint with rows
//   bench window FILE RUNS      what a person waits for in the window
//   bench measure FILE RUNS     the models, storage and reports
//   bench processes PROGRAM FILE RUNS
// Each measure stands beside its floor of the same run; times are medians in milliseconds.
#include "bench/bench.h"
#include "app/application.h"
#include "bench/generator.h"
#include "bench/measures.h"
#include "exchange/csvwriter.h"
#include "exchange/pdflist.h"
#include "itemmodels/agreementtablemodel.h"
#include "session/foldedtext.h"
#include "storage/book.h"
#include "storage/statements.h"

#include <QApplication>
#include <QBuffer>
#include <QDateTime>
#include <QEventLoop>
#include <QFile>
#include <QMainWindow>
#include <QPainter>
#include <QPdfWriter>
#include <QProcess>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QSqlRecord>
#include <QTableView>
#include <QThread>
#include <QTimer>

#include <cstdio>
#include <cstdlib>
#include <vector>

using namespace Treatybook;
using namespace Treatybook::Bench;
using namespace Qt::StringLiterals;

namespace {

void make(const QString &path, int records)
{
    if (const auto created = createBook(path); !created)
        stop(created.error().message);
    auto repository = must(openBook(path, {.executor = BookOptions::Executor::Direct}));
    Generator generator;
    for (int made = 0; made < records;) {
        ChangeSet set(u"Generate"_s);
        for (int i = 0; i < 2000 && made < records; ++i, ++made)
            set.changes.append(Change::add(generator.next()));
        must(repository->commit(set).result());
    }
}

/// Ends the program after the first paint that shows something, and prints how long the process took to it.
class FirstPaint : public QObject
{
public:
    explicit FirstPaint(bool withRows) : m_withRows(withRows) { qApp->installEventFilter(this); }

    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (m_seen || event->type() != QEvent::Paint)
            return false;
        const auto *table = qobject_cast<QTableView *>(watched->parent());
        if (m_withRows && !(table && watched == table->viewport() && table->model() && table->model()->rowCount() > 0))
            return false;
        m_seen = true;
        QTimer::singleShot(0, qApp, [] { // the paint is on its way to the screen then
            const qint64 begin = qEnvironmentVariable("BENCH_BEGIN").toLongLong();
            std::printf("%lld\n", static_cast<long long>(QDateTime::currentMSecsSinceEpoch() - begin));
            std::fflush(stdout);
            std::_Exit(0);
        });
        return false;
    }

private:
    bool m_withRows;
    bool m_seen = false;
};

/// What reading must do at least: the same rows of the same tables, every value once.
void readBare(const QString &path)
{
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"bare"_s);
        database.setDatabaseName(path);
        database.setConnectOptions(u"QSQLITE_OPEN_READONLY"_s);
        if (!database.open())
            stop(u"the book cannot be opened"_s);
        const auto read = [&](const QString &sql) {
            QSqlQuery query(database);
            query.setForwardOnly(true);
            if (!query.exec(sql))
                stop(sql);
            const int columns = query.record().count();
            qsizetype length = 0;
            while (query.next()) {
                for (int column = 0; column < columns; ++column)
                    length += query.value(column).toString().size();
            }
            return length;
        };
        QStringList columns = {u"id"_s, u"version"_s};
        for (const FieldInfo *info : Statements::scalarFields())
            columns.append(u"\"%1\""_s.arg(info->keyText()));
        read(u"SELECT %1 FROM agreement ORDER BY id"_s.arg(columns.join(u',')));
        for (const FieldInfo *info : Statements::partFields()) {
            read(u"SELECT * FROM \"%1\" ORDER BY record, position"_s.arg(
                QString::fromLatin1(info->part->table.data(), static_cast<qsizetype>(info->part->table.size()))));
        }
    }
    QSqlDatabase::removeDatabase(u"bare"_s);
}

std::unique_ptr<Session> load(const QString &path)
{
    auto session = std::make_unique<Session>(must(openBook(path)));
    QEventLoop loop;
    QObject::connect(session.get(), &Session::loaded, &loop, &QEventLoop::quit);
    QObject::connect(session.get(), &Session::failed, &loop, [](const Error &error) { stop(error.message); });
    session->load();
    loop.exec();
    return session;
}

double residentMegabytes()
{
    QFile status(u"/proc/self/status"_s);
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray &line : status.readAll().split('\n')) {
        if (line.startsWith("VmRSS:"))
            return line.mid(6).simplified().split(' ').first().toDouble() / 1024;
    }
    return 0;
}

void measureSearch(AgreementTableModel &model, int runs)
{
    const double floor = searchFloor(model, runs);
    std::vector<double> fresh, longer, facets;
    QList<Facet> all;
    for (const FacetInfo &info : facetTable())
        all.append(info.facet);
    for (int run = 0; run < runs; ++run) {
        model.setQuery({});
        fresh.push_back(milliseconds([&] { model.setQuery(Query::parse(u"medic"_s)); }));
        longer.push_back(milliseconds([&] { model.setQuery(Query::parse(u"medici"_s)); }));
        facets.push_back(milliseconds([&] { (void)model.facetCounts(usualFacets()); }));
    }
    model.setQuery({});
    print("new word, filter and order alone", median(fresh), floor, "-");
    print("extended word, filter and order alone", median(longer), floor, "-");
    print("facets with counts, of the words found", median(facets), 0, "4");
    print("facets with counts, of all records", medianOf(runs, [&](int) { (void)model.facetCounts(usualFacets()); }), 0,
          "4");
    const double before = residentMegabytes();
    print("all facets, for the first time", milliseconds([&] { (void)model.facetCounts(all); }), 0, "-");
    print("all facets, their memory in MB", residentMegabytes() - before, 0, "-");
    print("all facets with counts, of all records", medianOf(runs, [&](int) { (void)model.facetCounts(all); }), 0, "4");
    model.keepOnlyFacets({});
}

/// Whole queries, from text to order. Every run asks for nothing in between, so that none narrows the hits of another.
void measureQueries(AgreementTableModel &model, int runs)
{
    const double floor = searchFloor(model, runs);
    const auto measure = [&](const char *name, const QString &text, const char *target) {
        std::vector<double> times;
        for (int run = 0; run < runs; ++run) {
            model.setQuery({});
            times.push_back(milliseconds([&] { model.setQuery(Query::parse(text)); }));
        }
        if (const auto mistake = Query::parse(text).mistake())
            qFatal("%s: %s", name, qPrintable(mistake->sentence));
        print(name, median(times), floor, target);
        model.setQuery({});
    };
    measure("query of three texts and two dates", u"medic title:agreement summary:medic signed>=1990 in_force:..2015"_s,
            "50");
    measure("query: is:in-force", u"is:in-force"_s, "-");
    measure("query: is:expiring", u"is:expiring"_s, "-");
    measure("query: participant by name", u"party:cuba"_s, "-");
    measure("query: one letter in a title", u"title:a"_s, "-");
    measure("query: has:warning", u"has:warning"_s, "-");
}

/// Before the ranks are made: each run in a model of its own.
double firstSort(Session &session, Field field, int runs)
{
    std::vector<double> times;
    for (int run = 0; run < runs; ++run) {
        AgreementTableModel fresh(session);
        fresh.setLocale(QLocale(QLocale::English));
        times.push_back(milliseconds([&] { fresh.setSort({{field}}); }));
    }
    return median(times);
}

void measureOrder(AgreementTableModel &model, int runs)
{
    print("first sort by title, with its ranks", firstSort(model.session(), Field::Title, runs), 0, "-");
    print("first sort by date, with its ranks", firstSort(model.session(), Field::Date, runs), 0, "-");
    const auto sort = [&](const char *name, Field field, const char *target) {
        model.setSort({{field}}); // ranks are ready after this
        print(name,
              medianOf(runs,
                       [&](int run) {
                           model.setSort({{field, run % 2 ? Qt::AscendingOrder : Qt::DescendingOrder}});
                       }),
              0, target);
    };
    sort("sort by title", Field::Title, "80");
    sort("sort by date", Field::Date, "20");
    const Day day = model.asOf();
    print("as-of day", medianOf(runs, [&](int run) { model.setAsOf(day + 1 + run); }), 0, "8");
}

void measureExport(const AgreementTableModel &model, const QString &path, int runs)
{
    ReportInput input{.store = model.store(),
                      .records = model.visibleSlots(),
                      .fields = exchangeFields(),
                      .asOf = model.asOf(),
                      .locale = QLocale(QLocale::English),
                      .title = u"Bench"_s,
                      .filterWords = {},
                      .openBook = path};
    const QString file = path + ".open.csv"_L1; // as sqlite3 writes one
    const double csv = medianOf(runs, [&](int) {
        if (const auto written = exportCsv(input, file, CsvMode::Raw); !written)
            stop(written.error().message);
    });
    QFile::remove(file);
    print("CSV out, of one table", csv, csvFloor(path, CsvContent::MainTable, runs), "x1.5");
    print("CSV out, of the same content", csv, csvFloor(path, CsvContent::Everything, runs), "x1.5");

    input.fields = listFields();
    input.records = input.records.mid(0, 2000);
    const auto rows = static_cast<double>(input.records.size());
    const double lines = medianOf(1, [&](int) { // one line a row and column, no wrapping
        QBuffer buffer;
        buffer.open(QIODevice::WriteOnly);
        QPdfWriter writer(&buffer);
        QPainter painter(&writer);
        int line = 0;
        for (const Slot slot : std::as_const(input.records)) {
            for (const Field field : std::as_const(input.fields))
                painter.drawText(QPointF(0, 100 + line % 60 * 100), reportText(input, slot, field).left(40));
            if (++line % 60 == 0)
                writer.newPage();
        }
    });
    const double pdf = medianOf(1, [&](int) { must(pdfListBytes(input)); });
    print("PDF list, a row", pdf / rows, lines / rows, "0.2");
}

void measure(const QString &path, int runs)
{
    const QString copy = path + ".copy"_L1;
    if (!QFile::copy(path, copy))
        stop(u"the book cannot be copied"_s);
    const double before = residentMegabytes();
    std::unique_ptr<Session> session = load(path);
    print("memory of the open book", residentMegabytes() - before, 0, "240", "MB");
    const double bare = medianOf(runs, [&](int) { readBare(path); });
    const double loading = medianOf(runs, [&](int) {
        session.reset();
        session = load(path);
    });
    const double folding = medianOf(1, [&](int) {
        for (Slot slot = 0; slot < session->store().slotCount(); ++slot)
            (void)foldedText(session->store().record(slot));
    });
    print("all records in memory, folding included", loading, bare, "-");
    print("all records in memory, folding apart", loading - folding / QThread::idealThreadCount(), bare, "x1.3");
    print("folding all of them, in one thread", folding, 0, "-");
    {
        AgreementTableModel model(*session);
        model.setLocale(QLocale(QLocale::English));
        measureSearch(model, runs);
        measureQueries(model, runs);
        measureOrder(model, runs);
        measureExport(model, path, runs);
    }
    measureChanges(*session, copy, runs);
}

} // namespace

int main(int argc, char *argv[])
{
    QApplication app(argc, argv);
    QCoreApplication::setApplicationName(u"treatybook-bench"_s);
    const QStringList words = app.arguments();
    const QString verb = words.value(1), file = words.value(2);
    if (verb == "make"_L1 && words.size() == 4) {
        make(file, words.at(3).toInt());
    } else if (verb == "measure"_L1 && words.size() == 4) {
        measure(file, qMax(1, words.at(3).toInt()));
    } else if (verb == "window"_L1 && words.size() == 4) {
        measureWindow(file, qMax(1, words.at(3).toInt()));
    } else if (verb == "processes"_L1 && words.size() == 5) {
        measureProcesses(file, words.at(3), qMax(1, words.at(4).toInt()));
    } else if (verb == "start"_L1 && words.size() == 3) {
        const FirstPaint painted(true);
        Application application;
        application.start(file);
        return QApplication::exec();
    } else if (verb == "empty"_L1) {
        const FirstPaint painted(false);
        QMainWindow window;
        window.show();
        return QApplication::exec();
    } else {
        stop(u"see the first lines of bench.cpp"_s);
    }
    return 0;
}
