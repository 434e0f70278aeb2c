#pragma once

#include <QFrame>

namespace Treatybook {

class PlainLabel;

/// The line over a timeline whose dates can be dragged: how, and how to leave. Hidden at first.
class EditBand : public QFrame
{
    Q_OBJECT

public:
    explicit EditBand(QWidget *parent);

    /// Says that instead of the keys, until the band shows anew.
    void tell(const QString &text);

Q_SIGNALS:
    void left();

protected:
    void showEvent(QShowEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    PlainLabel *m_text;
    PlainLabel *m_keys;
};

} // namespace Treatybook
