#pragma once

#include <QList>

QT_FORWARD_DECLARE_CLASS(QWidget)

namespace Treatybook {

/// Puts the focus on the part after (or before) the one that has it, or on what can take it within; hidden parts are
/// passed over.
void focusNextPane(const QList<QWidget *> &panes, bool forward);

} // namespace Treatybook
