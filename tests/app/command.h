#pragma once

#include <QAction>
#include <QTest>

namespace Treatybook::Test {

/// Triggers a command of the window. While the step before is still ending the next one is disabled, and to trigger it
/// would do nothing: it is waited for.
inline void trigger(const QObject &window, const QString &command)
{
    auto *action = window.findChild<QAction *>(QStringLiteral("action.") + command);
    if (!action)
        qFatal("there is no %s", qPrintable(command));
    QTRY_VERIFY2(action->isEnabled(), qPrintable(command));
    action->trigger();
}

} // namespace Treatybook::Test
