#pragma once

#include "domain/result.h"
#include "exchange/csvformat.h"

#include <QIODevice>
#include <QStringList>

#include <array>

namespace Treatybook {

/// Reads a CSV file row by row, in memory bounded by its limits. Rows end with LF, CRLF or CR; a cell in quotes may
/// hold delimiters, line ends (kept as they are) and doubled quotes; a quote within a cell that does not begin with one
/// is text. Any thread, by one at a time.
///
/// Errors end the reading; all of them name row and column: Invalid for a quote that is never closed (the place where
/// it was opened), text after a closing quote, bytes that are no text, and what is over a limit; Lost for a device that
/// fails.
class CsvReader
{
public:
    static constexpr qsizetype LongestCell = 16 * 1024 * 1024; ///< bytes of UTF-8
    static constexpr qsizetype LongestRow = 64 * 1024 * 1024;
    static constexpr qsizetype MostColumns = 4096;

    /// The device is open and stands at its start; it outlives the reader.
    CsvReader(QIODevice &device, const CsvFormat &format);

    /// True: the next row is in cells(); false: there are no more.
    Result<bool> next();
    const QStringList &cells() const { return m_cells; }
    /// A row of one empty cell: an empty line.
    bool isBlank() const { return m_cells.size() == 1 && m_cells.first().isEmpty(); }
    /// Number of the row in cells(), as a spreadsheet counts: the first of the file is 1.
    qint64 row() const { return m_row; }
    /// Bytes read so far, for progress.
    qint64 position() const { return m_device.pos(); }
    /// Cells with a quote within, although they do not begin with one; so far.
    qint64 looseQuotes() const { return m_looseQuotes; }

private:
    enum class State : quint8 { CellStart, Plain, Quoted, QuoteInQuoted, RowEnd };

    Result<bool> fill();
    Result<void> step();
    void readPlain();
    void readQuoted();
    Result<void> readAfterQuote();
    void append(qsizetype end);
    void endCell(char stop);
    Result<void> checkLimits();
    Error errorHere(const QString &sentence) const;

    QIODevice &m_device;
    TextDecoder m_decoder;
    char m_delimiter;
    std::array<bool, 256> m_stops{}; ///< bytes that end a run of ordinary text
    QByteArray m_chunk;              ///< as the device gave it
    QByteArray m_buffer;             ///< decoded, from m_at on not yet read
    qsizetype m_at = 0;
    QByteArray m_cell;
    QStringList m_cells;
    qsizetype m_rowSize = 0;
    qint64 m_row = 0;
    qint64 m_looseQuotes = 0;
    State m_state = State::CellStart;
    bool m_loose = false; ///< the cell holds a quote within
    bool m_skipLineFeed = false;
    bool m_atEnd = false;
};

} // namespace Treatybook
