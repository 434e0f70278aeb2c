#include "ui/mainwindow/welcome.h"

#include "ui/mainwindow/actions.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/plainlabel.h"

#include <QAction>
#include <QFileInfo>
#include <QPushButton>
#include <QVBoxLayout>

namespace Treatybook {

using namespace Qt::StringLiterals;

Welcome::Welcome(const Actions &actions, QWidget *parent) : QWidget(parent), m_recent(new QVBoxLayout)
{
    setObjectName(u"welcome"_s);
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    auto *title = new PlainLabel(u"Treatybook"_s, this);
    QFont large = font();
    large.setPointSizeF(large.pointSizeF() * 2);
    large.setWeight(QFont::DemiBold);
    title->setFont(large);
    auto *words = new PlainLabel(
        tr("Treaties and agreements: what is in force, on which day, for whom, and what comes next."), this);
    words->setWordWrap(true);
    words->setRole(QPalette::PlaceholderText);

    auto *column = new QVBoxLayout;
    column->setSpacing(8);
    column->addStretch(2);
    column->addWidget(title);
    column->addWidget(words);
    column->addSpacing(16);
    for (const Command command : {Command::OpenSample, Command::OpenBook, Command::NewBook}) {
        QAction *action = actions[command];
        auto *button = new QPushButton(action->icon(), QString(action->text()).remove(u'&'), this);
        button->setObjectName(u"welcome.%1"_s.arg(action->objectName().section(u'.', 1)));
        button->setToolTip(action->toolTip());
        button->setProperty("primary", command == Command::OpenSample);
        if (command == Command::OpenSample)
            button->setIcon({});
        connect(button, &QPushButton::clicked, action, &QAction::trigger);
        column->addWidget(button);
    }
    column->addSpacing(16);
    column->addLayout(m_recent);
    column->addStretch(3);
    auto *row = new QHBoxLayout(this);
    row->addStretch();
    row->addLayout(column);
    row->addStretch();
    words->setFixedWidth(420);
}

void Welcome::setRecent(const QStringList &paths)
{
    while (QLayoutItem *item = m_recent->takeAt(0)) {
        item->widget()->deleteLater();
        delete item;
    }
    if (paths.isEmpty())
        return;
    auto *title = new PlainLabel(tr("Opened before"), this);
    title->setRole(QPalette::PlaceholderText);
    m_recent->addWidget(title);
    for (const QString &path : paths.first(qMin(paths.size(), 5))) {
        auto *button = new QPushButton(icon(Icon::Book), QFileInfo(path).fileName().replace(u'&', "&&"_L1), this);
        button->setToolTip(plainToolTip(path));
        connect(button, &QPushButton::clicked, this, [this, path] { Q_EMIT bookRequested(path); });
        m_recent->addWidget(button);
    }
}

} // namespace Treatybook
