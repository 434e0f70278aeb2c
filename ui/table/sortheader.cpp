#include "ui/table/sortheader.h"

#include "itemmodels/agreementtablemodel.h"

#include <QStyleOptionHeader>

#include <algorithm>

namespace Treatybook {

static QString superscript(qsizetype number)
{
    QString text = QString::number(number);
    for (QChar &digit : text)
        digit = QStringView(u"⁰¹²³⁴⁵⁶⁷⁸⁹").at(digit.digitValue());
    return text;
}

SortHeader::SortHeader(const AgreementTableModel &records, QWidget *parent)
    : QHeaderView(Qt::Horizontal, parent), m_records(records)
{
}

void SortHeader::initStyleOptionForIndex(QStyleOptionHeader *option, int logicalIndex) const
{
    QHeaderView::initStyleOptionForIndex(option, logicalIndex);
    const QList<Field> &fields = m_records.fields();
    if (logicalIndex >= fields.size())
        return; // sizes are asked for while columns go
    const QList<SortKey> &keys = m_records.sortKeys();
    const auto key = std::ranges::find(keys, fields.at(logicalIndex), &SortKey::field);
    option->sortIndicator = key == keys.end()                  ? QStyleOptionHeader::None
                            : key->order == Qt::AscendingOrder ? QStyleOptionHeader::SortDown // as Qt has it
                                                               : QStyleOptionHeader::SortUp;
    if (key != keys.end() && keys.size() > 1)
        option->text.prepend(superscript(key - keys.begin() + 1) + u' '); // in front, where it is never cut
    // The style cuts a heading within a letter.
    const int margin = style()->pixelMetric(QStyle::PM_HeaderMargin, option, this);
    const int arrow = key == keys.end() ? 0 : style()->pixelMetric(QStyle::PM_HeaderMarkSize, option, this) + margin;
    option->text =
        QFontMetrics(font()).elidedText(option->text, Qt::ElideRight, sectionSize(logicalIndex) - 2 * margin - arrow);
}

} // namespace Treatybook
