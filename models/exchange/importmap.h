#pragma once

#include "domain/datereader.h"
#include "domain/result.h"

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QString>

#include <optional>

namespace Treatybook {

/// What is to be done with the columns of a foreign file, as people write it in a JSON file:
///
///   {
///     "columns": {
///       "Title": "title",                               the header, and the key it goes to (importtarget.h)
///       "Parties": {"key": "participants", "list_separator": ","},
///       "Signed": {"key": "date", "date_order": "mdy"},
///       "Type": {"key": "nature", "values": {"T": "treaty", "M": "non-binding"}},
///       "Row no.": null                                 left out, and said so
///     },
///     "fixed": {"handling": "internal", "title": "{Type} with {Parties}"},
///     "date_order": "dmy",                              dmy, mdy or ymd; without it ambiguous dates are flagged
///     "list_separator": ";",
///     "match": "reference",
///     "raw": true                                       false: an apostrophe guards formulas in the cells
///   }
///
/// Every part is optional. Without "columns" headers find their fields by themselves; with it the columns that it does
/// not name become fields of the book's own. A fixed value goes into every row that goes in; {Header} in it stands for
/// the cell of that column, "{{" for "{". "match" is a key of the map by which rows find the records that are in the
/// book already: then only what the row gives is changed. Nameless headers are "column 3" (by place, from 1), repeated
/// ones "Name (2)". A value.
struct ImportMap {
    struct Column {
        QString key; ///< empty: left out
        std::optional<DateOrder> dateOrder;
        QString listSeparator; ///< empty: that of the map
        QHash<QString, QString> values;
        bool operator==(const Column &) const = default;
    };
    struct Fixed {
        QString key, value;
        bool operator==(const Fixed &) const = default;
    };

    std::optional<QHash<QString, Column>> columns; ///< by header
    QList<Fixed> fixed;
    std::optional<DateOrder> dateOrder;
    QString listSeparator; ///< empty: ";"
    QString match;         ///< empty: every row is a record of its own
    std::optional<bool> raw;

    /// Invalid: no JSON, an unknown word (the nearest known one is named), a value of the wrong kind.
    static Result<ImportMap> fromJson(const QByteArray &json);
    QByteArray toJson() const;

    bool operator==(const ImportMap &) const = default;
};

/// dmy, mdy, ymd.
std::optional<DateOrder> dateOrderOf(QStringView word);
QString dateOrderWord(DateOrder order);

} // namespace Treatybook
