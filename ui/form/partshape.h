#pragma once

#include "domain/field.h"

#include <QList>

namespace Treatybook {

/// How the items of a part lie in the narrow table of the form.
struct PartShape {
    struct Column {
        int column;    ///< of the part
        int width;     ///< in letters; 0 takes what is left
        bool optional; ///< only where there is room, and some item has it
    };

    QList<Column> columns; ///< from left to right
    int main = 0;          ///< the column of the part that a new item begins with
    /// Columns that are told, dim, behind the text of `teller` while they have no column of their own.
    QList<int> told;
    int teller = 0; ///< the column that takes what is left
};

PartShape partShape(const FieldInfo &part);

} // namespace Treatybook
