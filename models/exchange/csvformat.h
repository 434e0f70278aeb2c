#pragma once

#include "domain/result.h"
#include "exchange/textdecoder.h"

#include <QIODevice>
#include <QStringList>

#include <optional>

namespace Treatybook {

/// How the rows of a CSV file are written: what TextDecoder and CsvReader need to know.
struct CsvFormat {
    TextEncoding encoding = TextEncoding::Utf8;
    int markSize = 0;           ///< bytes of the byte order mark
    char delimiter = ',';       ///< one of , ; tab | or what the caller asked for
    bool delimiterLine = false; ///< the file begins with a line such as "sep=;", which is no row
    QStringList notes;          ///< what was assumed and is to be told, a sentence each
};

/// The delimiter in words: "comma".
QString delimiterName(char delimiter);

/// Looks at the whole file once (encoding) and at its beginning (delimiter), then goes back to its start. Byte order
/// marks tell UTF-8 and UTF-16; a file without one is UTF-8, or Windows-1252 if it cannot be UTF-8, which a note says.
/// A file that is UTF-8 but for a few bytes is damaged UTF-8: the reader refuses it where they stand. UTF-16 and UTF-32
/// that would have to be guessed are refused. The delimiter is the given one, that of a line "sep=;", or the one of , ;
/// tab | with which the first rows have the same number of columns.
/// Errors: Invalid (no text), Empty, Lost (the file cannot be read). The device must be open and not sequential.
Result<CsvFormat> detectCsvFormat(QIODevice &device, std::optional<char> delimiter = {});

} // namespace Treatybook
