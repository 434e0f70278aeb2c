#pragma once

#include "ui/mainwindow/mainwindow.h"
#include "ui/widgets/dialogs.h"

#include <QString>

#include <memory>

namespace Treatybook {

/// The composition root: binds the window to storage, the sample and the clock, and owns them all. Needs a QApplication.
class Application
{
public:
    /// `dialogs` answers what has to be asked; the desktop's own unless a test has its script.
    explicit Application(std::unique_ptr<Dialogs> dialogs = std::make_unique<NativeDialogs>());
    ~Application();

    /// Shows the window, on that book or on the welcome page.
    void start(const QString &file);
    MainWindow &window() { return *m_window; }

private:
    std::unique_ptr<Dialogs> m_dialogs;
    std::unique_ptr<MainWindow> m_window;
};

} // namespace Treatybook
