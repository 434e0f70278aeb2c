#pragma once

namespace Treatybook {

/// The program's words in the language of the locale, for the application object that exists; English where there is no
/// other. Without it "%n record(s)" would stand as it is written.
void installTranslation();

} // namespace Treatybook
