#pragma once

#include <QLineEdit>

namespace Treatybook {

class ChangesModel;

/// The day that statuses are compared with; empty is a year before the as-of day. What is no day is told and not kept.
class SinceBox : public QLineEdit
{
    Q_OBJECT

public:
    explicit SinceBox(ChangesModel &changes, QWidget *parent = nullptr);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

private:
    void takeText();
    void showDay();

    ChangesModel &m_changes;
};

} // namespace Treatybook
