#pragma once

#include "app/startguard.h"
#include "ui/mainwindow/mainwindow.h"
#include "ui/mainwindow/settings.h"
#include "ui/widgets/dialogs.h"

#include <QString>

#include <memory>

namespace Treatybook {

/// The composition root: binds the window to storage, the sample, the clock and the person's settings, and owns them all.
/// Needs a QApplication.
class Application
{
public:
    /// `dialogs` answers what has to be asked; the desktop's own unless a test has its script.
    /// `resetUi` forgets the remembered layout and appearance first.
    explicit Application(std::unique_ptr<Dialogs> dialogs = std::make_unique<NativeDialogs>(), bool resetUi = false);
    ~Application();

    /// Shows the window, on that book or on the welcome page.
    void start(const QString &file);
    MainWindow &window() { return *m_window; }

private:
    StartGuard m_guard;
    std::shared_ptr<Settings> m_settings;
    std::unique_ptr<Dialogs> m_dialogs;
    std::unique_ptr<MainWindow> m_window;
};

} // namespace Treatybook
