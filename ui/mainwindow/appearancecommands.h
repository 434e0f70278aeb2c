#pragma once

#include "ui/widgets/theme.h"

#include <QObject>

namespace Treatybook {

class Actions;
class Settings;

/// Light or dark, as the desktop is or as somebody chose; remembered.
class AppearanceCommands : public QObject
{
    Q_OBJECT

public:
    /// Applies what is remembered.
    AppearanceCommands(Actions &actions, Settings &settings, QObject *parent);

    static Appearance remembered(const Settings &settings);

private:
    void choose(Appearance appearance);

    Actions &m_actions;
    Settings &m_settings;
};

} // namespace Treatybook
