#include "exchange/pdflist.h"

#include "domain/tr.h"
#include "exchange/pdfdocument.h"
#include "exchange/safefile.h"

#include <QPainter>

#include <numeric>

namespace Treatybook {

using namespace Qt::StringLiterals;

namespace {

constexpr double TextSize = 8.5; // points

/// How wide a field wants to be beside the others; long texts get what is left.
double weightOf(Field field)
{
    const FieldInfo &info = fieldInfo(field);
    switch (info.type) {
    case FieldType::LongText:
        return 5;
    case FieldType::Text:
        return field == Field::Title ? 5 : 2.5;
    case FieldType::Part:
        return field == Field::Participants ? 2.2 : 4;
    case FieldType::Computed:
        return field == Field::StatusReason ? 4 : 2;
    case FieldType::List:
        return 2.5;
    default:
        return 1.7;
    }
}

/// A piece of a row that fits on one page: lines [from, to) of each of its cells.
struct RowPiece {
    qsizetype row = 0;
    qsizetype from = 0, to = 0;
    double height = 0;
};

class ListLayout
{
public:
    ListLayout(const ReportInput &input, const PdfDocument &document)
        : m_input(input)
        , m_padding(document.points(3))
        , m_gap(document.points(6))
        , m_head(document.head())
        , m_foot(document.points(22))
        , m_thin(document.points(0.5))
        , m_area(document.area())
        , m_device(document.device())
        , m_font(document.font(TextSize))
        , m_bold(document.font(TextSize, QFont::DemiBold))
        , m_lineHeight(QFontMetricsF(m_font, m_device).lineSpacing())
    {
        placeColumns();
        m_headerLines = wrap([](Field field) { return fieldInfo(field).labelText(); }, m_bold);
        m_headerRowHeight = rowHeight(lineCount(m_headerLines));
        paginate();
    }

    qsizetype pageCount() const { return std::max<qsizetype>(1, m_pages.size()); }

    void paintPage(QPainter &painter, qsizetype page) const
    {
        double y = m_area.top() + m_head;
        painter.fillRect(QRectF(m_area.left(), y, m_area.width(), m_headerRowHeight), QColor(0xee, 0xf1, 0xf6));
        paintLines(painter, m_headerLines, {0, 0, lineCount(m_headerLines), 0}, y, m_bold);
        y += m_headerRowHeight;
        if (m_pages.isEmpty()) {
            painter.setFont(m_font);
            painter.drawText(QPointF(m_area.left() + m_padding, y + 2 * m_lineHeight),
                             Treatybook::tr("No record matches."));
            return;
        }
        for (const RowPiece &piece : m_pages.at(page)) {
            paintLines(painter, wrappedRow(piece.row), piece, y, m_font);
            y += piece.height;
            painter.setPen(QPen(QColor(0xd9, 0xdd, 0xe3), m_thin));
            painter.drawLine(QPointF(m_area.left(), y), QPointF(m_area.right(), y));
        }
    }

private:
    void placeColumns()
    {
        double total = 0;
        for (const Field field : m_input.fields)
            total += weightOf(field);
        double x = m_area.left();
        for (const Field field : m_input.fields) {
            const double width = m_area.width() * weightOf(field) / total;
            m_left.append(x + m_padding);
            m_width.append(std::max(m_gap, width - 2 * m_padding - m_gap / 2));
            x += width;
        }
    }

    template <class TextOf>
    QList<QStringList> wrap(TextOf &&textOf, const QFont &font) const
    {
        QList<QStringList> cells;
        for (qsizetype i = 0; i < m_input.fields.size(); ++i)
            cells.append(wrappedText(textOf(m_input.fields.at(i)), font, m_width.at(i), m_device));
        return cells;
    }

    QList<QStringList> cellsOf(qsizetype row) const
    {
        const Slot slot = m_input.records.at(row);
        return wrap([&](Field field) { return reportText(m_input, slot, field); }, m_font);
    }

