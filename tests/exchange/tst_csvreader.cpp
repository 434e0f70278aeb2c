#include "exchange/csvreader.h"

#include "support/csvrows.h"
#include "support/testregistry.h"

#include <QBuffer>
#include <QRandomGenerator>
#include <QTest>

using namespace Treatybook;
using namespace Qt::StringLiterals;

namespace {

/// Gives a few bytes at a time, and fails when told to.
class SlowDevice : public QBuffer
{
public:
    SlowDevice(QByteArray *bytes, qint64 step) : QBuffer(bytes), m_step(step)
    {
        open(QIODevice::ReadOnly | QIODevice::Unbuffered);
    }
    void failAt(qint64 position) { m_failAt = position; }

protected:
    qint64 readData(char *data, qint64 length) override
    {
        if (m_failAt >= 0 && pos() >= m_failAt) {
            setErrorString(u"the disk is gone"_s);
            return -1;
        }
        return QBuffer::readData(data, std::min(length, m_step));
    }

private:
    qint64 m_step;
    qint64 m_failAt = -1;
};

struct Outcome {
    QList<QStringList> rows;
    QString error;
    CsvFormat format;
};

Outcome read(QByteArray bytes, std::optional<char> delimiter = {}, qint64 step = 1 << 20)
{
    Outcome outcome;
    SlowDevice device(&bytes, step);
    const auto format = detectCsvFormat(device, delimiter);
    if (!format) {
        outcome.error = format.error().message;
        return outcome;
    }
    outcome.format = *format;
    CsvReader reader(device, *format);
    for (;;) {
        const auto more = reader.next();
        if (!more) {
            outcome.error = more.error().message;
            return outcome;
        }
        if (!*more)
            return outcome;
        outcome.rows.append(reader.cells());
    }
}

QByteArray utf16(const QString &text, bool little, bool mark)
{
    QByteArray bytes;
    const auto append = [&](char16_t unit) {
        const char low = static_cast<char>(unit & 0xFF), high = static_cast<char>(unit >> 8);
        bytes.append(little ? low : high).append(little ? high : low);
    };
    if (mark)
        append(0xFEFF);
    for (const QChar c : text)
        append(c.unicode());
    return bytes;
}

} // namespace

