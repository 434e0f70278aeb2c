#pragma once

#include "itemmodels/agreementtablemodel.h"

#include <QFrame>

QT_FORWARD_DECLARE_CLASS(QGridLayout)

namespace Treatybook {

class PlainLabel;
class SoughtWords;
class StatusPill;

/// What is known of one record in brief: title, who, dates, status on the day with its reason, next step, sources,
/// other groups. Plain text only, long lists cut. A window of its own that takes neither focus nor mouse, and goes away
/// when somebody types, clicks or turns the wheel.
class TimelineCard : public QFrame
{
    Q_OBJECT

public:
    explicit TimelineCard(QWidget *parent);

    /// Beside `place` and never over it; both in coordinates of the screen. `alsoUnder` are other groups of the record.
    void showRecord(const AgreementTableModel &model, Slot slot, const QStringList &alsoUnder, const QRect &place,
                    int x);

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    bool eventFilter(QObject *object, QEvent *event) override;

private:
    void fill(const AgreementTableModel &model, Slot slot, const QStringList &alsoUnder);
    void addRow(const QString &name, const QString &text, const SoughtWords &sought);
    void placeBeside(const QRect &place, int x);

    PlainLabel *m_title;
    StatusPill *m_status;
    PlainLabel *m_reason;
    QGridLayout *m_rows;
};

} // namespace Treatybook
