#pragma once

#include "ui/widgets/soughtwords.h"

#include <QLineEdit>

namespace Treatybook {

/// A line that marks what a search found in it, while one types too.
class MarkedLineEdit : public QLineEdit
{
    Q_OBJECT

public:
    explicit MarkedLineEdit(QWidget *parent = nullptr) : QLineEdit(parent) {}

    void setSought(const SoughtWords &words);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    SoughtWords m_sought;
};

} // namespace Treatybook
