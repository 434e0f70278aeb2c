#pragma once

#include "ui/mainwindow/recentbooks.h"

#include <QFutureWatcher>
#include <QScrollArea>

QT_FORWARD_DECLARE_CLASS(QBoxLayout)
QT_FORWARD_DECLARE_CLASS(QVBoxLayout)

namespace Treatybook {

class Actions;
class PlainLabel;

/// What is shown while no book is open: the ways to get one, and the books of before. The last one has the focus, so
/// that Enter goes on with it; arrows move, Delete forgets one.
class Welcome : public QScrollArea
{
    Q_OBJECT

public:
    explicit Welcome(const Actions &actions, QWidget *parent = nullptr);

    /// Newest first. Whether their files are there is found out beside the GUI thread.
    void setRecent(const QList<RecentBook> &books);

Q_SIGNALS:
    void bookRequested(const QString &path);
    void bookForgotten(const QString &path);

protected:
    void showEvent(QShowEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *buildActions(const Actions &actions);
    QWidget *buildRecent();
    void addRecent(const RecentBook &book);
    void lookForFiles();
    void showFiles();
    void focusFirst();

    QBoxLayout *m_columns;
    QVBoxLayout *m_recent;
    PlainLabel *m_none;
    QList<RecentBook> m_books, m_lookedFor;
    QFutureWatcher<QList<bool>> m_look;
};

} // namespace Treatybook
