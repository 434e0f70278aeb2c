#pragma once

#include <QChar>

namespace Treatybook {

/// Of 0 to 9; QChar::isDigit() takes those of every script.
inline bool isDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}

} // namespace Treatybook
