#include "ui/reports/importer.h"

#include "ui/mainwindow/bookview.h"
#include "ui/reports/importdialog.h"
#include "ui/widgets/dialogs.h"

namespace Treatybook {

using namespace Qt::StringLiterals;

Importer::Importer(Dialogs &dialogs, QObject *parent) : QObject(parent), m_dialogs(dialogs) {}

QString Importer::askFile(QWidget *parent, const QString &folder)
{
    return m_dialogs.askOpenFile(parent,
                                 {tr("Import"), folder, {}, tr("Tables (*.csv *.tsv *.txt);;All files (*)"), u"csv"_s});
}

void Importer::importInto(BookView &book, const QString &path)
{
    auto *dialog = new ImportDialog(book.session(), path, book.path(), m_dialogs, &book);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &ImportDialog::imported, this, &Importer::imported);
    dialog->open();
}

} // namespace Treatybook
