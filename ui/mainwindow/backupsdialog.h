#pragma once

#include "domain/repository.h"

#include <QDialog>

#include <functional>

QT_FORWARD_DECLARE_CLASS(QPushButton)
QT_FORWARD_DECLARE_CLASS(QTreeWidget)

namespace Treatybook {

class Banner;
class PlainLabel;

/// The backups of a book, newest first: makes one now, or asks to put one in the place of the book.
class BackupsDialog : public QDialog
{
    Q_OBJECT

public:
    using List = std::function<QList<Backup>()>;

    /// `repository` is null for a book that is not open: nothing can be backed up then. It outlives this.
    BackupsDialog(const QString &name, Repository *repository, List list, QWidget *parent);

Q_SIGNALS:
    void restoreRequested(const QString &backup);

private:
    void fill();
    void backUpNow();
    void restore();

    Repository *m_repository;
    List m_list;
    Banner *m_banner;
    PlainLabel *m_note;
    QTreeWidget *m_backups;
    QPushButton *m_now;
    QPushButton *m_restore;
};

} // namespace Treatybook
