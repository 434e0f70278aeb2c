#include "itemmodels/rowsteps.h"

#include <algorithm>

namespace Treatybook {

QList<RowStep> rowSteps(QList<Slot> before, const QList<Slot> &after, const QList<Slot> &touched)
{
    QList<RowStep> steps;
    QList<std::pair<int, Slot>> targets; // rows in `after`
    for (const Slot slot : touched) {
        const auto target = static_cast<int>(after.indexOf(slot));
        if (target >= 0) {
            targets.append({target, slot});
        } else if (const auto row = static_cast<int>(before.indexOf(slot)); row >= 0) {
            steps.append({RowStep::Type::Remove, row, -1, slot});
            before.removeAt(row);
        }
    }
    // From the top: each comes to stand right after the one that is to precede it, which is in its place by then.
    std::sort(targets.begin(), targets.end());
    for (const auto &[target, slot] : targets) {
        const auto row = static_cast<int>(before.indexOf(slot));
        if (row >= 0)
            before.removeAt(row);
        const int to = target == 0 ? 0 : static_cast<int>(before.indexOf(after.at(target - 1))) + 1;
        before.insert(to, slot);
        if (row < 0)
            steps.append({RowStep::Type::Insert, -1, to, slot});
        else if (row != to)
            steps.append({RowStep::Type::Move, row, to, slot});
    }
    return steps;
}

} // namespace Treatybook
