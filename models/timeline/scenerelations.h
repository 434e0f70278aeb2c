#pragma once

#include "timeline/arranger.h"
#include "timeline/routes.h"

namespace Treatybook {

/// Arrows of all relations that these records have to records of the timeline, in view or not. What a filter, a folded
/// or a hidden group leaves out gets none. Each relation stands once.
RelationRoutes relationRoutes(const Scene &scene, Arranger &arranger, const AgreementStore &store,
                              const QList<Slot> &records);

/// The current record lies out of the window: a pill at the edge beyond which it is.
struct EdgePill {
    QRectF rect; ///< null if it is in view, or nowhere
    QString text;
};
EdgePill edgePill(const Scene &scene, Arranger &arranger, const AgreementStore &store, Slot slot);

} // namespace Treatybook
