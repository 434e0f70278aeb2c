#include "ui/find/facetmenu.h"

#include "itemmodels/facetmodel.h"

namespace Treatybook {

using namespace Qt::StringLiterals;

FacetMenu::FacetMenu(FacetModel &facets, QWidget *parent) : QMenu(tr("Facets to &show"), parent), m_facets(facets)
{
    setObjectName(u"facets.shown"_s);
    connect(this, &QMenu::aboutToShow, this, &FacetMenu::fill);
    fill();
}

void FacetMenu::fill()
{
    clear();
    for (const FacetInfo &info : facetTable()) {
        QAction *action = addAction(info.labelText());
        action->setObjectName(u"facets.shown."_s + info.keyText());
        action->setCheckable(true);
        action->setChecked(m_facets.shown().contains(info.facet));
        connect(action, &QAction::toggled, this, [this, facet = info.facet](bool on) { setShown(facet, on); });
    }
    addSeparator();
    QAction *usual = addAction(tr("&Usual facets"));
    usual->setObjectName(u"facets.shown.usual"_s);
    usual->setEnabled(m_facets.shown() != usualFacets());
    connect(usual, &QAction::triggered, this, [this] { m_facets.setShown(usualFacets()); });
}

/// In the order of the side bar, so that the same facets are an equal list.
void FacetMenu::setShown(Facet facet, bool shown)
{
    QList<Facet> facets;
    for (const FacetInfo &info : facetTable()) {
        if (info.facet == facet ? shown : m_facets.shown().contains(info.facet))
            facets.append(info.facet);
    }
    m_facets.setShown(facets);
}

} // namespace Treatybook
