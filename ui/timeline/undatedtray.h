#pragma once

#include "itemmodels/agreementtablemodel.h"

#include <QTimer>
#include <QToolButton>

namespace Treatybook {

class UndatedList;

/// Says how many of the visible records have no date and so no place on the timeline, and opens a list of them. Hidden
/// when there are none.
class UndatedTray : public QToolButton
{
    Q_OBJECT

public:
    explicit UndatedTray(AgreementTableModel &model, QWidget *parent = nullptr);

    /// Only the sign and the number, where there is no room.
    void setCompact(bool compact);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void recount();
    void showCount();
    void open();

    AgreementTableModel &m_model;
    QList<Slot> m_undated;
    UndatedList *m_list = nullptr; ///< made when first opened
    QTimer m_nextFrame;
    bool m_compact = false;
};

} // namespace Treatybook
