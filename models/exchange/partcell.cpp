#include "exchange/partcell.h"

#include "domain/tr.h"

#include <algorithm>
#include <iterator>
#include <string_view>

namespace Treatybook {

using namespace Qt::StringLiterals;

/// Escapes what was appended from `start` on. Blanks at the ends too, since readers trim around separators.
static void escapeFrom(QByteArray &utf8, qsizetype start)
{
    const std::string_view plain = viewOf(QByteArrayView(utf8).sliced(start));
    const auto isSign = [](char c) { return c == '\\' || c == ';' || c == '|' || c == '\n'; };
    if (!plain.starts_with(' ') && !plain.ends_with(' ') && std::ranges::none_of(plain, isSign))
        return;
    const QByteArray cell = utf8.sliced(start);
    utf8.truncate(start);
    for (qsizetype i = 0; i < cell.size(); ++i) {
        const char c = cell.at(i);
        const bool atEnd = i == 0 || i + 1 == cell.size();
        if (c == '\\' || c == ';' || c == '|' || (c == ' ' && atEnd))
            utf8.append('\\');
        if (c == '\n')
            utf8.append("\\n");
        else
            utf8.append(c);
    }
}

void appendPartCell(QByteArray &utf8, const Agreement &agreement, const PartInfo &part)
{
    for (qsizetype row = 0, rows = part.count(agreement); row < rows; ++row) {
        if (row > 0)
            utf8.append("; ");
        utf8.append(QByteArray::number(static_cast<qint64>(part.idAt(agreement, row))));
        qsizetype end = utf8.size(); // without the empty cells at the end
        for (qsizetype column = 0; column < static_cast<qsizetype>(part.columns.size()); ++column) {
            utf8.append('|');
            const qsizetype start = utf8.size();
            part.appendCell(utf8, agreement, row, column);
            escapeFrom(utf8, start);
            if (utf8.size() > start)
                end = utf8.size();
        }
        utf8.truncate(end);
    }
}

namespace {

/// Splits a cell into items of cells, taking escapes away.
class CellReader
{
public:
    explicit CellReader(QStringView cell)
    {
        const auto isSign = [](QChar c) { return c == u'\\' || c == u'|' || c == u';'; };
        for (auto at = cell.begin(); at != cell.end();) {
            const auto sign = std::find_if(at, cell.end(), isSign);
            append(QStringView(at, sign));
            at = sign;
            if (at == cell.end())
                break;
            const QChar c = *at++;
            if (c == u'|')
                finishCell();
            else if (c == u';')
                finishItem();
            else if (at != cell.end())
                appendEscaped(*at++);
            else
                append(u"\\");
        }
        finishItem();
    }

    QList<QStringList> items;

private:
    void appendEscaped(QChar c)
    {
        m_cell.append(c == u'n' ? QChar(u'\n') : c);
        m_keep = m_cell.size();
    }
    void append(QStringView plain)
    {
        const auto isNoBlank = [](QChar c) { return c != u' '; };
        const auto first = m_cell.isEmpty() ? std::find_if(plain.begin(), plain.end(), isNoBlank) : plain.begin();
        m_cell.append(QStringView(first, plain.end()));
        const auto last = std::find_if(plain.rbegin(), std::make_reverse_iterator(first), isNoBlank);
        if (last.base() != first)
            m_keep = m_cell.size() - (plain.end() - last.base());
    }
    void finishCell()
    {
        m_cell.truncate(m_keep);
        m_item.append(m_cell);
        m_cell.clear();
        m_keep = 0;
    }
    void finishItem()
    {
        finishCell();
        if (m_item.size() > 1 || !m_item.first().isEmpty())
            items.append(m_item);
        m_item.clear();
    }

    QStringList m_item;
    QString m_cell;
    qsizetype m_keep = 0; ///< length without blanks at the end that nobody protected
};

} // namespace

Result<void> readPartCell(Agreement &agreement, const PartInfo &part, QStringView cell, Pool &pool)
{
    const auto columns = static_cast<qsizetype>(part.columns.size());
    part.clear(agreement);
    const auto items = CellReader(cell).items;
    for (const QStringList &cells : items) {
        const qsizetype row = part.count(agreement);
        bool ok = cells.first().isEmpty();
        const qint64 id = ok ? static_cast<qint64>(newItemId()) : cells.first().toLongLong(&ok);
        if (!ok || id <= 0 || cells.size() > columns + 1) {
            return Error{ErrorKind::Invalid,
                         tr("Item %1 should be an id and at most %2 values, "
                            "separated by “|”.")
                             .arg(row + 1)
                             .arg(columns),
                         {}};
        }
        part.insert(agreement, row, static_cast<ItemId>(id));
        for (qsizetype column = 0; column + 1 < cells.size(); ++column) {
            const bool isAsNew = part.columns[static_cast<size_t>(column)].isAsNew(cells.at(column + 1).size());
            if (!isAsNew && !part.setCell(agreement, row, column, cells.at(column + 1), pool)) {
                return Error{
                    ErrorKind::Invalid,
                    tr("Item %1: “%2” is no value for %3.")
                        .arg(row + 1)
                        .arg(cells.at(column + 1).left(80), part.columns[static_cast<size_t>(column)].keyText()),
                    {}};
            }
        }
    }
    return {};
}

} // namespace Treatybook
