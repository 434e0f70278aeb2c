#pragma once

#include "itemmodels/agreementtablemodel.h"

#include <QFrame>

QT_FORWARD_DECLARE_CLASS(QLineEdit)
QT_FORWARD_DECLARE_CLASS(QStandardItemModel)
QT_FORWARD_DECLARE_CLASS(QTreeView)

namespace Treatybook {

class PlainLabel;

/// A list of records to choose one from, by title and kind, above or below its owner. Many can be narrowed by typing.
/// Arrows and Enter or a click choose, Esc closes.
class UndatedList : public QFrame
{
    Q_OBJECT

public:
    static constexpr qsizetype MostShown = 500;
    static constexpr qsizetype FewEnough = 20; ///< to be looked through without a filter

    UndatedList(const AgreementTableModel &model, QWidget *owner);

    void popUp(const QList<Slot> &records);

Q_SIGNALS:
    void chosen(const QUuid &record);

protected:
    bool eventFilter(QObject *object, QEvent *event) override;

private:
    void fill(const QString &typed);
    void place();
    void choose(int row);

    const AgreementTableModel &m_model;
    QList<Slot> m_records;
    QList<QUuid> m_shown; ///< a row each; slots may be given anew while the list is open
    QLineEdit *m_line;
    QTreeView *m_list;
    QStandardItemModel *m_rows;
    PlainLabel *m_more;
};

} // namespace Treatybook
