#pragma once

#include <QList>
#include <QString>
#include <QStringList>

namespace Treatybook::Test {

/// The smallest reader of RFC 4180, written apart from the program's own code so that it can judge it.
inline QList<QStringList> csvRows(QByteArray bytes)
{
    if (bytes.startsWith("\xEF\xBB\xBF"))
        bytes.remove(0, 3);
    QList<QStringList> rows;
    QStringList row;
    QByteArray cell;
    bool quoted = false;
    for (qsizetype i = 0; i < bytes.size(); ++i) {
        const char c = bytes.at(i);
        if (quoted) {
            if (c == '"' && bytes.mid(i + 1, 1) == "\"")
                cell += bytes.at(++i);
            else if (c == '"')
                quoted = false;
            else
                cell += c;
        } else if (c == '"') {
            quoted = true;
        } else if (c == ',' || c == '\n') {
            if (c == '\n' && cell.endsWith('\r'))
                cell.chop(1);
            row.append(QString::fromUtf8(cell));
            cell.clear();
            if (c == '\n') {
                rows.append(row);
                row.clear();
            }
        } else {
            cell += c;
        }
    }
    return rows;
}

} // namespace Treatybook::Test
