#include "ui/mainwindow/sidecommands.h"

#include "domain/whendone.h"
#include "ui/find/sidedialog.h"
#include "ui/mainwindow/actions.h"
#include "ui/mainwindow/bookview.h"

#include <QAction>

namespace Treatybook {

SideCommands::SideCommands(Actions &actions, QObject *parent) : QObject(parent)
{
    connect(actions[Command::OurSide], &QAction::triggered, this, &SideCommands::ask);
}

void SideCommands::setBook(BookView *book)
{
    m_book = book;
    if (!book)
        return;
    connect(&book->session(), &Session::changed, this, [this](const StoreChange &change) {
        if (change.settings)
            follow();
    });
    follow();
}

void SideCommands::ask()
{
    auto *dialog = new SideDialog(m_book->session().store(), m_book->model().locale(), m_book);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &SideDialog::sideChosen, this, &SideCommands::choose);
    dialog->open();
}

void SideCommands::choose(const QString &who)
{
    Session &session = m_book->session();
    const OurSide side(who);
    if (session.capabilities().readOnly)
        return session.setSide(side);
    const QString before = session.store().setting(OurSideSetting);
    if (before == who)
        return;
    ChangeSet set(side.isNone() ? tr("Statuses in nobody’s view")
                                : tr("Statuses in the view of %1").arg(side.label(languageOf(m_book->locale()))));
    set.changes.append(Change::setting({OurSideSetting, before, side.isNone() ? QString() : who}));
    whenDone(session.execute(set), this, [this](const Result<Receipt> &result) {
        if (!result)
            Q_EMIT failed(result.error());
    });
}

void SideCommands::follow()
{
    Session &session = m_book->session();
    session.setSide(OurSide(session.store().setting(OurSideSetting)));
}

} // namespace Treatybook
