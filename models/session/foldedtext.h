#pragma once

#include "domain/agreement.h"

#include <QByteArray>
#include <QList>

namespace Treatybook {

/// What a record is found by, in folded lines: all its texts, the years of its dates, the labels of its coded values in
/// every language, the names of its participants and of the States that their codes mean.
struct FoldedText {
    QByteArray own;
    /// What many records have in common: labels, names, places; kept once for all of them. Each is there once.
    QList<QByteArray> shared;
    bool operator==(const FoldedText &) const = default;
};

/// Pure; in any thread.
FoldedText foldedText(const Agreement &record);

} // namespace Treatybook
