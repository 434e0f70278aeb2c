#include "ui/mainwindow/palettecommands.h"

#include "session/recordsearch.h"
#include "ui/mainwindow/actions.h"
#include "ui/mainwindow/bookview.h"
#include "ui/table/agreementtable.h"
#include "ui/timeline/timelineview.h"

#include <QAction>

namespace Treatybook {

using namespace Qt::StringLiterals;

constexpr qsizetype MostRecords = 50;

PaletteCommands::PaletteCommands(Actions &actions, QWidget &window) : QObject(&window), m_actions(actions)
{
    connect(actions[Command::Palette], &QAction::triggered, this, [this, &window] {
        if (!m_palette)
            m_palette = new CommandPalette([this](const QString &typed) { return entries(typed); }, &window);
        m_palette->open();
    });
}

QList<PaletteEntry> PaletteCommands::entries(const QString &typed) const
{
    QList<QAction *> actions = m_actions.all();
    actions.removeOne(m_actions[Command::Palette]); // it is open
    if (m_book)
        actions += m_book->timeline().actions();
    return commandsNamed(actions, typed) +
           (m_book && !typed.trimmed().isEmpty() ? records(typed) : QList<PaletteEntry>());
}

QList<PaletteEntry> PaletteCommands::records(const QString &typed) const
{
    QList<PaletteEntry> entries;
    const AgreementTableModel &model = m_book->model();
    for (const Slot slot : recordsNamed(model.store(), typed.trimmed(), MostRecords).mid(0, MostRecords)) {
        const Agreement &record = model.store().record(slot);
        QString note = model.text(slot, Field::Date);
        if (model.rowOf(slot) < 0)
            note = tr("%1 · hidden by the filter", "date").arg(note);
        entries.append({record->title.toString(), note, [this, id = record.id()] { show(id); }});
    }
    return entries;
}

void PaletteCommands::show(const QUuid &record) const
{
    const auto slot = m_book->session().store().slotOf(record);
    if (!slot)
        return;
    if (m_book->model().rowOf(*slot) < 0)
        m_book->model().setFilter({});
    m_book->session().selection().select(*slot);
    m_book->table().setFocus(Qt::OtherFocusReason);
}

} // namespace Treatybook
