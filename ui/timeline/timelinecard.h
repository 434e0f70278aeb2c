#pragma once

#include "itemmodels/agreementtablemodel.h"

#include <QFrame>

QT_FORWARD_DECLARE_CLASS(QGridLayout)

namespace Treatybook {

class PlainLabel;
class SoughtWords;
class StatusPill;

/// What is known of one record in brief: title, who, dates, status on the day with its reason, source. Plain text only.
/// A window of its own that takes neither focus nor mouse.
class TimelineCard : public QFrame
{
    Q_OBJECT

public:
    explicit TimelineCard(QWidget *parent);

    /// Beside `place` and never over it; both in coordinates of the screen.
    void showRecord(const AgreementTableModel &model, Slot slot, const QRect &place, int x);

private:
    void fill(const AgreementTableModel &model, Slot slot);
    void addRow(const QString &name, const QString &text, const SoughtWords &sought);
    QPoint positionBeside(const QRect &place, int x) const;

    PlainLabel *m_title;
    StatusPill *m_status;
    PlainLabel *m_reason;
    QGridLayout *m_rows;
};

} // namespace Treatybook
