#pragma once

#include "domain/facet.h"

#include <QPersistentModelIndex>
#include <QTreeView>

QT_FORWARD_DECLARE_CLASS(QLineEdit)

namespace Treatybook {

class AgreementTableModel;
class FacetDelegate;
class FacetModel;

/// The side bar: facets with counts. A click or Space narrows to one value, again to all; with Ctrl, or on its box, it
/// adds or takes away. Delete clears a facet; a heading folds; among many values one can search.
class FacetPanel : public QTreeView
{
    Q_OBJECT

public:
    explicit FacetPanel(AgreementTableModel &records, QWidget *parent = nullptr);

    FacetModel &facets() const { return *m_facets; }
    /// Puts the focus on the chosen values of a facet.
    void showFacet(Facet facet);

    QSize sizeHint() const override { return {236, 400}; }
    QSize minimumSizeHint() const override { return {150, 100}; }

protected:
    void mousePressEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    bool eventFilter(QObject *object, QEvent *event) override;

private:
    void follow();
    void addSearch(const QModelIndex &row);
    void markCurrent(bool mark);
    void run(const QModelIndex &index, bool add);
    void showAll(Facet facet, bool all);
    QStyleOptionViewItem optionOf(const QModelIndex &index) const;

    FacetModel *m_facets;
    FacetDelegate *m_delegate;
    QPersistentModelIndex m_pressed;
};

} // namespace Treatybook
