#include "bench/measures.h"

#include "bench/bench.h"

#include <QFile>

namespace Treatybook::Bench {

using namespace Qt::StringLiterals;

void run(const QString &program, const QStringList &arguments, const QString &output)
{
    QProcess process;
    process.setStandardOutputFile(output);
    process.start(program, arguments);
    if (!process.waitForFinished(-1) || process.exitStatus() != QProcess::NormalExit || process.exitCode() != 0)
        stop(u"%1 %2 failed: %3"_s.arg(program, arguments.join(u' '),
                                       QString::fromLocal8Bit(process.readAllStandardError())));
}

void measureProcesses(const QString &program, const QString &book, int runs)
{
    const QString csv = book + ".csv"_L1, plain = book + ".plain"_L1, table = book + ".table.csv"_L1;
    const double everything = csvFloor(book, CsvContent::Everything, runs, table);
    const double mainTable = csvFloor(book, CsvContent::MainTable, runs, table);
    const double out = medianOf(runs, [&](int) { run(program, {u"export"_s, book, u"--to"_s, csv}); });
    print("CSV out, whole process, of one table", out, mainTable, "x4");
    print("CSV out, whole process, of the same", out, everything, "x4");

    // A large import takes long, and its ratio is far from its target or it is not.
    const int imports = qMin(runs, 3);
    const double in = medianOf(imports, [&](int) {
        QFile::remove(plain);
        run(u"sqlite3"_s, {plain, u".import --csv \"%1\" agreement"_s.arg(csv)});
    });
    std::vector<double> times;
    for (int i = 0; i < imports; ++i) {
        const QString target = book + u".%1.treatybook"_s.arg(i);
        run(program, {u"new"_s, target});
        times.push_back(milliseconds([&] { run(program, {u"import"_s, target, csv}); }));
        QFile::remove(target);
    }
    print("CSV in, whole process", median(times), in, "x6");
}

} // namespace Treatybook::Bench
