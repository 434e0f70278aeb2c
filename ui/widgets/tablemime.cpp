#include "ui/widgets/tablemime.h"

#include <QMimeData>

namespace Treatybook {

using namespace Qt::StringLiterals;

QMimeData *tableMime(const QList<QStringList> &rows)
{
    QString text, html = u"<table>"_s;
    for (qsizetype row = 0; row < rows.size(); ++row) {
        const QString tag = row == 0 ? u"th"_s : u"td"_s;
        QStringList cells;
        html += "<tr>"_L1;
        for (QString cell : rows.at(row)) {
            for (const QChar apart : u"\t\n\r\u2028\u2029"_s)
                cell.replace(apart, u' ');
            cells.append(cell);
            html += u"<%1>%2</%1>"_s.arg(tag, cell.toHtmlEscaped());
        }
        html += "</tr>"_L1;
        text += cells.join(u'\t') + u'\n';
    }
    auto *mime = new QMimeData;
    mime->setText(text);
    mime->setHtml(html + "</table>"_L1);
    return mime;
}

} // namespace Treatybook
