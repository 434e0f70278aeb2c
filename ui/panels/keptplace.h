#pragma once

#include <QObject>
#include <QVariant>

QT_FORWARD_DECLARE_CLASS(QAbstractItemView)

namespace Treatybook {

/// Whatever a view lists anew, a person at the keyboard goes on where they were: at the same record, else at the same
/// row. Its child.
class KeptPlace : public QObject
{
    Q_OBJECT

public:
    /// The role says which record a row is about.
    KeptPlace(QAbstractItemView *view, int slotRole);

private:
    void remember();
    void goBack();

    QAbstractItemView *m_view;
    int m_slotRole;
    int m_row = -1, m_child = -1; ///< of the group and in it, or -1
    QVariant m_slot;
};

} // namespace Treatybook
