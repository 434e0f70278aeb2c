#include "timeline/scenelegend.h"

namespace Treatybook {

Legend legendOf(const Scene &scene, const Colouring &colouring, bool arrows)
{
    LegendContent content;
    content.colouring = colouring.isByStatus() ? nullptr : &colouring;
    content.relations = arrows;
    for (const SceneGroup &group : scene.groups()) {
        if (group.density) {
            content.density = content.density || !group.density->bars.isEmpty();
            content.certainCurve = content.certainCurve || !group.density->certain.isEmpty();
            content.possibleCurve = content.possibleCurve || !group.density->possible.isEmpty();
        }
        content.heat = content.heat || group.heat;
        content.badges = content.badges || !group.badges.isEmpty();
    }
    for (const SceneRow &row : scene.rows())
        content.severalGroups = content.severalGroups || !row.elsewhereRect.isNull();
    return Legend(scene.rows(), scene.frame(), content);
}

} // namespace Treatybook
