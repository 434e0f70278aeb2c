#include "ui/mainwindow/maintoolbar.h"

#include "ui/find/asofbox.h"
#include "ui/find/searchbox.h"
#include "ui/mainwindow/actions.h"

#include <QAction>
#include <QLabel>
#include <QMenu>
#include <QToolButton>

namespace Treatybook {

using namespace Qt::StringLiterals;

MainToolBar::MainToolBar(const Actions &actions, const std::function<Day()> &today, QWidget *parent)
    : QToolBar(tr("Main"), parent)
    , m_search(new SearchBox(this))
    , m_asOf(new AsOfBox(today, locale(), this))
    , m_export(new QToolButton(this))
{
    setObjectName(u"toolbar"_s);
    setMovable(false);
    setIconSize(QSize(16, 16));
    for (QAction *action : actions.of({Command::NewRecord, Command::Undo, Command::Redo}))
        addButton(action);
    m_search->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    addWidget(m_search);
    auto *label = new QLabel(this); // PlainLabel draws no mnemonic
    label->setTextFormat(Qt::PlainText);
    label->setText(tr("&As of"));
    label->setForegroundRole(QPalette::PlaceholderText);
    label->setContentsMargins(6, 0, 0, 0);
    label->setBuddy(m_asOf);
    addWidget(label);
    m_asOf->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    addWidget(m_asOf);

    m_export->setObjectName(u"toolbar.export"_s);
    m_export->setText(tr("Export"));
    m_export->setToolTip(tr("Write what is shown to a file"));
    m_export->setProperty("primary", true);
    m_export->setPopupMode(QToolButton::InstantPopup);
    m_export->setToolButtonStyle(Qt::ToolButtonTextOnly);
    m_export->setFocusPolicy(Qt::TabFocus);
    auto *menu = new QMenu(m_export);
    menu->addActions(actions.of({Command::ExportCsv, Command::ExportPdf, Command::ExportPng}));
    m_export->setMenu(menu);
    addWidget(m_export);
}

void MainToolBar::setBookOpen(bool readable, bool whole)
{
    m_search->setEnabled(readable);
    m_asOf->setEnabled(readable);
    m_export->setEnabled(whole);
}

void MainToolBar::addButton(QAction *action)
{
    auto *button = new QToolButton(this);
    button->setObjectName(u"toolbar.%1"_s.arg(action->objectName().section(u'.', 1)));
    button->setDefaultAction(action);
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    button->setFocusPolicy(Qt::TabFocus);
    addWidget(button);
    button->setAutoRaise(false); // a toolbar makes it flat
}

} // namespace Treatybook
