#include "exchange/partcell.h"

#include <QCoreApplication>

namespace Treatybook {

using namespace Qt::StringLiterals;

/// Blanks at the ends are escaped as well, since readers trim around separators.
static QString escaped(const QString &text)
{
    QString result;
    result.reserve(text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text.at(i);
        const bool atEnd = i == 0 || i + 1 == text.size();
        if (c == u'\\' || c == u';' || c == u'|' || (c == u' ' && atEnd))
            result.append(u'\\');
        if (c == u'\n')
            result.append("\\n"_L1);
        else
            result.append(c);
    }
    return result;
}

QString partCell(const Agreement &agreement, const PartInfo &part)
{
    const qsizetype rows = part.count(agreement);
    if (rows == 0)
        return {};
    QStringList items;
    for (qsizetype row = 0; row < rows; ++row) {
        QStringList cells{QString::number(static_cast<qint64>(part.idAt(agreement, row)))};
        for (qsizetype column = 0; column < static_cast<qsizetype>(part.columns.size()); ++column)
            cells.append(escaped(part.cell(agreement, row, column)));
        while (cells.size() > 1 && cells.last().isEmpty())
            cells.removeLast();
        items.append(cells.join(u'|'));
    }
    return items.join("; "_L1);
}

namespace {

/// Splits a cell into items of cells, taking escapes away.
class CellReader
{
public:
    explicit CellReader(QStringView cell)
    {
        for (qsizetype i = 0; i < cell.size(); ++i) {
            const QChar c = cell[i];
            if (c == u'\\' && i + 1 < cell.size())
                appendEscaped(cell[++i]);
            else if (c == u'|')
                finishCell();
            else if (c == u';')
                finishItem();
            else
                append(c);
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
    void append(QChar c)
    {
        if (c == u' ' && m_cell.isEmpty())
            return;
        m_cell.append(c);
        if (c != u' ')
            m_keep = m_cell.size();
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
    while (part.count(agreement) > 0)
        part.remove(agreement, part.count(agreement) - 1);
    const auto items = CellReader(cell).items;
    for (const QStringList &cells : items) {
        const qsizetype row = part.count(agreement);
        bool ok = cells.first().isEmpty();
        const qint64 id = ok ? static_cast<qint64>(newItemId()) : cells.first().toLongLong(&ok);
        if (!ok || id <= 0 || cells.size() > columns + 1) {
            return Error{ErrorKind::Invalid,
                         QCoreApplication::translate("Treatybook", "Item %1 should be an id and at most %2 values, "
                                                                   "separated by “|”.").arg(row + 1).arg(columns), {}};
        }
        part.insert(agreement, row, static_cast<ItemId>(id));
        for (qsizetype column = 0; column + 1 < cells.size(); ++column) {
            if (!part.setCell(agreement, row, column, cells.at(column + 1), pool)) {
                return Error{ErrorKind::Invalid,
                             QCoreApplication::translate("Treatybook", "Item %1: “%2” is no value for %3.")
                                 .arg(row + 1)
                                 .arg(cells.at(column + 1).left(80),
                                      part.columns[static_cast<size_t>(column)].keyText()),
                             {}};
            }
        }
    }
    return {};
}

} // namespace Treatybook
