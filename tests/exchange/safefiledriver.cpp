// Child process of tst_safefile: safefiledriver TARGET SIZE CHUNK writes SIZE bytes "n" and says what it was told.
#include "exchange/safefile.h"

#include <QCoreApplication>

#include <cstdio>

using namespace Treatybook;

static Result<void> writeInChunks(const QString &path, qint64 size, qint64 chunk)
{
    SafeFile file(path);
    if (const auto opened = file.open(); !opened)
        return opened;
    for (qint64 left = size; left > 0; left -= chunk) {
        if (const auto written = file.write(QByteArray(qMin(left, chunk), 'n')); !written)
            return written;
    }
    return file.commit();
}

int main(int argc, char *argv[])
{
    const QCoreApplication app(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    const QString path = arguments.at(1);
    const qint64 size = arguments.at(2).toLongLong();
    const qint64 chunk = arguments.at(3).toLongLong();

    const auto result = chunk < size ? writeInChunks(path, size, chunk) : writeFile(path, QByteArray(size, 'n'));
    if (result) {
        std::puts("written");
        return 0;
    }
    const Error &error = result.error();
    std::printf("%d\n%s\n%s\n", static_cast<int>(error.kind), qPrintable(error.message), qPrintable(error.detail));
    return 1;
}
