#include "ui/mainwindow/appearancecommands.h"

#include "ui/mainwindow/actions.h"
#include "ui/mainwindow/settings.h"

#include <QAction>

namespace Treatybook {

using namespace Qt::StringLiterals;

static const QStringList AppearanceKey{u"appearance"_s};

static Command commandOf(Appearance appearance)
{
    switch (appearance) {
    case Appearance::Light:
        return Command::AppearanceLight;
    case Appearance::Dark:
        return Command::AppearanceDark;
    case Appearance::System:
        break;
    }
    return Command::AppearanceSystem;
}

AppearanceCommands::AppearanceCommands(Actions &actions, Settings &settings, QObject *parent)
    : QObject(parent), m_actions(actions), m_settings(settings)
{
    for (const Appearance appearance : {Appearance::System, Appearance::Light, Appearance::Dark})
        connect(actions[commandOf(appearance)], &QAction::triggered, this, [this, appearance] { choose(appearance); });
    choose(remembered(settings));
}

Appearance AppearanceCommands::remembered(const Settings &settings)
{
    return appearanceOfKey(settings.value(AppearanceKey).toString());
}

void AppearanceCommands::choose(Appearance appearance)
{
    applyAppearance(appearance);
    m_actions[commandOf(appearance)]->setChecked(true);
    m_settings.set(AppearanceKey, appearanceKey(appearance));
}

} // namespace Treatybook
