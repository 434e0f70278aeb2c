#pragma once

#include <QAbstractButton>

namespace Treatybook {

/// Text that can be pressed, by mouse or keyboard; looks like a link and wraps.
class TextLink : public QAbstractButton
{
    Q_OBJECT

public:
    explicit TextLink(QWidget *parent = nullptr);

    QSize sizeHint() const override;
    int heightForWidth(int width) const override;
    QSize minimumSizeHint() const override { return {40, sizeHint().height()}; }

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
};

} // namespace Treatybook
