#pragma once

#include "session/session.h"

#include <QObject>

QT_FORWARD_DECLARE_CLASS(QTimer)

namespace Treatybook {

/// How many errors and warnings all records of the book have. Looks at them while the window is idle.
class ProblemCount : public QObject
{
    Q_OBJECT

public:
    explicit ProblemCount(Session &session, QObject *parent = nullptr);

    int total() const { return m_total; }

Q_SIGNALS:
    void changed();

private:
    void applyChange(const StoreChange &change);
    void look(const QList<Slot> &records);
    void lookAtSome();

    Session &m_session;
    QTimer *m_idle;
    std::vector<quint8> m_counts; ///< by slot
    QSet<Slot> m_waiting;
    int m_total = 0;
};

} // namespace Treatybook
