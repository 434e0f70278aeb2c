#include "ui/panels/keptplace.h"

#include <QAbstractItemView>

namespace Treatybook {

KeptPlace::KeptPlace(QAbstractItemView *view, int slotRole) : QObject(view), m_view(view), m_slotRole(slotRole)
{
    connect(view->model(), &QAbstractItemModel::modelAboutToBeReset, this, &KeptPlace::remember);
    connect(view->model(), &QAbstractItemModel::modelReset, this, &KeptPlace::goBack);
}

void KeptPlace::remember()
{
    const QModelIndex current = m_view->currentIndex(), group = current.parent();
    m_row = group.isValid() ? group.row() : current.row();
    m_child = group.isValid() ? current.row() : -1;
    m_slot = current.data(m_slotRole);
}

void KeptPlace::goBack()
{
    const QAbstractItemModel *model = m_view->model();
    if (m_row < 0 || model->rowCount() == 0)
        return;
    QModelIndex next = model->index(qMin(m_row, model->rowCount() - 1), 0);
    if (m_child >= 0 && model->rowCount(next) > 0)
        next = model->index(qMin(m_child, model->rowCount(next) - 1), 0, next);
    const QModelIndex group = next.parent();
    for (int row = 0; m_slot.isValid() && row < model->rowCount(group); ++row) {
        const QModelIndex same = model->index(row, 0, group);
        if (same.data(m_slotRole) == m_slot) {
            next = same;
            break;
        }
    }
    m_view->setCurrentIndex(next);
}

} // namespace Treatybook
