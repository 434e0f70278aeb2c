#include "ui/timeline/timelinemodes.h"

#include "ui/timeline/legendpopup.h"
#include "ui/timeline/timelineview.h"
#include "ui/widgets/choicebox.h"
#include "ui/widgets/plainlabel.h"

#include <QAction>
#include <QActionGroup>
#include <QCoreApplication>
#include <QHBoxLayout>
#include <QMenu>
#include <QToolButton>

namespace Treatybook {

using namespace Qt::StringLiterals;

namespace {

constexpr int LeastBox = 84; ///< pixels of a box in a narrow window

QString labelOf(const GroupByInfo &info)
{
    return QCoreApplication::translate("Treatybook", info.label);
}

} // namespace

QString TimelineModes::tipOf(Encoding encoding)
{
    switch (encoding) {
    case Encoding::Rows:
        return tr("One record below the other, as in the table");
    case Encoding::Lanes:
        return tr("In groups, side by side where days allow");
    case Encoding::Density:
        return tr("How many began, and how many were in force, over time");
    case Encoding::Auto:
        break;
    }
    return tr("Rows while all fit, else lanes, and counts where a record has too little room");
}

TimelineModes::TimelineModes(TimelineView &view)
    : QObject(&view)
    , m_view(view)
    , m_encodings(new QActionGroup(this))
    , m_groupings(new QActionGroup(this))
    , m_colourings(new QActionGroup(this))
{
    addEncodings();
    addGroupings();
    addColourings();
    addGroupCommands();
    addSigns();
    connect(&view, &TimelineView::choicesChanged, this, &TimelineModes::follow);
    connect(&view, &TimelineView::menuRequested, this, &TimelineModes::showMenu);
    follow();
}

template <class Change>
void TimelineModes::change(Change change)
{
    TimelineChoices choices = m_view.choices();
    change(choices);
    m_view.setChoices(choices);
}

QAction *TimelineModes::addCommand(const QString &name, const QString &text, const QString &tip,
                                   const QKeySequence &keys)
{
    auto *action = new QAction(text, this);
    action->setObjectName(name);
    action->setToolTip(tip);
    action->setShortcut(keys);
    action->setShortcutContext(Qt::WidgetShortcut);
    m_view.addAction(action);
    m_commands.append(action);
    return action;
}

void TimelineModes::addEncodings()
{
    auto *menu = new QMenu(tr("Show &as"), &m_view);
    for (const EncodingInfo &info : encodingTable()) {
        QAction *action = addCommand(u"timeline."_s + QLatin1StringView(info.key),
                                     QCoreApplication::translate("Treatybook", info.label), tipOf(info.encoding));
        action->setCheckable(true);
        action->setData(int(info.encoding));
        m_encodings->addAction(action);
        menu->addAction(action);
        connect(action, &QAction::triggered, this, [this, encoding = info.encoding] {
            change([&](TimelineChoices &choices) { choices.encoding = encoding; });
        });
    }
    m_menus.append(menu);
}

void TimelineModes::addGroupings()
{
    auto *menu = new QMenu(tr("&Group by"), &m_view);
    for (const GroupByInfo &info : groupByTable()) {
        QAction *action = addCommand(u"timeline.groupBy."_s + QLatin1StringView(info.key), labelOf(info),
                                     tr("Group the timeline by: %1").arg(labelOf(info)));
        action->setCheckable(true);
        action->setData(int(info.by));
        m_groupings->addAction(action);
        menu->addAction(action);
        connect(action, &QAction::triggered, this, [this, by = info.by] {
            change([&](TimelineChoices &choices) {
                choices.groupBy = by;
                choices.collapsed.clear(); // they are keys of other groups
                choices.hidden.clear();
                if (choices.encoding == Encoding::Rows)
                    choices.encoding = Encoding::Lanes; // rows have no groups
            });
        });
    }
    m_menus.append(menu);
}

void TimelineModes::addColourings()
{
    auto *menu = new QMenu(tr("&Colour by"), &m_view);
    for (const ColourByInfo &info : colourByTable) {
        const QString label = QCoreApplication::translate("Treatybook", info.label);
        QAction *action =
            addCommand(u"timeline.colourBy."_s + QLatin1StringView(info.key.data(), qsizetype(info.key.size())), label,
                       tr("Colour the timeline by: %1").arg(label));
        action->setCheckable(true);
        action->setData(int(info.value));
        m_colourings->addAction(action);
        menu->addAction(action);
        connect(action, &QAction::triggered, this,
                [this, by = info.value] { change([&](TimelineChoices &choices) { choices.colourBy = by; }); });
    }
    m_menus.append(menu);
}

void TimelineModes::addSigns()
{
    QAction *relations = addCommand(u"timeline.allRelations"_s, tr("Show all relations"),
                                    tr("Arrows of all records in view, not of the current one alone"), Qt::Key_R);
    relations->setCheckable(true);
    connect(relations, &QAction::toggled, &m_view, &TimelineView::showAllRelations);
    QAction *legend =
        addCommand(u"timeline.legend"_s, tr("Legend"), tr("What the signs of the timeline mean"), Qt::Key_L);
    connect(legend, &QAction::triggered, this, [this] {
        const QWidget *area = m_view.viewport();
        LegendPopup::open(m_view, QRect(area->mapToGlobal(area->rect().topRight()), QSize(1, 1)), &m_view);
    });
    m_signCommands = {relations, legend};
}

void TimelineModes::addGroupCommands()
{
    QAction *toggle = addCommand(u"timeline.toggleGroup"_s, tr("Collapse or expand the group"),
                                 tr("Show the group of the current record as one line, or whole again"), Qt::Key_C);
    connect(toggle, &QAction::triggered, this, [this] {
        if (const auto group = m_asked ? m_asked : m_view.currentGroup())
            m_view.toggleGroup(*group);
    });
    QAction *hide = addCommand(u"timeline.hideGroup"_s, tr("Hide the group"),
                               tr("Leave the group of the current record out of the timeline"), Qt::Key_H);
    connect(hide, &QAction::triggered, this, [this] {
        if (const auto group = m_asked ? m_asked : m_view.currentGroup())
            m_view.hideGroup(*group);
    });
    QAction *collapse = addCommand(u"timeline.collapseAll"_s, tr("Collapse all groups"), tr("One line for each group"),
                                   Qt::SHIFT | Qt::Key_C);
    connect(collapse, &QAction::triggered, this, [this] {
        change([&](TimelineChoices &choices) {
            for (const TimelineGroup &group : m_view.grouping().groups)
                choices.collapsed.insert(group.key);
        });
    });
    QAction *expand =
        addCommand(u"timeline.expandAll"_s, tr("Expand all groups"), tr("Show all lines of all groups"), Qt::Key_E);
    connect(expand, &QAction::triggered, this,
            [this] { change([](TimelineChoices &choices) { choices.collapsed.clear(); }); });
    QAction *show = addCommand(u"timeline.showGroups"_s, tr("Show hidden groups"),
                               tr("Bring back the groups that were left out"), Qt::SHIFT | Qt::Key_H);
    connect(show, &QAction::triggered, this,
            [this] { change([](TimelineChoices &choices) { choices.hidden.clear(); }); });
    m_groupCommands = {toggle, hide, collapse, expand, show};
}

void TimelineModes::follow()
{
    const TimelineChoices &choices = m_view.choices();
    const bool isInGroups = choices.encoding != Encoding::Rows;
    for (QAction *action : std::as_const(m_groupCommands))
        action->setEnabled(isInGroups);
    m_groupCommands.last()->setEnabled(isInGroups && !choices.hidden.isEmpty());
    for (QAction *action : m_encodings->actions())
        action->setChecked(action->data().toInt() == int(choices.encoding));
    for (QAction *action : m_groupings->actions())
        action->setChecked(action->data().toInt() == int(choices.groupBy));
    for (QAction *action : m_colourings->actions())
        action->setChecked(action->data().toInt() == int(choices.colourBy));
}

void TimelineModes::fill(QMenu &menu) const
{
    for (QMenu *choices : m_menus)
        menu.addMenu(choices);
    menu.addSeparator();
    menu.addActions(m_groupCommands);
    menu.addSeparator();
    menu.addActions(m_signCommands);
    menu.addSeparator();
    for (QAction *action : m_view.actions()) {
        if (!m_commands.contains(action) && action->objectName().startsWith("timeline."_L1))
            menu.addAction(action);
    }
}

void TimelineModes::showMenu(const QPoint &place, const std::optional<QString> &group)
{
    auto *menu = new QMenu(&m_view);
    menu->setObjectName(u"timeline.menu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    fill(*menu);
    m_asked = group;
    // The command that closes the menu runs first.
    connect(
        menu, &QMenu::aboutToHide, this, [this] { m_asked.reset(); }, Qt::QueuedConnection);
    menu->popup(place);
}

void TimelineModes::setRoom(int width)
{
    constexpr int forColours = 660, forWords = 780;
    if (m_colourChoice)
        m_colourChoice->setVisible(width >= forColours);
    for (QWidget *words : std::as_const(m_words))
        words->setVisible(width >= forWords);
}

/// A label and a box with the commands of a group.
QWidget *TimelineModes::makeChoice(QWidget *parent, const QString &name, const QString &label, QActionGroup *group)
{
    auto *choice = new QWidget(parent);
    auto *layout = new QHBoxLayout(choice);
    layout->setContentsMargins({});
    layout->setSpacing(6);
    auto *words = new PlainLabel(label, choice);
    QList<ChoiceBox::Choice> choices;
    for (const QAction *action : group->actions())
        choices.append({action->objectName(), action->text()});
    auto *box = new ChoiceBox(choices, choice);
    box->setObjectName(name);
    box->setAccessibleName(label);
    words->setBuddy(box);
    const auto show = [box, group] {
        if (const QAction *checked = group->checkedAction())
            box->setKey(checked->objectName());
    };
    for (QAction *action : group->actions())
        connect(action, &QAction::toggled, box, show);
    connect(box, &ChoiceBox::edited, this, [this, box] {
        for (QAction *action : std::as_const(m_commands)) {
            if (action->objectName() == box->key())
                action->trigger();
        }
    });
    show();
    words->hide(); // until there is room
    m_words.append(words);
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    box->setMinimumContentsLength(9);
    box->setMinimumWidth(LeastBox);
    layout->addWidget(words);
    layout->addWidget(box);
    return choice;
}

QWidget *TimelineModes::makeBar(QWidget *parent)
{
    auto *bar = new QWidget(parent);
    auto *layout = new QHBoxLayout(bar);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    for (QAction *action : m_encodings->actions()) {
        auto *button = new QToolButton(bar);
        button->setDefaultAction(action);
        button->setToolButtonStyle(Qt::ToolButtonTextOnly);
        layout->addWidget(button);
    }
    // Words and the second box go where the window is narrow, so they must not hold it open.
    bar->setMinimumWidth(layout->minimumSize().width() + 10 + LeastBox);
    layout->addSpacing(10);
    layout->addWidget(makeChoice(bar, u"timeline.groupBy"_s, tr("Group by"), m_groupings));
    layout->addSpacing(10);
    m_colourChoice = makeChoice(bar, u"timeline.colourBy"_s, tr("Colour"), m_colourings);
    m_colourChoice->hide();
    layout->addWidget(m_colourChoice);
    return bar;
}

} // namespace Treatybook
