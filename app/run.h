#pragma once

namespace Treatybook {

/// The program: looks at the verb first, since text verbs run without a display and PDF and PNG on the offscreen platform
/// whatever the display. Exit status: 0 done, 1 refused or failed (one line on standard error), 2 wrong usage.
int run(int argc, char *argv[]);

} // namespace Treatybook
