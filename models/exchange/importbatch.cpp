#include "exchange/importbatch.h"

#include "exchange/csvwriter.h"

#include <QThread>
#include <QtConcurrentMap>

#include <algorithm>
#include <span>
#include <utility>

namespace Treatybook {

/// What one thread keeps from batch to batch: what it has read repeats.
class ImportBatch::Worker
{
public:
    Worker(const ImportLayout &layout, const ImportBook &book) : m_layout(layout), m_book(book), m_reader(layout) {}

    std::span<ImportRow> rows;

    void run()
    {
        for (ImportRow &row : rows) {
            if (!row.isRagged)
                read(row);
        }
    }

private:
    void read(ImportRow &row)
    {
        const QStringList cells = m_layout.isGuarded() ? unguardedCells(row) : row.original;
        row.keys = valuesToMatch(cells);
        row.found = m_book.matching(row.keys);
        const StoredRecord *stored = row.stored();
        if (stored)
            row.record = stored->record;
        m_reader.read(cells, row.record, stored != nullptr);
        row.issues = m_reader.issues();
        row.ownFieldValues = m_reader.ownFieldValues();
        row.content = contentOf(row.record);
    }

    static QStringList unguardedCells(ImportRow &row)
    {
        QStringList cells = row.original;
        for (QString &cell : cells) {
            if (!cell.startsWith(u'\''))
                continue;
            const qsizetype size = cell.size();
            cell = unguarded(cell);
            row.apostrophes += cell.size() != size;
        }
        return cells;
    }

    /// What the row says of the thing that records are matched by.
    QStringList valuesToMatch(const QStringList &cells)
    {
        if (m_layout.match() < 0)
            return {};
        const ImportInput &input = m_layout.inputs().at(m_layout.match());
        const ImportCell cell{input, input.text(cells).trimmed()};
        if (cell.text.isEmpty())
            return {};
        if (input.target.kind == ImportTarget::Kind::List)
            return ImportCellReader::listItems(cell);
        if (input.target.kind == ImportTarget::Kind::OwnField)
            return {cell.text};
        QList<ImportIssue> issues; // a value that is none is told by the row reader
        return {m_keyReader.canonical(input.target.valueInfo(), cell, issues).value_or(QString())};
    }

    const ImportLayout &m_layout;
    const ImportBook &m_book;
    ImportRowReader m_reader;
    ImportCellReader m_keyReader;
};

ImportBatch::ImportBatch(const ImportLayout &layout, const ImportBook &book)
{
    for (int i = std::max(1, QThread::idealThreadCount()); i > 0; --i)
        m_workers.push_back(std::make_unique<Worker>(layout, book));
}

ImportBatch::~ImportBatch()
{
    m_reading.waitForFinished();
}

void ImportBatch::start(std::vector<ImportRow> rows)
{
    m_rows = std::move(rows);
    const size_t share = (m_rows.size() + m_workers.size() - 1) / m_workers.size();
    for (size_t i = 0; i < m_workers.size(); ++i) {
        const size_t first = std::min(i * share, m_rows.size());
        m_workers[i]->rows = std::span(m_rows).subspan(first, std::min(share, m_rows.size() - first));
    }
    m_reading = QtConcurrent::map(&m_threads, m_workers, [](const std::unique_ptr<Worker> &worker) { worker->run(); });
}

std::vector<ImportRow> ImportBatch::finish()
{
    m_reading.waitForFinished();
    return std::exchange(m_rows, {});
}

} // namespace Treatybook
