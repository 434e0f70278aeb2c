#pragma once

#include <QFontMetricsF>
#include <QHash>
#include <QString>

namespace Treatybook {

/// The metrics of a font that remember what they measured: a picture that moves asks for the same titles with every
/// frame, and to shape a text takes longer than to lay out all else of its record. Not thread-safe.
class MeasuredFont
{
public:
    explicit MeasuredFont(const QFont &font) : m_metrics(font) {}

    const QFontMetricsF &metrics() const { return m_metrics; }
    double width(const QString &text) const;
    /// As fittingText(), of whole pixels.
    QString fitting(const QString &text, double width) const;

private:
    QFontMetricsF m_metrics;
    mutable QHash<QString, double> m_widths;
    mutable QHash<std::pair<QString, int>, QString> m_fitting;
};

} // namespace Treatybook
