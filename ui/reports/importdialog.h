#pragma once

#include "session/session.h"
#include "ui/reports/importjob.h"

#include <QDialog>

QT_FORWARD_DECLARE_CLASS(QAbstractItemModel)
QT_FORWARD_DECLARE_CLASS(QComboBox)
QT_FORWARD_DECLARE_CLASS(QProgressBar)
QT_FORWARD_DECLARE_CLASS(QPushButton)
QT_FORWARD_DECLARE_CLASS(QTableView)
QT_FORWARD_DECLARE_CLASS(QTabWidget)

namespace Treatybook {

class Banner;
class Dialogs;
class ImportColumns;
class ImportFindings;
class ImportOptions;
class PlainLabel;

/// Shows what the import of a CSV file would do, before it is done: how many records come, which rows stay out and why,
/// where each column goes. Then a backup, if the book has records, and one change that a single Undo takes back.
class ImportDialog : public QDialog
{
    Q_OBJECT

public:
    /// `path` is the file, `openBook` that of the book.
    ImportDialog(Session &session, const QString &path, const QString &openBook, Dialogs &dialogs, QWidget *parent);
    ~ImportDialog() override;

Q_SIGNALS:
    /// The dialog is done: "8,034 records added".
    void imported(const QString &what);

private:
    void build();
    QTableView *addTable(QAbstractItemModel *model, const QString &name, const QString &label);
    QWidget *buildFindings();
    void plan();
    void showPlan(const ImportPlan &plan);
    void showError(const Error &error);
    void fillKinds();
    void showKind(int index);
    void saveRejects();
    void backUpAndRun();
    void run();
    void finished(const Result<Receipt> &result);
    void setWorking(bool working, const QString &words = {});
    QString what() const;

    Session &m_session;
    QString m_openBook;
    Dialogs &m_dialogs;
    ImportPlan m_plan;
    ImportFindings *m_findings;
    ImportColumns *m_columns;
    Banner *m_banner;
    ImportOptions *m_options;
    PlainLabel *m_summary;
    PlainLabel *m_cut = nullptr;
    QTableView *m_findingsTable = nullptr;
    QTableView *m_columnsTable = nullptr;
    QComboBox *m_kinds = nullptr;
    QTabWidget *m_tabs;
    QProgressBar *m_progress;
    QPushButton *m_saveRejects;
    QPushButton *m_import;
    QPushButton *m_close;
    ImportJob m_job; ///< last: it ends before what it reports to
};

} // namespace Treatybook
