#pragma once

#include <QObject>

QT_FORWARD_DECLARE_CLASS(QMenu)
QT_FORWARD_DECLARE_CLASS(QMainWindow)

namespace Treatybook {

class RecentMenu;
class Settings;
class Welcome;

/// The books that the window offers to open: those of before, on the welcome page and in the menu, and what is dropped
/// onto it.
class BookOffers : public QObject
{
    Q_OBJECT

public:
    BookOffers(QMainWindow &window, Welcome &welcome, Settings &settings);

    QMenu *menu() const;
    /// It is offered first from now on.
    void add(const QString &path);

Q_SIGNALS:
    void bookRequested(const QString &path);

private:
    void forget(const QString &path);
    void show();

    Welcome &m_welcome;
    Settings &m_settings;
    RecentMenu *m_menu;
};

} // namespace Treatybook
