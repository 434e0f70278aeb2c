#include "exchange/pdfdocument.h"

#include "domain/tr.h"

#include <QDateTime>
#include <QFontMetricsF>
#include <QGuiApplication>
#include <QTextLayout>

#include <algorithm>

namespace Treatybook {

using namespace Qt::StringLiterals;

static constexpr double FactsSize = 8.5, FactsTop = 20,
                        FactsGap = 10; ///< points: font, below the top, above the content

QStringList wrappedText(const QString &text, const QFont &font, double width, QPaintDevice *device)
{
    QStringList lines;
    for (const QString &paragraph : text.split(u'\n')) {
        QTextLayout layout(paragraph, font, device);
        QTextOption option;
        option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
        layout.setTextOption(option);
        layout.beginLayout();
        for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
            line.setLineWidth(width);
            lines.append(paragraph.mid(line.textStart(), line.textLength()).trimmed());
        }
        layout.endLayout();
    }
    return lines;
}

PdfDocument::PdfDocument(const QString &title, const QStringList &facts)
    : m_title(title.isEmpty() ? Treatybook::tr("Agreements") : title)
    , m_printed(QDateTime::currentDateTime())
    , m_writer(&m_buffer)
{
    constexpr int Resolution = 1200; // fine enough that glyph positions are not rounded visibly
    constexpr double Margin = 36;    // points
    m_writer.setPdfVersion(QPagedPaintDevice::PdfVersion_A1b);
    m_writer.setResolution(Resolution);
    m_writer.setPageLayout(QPageLayout(QPageSize(QPageSize::A4), QPageLayout::Landscape, QMarginsF(), QPageLayout::Point));
    m_writer.setTitle(m_title);
    m_writer.setCreator(QStringLiteral("Treatybook " TREATYBOOK_VERSION));
    const double margin = points(Margin);
    m_area = QRectF(m_writer.pageLayout().fullRectPixels(Resolution)).adjusted(margin, margin, -margin, -margin);
    m_ok = m_buffer.open(QIODevice::WriteOnly) && m_painter.begin(&m_writer);
    wrapFacts(facts);
}

/// All of them, but for a filter of a page.
void PdfDocument::wrapFacts(const QStringList &facts)
{
    constexpr qsizetype MostLines = 12;
    const QFont smallFont = font(FactsSize);
    m_facts = wrappedText(facts.join(u"  ·  "_s), smallFont, m_area.width(), &m_writer);
    if (m_facts.size() <= MostLines)
        return;
    const QString rest = m_facts.sliced(MostLines - 1).join(u' ');
    m_facts.resize(MostLines - 1);
    m_facts.append(QFontMetricsF(smallFont, &m_writer).elidedText(rest, Qt::ElideRight, m_area.width()));
}

double PdfDocument::head() const
{
    const double line = QFontMetricsF(font(FactsSize), device()).lineSpacing();
    return points(FactsTop + FactsGap) + line * double(std::max<qsizetype>(2, m_facts.size()));
}

double PdfDocument::points(double value) const
{
    return value * m_writer.resolution() / 72.0;
}

QFont PdfDocument::font(double points, QFont::Weight weight) const
{
    QFont font = QGuiApplication::font();
    font.setPointSizeF(points);
    font.setWeight(weight);
    return font;
}

void PdfDocument::startPage(qsizetype page, qsizetype pages, const QLocale &locale)
{
    if (page > 0)
        m_ok = m_writer.newPage() && m_ok;
    const QColor dim(0x55, 0x5e, 0x6d);
    const QFont titleFont = font(14, QFont::DemiBold);
    const QFont smallFont = font(FactsSize);
    const QFontMetricsF small(smallFont, &m_writer);

    m_painter.setPen(Qt::black);
    m_painter.setFont(titleFont);
    const QString title = QFontMetricsF(titleFont, &m_writer).elidedText(m_title, Qt::ElideRight, m_area.width());
    m_painter.drawText(QPointF(m_area.left(), m_area.top() + points(14)), title);
    m_painter.setFont(smallFont);
    m_painter.setPen(dim);
    double base = m_area.top() + points(FactsTop) + small.ascent();
    for (const QString &line : std::as_const(m_facts)) {
        m_painter.drawText(QPointF(m_area.left(), base), line);
        base += small.lineSpacing();
    }

    const double footLine = m_area.bottom();
    m_painter.drawText(
        QPointF(m_area.left(), footLine),
        Treatybook::tr("Printed %1 by Treatybook").arg(locale.toString(m_printed, QLocale::ShortFormat)));
    const QString number = Treatybook::tr("page %1 of %2").arg(page + 1).arg(pages);
    m_painter.drawText(QPointF(m_area.right() - small.horizontalAdvance(number), footLine), number);
}

Result<QByteArray> PdfDocument::finish()
{
    m_ok = m_painter.end() && m_ok;
    const QByteArray &bytes = m_buffer.data();
    if (!m_ok || !bytes.startsWith("%PDF") || !bytes.trimmed().endsWith("%%EOF"))
        return Error{ErrorKind::Unknown, Treatybook::tr("The PDF could not be made; nothing was written."), {}};
    return bytes;
}

} // namespace Treatybook
