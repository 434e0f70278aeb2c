#pragma once

#include "ui/widgets/icons.h"

#include <QPushButton>

namespace Treatybook {

/// A line of the welcome page that can be pressed: a sign, what it is, words about it below, and a remark at the right.
/// text() is what it is; Enter presses it too. A pale one says that what it is about is not there now.
class WelcomeButton : public QPushButton
{
    Q_OBJECT

public:
    WelcomeButton(Icon sign, const QString &text, const QString &words, QWidget *parent);

    void setRemark(const QString &remark);
    void setPale(bool pale);
    bool isPale() const { return m_pale; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void describe();

    Icon m_sign;
    QString m_words, m_remark;
    bool m_pale = false;
};

} // namespace Treatybook