    /// As paginate() left it.
    QList<QStringList> wrappedRow(qsizetype row) const
    {
        QList<QStringList> cells;
        for (const QString &cell : m_wrapped.at(row))
            cells.append(cell.split(u'\n'));
        return cells;
    }

    static qsizetype lineCount(const QList<QStringList> &cells)
    {
        qsizetype lines = 1;
        for (const QStringList &cell : cells)
            lines = std::max(lines, cell.size());
        return lines;
    }

    double rowHeight(qsizetype lines) const { return static_cast<double>(lines) * m_lineHeight + 2 * m_padding; }

    void paginate()
    {
        const double space = m_area.height() - m_head - m_foot - m_headerRowHeight;
        const auto linesOfPage = static_cast<qsizetype>((space - 2 * m_padding) / m_lineHeight);
        double used = space;
        for (qsizetype row = 0; row < m_input.records.size(); ++row) {
            const QList<QStringList> cells = cellsOf(row);
            const qsizetype lines = lineCount(cells);
            QStringList &wrapped = m_wrapped.emplaceBack();
            for (const QStringList &cell : cells)
                wrapped.append(cell.join(u'\n'));
            for (qsizetype from = 0; from < lines; from += linesOfPage) {
                const qsizetype to = std::min(lines, from + linesOfPage);
                const double height = rowHeight(to - from);
                if (used + height > space) {
                    m_pages.append(QList<RowPiece>());
                    used = 0;
                }
                m_pages.last().append({row, from, to, height});
                used += height;
            }
        }
    }

    void paintLines(QPainter &painter, const QList<QStringList> &cells, const RowPiece &piece, double top,
                    const QFont &font) const
    {
        painter.setFont(font);
        painter.setPen(Qt::black);
        const double ascent = QFontMetricsF(font, m_device).ascent();
        for (qsizetype column = 0; column < cells.size(); ++column) {
            double y = top + m_padding + ascent;
            for (qsizetype line = piece.from; line < std::min(piece.to, cells.at(column).size()); ++line) {
                painter.drawText(QPointF(m_left.at(column), y), cells.at(column).at(line));
                y += m_lineHeight;
            }
        }
    }

    const ReportInput &m_input;
    double m_padding, m_gap;      ///< around a cell, between columns
    double m_head, m_foot, m_thin; ///< above and below the table; its lines
    QRectF m_area;
    QPaintDevice *m_device;
    QFont m_font, m_bold;
    double m_lineHeight;
    double m_headerRowHeight = 0;
    QList<double> m_left, m_width;
    QList<QStringList> m_headerLines;
    QList<QList<RowPiece>> m_pages;
    QList<QStringList> m_wrapped; ///< of each row its cells, a line feed between their lines: breaking lines is what costs
};

} // namespace

Result<QByteArray> pdfListBytes(const ReportInput &input)
{
    QStringList facts;
    if (!input.filterWords.isEmpty())
        facts.append(tr("Filter: %1").arg(input.filterWords));
    facts.append(tr("as of %1").arg(input.locale.toString(QDate::fromJulianDay(input.asOf), QLocale::LongFormat)));
    if (const OurSide &side = input.store.side(); !side.isNone())
        facts.append(tr("for %1").arg(side.label(languageOf(input.locale))));
    facts.append(tr("%n record(s)", nullptr, static_cast<int>(input.records.size())));
    PdfDocument document(input.title, facts);
    const ListLayout layout(input, document);
    for (qsizetype page = 0; page < layout.pageCount(); ++page) {
        document.startPage(page, layout.pageCount(), input.locale);
        layout.paintPage(document.painter(), page);
    }
    return document.finish();
}

Result<void> exportPdfList(const ReportInput &input, const QString &path)
{
    const auto bytes = pdfListBytes(input);
    if (!bytes)
        return bytes.error();
    return writeFile(path, *bytes, input.openBook);
}

} // namespace Treatybook
