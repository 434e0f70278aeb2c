#pragma once

#include "domain/facet.h"

#include <QPersistentModelIndex>
#include <QTreeView>

QT_FORWARD_DECLARE_CLASS(QLineEdit)

namespace Treatybook {

class AgreementTableModel;
class FacetDelegate;
class FacetMenu;
class FacetModel;

/// The side bar: facets with counts. A click or Space narrows to one value, again to all; with Ctrl, or on its box, it
/// adds or takes away; with Alt it excludes. Delete clears a facet; a heading folds; among many
/// values one can search. The context menu says the same in words, and which facets are shown.
class FacetPanel : public QTreeView
{
    Q_OBJECT

public:
    explicit FacetPanel(AgreementTableModel &records, QWidget *parent = nullptr);

    FacetModel &facets() const { return *m_facets; }
    /// Which facets are shown; for the menu bar too.
    FacetMenu *facetMenu() const { return m_menu; }
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
    void contextMenuEvent(QContextMenuEvent *event) override;
    bool eventFilter(QObject *object, QEvent *event) override;

private:
    enum class Way : quint8 { Alone, Add, Exclude };

    void follow();
    void addSearch(const QModelIndex &row);
    void markCurrent(bool mark);
    static Way wayOf(Qt::KeyboardModifiers modifiers);
    void run(const QModelIndex &index, Way way);
    void choose(const QModelIndex &value, Way way);
    void showAll(Facet facet, bool all);
    QStyleOptionViewItem optionOf(const QModelIndex &index) const;

    FacetModel *m_facets;
    FacetDelegate *m_delegate;
    FacetMenu *m_menu;
    QPersistentModelIndex m_pressed;
};

} // namespace Treatybook
