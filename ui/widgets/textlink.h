#pragma once

#include <QAbstractButton>

namespace Treatybook {

/// A line of text that can be pressed, by mouse or keyboard; looks like a link and elides.
class TextLink : public QAbstractButton
{
    Q_OBJECT

public:
    explicit TextLink(QWidget *parent = nullptr);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {40, sizeHint().height()}; }

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
};

} // namespace Treatybook
