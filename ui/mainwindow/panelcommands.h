#pragma once

#include "ui/panels/bottompanel.h"

#include <QObject>
#include <QPointer>

namespace Treatybook {

class Actions;
class BookView;
class Settings;

/// Shows and hides the panel below the table, and remembers which page of it was seen.
class PanelCommands : public QObject
{
    Q_OBJECT

public:
    PanelCommands(Actions &actions, Settings &settings, QObject *parent);

    /// Null when no book is open.
    void setBook(BookView *book);

private:
    void toggle(BottomPanel::Page page);
    void close();
    void keep();

    Actions &m_actions;
    Settings &m_settings;
    QPointer<BookView> m_book;
};

} // namespace Treatybook
