#pragma once

#include "domain/facet.h"

#include <QMenu>

namespace Treatybook {

class FacetModel;

/// Which facets the side bar shows, for its context menu and for the menu bar.
class FacetMenu : public QMenu
{
    Q_OBJECT

public:
    explicit FacetMenu(FacetModel &facets, QWidget *parent);

    void setShown(Facet facet, bool shown);

private:
    void fill();

    FacetModel &m_facets;
};

} // namespace Treatybook
