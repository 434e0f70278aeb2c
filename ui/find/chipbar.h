#pragma once

#include "domain/filter.h"

#include <QWidget>

#include <variant>

QT_FORWARD_DECLARE_CLASS(QToolButton)

namespace Treatybook {

class AgreementTableModel;
class Chip;
class FlowLayout;

/// A chip for every part of the filter: each part of the query, each facet. Facets can be turned into text of the query.
/// Hidden while nothing is filtered.
class ChipBar : public QWidget
{
    Q_OBJECT

public:
    explicit ChipBar(AgreementTableModel &records, QWidget *parent = nullptr);

    const QList<Chip *> &chips() const { return m_chips; }

Q_SIGNALS:
    /// A chip was clicked; -1 for the whole query.
    void queryRequested(qsizetype part);
    void facetRequested(Treatybook::Facet facet);
    /// The chip with the focus went, and it was the last.
    void left();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    struct QueryPart {
        qsizetype place = -1; ///< -1: all of them
    };
    using Part = std::variant<QueryPart, Facet>;

    static constexpr qsizetype MostOfQuery = 8; ///< with a chip of their own

    void follow();
    void addChip();
    QToolButton *addButton(const char *name, const QString &text, const QString &toolTip);
    void writeAsText();
    QList<Part> partsOf(const Filter &filter) const;
    QString wordsOf(const Part &part) const;
    void remove(qsizetype place);
    void open(qsizetype place);
    void focusChip(qsizetype place);

    AgreementTableModel &m_records;
    QList<Part> m_parts;
    QList<Chip *> m_chips; ///< of which the first are shown, one a part
    FlowLayout *m_layout;
    QToolButton *m_asText = nullptr, *m_clear = nullptr;
};

} // namespace Treatybook
