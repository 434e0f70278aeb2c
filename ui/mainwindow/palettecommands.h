#pragma once

#include "ui/find/commandpalette.h"

#include <QObject>
#include <QPointer>

namespace Treatybook {

class Actions;
class BookView;

/// Opens the palette of commands and, of the open book, records.
class PaletteCommands : public QObject
{
    Q_OBJECT

public:
    PaletteCommands(Actions &actions, QWidget &window);

    /// Null when no book is open.
    void setBook(BookView *book) { m_book = book; }

private:
    QList<PaletteEntry> entries(const QString &typed) const;
    QList<PaletteEntry> records(const QString &typed) const;
    void show(const QUuid &record) const;

    Actions &m_actions;
    QPointer<BookView> m_book;
    CommandPalette *m_palette = nullptr; ///< made when first opened; a child of the window
};

} // namespace Treatybook
