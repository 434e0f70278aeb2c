#pragma once

#include "session/columns.h"

#include <QList>

namespace Treatybook {

/// One row of a list is taken out, moved or put in; rows as they stand just before and after this step.
struct RowStep {
    enum class Type : quint8 { Remove, Move, Insert };

    Type type{};
    int from = -1; ///< of Remove and Move
    int to = -1;   ///< of Move and Insert
    Slot slot = 0;
    bool operator==(const RowStep &) const = default;
};

/// The steps that turn `before` into `after`, one after the other. All but the slots in `touched` stand in both, and in
/// the same order.
QList<RowStep> rowSteps(QList<Slot> before, const QList<Slot> &after, const QList<Slot> &touched);

} // namespace Treatybook
