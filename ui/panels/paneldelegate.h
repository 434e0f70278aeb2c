#pragma once

#include <QStyledItemDelegate>

namespace Treatybook {

/// What is overdue, and errors, stand out; kinds of problems are bold.
class PanelDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override;
};

} // namespace Treatybook
