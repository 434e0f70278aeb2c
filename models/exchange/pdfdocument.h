#pragma once

#include "domain/result.h"

#include <QBuffer>
#include <QDateTime>
#include <QFont>
#include <QLocale>
#include <QPainter>
#include <QPdfWriter>

namespace Treatybook {

/// The text in lines no wider than that on the device.
QStringList wrappedText(const QString &text, const QFont &font, double width, QPaintDevice *device);

/// A PDF/A-1b in the making, in memory: QPdfWriter reports success for a truncated file, so only complete bytes leave
/// here, to be saved by the guarded writer. A4 landscape. Every page gets the same head and foot.
class PdfDocument
{
public:
    /// `facts` say below the title what the report is about.
    PdfDocument(const QString &title, const QStringList &facts);

    /// The page without its margins, in the painter's units.
    QRectF area() const { return m_area; }
    /// So many points in the painter's units.
    double points(double value) const;
    QFont font(double points, QFont::Weight weight = QFont::Normal) const;
    /// What title and facts take of each page.
    double head() const;
    QPaintDevice *device() const { return const_cast<QPdfWriter *>(&m_writer); }
    QPainter &painter() { return m_painter; }

    /// Draws head and foot; a new page for all but the first.
    void startPage(qsizetype page, qsizetype pages, const QLocale &locale);
    /// The whole file, or an Error if it did not come out complete.
    Result<QByteArray> finish();

private:
    void wrapFacts(const QStringList &facts);

    QString m_title;
    QStringList m_facts; ///< lines
    QDateTime m_printed;
    QBuffer m_buffer;
    QPdfWriter m_writer;
    QPainter m_painter;
    QRectF m_area;
    bool m_ok = true;
};

} // namespace Treatybook
