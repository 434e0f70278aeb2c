#include "ui/widgets/panefocus.h"

#include <QApplication>
#include <QWidget>

namespace Treatybook {

/// Of the widget itself, else of the first in it that the Tab key reaches.
static QWidget *focusPlace(QWidget *pane)
{
    QWidget *widget = pane;
    do {
        if (widget->isVisible() && widget->isEnabled() && widget->focusPolicy() & Qt::TabFocus)
            return widget;
        widget = widget->nextInFocusChain();
    } while (widget != pane && pane->isAncestorOf(widget));
    for (QWidget *child : pane->findChildren<QWidget *>()) {
        if (child->isVisible() && child->isEnabled() && child->focusPolicy() & Qt::TabFocus)
            return child;
    }
    return nullptr;
}

void focusNextPane(const QList<QWidget *> &panes, bool forward)
{
    const QWidget *focused = QApplication::focusWidget();
    qsizetype place = forward ? -1 : 0;
    for (qsizetype i = 0; i < panes.size(); ++i) {
        if (focused && (panes.at(i) == focused || panes.at(i)->isAncestorOf(focused)))
            place = i;
    }
    for (qsizetype step = 1; step <= panes.size(); ++step) {
        QWidget *pane = panes.at((place + (forward ? step : panes.size() - step)) % panes.size());
        QWidget *target = pane->isVisible() ? focusPlace(pane) : nullptr;
        if (target) {
            target->setFocus(forward ? Qt::TabFocusReason : Qt::BacktabFocusReason);
            return;
        }
    }
}

} // namespace Treatybook
