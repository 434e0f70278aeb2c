#pragma once

#include "domain/query.h"

#include <QRectF>

QT_FORWARD_DECLARE_CLASS(QFont)

namespace Treatybook {

struct FoundRange {
    qsizetype start = 0;
    qsizetype length = 0;
    bool operator==(const FoundRange &) const = default;
};

/// The words that a query looks for, to be marked wherever the window shows a text of a record.
class SoughtWords
{
public:
    SoughtWords() = default;
    /// What is excluded is not looked for.
    explicit SoughtWords(const Query &query);

    bool isEmpty() const { return m_wanted.isEmpty(); }
    /// Those that a person looks for in that field: words, and values of it.
    SoughtWords in(Field field) const;
    /// Where they stand, in order. Follows the fold of the search, so that "y te" marks "y tế" and vietnam "Viet Nam".
    QList<FoundRange> foundIn(const QString &text) const;
    bool operator==(const SoughtWords &) const = default;

private:
    QList<Query::Wanted> m_wanted; ///< each once
};

/// What is to be painted behind a text that QPainter::drawText() draws at (0, 0) in lines of that width, or in one line
/// if it is 0. An empty range gives the place of a cursor.
QList<QRectF> foundRects(const QString &text, const QList<FoundRange> &ranges, const QFont &font, qreal width = 0,
                         Qt::LayoutDirection direction = Qt::LeftToRight);

} // namespace Treatybook
