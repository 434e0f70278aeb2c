#pragma once

#include "domain/daynumber.h"

#include <QToolBar>

#include <functional>

QT_FORWARD_DECLARE_CLASS(QToolButton)

namespace Treatybook {

class Actions;
class AsOfBox;
class SearchBox;

/// What is at hand: new record, undo, redo, search, as-of day, export.
class MainToolBar : public QToolBar
{
    Q_OBJECT

public:
    MainToolBar(const Actions &actions, const std::function<Day()> &today, QWidget *parent);

    SearchBox &search() const { return *m_search; }
    AsOfBox &asOf() const { return *m_asOf; }
    /// All but the commands, which switch themselves.
    /// Whether records can be looked at, and whether all of them are there to be written out.
    void setBookOpen(bool readable, bool whole);

private:
    void addButton(QAction *action);

    SearchBox *m_search;
    AsOfBox *m_asOf;
    QToolButton *m_export;
};

} // namespace Treatybook
