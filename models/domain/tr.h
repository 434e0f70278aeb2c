#pragma once

#include <QCoreApplication>

namespace Treatybook {

/// The words of the program outside of classes with a tr() of their own: all in one context. Within other classes it is
/// called Treatybook::tr(), or lupdate would file them under that class.
inline QString tr(const char *text, const char *comment = nullptr, int n = -1)
{
    return QCoreApplication::translate("Treatybook", text, comment, n);
}

} // namespace Treatybook
