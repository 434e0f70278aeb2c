#pragma once

#include <QHeaderView>

namespace Treatybook {

class AgreementTableModel;

/// Headings that show every key of the order, not the first alone: each with its arrow, and, where there are several,
/// with its rank as a small number before the name.
class SortHeader : public QHeaderView
{
    Q_OBJECT

public:
    SortHeader(const AgreementTableModel &records, QWidget *parent);

protected:
    void initStyleOptionForIndex(QStyleOptionHeader *option, int logicalIndex) const override;

private:
    const AgreementTableModel &m_records;
};

} // namespace Treatybook