class TstCsvReader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void reads_data()
    {
        using Rows = QList<QStringList>;
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<Rows>("rows");
        QTest::newRow("LF") << QByteArray("a,b\n1,2\n") << Rows{{u"a"_s, u"b"_s}, {u"1"_s, u"2"_s}};
        QTest::newRow("CRLF") << QByteArray("a,b\r\n1,2\r\n") << Rows{{u"a"_s, u"b"_s}, {u"1"_s, u"2"_s}};
        QTest::newRow("CR") << QByteArray("a,b\r1,2\r") << Rows{{u"a"_s, u"b"_s}, {u"1"_s, u"2"_s}};
        QTest::newRow("mixed") << QByteArray("a\r\nb\rc\nd") << Rows{{u"a"_s}, {u"b"_s}, {u"c"_s}, {u"d"_s}};
        QTest::newRow("no line end at the end") << QByteArray("a,b\n1,") << Rows{{u"a"_s, u"b"_s}, {u"1"_s, QString()}};
        QTest::newRow("empty line") << QByteArray("a\n\nb\n") << Rows{{u"a"_s}, {QString()}, {u"b"_s}};
        QTest::newRow("quotes") << QByteArray("\"a,\"\"b\"\"\",c\n\"\",\"x\"\n")
                                << Rows{{u"a,\"b\""_s, u"c"_s}, {QString(), u"x"_s}};
        QTest::newRow("line ends in a cell stay")
            << QByteArray("\"a\r\nb\rc\nd\",e\r\n") << Rows{{u"a\r\nb\rc\nd"_s, u"e"_s}};
        QTest::newRow("quote at the very end") << QByteArray("a,\"b\"") << Rows{{u"a"_s, u"b"_s}};
        QTest::newRow("blanks are text") << QByteArray(" a , \"b\"\n") << Rows{{u" a "_s, u" \"b\""_s}};
        QTest::newRow("quote within") << QByteArray("5\" gun,\"x\"\n") << Rows{{u"5\" gun"_s, u"x"_s}};
        QTest::newRow("UTF-8 mark") << QByteArray("\xEF\xBB\xBF\"a\",b\n") << Rows{{u"a"_s, u"b"_s}};
        QTest::newRow("only a mark") << QByteArray("\xEF\xBB\xBF") << Rows{};
        QTest::newRow("UTF-16 LE") << utf16(u"Hiệp định,🙂\n"_s, true, true)
                                   << Rows{{u"Hiệp định"_s, u"🙂"_s}};
        QTest::newRow("UTF-16 BE") << utf16(u"Hiệp định,🙂\r\n"_s, false, true)
                                   << Rows{{u"Hiệp định"_s, u"🙂"_s}};
        QTest::newRow("Windows-1252") << QByteArray("Trait\xE9,\x80 5\n") << Rows{{u"Traité"_s, u"€ 5"_s}};
        QTest::newRow("semicolon") << QByteArray("a;b;c\n1,5;2;3\n")
                                   << Rows{{u"a"_s, u"b"_s, u"c"_s}, {u"1,5"_s, u"2"_s, u"3"_s}};
        QTest::newRow("tab") << QByteArray("a\tb\nx, y\tz\n") << Rows{{u"a"_s, u"b"_s}, {u"x, y"_s, u"z"_s}};
        QTest::newRow("vertical bar") << QByteArray("a|b\nx, y|z\n") << Rows{{u"a"_s, u"b"_s}, {u"x, y"_s, u"z"_s}};
        QTest::newRow("commas in quotes do not count")
            << QByteArray("\"a,b,c\";d\n\"e,f,g\";h\n") << Rows{{u"a,b,c"_s, u"d"_s}, {u"e,f,g"_s, u"h"_s}};
        QTest::newRow("sep line") << QByteArray("sep=;\r\na,b;c\r\n") << Rows{{u"a,b"_s, u"c"_s}};
        QTest::newRow("one column") << QByteArray("title\nA treaty\n") << Rows{{u"title"_s}, {u"A treaty"_s}};
    }
    void reads()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QList<QStringList>, rows);
        for (const qint64 step : {1, 2, 3, 7, 1 << 20}) {
            const Outcome outcome = read(bytes, {}, step);
            QCOMPARE(outcome.error, QString());
            QCOMPARE(outcome.rows, rows);
        }
    }

    void tellsWhatItAssumes()
    {
        QVERIFY(read("a,b\nTrait\xE9,c\n").format.notes.first().contains(u"Windows-1252"_s));
        QVERIFY(read("a,b\nTrait\xE9,c\n").format.notes.first().contains(u"line 2"_s));
        QVERIFY(read("a,b\nTraité,c\n").format.notes.isEmpty());
        QCOMPARE(read("a;b\nc;d\n").format.delimiter, ';');
        QCOMPARE(read("a;b,c\nc;d,e\n", ',').rows.first(), (QStringList{u"a;b"_s, u"c"_s}));
    }

    void refuses_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QStringList>("named");
        QTest::newRow("quote never closed: where it was opened")
            << QByteArray("a,b\n1,2\n3,\"4\n5,6\n7,8\n") << QStringList{u"Row 3, column 2"_s, u"never closed"_s};
        QTest::newRow("text after a closing quote")
            << QByteArray("a,b\n\"1\"x,2\n") << QStringList{u"Row 2, column 1"_s};
        QTest::newRow("NUL") << QByteArray("a,b\n1,x\0y\n", 10)
                             << QStringList{u"Row 2, column 2"_s, u"NUL"_s, u"Byte 8"_s};
        QTest::newRow("damaged UTF-8") << QByteArray("a,b\nTrait\xC3\xA9 \xC3\xA9,\xFF\n")
                                       << QStringList{u"Row 2, column 2"_s, u"FF"_s};
        QTest::newRow("overlong, after a mark") << QByteArray("\xEF\xBB\xBF"
                                                              "a\n\xC0\xAF\n")
                                                << QStringList{u"Row 2, column 1"_s, u"C0"_s};
        QTest::newRow("surrogate as UTF-8, after a mark") << QByteArray("\xEF\xBB\xBF"
                                                                        "a\n\xED\xA0\x80\n")
                                                          << QStringList{u"Row 2"_s, u"ED"_s};
        QTest::newRow("cut within a character")
            << QByteArray("a\n\xC3\xA9\xC3\xA9\xC3") << QStringList{u"Row 2"_s, u"cut off"_s};
        QTest::newRow("no Windows-1252 either")
            << QByteArray("a\nx\xE9\xE9\xE9\ny,\x81\n") << QStringList{u"Row 3, column 2"_s, u"81"_s};
        QTest::newRow("UTF-16 without mark")
            << utf16(u"title,date\nx,y\n"_s, true, false) << QStringList{u"UTF-16"_s, u"byte order mark"_s};
        QTest::newRow("UTF-16 BE without mark")
            << utf16(u"title,date\nx,y\n"_s, false, false) << QStringList{u"UTF-16"_s};
        QTest::newRow("UTF-32") << QByteArray("\xFF\xFE\0\0a\0\0\0", 8) << QStringList{u"UTF-32"_s};
        QTest::newRow("odd UTF-16") << utf16(u"a,b\n"_s, true, true).append('x') << QStringList{u"Row 2"_s, u"odd"_s};
        QTest::newRow("half a pair") << utf16(u"a\nb"_s + QChar(0xD83D) + u"c\n"_s, true, true)
                                     << QStringList{u"Row 2"_s, u"surrogate"_s};
        QTest::newRow("second half alone")
            << utf16(u"a\nb"_s + QChar(0xDE42), false, true) << QStringList{u"Row 2"_s, u"surrogate"_s};
        QTest::newRow("empty") << QByteArray() << QStringList{u"empty"_s};
        QTest::newRow("5,000 columns") << QByteArray("a\n") + QByteArray(5000, ',')
                                       << QStringList{u"Row 2, column 4097"_s, u"4096"_s};
    }
    void refuses()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QStringList, named);
        for (const qint64 step : {1, 1 << 20}) {
            const Outcome outcome = read(bytes, {}, step);
            for (const QString &word : named)
                QVERIFY2(outcome.error.contains(word), qPrintable(outcome.error));
        }
    }

    void greatCellsEndTheReading()
    {
        QByteArray bytes = "a,b\n1,\"";
        bytes += QByteArray(100 * 1024 * 1024, 'x');
        const Outcome outcome = read(bytes + "\"\n");
        QVERIFY2(outcome.error.contains(u"Row 2, column 2"_s), qPrintable(outcome.error));
        QVERIFY(outcome.error.contains(u"16 MB"_s));
        QCOMPARE(outcome.rows.size(), 1);
    }

    void deviceThatFailsIsTold()
    {
        QByteArray bytes = "a,b\n1,2\n3,4\n";
        SlowDevice device(&bytes, 4);
        const auto format = detectCsvFormat(device);
        QVERIFY(format);
        device.failAt(8);
        CsvReader reader(device, *format);
        Result<bool> more = true;
        for (int i = 0; i < 10 && more && *more; ++i)
            more = reader.next();
        QVERIFY(!more);
        QCOMPARE(more.error().kind, ErrorKind::Lost);
        QVERIFY2(more.error().message.contains(u"the disk is gone"_s), qPrintable(more.error().message));
    }

    void rowsAreCountedAsInASpreadsheet()
    {
        QByteArray bytes = "a\n\"1\n2\"\n\nb\n";
        SlowDevice device(&bytes, 3);
        CsvReader reader(device, CsvFormat());
        QList<qint64> rows;
        while (reader.next().value())
            rows.append(reader.row());
        QCOMPARE(rows, (QList<qint64>{1, 2, 3, 4}));
    }

    /// Whatever the bytes, the reader ends, and where they are plain it agrees with a reader written apart from it.
    void randomBytes()
    {
        QRandomGenerator random(11);
        const QByteArray pieces = "\"\",;\n\r\tab\xC3\xA9\xE9 ";
        for (int i = 0; i < 4000; ++i) {
            QByteArray bytes;
            for (int k = random.bounded(30); k > 0; --k)
                bytes.append(pieces.at(random.bounded(static_cast<int>(pieces.size()))));
            const Outcome outcome = read(bytes, ',', 1 + random.bounded(8));
            QVERIFY(!outcome.error.contains(QChar::ReplacementCharacter));
            for (const QStringList &row : outcome.rows)
                QVERIFY(!row.join(QString()).contains(QChar::ReplacementCharacter));
            const Outcome whole = read(bytes, ',');
            QCOMPARE(outcome.rows, whole.rows);
            QCOMPARE(outcome.error, whole.error);
        }
    }

    void writtenRowsComeBack()
    {
        QRandomGenerator random(5);
        const QStringList pieces{u"a"_s, u"\""_s, u","_s, u"\n"_s, u"\r"_s, u"ê"_s, u"🙂"_s, u" "_s, u"'"_s, u"="_s};
        for (int i = 0; i < 3000; ++i) {
            QList<QStringList> rows;
            QByteArray bytes;
            for (int r = 1 + random.bounded(3); r > 0; --r) {
                QStringList row;
                for (int c = 0; c < 3; ++c) {
                    QString cell;
                    for (int k = random.bounded(4); k > 0; --k)
                        cell += pieces.at(random.bounded(static_cast<int>(pieces.size())));
                    row.append(cell);
                    QString quoted = cell;
                    bytes += (c ? ",\"" : "\"") + quoted.replace(u'"', u"\"\""_s).toUtf8() + '"';
                }
                bytes += "\r\n";
                rows.append(row);
            }
            QCOMPARE(read(bytes, ',', 1 + random.bounded(9)).rows, rows);
            QCOMPARE(Test::csvRows(bytes).size(), rows.size());
        }
    }
};

TREATYBOOK_TEST(TstCsvReader)
#include "tst_csvreader.moc"
