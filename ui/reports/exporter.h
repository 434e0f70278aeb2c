#pragma once

#include "exchange/report.h"

#include <QObject>

namespace Treatybook {

class BookView;
class Dialogs;

/// Asks where to, and writes what the window shows: its filter, order and as-of day.
class Exporter : public QObject
{
    Q_OBJECT

public:
    enum class Format { Csv, Pdf, Png };

    explicit Exporter(Dialogs &dialogs, QObject *parent = nullptr);

    void exportShown(Format format, const BookView &book);
    /// A list beside the book, its heading first, as CSV; `name` is what the file is called unless the person says else.
    void exportList(const QString &name, const QList<QStringList> &rows, const BookView &book);

Q_SIGNALS:
    void done(const QString &what);
    void failed(const Treatybook::Error &error);

private:
    void tell(const Result<void> &result, const QString &what, const QString &path);

    Dialogs &m_dialogs;
};

/// The records that the book shows, as it shows them.
ReportInput shownRecords(const BookView &book);

} // namespace Treatybook
