#pragma once

#include <QFrame>

QT_FORWARD_DECLARE_CLASS(QComboBox)
QT_FORWARD_DECLARE_CLASS(QToolButton)

namespace Treatybook {

/// What can be done with a marked range: zoom to it, filter to it, let it go. Enter zooms unless another button has the
/// focus, Esc lets it go.
class RangeBar : public QFrame
{
    Q_OBJECT

public:
    explicit RangeBar(QWidget *parent);

    /// Puts the focus on the first button.
    void startChoosing();

Q_SIGNALS:
    void zoomRequested();
    void filterRequested(bool certainly);
    void left();

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    QToolButton *addButton(const QString &name, const QString &text, const QString &tip);

    QToolButton *m_zoom;
    QToolButton *m_filter;
    QComboBox *m_how;
    QToolButton *m_leave;
};

} // namespace Treatybook
