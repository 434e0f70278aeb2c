#pragma once

#include "timeline/style.h"

#include <QWidget>

namespace Treatybook {

/// A status as a word on its colour.
class StatusPill : public QWidget
{
    Q_OBJECT

public:
    using QWidget::QWidget;

    void setStatus(const QString &text, Tone tone);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QFont pillFont() const;

    QString m_text;
    Tone m_tone = Tone::Unknown;
};

} // namespace Treatybook
