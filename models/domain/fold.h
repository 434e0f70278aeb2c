#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QStringView>

namespace Treatybook {

// The one fold function: texts that people take for the same become the same bytes, in records and in queries alike.
// Letters are decomposed (NFKD, so that ligatures copied from PDF count as letters), marks stripped, đ is d, case does
// not matter; whatever is neither letter nor digit parts words, and one blank stands for it. Ideographs and other
// letters written without blanks are words of their own. British and American spelling are made equal, and so are "Viet
// Nam" and "Vietnam", "co-operation" and "cooperation". Folding a half-typed word gives the start of the folded word.

/// Words in UTF-8, one blank between them, none around.
QByteArray fold(QStringView text);
/// Appends the folded words of UTF-8, with a blank before each; nothing if there are none.
void appendFolded(QByteArray &out, QByteArrayView utf8);

} // namespace Treatybook
