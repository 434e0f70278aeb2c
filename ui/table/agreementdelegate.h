#pragma once

#include "itemmodels/agreementtablemodel.h"

#include <QSet>
#include <QStyledItemDelegate>

namespace Treatybook {

/// Draws the cells of the table: the sign of the status before its word, what the search found with a ground behind it,
/// a mark on titles of records with unsaved text; tool tips as plain text.
class AgreementDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    explicit AgreementDelegate(const AgreementTableModel &model, QObject *parent = nullptr);

    void setDrafts(const QSet<QUuid> &drafts) { m_drafts = drafts; }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    bool helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
                   const QModelIndex &index) override;

private:
    const AgreementTableModel &m_model;
    QSet<QUuid> m_drafts;
};

} // namespace Treatybook
