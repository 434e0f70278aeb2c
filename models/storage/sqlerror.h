#pragma once

#include "domain/result.h"

namespace Treatybook {

/// What a result code of SQLite means for people. `code` is extended or plain; `systemErrno` (0: none) tells a full
/// quota apart from other failures; `detail` goes into the error as it is.
Error sqlError(int code, int systemErrno, const QString &detail);

} // namespace Treatybook
