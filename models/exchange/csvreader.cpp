#include "exchange/csvreader.h"

#include "domain/text.h"
#include "domain/tr.h"

#include <cstring>
#include <utility>

namespace Treatybook {

using namespace Qt::StringLiterals;

static constexpr qsizetype ReadSize = 256 * 1024;

CsvReader::CsvReader(QIODevice &device, const CsvFormat &format)
    : m_device(device), m_decoder(format.encoding), m_delimiter(format.delimiter)
{
    for (const char stop : {m_delimiter, '\r', '\n', '"'})
        m_stops[static_cast<uchar>(stop)] = true;
    m_device.skip(format.markSize);
    if (format.delimiterLine) {
        // Its delimiter is text here; the row is not counted.
        m_stops[static_cast<uchar>(m_delimiter)] = false;
        const char delimiter = std::exchange(m_delimiter, '\0');
        [[maybe_unused]] const auto skipped = next();
        m_delimiter = delimiter;
        m_stops[static_cast<uchar>(m_delimiter)] = true;
        m_row = 0;
    }
}

Result<bool> CsvReader::next()
{
    m_cells.clear();
    m_rowSize = 0;
    m_state = State::CellStart;
    ++m_row;
    while (m_state != State::RowEnd) {
        if (m_at == m_buffer.size()) {
            const auto more = fill();
            if (!more)
                return more.error();
            if (!*more) {
                if (m_state == State::Quoted) {
                    return errorHere(Treatybook::tr(
                        "A quote is opened here and never closed. Close it, or double it where it belongs to "
                        "the text."));
                }
                if (m_state == State::CellStart && m_cells.isEmpty())
                    return false;
                endCell('\n');
                break;
            }
        }
        if (const auto stepped = step(); !stepped)
            return stepped.error();
    }
    return true;
}

/// The next chunk of the file; false at its end.
Result<bool> CsvReader::fill()
{
    m_buffer.clear();
    m_at = 0;
    while (m_buffer.isEmpty() && !m_atEnd) {
        if (!m_decoder.problem().isEmpty())
            return errorHere(m_decoder.problem()); // all that stands before is read
        m_chunk.resize(ReadSize);
        const qint64 size = m_device.read(m_chunk.data(), m_chunk.size());
        if (size <= 0) {
            if (!m_device.atEnd())
                return Error{
                    ErrorKind::Lost,
                    errorHere(Treatybook::tr("The file cannot be read: %1.").arg(m_device.errorString())).message,
                    {}};
            m_atEnd = true;
            if (!m_decoder.finish())
                return errorHere(m_decoder.problem());
            break;
        }
        m_decoder.decode(QByteArrayView(m_chunk).first(size), m_buffer);
        if (m_skipLineFeed && !m_buffer.isEmpty()) {
            m_skipLineFeed = false;
            m_at = m_buffer.at(0) == '\n';
            if (m_at == m_buffer.size()) {
                m_buffer.clear();
                m_at = 0;
            }
        }
    }
    return !m_buffer.isEmpty();
}

Result<void> CsvReader::step()
{
    switch (m_state) {
    case State::CellStart:
        m_loose = false;
        m_state = m_buffer.at(m_at) == '"' ? State::Quoted : State::Plain;
        m_at += m_state == State::Quoted;
        break;
    case State::Plain:
        readPlain();
        return checkLimits();
    case State::Quoted:
        readQuoted();
        return checkLimits();
    case State::QuoteInQuoted:
        return readAfterQuote();
    case State::RowEnd:
        break;
    }
    return {};
}

void CsvReader::readPlain()
{
    qsizetype end = m_at;
    while (end < m_buffer.size() && !m_stops[static_cast<uchar>(m_buffer.at(end))])
        ++end;
    append(end);
    if (end == m_buffer.size())
        return;
    if (m_buffer.at(end) == '"') {
        m_looseQuotes += !std::exchange(m_loose, true);
        append(end + 1);
        return;
    }
    endCell(m_buffer.at(end));
}

void CsvReader::readQuoted()
{
    const auto *quote = static_cast<const char *>(
        std::memchr(m_buffer.constData() + m_at, '"', static_cast<size_t>(m_buffer.size() - m_at)));
    append(quote ? quote - m_buffer.constData() : m_buffer.size());
    if (quote) {
        ++m_at;
        m_state = State::QuoteInQuoted;
    }
}

Result<void> CsvReader::readAfterQuote()
{
    const char c = m_buffer.at(m_at);
    if (c == '"') {
        append(m_at + 1);
        m_state = State::Quoted;
    } else if (c == m_delimiter || c == '\r' || c == '\n') {
        endCell(c);
    } else {
        return errorHere(
            Treatybook::tr("Text follows the quote that closes the cell. Double a quote that belongs to the text."));
    }
    return {};
}

void CsvReader::append(qsizetype end)
{
    m_cell.append(m_buffer.constData() + m_at, end - m_at);
    m_rowSize += end - m_at;
    m_at = end;
}

/// `stop` is the delimiter or the line end that stands next.
void CsvReader::endCell(char stop)
{
    m_cells.append(m_cell.isEmpty() ? QString() : wholeText(m_cell));
    if (m_cell.capacity() > LongestCell / 16)
        m_cell = QByteArray(); // what one great cell needed is not kept
    else
        m_cell.resize(0);
    if (m_at < m_buffer.size())
        ++m_at;
    m_state = stop == m_delimiter ? State::CellStart : State::RowEnd;
    if (stop != '\r')
        return;
    if (m_at < m_buffer.size())
        m_at += m_buffer.at(m_at) == '\n';
    else
        m_skipLineFeed = true;
}

Result<void> CsvReader::checkLimits()
{
    if (m_cell.size() > LongestCell) {
        return errorHere(
            Treatybook::tr(
                "The cell is longer than %1 MB, the most that is read. A quote that is never closed may be the "
                "reason.")
                .arg(LongestCell / 1024 / 1024));
    }
    if (m_rowSize > LongestRow)
        return errorHere(
            Treatybook::tr("The row is longer than %1 MB, the most that is read.").arg(LongestRow / 1024 / 1024));
    if (m_cells.size() >= MostColumns && m_state != State::RowEnd)
        return errorHere(
            Treatybook::tr("The row has more than %1 columns, the most that are read. Is the delimiter right?")
                .arg(MostColumns));
    return {};
}

Error CsvReader::errorHere(const QString &sentence) const
{
    const qsizetype column = std::max<qsizetype>(m_state == State::RowEnd ? m_cells.size() : m_cells.size() + 1, 1);
    return {ErrorKind::Invalid, Treatybook::tr("Row %1, column %2: %3").arg(m_row).arg(column).arg(sentence), {}};
}

} // namespace Treatybook
