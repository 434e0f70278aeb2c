#include "ui/mainwindow/asofcommands.h"

#include "session/statuschanges.h"
#include "ui/find/asofbox.h"
#include "ui/mainwindow/actions.h"
#include "ui/mainwindow/bookview.h"

#include <QAction>

namespace Treatybook {

AsOfCommands::AsOfCommands(Actions &actions, AsOfBox &asOf, QObject *parent) : QObject(parent), m_asOf(asOf)
{
    connect(actions[Command::AsOf], &QAction::triggered, this, [this] { m_asOf.startEditing(); });
    connect(actions[Command::AsOfPrevious], &QAction::triggered, this, [this] { step(false); });
    connect(actions[Command::AsOfNext], &QAction::triggered, this, [this] { step(true); });
}

void AsOfCommands::setBook(BookView *book)
{
    m_book = book;
}

void AsOfCommands::step(bool forward)
{
    const AgreementTableModel &records = m_book->model();
    const auto next = forward ? nextStatusChange : previousStatusChange;
    if (const auto day = next(records.store(), records.visibleSlots(), records.asOf()))
        m_asOf.choose(*day);
    else
        Q_EMIT told(forward ? tr("No status that is shown changes after this day.")
                            : tr("No status that is shown changed before this day."));
}

} // namespace Treatybook
