#pragma once

#include "itemmodels/agreementtablemodel.h"

#include <QWidget>

QT_FORWARD_DECLARE_CLASS(QHBoxLayout)

namespace Treatybook {

class TimelineModes;
class TimelineView;

/// The timeline with its title and tool bar, which shows the view's actions. Knows nothing of the window.
class TimelinePane : public QWidget
{
    Q_OBJECT

public:
    explicit TimelinePane(AgreementTableModel &model, QWidget *parent = nullptr);

    TimelineView &timeline() const { return *m_timeline; }
    TimelineModes &modes() const { return *m_modes; }

private:
    QHBoxLayout *buildBar();

    TimelineView *m_timeline;
    TimelineModes *m_modes;
};

} // namespace Treatybook
