#pragma once

#include "domain/field.h"
#include "domain/result.h"
#include "session/columns.h"

#include <QWidget>

QT_FORWARD_DECLARE_CLASS(QAbstractItemModel)
QT_FORWARD_DECLARE_CLASS(QAbstractItemView)
QT_FORWARD_DECLARE_CLASS(QModelIndex)
QT_FORWARD_DECLARE_CLASS(QStackedWidget)
QT_FORWARD_DECLARE_CLASS(QTableView)
QT_FORWARD_DECLARE_CLASS(QTreeView)

namespace Treatybook {

class AgreementTableModel;
class ChangesModel;
class PanelHead;
class PlainLabel;
class ProblemsModel;
class UpcomingModel;

/// Below the table: what comes next, problems, and what changed, of the whole book or of what is shown. A click or
/// Enter goes to the record and the field; Space ticks an obligation as done. Its lists are counted from the start; its
/// widgets are made when it is first shown.
class BottomPanel : public QWidget
{
    Q_OBJECT

public:
    enum class Page { Upcoming, Problems, Changes };

    explicit BottomPanel(AgreementTableModel &records, QWidget *parent = nullptr);

    UpcomingModel &upcoming() const { return *m_upcoming; }
    ProblemsModel &problems() const { return *m_problems; }
    ChangesModel &changes() const { return *m_changes; }
    void showPage(Page page);
    Page page() const { return m_page; }

    void setVisible(bool visible) override;
    QSize sizeHint() const override { return {600, 210}; }

Q_SIGNALS:
    /// A record was chosen; with the field that is the matter.
    void recordRequested(Treatybook::Slot slot, std::optional<Treatybook::Field> field);
    void pageChanged();
    /// The list that is seen is to be written to a file; its heading first.
    void saveRequested(const QString &name, const QList<QStringList> &rows);
    /// It shall not be seen any more.
    void closeRequested();

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    bool eventFilter(QObject *object, QEvent *event) override;

private:
    void build();
    void buildViews();
    QTableView *addTable(const char *name, const QString &title, QAbstractItemModel *model);
    void follow();
    QList<QStringList> rows() const;
    void choose(const QModelIndex &index);
    QAbstractItemView *view() const;

    UpcomingModel *m_upcoming;
    ProblemsModel *m_problems;
    ChangesModel *m_changes;
    Page m_page = Page::Upcoming;
    PanelHead *m_head = nullptr; ///< it and the others are made by build()
    QStackedWidget *m_pages = nullptr;
    QTableView *m_upcomingView = nullptr;
    QTreeView *m_problemsView = nullptr;
    QTableView *m_changesView = nullptr;
    PlainLabel *m_nothing = nullptr;
};

} // namespace Treatybook
