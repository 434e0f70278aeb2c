#pragma once

#include <QAbstractButton>

namespace Treatybook {

/// One line of a list in the form: a bold lead, the text, and a dim tail at the right. It can be pressed if it leads
/// somewhere.
class PartRow : public QAbstractButton
{
    Q_OBJECT

public:
    PartRow(const QString &lead, const QString &text, const QString &tail, QWidget *parent = nullptr);

    void setLink(bool isLink);
    const QString &lead() const { return m_lead; }
    const QString &tail() const { return m_tail; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {80, sizeHint().height()}; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_lead, m_tail;
    bool m_isLink = false;
};

} // namespace Treatybook
