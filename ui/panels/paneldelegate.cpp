#include "ui/panels/paneldelegate.h"

#include "domain/validation.h"
#include "itemmodels/problemsmodel.h"
#include "itemmodels/upcomingmodel.h"
#include "ui/widgets/theme.h"

namespace Treatybook {

static bool isGrave(const QModelIndex &index)
{
    if (qobject_cast<const ProblemsModel *>(index.model()))
        return !index.parent().isValid() &&
               index.data(ProblemsModel::SeverityRole).toInt() == static_cast<int>(Severity::Error);
    return qobject_cast<const UpcomingModel *>(index.model()) && index.column() == UpcomingModel::When &&
           index.data(UpcomingModel::OverdueRole).toBool();
}

void PanelDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    if (qobject_cast<const ProblemsModel *>(index.model()) && !index.parent().isValid())
        option->font.setWeight(QFont::DemiBold);
    if (option->state & QStyle::State_Selected) { // as in the table of records
        option->state &= ~QStyle::State_Selected;
        option->backgroundBrush = softAccent(option->palette);
    }
    if (isGrave(index))
        option->palette.setColor(QPalette::Text, lookOf(option->palette).asOf);
}

} // namespace Treatybook
