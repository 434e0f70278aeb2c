#include "ui/panels/bottompanel.h"

#include "itemmodels/changesmodel.h"
#include "itemmodels/problemsmodel.h"
#include "itemmodels/upcomingmodel.h"
#include "ui/panels/keptplace.h"
#include "ui/panels/paneldelegate.h"
#include "ui/panels/panelhead.h"
#include "ui/widgets/plainlabel.h"
#include "ui/widgets/tablemime.h"

#include <QApplication>
#include <QClipboard>
#include <QHeaderView>
#include <QKeyEvent>
#include <QStackedWidget>
#include <QTableView>
#include <QTreeView>
#include <QVBoxLayout>

namespace Treatybook {

using namespace Qt::StringLiterals;

BottomPanel::BottomPanel(AgreementTableModel &records, QWidget *parent)
    : QWidget(parent)
    , m_upcoming(new UpcomingModel(records, this))
    , m_problems(new ProblemsModel(records, this))
    , m_changes(new ChangesModel(records, this))
{
    setObjectName(u"panel"_s);
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
}

void BottomPanel::build()
{
    if (m_head)
        return;
    m_head = new PanelHead(*m_changes, m_upcoming->days(), this);
    m_pages = new QStackedWidget(this);
    m_nothing = new PlainLabel(this);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addWidget(m_head);
    buildViews();
    m_nothing->setObjectName(u"panel.nothing"_s);
    m_nothing->setAlignment(Qt::AlignCenter);
    m_nothing->setWordWrap(true);
    m_nothing->setRole(QPalette::PlaceholderText);
    layout->addWidget(m_pages, 1);
    layout->addWidget(m_nothing, 1);

    connect(m_head, &PanelHead::tabChanged, this, [this](int tab) {
        m_page = static_cast<Page>(tab);
        m_pages->setCurrentIndex(tab);
        m_changes->setActive(isVisible() && m_page == Page::Changes);
        follow();
        Q_EMIT pageChanged();
    });
    connect(m_head, &PanelHead::scopeChosen, m_upcoming, &UpcomingModel::setOnlyShown);
    connect(m_head, &PanelHead::scopeChosen, m_problems, &ProblemsModel::setOnlyShown);
    connect(m_head, &PanelHead::scopeChosen, m_changes, &ChangesModel::setOnlyShown);
    connect(m_head, &PanelHead::daysChosen, m_upcoming, &UpcomingModel::setDays);
    connect(m_head, &PanelHead::copyRequested, this,
            [this] { QApplication::clipboard()->setMimeData(tableMime(rows())); });
    connect(m_head, &PanelHead::saveRequested, this,
            [this] { Q_EMIT saveRequested(view()->accessibleName(), rows()); });
    connect(m_head, &PanelHead::closeRequested, this, &BottomPanel::closeRequested);
    connect(m_upcoming, &UpcomingModel::countChanged, this, &BottomPanel::follow);
    connect(m_problems, &ProblemsModel::totalChanged, this, &BottomPanel::follow);
    connect(m_changes, &ChangesModel::followed, this, &BottomPanel::follow);
    follow();
}

QTableView *BottomPanel::addTable(const char *name, const QString &title, QAbstractItemModel *model)
{
    auto *table = new QTableView(m_pages);
    table->setObjectName(QLatin1StringView(name));
    table->setAccessibleName(title);
    table->setModel(model);
    table->setShowGrid(false);
    table->setWordWrap(false);
    table->setTabKeyNavigation(false);
    table->verticalHeader()->hide();
    table->verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 9);
    table->horizontalHeader()->setHighlightSections(false);
    table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    table->horizontalHeader()->setStretchLastSection(true);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    return table;
}

void BottomPanel::buildViews()
{
    const int letter = fontMetrics().averageCharWidth();
    m_upcomingView = addTable("panel.upcoming", tr("What comes next"), m_upcoming);
    m_upcomingView->horizontalHeader()->resizeSection(UpcomingModel::When, letter * 18);
    m_upcomingView->horizontalHeader()->resizeSection(UpcomingModel::What, letter * 48);
    m_changesView = addTable("panel.changes", tr("What changed"), m_changes);
    m_changesView->horizontalHeader()->resizeSection(ChangesModel::When, letter * 22);
    m_changesView->horizontalHeader()->resizeSection(ChangesModel::Title, letter * 46);
    m_changesView->horizontalHeader()->resizeSection(ChangesModel::Change, letter * 34);

    m_problemsView = new QTreeView(m_pages);
    m_problemsView->setObjectName(u"panel.problems"_s);
    m_problemsView->setAccessibleName(tr("Problems"));
    m_problemsView->setModel(m_problems);
    m_problemsView->setHeaderHidden(true);
    m_problemsView->setUniformRowHeights(true);
    m_problemsView->header()->setStretchLastSection(true);
    m_problemsView->header()->resizeSection(ProblemsModel::Title, fontMetrics().averageCharWidth() * 60);
    m_problemsView->setExpandsOnDoubleClick(false);
    connect(m_problems, &QAbstractItemModel::modelReset, this, [this] {
        for (int row = 0; row < m_problems->rowCount(); ++row) {
            const QModelIndex group = m_problems->index(row, 0);
            m_problemsView->setFirstColumnSpanned(row, {}, true);
            // Hints may be thousands; what is wrong is to be seen.
            m_problemsView->setExpanded(group, group.data(ProblemsModel::SeverityRole).toInt() !=
                                                   static_cast<int>(Severity::Hint));
        }
    });
    for (QAbstractItemView *list :
         {static_cast<QAbstractItemView *>(m_upcomingView), static_cast<QAbstractItemView *>(m_problemsView),
          static_cast<QAbstractItemView *>(m_changesView)}) {
        list->setFrameShape(QFrame::NoFrame);
        list->setSelectionMode(QAbstractItemView::SingleSelection);
        list->setEditTriggers(QAbstractItemView::NoEditTriggers);
        list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
        list->setItemDelegate(new PanelDelegate(list));
        list->installEventFilter(this);
        new KeptPlace(list, UpcomingModel::SlotRole);
        connect(list, &QAbstractItemView::clicked, this, &BottomPanel::choose);
        m_pages->addWidget(list);
    }
}

