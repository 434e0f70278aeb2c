// Prints how much memory a book takes when it is open: memory [records]
#include "generator.h"

#include "session/session.h"
#include "support/fakerepository.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>

#include <malloc.h>

using namespace Treatybook;
using namespace Qt::StringLiterals;

namespace {

/// The target at 100,000 records.
constexpr double LimitMegabytes = 240;

double residentMegabytes()
{
    malloc_trim(0); // what was freed goes back before it is counted
    QFile status(u"/proc/self/status"_s);
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray &line : status.readAll().split('\n')) {
        if (line.startsWith("VmRSS:"))
            return line.mid(6).simplified().split(' ').first().toDouble() / 1024;
    }
    return 0;
}

/// Gives generated records page by page and keeps none, as a file does.
class GeneratedBook : public Test::FakeRepository
{
public:
    GeneratedBook(int records, bool full)
        : FakeRepository(std::make_shared<Test::FakeStore>(), std::make_shared<Behaviour>())
        , m_left(records)
        , m_full(full)
    {
    }

    QFuture<Result<QList<StoredRecord>>> load(const QUuid &, int limit) override
    {
        QList<StoredRecord> page;
        for (; m_left > 0 && page.size() < limit; --m_left)
            page.append({m_full ? m_generator.nextFull() : m_generator.next(), 1});
        return QtFuture::makeReadyFuture(Result(page));
    }

private:
    Bench::Generator m_generator;
    int m_left;
    bool m_full;
};

void printSizes()
{
    printf("bytes: Agreement %zu, main %zu, extras %zu; Participant %zu, Action %zu, Source %zu, Relation %zu, "
           "Person %zu, Quantity %zu, Obligation %zu; Edtf %zu, Text %zu, StatusTimeline %zu, StatusRun %zu\n",
           sizeof(Agreement), sizeof(AgreementMain), sizeof(AgreementExtras), sizeof(Participant), sizeof(Action),
           sizeof(Source), sizeof(Relation), sizeof(Person), sizeof(Quantity), sizeof(Obligation), sizeof(Edtf),
           sizeof(Text), sizeof(StatusTimeline), sizeof(StatusRun));
}

/// Megabytes that the open book takes.
double measure(int records, bool full)
{
    const double before = residentMegabytes();
    QElapsedTimer timer;
    timer.start();
    Session session(std::make_unique<GeneratedBook>(records, full));
    QObject::connect(&session, &Session::loaded, qApp, &QCoreApplication::quit);
    session.load();
    QCoreApplication::exec();
    const double taken = residentMegabytes() - before;
    const AgreementStore &store = session.store();
    qsizetype runs = 0;
    for (Slot slot = 0; slot < store.slotCount(); ++slot)
        runs += static_cast<qsizetype>(store.timeline(slot).runs().size());
    printf("%s: %lld records, %.0f MB resident, of it search text %.0f MB, status runs %.0f MB; %.1f s\n",
           full ? "every field and part filled" : "generated record", static_cast<long long>(store.count()), taken,
           static_cast<double>(store.searchText().byteCount()) / 1048576,
           static_cast<double>(runs) * sizeof(StatusRun) / 1048576, static_cast<double>(timer.elapsed()) / 1000);
    return taken;
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication app(argc, argv);
    const int records = argc > 1 ? atoi(argv[1]) : 100000;
    if (records <= 0) {
        fprintf(stderr, "usage: memory [records]\n");
        return 2;
    }
    printSizes();
    const double taken = measure(records, false);
    const double limit = LimitMegabytes * records / 100000;
    measure(records, true);
    if (taken >= limit) {
        printf("over the target of %.0f MB\n", limit);
        return 1;
    }
    return 0;
}
