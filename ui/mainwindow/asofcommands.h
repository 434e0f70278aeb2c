#pragma once

#include <QObject>
#include <QPointer>

namespace Treatybook {

class Actions;
class AsOfBox;
class BookView;

/// The as-of day by command: typed, or on to the next day on which something that is shown changes.
class AsOfCommands : public QObject
{
    Q_OBJECT

public:
    AsOfCommands(Actions &actions, AsOfBox &asOf, QObject *parent);

    /// Null when no book is open.
    void setBook(BookView *book);

Q_SIGNALS:
    /// There is no such day; a sentence.
    void told(const QString &sentence);

private:
    void step(bool forward);

    AsOfBox &m_asOf;
    QPointer<BookView> m_book;
};

} // namespace Treatybook
