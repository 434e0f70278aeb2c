#pragma once

#include "domain/daynumber.h"

#include <QObject>

namespace Treatybook {

class AgreementTableModel;
class TimelineView;

/// Moves the as-of line by keyboard: by days and by the steps of the axis, as commands of the view. Asks through
/// TimelineView::asOfRequested and keeps the line in sight.
class AsOfSteps : public QObject
{
    Q_OBJECT

public:
    AsOfSteps(const AgreementTableModel &model, TimelineView &timeline, QObject *parent);

private:
    void request(Day day);

    const AgreementTableModel &m_model;
    TimelineView &m_timeline;
};

} // namespace Treatybook
