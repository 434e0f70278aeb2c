#include "ui/widgets/dialogs.h"

#include "domain/tr.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QMessageBox>
#include <QRegularExpression>

namespace Treatybook {

using namespace Qt::StringLiterals;

QString NativeDialogs::askOpenFile(QWidget *parent, const FileQuestion &question)
{
    return QFileDialog::getOpenFileName(parent, question.title, question.folder, question.filter);
}

QString NativeDialogs::askSaveFile(QWidget *parent, const FileQuestion &question, bool mayReplace)
{
    QFileDialog dialog(parent, question.title, question.folder, question.filter);
    dialog.setAcceptMode(QFileDialog::AcceptSave);
    dialog.setDefaultSuffix(question.suffix);
    // The ending follows the kind of file that is chosen.
    QObject::connect(&dialog, &QFileDialog::filterSelected, &dialog, [&dialog](const QString &filter) {
        static const QRegularExpression ending(u"\\*\\.(\\w+)\\)$"_s);
        const auto match = ending.match(filter);
        if (!match.hasMatch())
            return;
        dialog.setDefaultSuffix(match.captured(1));
        const QFileInfo named(dialog.selectedFiles().value(0));
        if (!named.isDir())
            dialog.selectFile(u"%1.%2"_s.arg(named.completeBaseName(), match.captured(1)));
    });
    dialog.setOption(QFileDialog::DontConfirmOverwrite, !mayReplace);
    dialog.selectFile(question.name);
    return dialog.exec() == QDialog::Accepted ? dialog.selectedFiles().value(0) : QString();
}

Dialogs::Unsaved NativeDialogs::askUnsaved(QWidget *parent, int records)
{
    QMessageBox box(
        QMessageBox::Question, Treatybook::tr("Not saved"),
        QCoreApplication::translate("Treatybook", "Save what was typed into %n record(s)?", nullptr, records),
        QMessageBox::Save | QMessageBox::Discard | QMessageBox::Cancel, parent);
    box.setDefaultButton(QMessageBox::Save);
    switch (box.exec()) {
    case QMessageBox::Save:
        return Unsaved::Save;
    case QMessageBox::Discard:
        return Unsaved::Discard;
    default:
        return Unsaved::Stay;
    }
}

void NativeDialogs::showAbout(QWidget *parent)
{
    QMessageBox box(parent);
    box.setWindowTitle(Treatybook::tr("About Treatybook"));
    box.setTextFormat(Qt::PlainText);
    box.setText(u"Treatybook %1"_s.arg(QLatin1StringView(TREATYBOOK_VERSION)));
    box.setInformativeText(Treatybook::tr("Treaties and agreements: what is in force, on which day, for whom.\n\n"
                                          "Free software under the MIT licence. Built with Qt %1 (LGPL 3) and SQLite.")
                               .arg(QLatin1StringView(qVersion())));
    box.exec();
}

} // namespace Treatybook
