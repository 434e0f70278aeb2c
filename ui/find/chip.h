#pragma once

#include <QAbstractButton>

namespace Treatybook {

/// One part of a filter: its words, and a cross that takes it away. Click or Space goes to its place; Delete takes it
/// away. Long words are cut in the picture only.
class Chip : public QAbstractButton
{
    Q_OBJECT

public:
    explicit Chip(QWidget *parent = nullptr);

    void setWords(const QString &words);
    /// Where a click takes it away.
    QRect crossRect() const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void removeRequested();
    /// With -1 or 1: the focus is to go to the chip before or after.
    void stepRequested(int step);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void leaveEvent(QEvent *event) override;

private:
    QFont boldFont() const;

    bool m_overCross = false;
};

} // namespace Treatybook
