#pragma once

#include <QObject>

namespace Treatybook {

class BookView;
class Dialogs;

/// Asks for a CSV file, and shows what it would bring into the open book.
class Importer : public QObject
{
    Q_OBJECT

public:
    explicit Importer(Dialogs &dialogs, QObject *parent = nullptr);

    /// Empty if the person gave up.
    QString askFile(QWidget *parent, const QString &folder);
    /// The book has been read. The dialog goes with it.
    void importInto(BookView &book, const QString &path);

Q_SIGNALS:
    void imported(const QString &what);

private:
    Dialogs &m_dialogs;
};

} // namespace Treatybook
