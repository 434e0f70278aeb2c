#pragma once

#include <QWidget>

QT_FORWARD_DECLARE_CLASS(QVBoxLayout)

namespace Treatybook {

class Actions;

/// What is shown while no book is open: the ways to get one.
class Welcome : public QWidget
{
    Q_OBJECT

public:
    explicit Welcome(const Actions &actions, QWidget *parent = nullptr);

    /// Newest first.
    void setRecent(const QStringList &paths);

Q_SIGNALS:
    void bookRequested(const QString &path);

private:
    QVBoxLayout *m_recent;
};

} // namespace Treatybook
