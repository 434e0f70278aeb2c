#pragma once

#include <QObject>

QT_FORWARD_DECLARE_CLASS(QMimeData)

namespace Treatybook {

/// A book file that is dropped onto the window, outside of its text boxes, is asked for.
class BookDrop : public QObject
{
    Q_OBJECT

public:
    explicit BookDrop(QWidget &window);

Q_SIGNALS:
    void bookRequested(const QString &path);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    /// Empty unless it is one book.
    static QString bookOf(const QMimeData *data);
};

} // namespace Treatybook
