#include "exchange/csvformat.h"

#include "domain/tr.h"

#include <algorithm>
#include <array>
#include <utility>

namespace Treatybook {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype ChunkSize = 256 * 1024;
constexpr qsizetype SampleSize = 64 * 1024;
constexpr std::array Delimiters{',', ';', '\t', '|'};

Error unreadable(const QIODevice &device)
{
    return {ErrorKind::Lost, tr("The file cannot be read: %1.").arg(device.errorString()), {}};
}

/// As many bytes as there are, up to `size`, from a device that may give them bit by bit.
QByteArray readUpTo(QIODevice &device, qsizetype size)
{
    if (const qint64 left = device.size() - device.pos(); !device.isSequential() && left > 0)
        size = std::min<qsizetype>(size, left);
    QByteArray bytes(size, Qt::Uninitialized); // once: it is large
    qsizetype done = 0;
    while (done < size) {
        const qint64 more = device.read(bytes.data() + done, size - done);
        if (more <= 0)
            break;
        done += more;
    }
    bytes.truncate(done);
    return bytes;
}

/// UTF-16 without its mark: about every second byte of Western text is NUL.
bool looksLikeUtf16(QByteArrayView head)
{
    qsizetype nuls[2] = {0, 0};
    for (qsizetype i = 0; i < head.size(); ++i)
        nuls[i % 2] += head[i] == '\0';
    const qsizetype pairs = head.size() / 2;
    return pairs > 1 && std::max(nuls[0], nuls[1]) * 10 > pairs * 3 && std::min(nuls[0], nuls[1]) * 10 < pairs;
}

/// What a file without a mark would be as UTF-8.
class Utf8Scan
{
public:
    void feed(QByteArrayView bytes)
    {
        QByteArray joined = std::exchange(m_pending, {});
        const QByteArrayView all = joined.isEmpty() ? bytes : joined.append(bytes);
        for (const char *at = all.begin(); at < all.end();) {
            if (static_cast<uchar>(*at) < 0x80) {
                m_lines += *at == '\n' || (*at == '\r' && (at + 1 == all.end() || at[1] != '\n'));
                ++at;
                continue;
            }
            const int length = utf8Length(at, all.end());
            if (length == 0) {
                m_pending = QByteArray(at, all.end() - at);
                return;
            }
            if (length < 0)
                wrongByte();
            else
                ++m_right;
            at += std::max(length, 1);
        }
    }
    void finish()
    {
        if (!m_pending.isEmpty())
            wrongByte();
    }

    /// Almost no Windows-1252 text holds a right sequence of UTF-8 by chance.
    bool isWindows1252() const { return m_wrong > m_right; }
    qint64 wrongLine() const { return m_wrongLine; }

private:
    void wrongByte()
    {
        if (m_wrong++ == 0)
            m_wrongLine = m_lines + 1;
    }

    QByteArray m_pending;
    qint64 m_lines = 0, m_right = 0, m_wrong = 0, m_wrongLine = 0;
};

Result<void> detectEncoding(CsvFormat &format, QIODevice &device)
{
    QByteArray chunk = readUpTo(device, ChunkSize);
    if (chunk.isEmpty())
        return device.size() == 0 ? Error{ErrorKind::Empty, tr("The file is empty."), {}} : unreadable(device);
    if (chunk.startsWith("\xEF\xBB\xBF")) {
        format.markSize = 3;
        return {};
    }
    const bool utf32 =
        chunk.startsWith(QByteArrayView("\xFF\xFE\0\0", 4)) || chunk.startsWith(QByteArrayView("\0\0\xFE\xFF", 4));
    if (utf32)
        return Error{
            ErrorKind::Invalid, tr("The file is UTF-32, which is not read. Save it as UTF-8 and import it again."), {}};
    if (chunk.startsWith("\xFF\xFE") || chunk.startsWith("\xFE\xFF")) {
        format.encoding = chunk.startsWith("\xFF\xFE") ? TextEncoding::Utf16LittleEndian : TextEncoding::Utf16BigEndian;
        format.markSize = 2;
        return {};
    }
    if (looksLikeUtf16(QByteArrayView(chunk).first(std::min<qsizetype>(chunk.size(), 4096)))) {
        return Error{ErrorKind::Invalid,
                     tr("The file looks like UTF-16 without a byte order mark. Save it as UTF-8, or as UTF-16 "
                        "with its mark, and import it again."),
                     {}};
    }
    Utf8Scan scan;
    for (; !chunk.isEmpty(); chunk = device.read(ChunkSize))
        scan.feed(chunk);
    if (!device.atEnd())
        return unreadable(device);
    scan.finish();
    if (scan.isWindows1252()) {
        format.encoding = TextEncoding::Windows1252;
        format.notes.append(
            tr("The file is not UTF-8 (first in line %1) and was read as Windows-1252.").arg(scan.wrongLine()));
    }
    return {};
}

/// The beginning of the file as UTF-8; what is wrong with it is told by the reader, which knows row and column.
Result<QByteArray> readSample(const CsvFormat &format, QIODevice &device)
{
    if (!device.seek(format.markSize))
        return unreadable(device);
    QByteArray sample;
    TextDecoder decoder(format.encoding);
    decoder.decode(readUpTo(device, SampleSize), sample);
    return sample;
}

/// How often the delimiter stands outside of quotes in each of the first rows.
QList<int> delimitersPerRow(QByteArrayView sample, char delimiter)
{
    QList<int> counts;
    int count = 0;
    bool quoted = false, blank = true;
    for (const char c : sample) {
        if (c == '"')
            quoted = !quoted;
        const bool ends = !quoted && (c == '\n' || c == '\r');
        if (ends && !blank)
            counts.append(std::exchange(count, 0));
        blank = ends;
        count += !quoted && c == delimiter;
        if (counts.size() == 100)
            break;
    }
    if (!blank && (counts.isEmpty() || sample.size() < SampleSize / 4))
        counts.append(count);
    return counts;
}

char likeliestDelimiter(QByteArrayView sample)
{
    char best = ',';
    double bestShare = 0;
    int bestCount = 0;
    for (const char delimiter : Delimiters) {
        const QList<int> counts = delimitersPerRow(sample, delimiter);
        const int inHeader = counts.value(0);
        if (inHeader == 0)
            continue;
        const double share = static_cast<double>(counts.count(inHeader)) / static_cast<double>(counts.size());
        if (share > bestShare || (share == bestShare && inHeader > bestCount)) {
            best = delimiter;
            bestShare = share;
            bestCount = inHeader;
        }
    }
    return best;
}

} // namespace

QString delimiterName(char delimiter)
{
    switch (delimiter) {
    case ',':
        return tr("comma");
    case ';':
        return tr("semicolon");
    case '\t':
        return tr("tab");
    case '|':
        return tr("vertical bar");
    default:
        return u"“%1”"_s.arg(QLatin1Char(delimiter));
    }
}

Result<CsvFormat> detectCsvFormat(QIODevice &device, std::optional<char> delimiter)
{
    CsvFormat format;
    if (const auto detected = detectEncoding(format, device); !detected)
        return detected.error();
    const auto sample = readSample(format, device);
    if (!sample)
        return sample.error();
    const bool named = sample->size() > 4 && sample->first(4).compare("sep=", Qt::CaseInsensitive) == 0 &&
                       (sample->size() == 5 || sample->at(5) == '\r' || sample->at(5) == '\n');
    format.delimiterLine = named;
    format.delimiter = delimiter ? *delimiter : named ? sample->at(4) : likeliestDelimiter(*sample);
    if (!device.seek(0))
        return unreadable(device);
    return format;
}

} // namespace Treatybook