QAbstractItemView *BottomPanel::view() const
{
    return qobject_cast<QAbstractItemView *>(m_pages->currentWidget());
}

void BottomPanel::showPage(Page page)
{
    build();
    m_head->setTab(static_cast<int>(page));
    if (view()->isVisible()) {
        if (!view()->currentIndex().isValid() && view()->model()->rowCount() > 0)
            view()->setCurrentIndex(view()->model()->index(0, 0));
        view()->setFocus(Qt::ShortcutFocusReason);
    } else {
        m_head->focusTabs();
    }
}

void BottomPanel::follow()
{
    const bool isUpcoming = page() == Page::Upcoming;
    m_head->setCounts(m_upcoming->rowCount(), m_problems->total());
    const bool isEmpty = view()->model()->rowCount() == 0;
    const bool isLooking = (isUpcoming && !m_upcoming->isDone()) || (page() == Page::Problems && !m_problems->isDone());
    m_nothing->setText(isLooking                  ? tr("Looking at the records …")
                       : isUpcoming               ? tr("Nothing ends, begins or falls due in this time.")
                       : page() == Page::Problems ? tr("Nothing is wrong with these records.")
                                                  : tr("No status is another on the as-of day than on that day."));
    if (isEmpty && view()->hasFocus())
        m_head->focusTabs(); // not away to another part of the window
    m_nothing->setVisible(isEmpty);
    m_pages->setVisible(!isEmpty);
}

/// Its heading first.
QList<QStringList> BottomPanel::rows() const
{
    const QAbstractItemModel *model = view()->model();
    QList<QStringList> rows;
    const auto add = [&](auto &&cellAt) {
        rows.append(QStringList());
        for (int column = 0; column < model->columnCount(); ++column)
            rows.last().append(cellAt(column).toString());
    };
    add([&](int column) { return model->headerData(column, Qt::Horizontal); });
    for (int row = 0; row < model->rowCount(); ++row) {
        const QModelIndex index = model->index(row, 0);
        add([&](int column) { return index.siblingAtColumn(column).data(); });
        for (int child = 0; child < model->rowCount(index); ++child)
            add([&](int column) { return model->index(child, column, index).data(); });
    }
    return rows;
}

void BottomPanel::choose(const QModelIndex &index)
{
    const QVariant slot = index.data(UpcomingModel::SlotRole); // the same role in all models
    static_assert(static_cast<int>(UpcomingModel::SlotRole) == static_cast<int>(ProblemsModel::SlotRole) &&
                  static_cast<int>(UpcomingModel::SlotRole) == static_cast<int>(ChangesModel::SlotRole));
    if (!slot.isValid())
        return;
    std::optional<Field> field;
    if (page() == Page::Problems)
        field = static_cast<Field>(index.data(ProblemsModel::FieldRole).toInt());
    Q_EMIT recordRequested(slot.value<Slot>(), field);
}

void BottomPanel::setVisible(bool visible)
{
    if (visible)
        build();
    QWidget::setVisible(visible);
}

void BottomPanel::showEvent(QShowEvent *event)
{
    m_problems->setWithHints(true);
    m_changes->setActive(page() == Page::Changes);
    QWidget::showEvent(event);
}

void BottomPanel::hideEvent(QHideEvent *event)
{
    m_problems->setWithHints(false);
    m_changes->setActive(false);
    QWidget::hideEvent(event);
}

bool BottomPanel::eventFilter(QObject *object, QEvent *event)
{
    if (event->type() == QEvent::KeyPress && object == view()) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        const QModelIndex index = view()->currentIndex();
        if (key == Qt::Key_Return || key == Qt::Key_Enter) {
            choose(index);
            return true;
        }
        if (key == Qt::Key_Space && index.isValid() && page() == Page::Upcoming) {
            m_upcoming->setData(index.siblingAtColumn(UpcomingModel::What), Qt::Checked, Qt::CheckStateRole);
            return true;
        }
    }
    return QWidget::eventFilter(object, event);
}

} // namespace Treatybook
