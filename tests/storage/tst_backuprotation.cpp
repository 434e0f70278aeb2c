#include "storage/backuprotation.h"

#include "support/testregistry.h"

#include <QRandomGenerator>
#include <QTest>
#include <QTimeZone>

using namespace Treatybook;
using namespace Qt::StringLiterals;

/// Backups over simulated years, with the true time of each kept apart from what the clock said.
class TstBackupRotation : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void allOfTheLastTwoDays();
    void daysWeeksAndMonths();
    void rareWorkKeepsWhatIsOld();
    void aClockThatJumps_data();
    void aClockThatJumps();
    void sizes_data();
    void sizes();
    void unnumberedFilesAreNobodys();

private:
    void make(const QDateTime &truth, const QDateTime &clock, qint64 size = 1000);
    QList<QDateTime> trueTimes() const;

    QList<Backup> m_kept;
    QHash<qint64, QDateTime> m_truth;
    qint64 m_number = 0;
};

static const QDateTime Start(QDate(2026, 1, 1), QTime(9, 0), Qt::UTC);

void TstBackupRotation::init()
{
    m_kept.clear();
    m_truth.clear();
    m_number = 0;
}

void TstBackupRotation::make(const QDateTime &truth, const QDateTime &clock, qint64 size)
{
    Backup backup;
    backup.number = ++m_number;
    backup.time = clock;
    backup.size = size;
    backup.path = QString::number(m_number);
    m_truth.insert(m_number, truth);
    // In no particular order, as files lie in a folder.
    m_kept.insert(static_cast<qsizetype>(QRandomGenerator::global()->bounded(static_cast<int>(m_kept.size()) + 1)), backup);
    for (const Backup &gone : BackupRotation::superfluous(m_kept)) {
        QVERIFY(gone.number <= m_number - BackupRotation::Fewest);
        QCOMPARE(m_kept.removeIf([&](const Backup &kept) { return kept.number == gone.number; }), 1);
    }
    QVERIFY(m_kept.size() >= std::min<qint64>(m_number, BackupRotation::Fewest));
    QVERIFY(m_kept.size() <= BackupRotation::Most);
}

QList<QDateTime> TstBackupRotation::trueTimes() const
{
    QList<QDateTime> times;
    for (const Backup &backup : m_kept)
        times.append(m_truth.value(backup.number));
    std::sort(times.begin(), times.end());
    return times;
}

void TstBackupRotation::allOfTheLastTwoDays()
{
    for (int day = 0; day < 5; ++day) {
        for (int hour = 0; hour < 6; ++hour)
            make(Start.addDays(day).addSecs(3600 * hour), Start.addDays(day).addSecs(3600 * hour));
    }
    QHash<QDate, int> perDay;
    for (const QDateTime &time : trueTimes())
        ++perDay[time.date()];
    QCOMPARE(perDay.value(Start.date().addDays(4)), 6);
    QCOMPARE(perDay.value(Start.date().addDays(3)), 6);
    for (int day = 0; day < 3; ++day) {
        QCOMPARE(perDay.value(Start.date().addDays(day)), 1);
        QVERIFY(trueTimes().contains(Start.addDays(day).addSecs(3600 * 5))); // the last of the day
    }
}

void TstBackupRotation::daysWeeksAndMonths()
{
    for (int day = 0; day < 2 * 365; ++day)
        make(Start.addDays(day), Start.addDays(day));
    const QList<QDateTime> times = trueTimes();
    QCOMPARE(times.size(), BackupRotation::Most);
    const QDateTime last = Start.addDays(2 * 365 - 1);
    for (int age = 0; age < 14; ++age)
        QVERIFY(times.contains(last.addDays(-age)));
    for (qsizetype i = 1; i < times.size(); ++i) {
        const qint64 gap = times.at(i - 1).daysTo(times.at(i));
        const qint64 age = times.at(i - 1).daysTo(last);
        QVERIFY2(gap <= (age <= 14 ? 1 : age <= 90 ? 13 : 37), qPrintable(u"%1 days at %2"_s.arg(gap).arg(age)));
    }
    QVERIFY(times.first().daysTo(last) > 300);
}

void TstBackupRotation::rareWorkKeepsWhatIsOld()
{
    // Whoever works rarely keeps what is old: days are counted, not subtracted from today.
    for (int time = 0; time < 20; ++time)
        make(Start.addMonths(time * 6), Start.addMonths(time * 6));
    QCOMPARE(m_kept.size(), 20);
}

void TstBackupRotation::aClockThatJumps_data()
{
    QTest::addColumn<quint32>("seed");
    for (quint32 seed = 1; seed <= 12; ++seed)
        QTest::addRow("%u", seed) << seed;
}

void TstBackupRotation::aClockThatJumps()
{
    QFETCH(quint32, seed);
    QRandomGenerator random(seed);
    qint64 offset = 0; // of the clock, in days
    QDateTime truth = Start;
    const qint64 jumps[] = {-20000, -3650, -1, 1, 400, 5110, 25000};
    for (int i = 0; i < 900; ++i) {
        truth = truth.addSecs(random.bounded(2 * 86400));
        if (random.bounded(40) == 0)
            offset = random.bounded(2) == 0 ? 0 : jumps[random.bounded(7)];
        make(truth, truth.addDays(offset));
        if (QTest::currentTestFailed())
            return;
        if (i < 60)
            continue;
        // However wrong the clock was: some from the last days, and some from a month ago and before.
        const QList<QDateTime> times = trueTimes();
        QCOMPARE(times.last(), truth);
        QVERIFY(times.size() >= 12);
        const auto from = [&](int youngest, int oldest) {
            return std::count_if(times.begin(), times.end(), [&](const QDateTime &time) {
                return time.daysTo(truth) >= youngest && time.daysTo(truth) <= oldest;
            });
        };
        QVERIFY(from(0, 14) >= 5);
        QVERIFY2(from(21, 10000) >= 2, qPrintable(QString::number(i)));
    }
}

void TstBackupRotation::sizes_data()
{
    QTest::addColumn<qint64>("size");
    QTest::addColumn<qsizetype>("kept");
    QTest::newRow("small") << qint64{200'000} << BackupRotation::Most;
    QTest::newRow("as many as fit") << qint64{32} * 1024 * 1024 << qsizetype{8};
    QTest::newRow("three times the file") << qint64{100} * 1024 * 1024 << qsizetype{3};
    QTest::newRow("large") << qint64{5'000'000'000} << qsizetype{3};
}

void TstBackupRotation::sizes()
{
    QFETCH(qint64, size);
    QFETCH(qsizetype, kept);
    for (int day = 0; day < 400; ++day) {
        make(Start.addDays(day), Start.addDays(day), size);
        if (day == 398) // many in one day push out the day before last
            make(Start.addDays(day).addSecs(60), Start.addDays(day).addSecs(60), size);
    }
    QCOMPARE(m_kept.size(), kept);

    // A file that shrank to nothing leaves the newest two all the same.
    make(Start.addDays(400), Start.addDays(400), 10);
    QVERIFY(m_kept.size() >= BackupRotation::Fewest);
}

void TstBackupRotation::unnumberedFilesAreNobodys()
{
    QList<Backup> backups(100);
    for (Backup &backup : backups)
        backup.time = Start;
    QVERIFY(BackupRotation::superfluous(backups).isEmpty());
    QVERIFY(BackupRotation::superfluous({}).isEmpty());
}

TREATYBOOK_TEST(TstBackupRotation)
#include "tst_backuprotation.moc"
