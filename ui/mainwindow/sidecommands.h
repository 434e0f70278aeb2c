#pragma once

#include "domain/result.h"

#include <QObject>
#include <QPointer>

namespace Treatybook {

class Actions;
class BookView;

/// Whose view the statuses of the open book take: asked, kept in the book through the verb, and followed. In a
/// read-only book the choice lasts as long as the window.
class SideCommands : public QObject
{
    Q_OBJECT

public:
    SideCommands(Actions &actions, QObject *parent);

    /// Null when no book is open.
    void setBook(BookView *book);

Q_SIGNALS:
    void failed(const Treatybook::Error &error);

private:
    void ask();
    void choose(const QString &who);
    void follow();

    QPointer<BookView> m_book;
};

} // namespace Treatybook
