#pragma once

#include <string_view>

namespace Treatybook {

/// UTF-8, a State a line: code, then English, Vietnamese and Spanish names, parted by tabs; several names by "|", the
/// one to show first. Made by countrytable when the program is built.
extern const std::string_view countryData;

} // namespace Treatybook
