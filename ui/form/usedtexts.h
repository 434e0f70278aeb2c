#pragma once

#include "session/agreementstore.h"

#include <QStringList>

namespace Treatybook {

/// The texts that a list field has anywhere in the book, each once, in the order of the alphabet.
QStringList usedTexts(const AgreementStore &store, Field field);

} // namespace Treatybook
