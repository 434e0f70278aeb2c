#include "ui/panels/bottompanel.h"

#include "domain/datereader.h"
#include "itemmodels/changesmodel.h"
#include "itemmodels/problemsmodel.h"
#include "itemmodels/upcomingmodel.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/plainlabel.h"
#include "ui/widgets/tablemime.h"
#include "ui/widgets/theme.h"

#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLineEdit>
#include <QStackedWidget>
#include <QStyledItemDelegate>
#include <QTabBar>
#include <QTableView>
#include <QToolButton>
#include <QToolTip>
#include <QTreeView>

namespace Treatybook {

using namespace Qt::StringLiterals;

namespace {

/// What is overdue, and errors, stand out; kinds of problems are bold.
class PanelDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override
    {
        QStyledItemDelegate::initStyleOption(option, index);
        const QVariant severity = index.data(ProblemsModel::SeverityRole);
        const bool isProblems = qobject_cast<const ProblemsModel *>(index.model());
        if (isProblems && !index.parent().isValid())
            option->font.setWeight(QFont::DemiBold);
        const bool isUpcoming = qobject_cast<const UpcomingModel *>(index.model());
        const bool isGrave = isProblems
                                 ? !index.parent().isValid() && severity.toInt() == static_cast<int>(Severity::Error)
                                 : isUpcoming && index.data(UpcomingModel::OverdueRole).toBool() &&
                                       index.column() == UpcomingModel::When;
        if (option->state & QStyle::State_Selected) { // as in the table of records
            option->state &= ~QStyle::State_Selected;
            option->backgroundBrush = softAccent(option->palette);
        }
        if (isGrave)
            option->palette.setColor(QPalette::Text, lookOf(option->palette).asOf);
    }
};

} // namespace

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
    if (m_tabs)
        return;
    m_pages = new QStackedWidget(this);
    m_nothing = new PlainLabel(this);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addWidget(buildHead());
    buildViews();
    m_nothing->setObjectName(u"panel.nothing"_s);
    m_nothing->setAlignment(Qt::AlignCenter);
    m_nothing->setWordWrap(true);
    m_nothing->setRole(QPalette::PlaceholderText);
    layout->addWidget(m_pages, 1);
    layout->addWidget(m_nothing, 1);

    connect(m_tabs, &QTabBar::currentChanged, this, [this](int page) {
        m_page = static_cast<Page>(page);
        m_pages->setCurrentIndex(page);
        m_changes->setActive(isVisible() && m_page == Page::Changes);
        follow();
        Q_EMIT pageChanged();
    });
    connect(m_scope, &QComboBox::activated, this, [this](int scope) {
        m_upcoming->setOnlyShown(scope == 1);
        m_problems->setOnlyShown(scope == 1);
        m_changes->setOnlyShown(scope == 1);
    });
    connect(m_period, &QComboBox::activated, this, [this] { m_upcoming->setDays(m_period->currentData().toInt()); });
    connect(m_upcoming, &UpcomingModel::countChanged, this, &BottomPanel::follow);
    connect(m_problems, &ProblemsModel::totalChanged, this, &BottomPanel::follow);
    connect(m_changes, &ChangesModel::followed, this, &BottomPanel::follow);
    connect(m_changes, &ChangesModel::followed, this, &BottomPanel::showSince);
    showSince();
    follow();
}

QWidget *BottomPanel::buildHead()
{
    auto *head = new QWidget(this);
    m_tabs = new QTabBar(head);
    m_tabs->setObjectName(u"panel.tabs"_s);
    m_tabs->setDrawBase(false);
    m_tabs->setExpanding(false);
    m_tabs->setUsesScrollButtons(false);
    m_tabs->addTab(tr("What comes next"));
    m_tabs->addTab(tr("Problems"));
    m_tabs->addTab(tr("What changed"));
    m_scope = new QComboBox(head);
    m_scope->setObjectName(u"panel.scope"_s);
    m_scope->setAccessibleName(tr("Of which records"));
    m_scope->addItems({tr("Whole book"), tr("What is shown")});
    m_period = new QComboBox(head);
    m_period->setObjectName(u"panel.period"_s);
    m_period->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_period->setAccessibleName(tr("How far ahead"));
    for (const int days : {30, 90, 365})
        m_period->addItem(tr("in %Ln day(s)", nullptr, days), days);
    m_period->setCurrentIndex(m_period->findData(m_upcoming->days()));
    m_since = new QLineEdit(head);
    m_since->setObjectName(u"panel.since"_s);
    m_since->setAccessibleName(tr("Since which day"));
    m_since->setToolTip(tr("The day to compare with the as-of day; empty is a year before it"));
    m_since->setFixedWidth(fontMetrics().averageCharWidth() * 18);
    connect(m_since, &QLineEdit::editingFinished, this, &BottomPanel::takeSince);
    QToolButton *copyList =
        addButton("copy", Icon::Copy, tr("Copy the list"), tr("Copy the list, as a table for a spreadsheet or text"));
    connect(copyList, &QToolButton::clicked, this,
            [this] { QApplication::clipboard()->setMimeData(tableMime(rows())); });
    QToolButton *saveList = addButton("save", Icon::Export, tr("Save the list…"), tr("Write the list to a CSV file"));
    connect(saveList, &QToolButton::clicked, this, [this] { Q_EMIT saveRequested(view()->accessibleName(), rows()); });
    QToolButton *close = addButton("close", Icon::Close, tr("Close this panel"), tr("Close this panel"));
    connect(close, &QToolButton::clicked, this, &BottomPanel::closeRequested);
    auto *layout = new QHBoxLayout(head);
    layout->setContentsMargins(8, 4, 8, 3);
    layout->addWidget(m_tabs, 1);
    layout->addWidget(m_period);
    layout->addWidget(m_since);
    layout->addWidget(m_scope);
    layout->addWidget(copyList);
    layout->addWidget(saveList);
    layout->addWidget(close);
    return head;
}

QToolButton *BottomPanel::addButton(const char *name, Icon sign, const QString &text, const QString &toolTip)
{
    auto *button = new QToolButton(this);
    button->setObjectName(u"panel.%1"_s.arg(QLatin1StringView(name)));
    button->setIcon(icon(sign));
    button->setToolTip(toolTip);
    button->setAccessibleName(text);
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::TabFocus);
    return button;
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
    m_problemsView->header()->resizeSection(ProblemsModel::Title, fontMetrics().averageCharWidth() * 50);
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
        keepPlace(list);
        connect(list, &QAbstractItemView::clicked, this, &BottomPanel::choose);
        m_pages->addWidget(list);
    }
}

/// Whatever is listed anew, a person at the keyboard goes on where they were.
void BottomPanel::keepPlace(QAbstractItemView *list)
{
    struct Place {
        int row = -1, child = -1; ///< of the group and in it, or -1
        QVariant slot;
    };
    const auto place = std::make_shared<Place>();
    const QAbstractItemModel *model = list->model();
    connect(model, &QAbstractItemModel::modelAboutToBeReset, list, [list, place] {
        const QModelIndex current = list->currentIndex(), parent = current.parent();
        *place = {parent.isValid() ? parent.row() : current.row(), parent.isValid() ? current.row() : -1,
                  current.data(UpcomingModel::SlotRole)};
    });
    connect(model, &QAbstractItemModel::modelReset, list, [list, place, model] {
        if (place->row < 0 || model->rowCount() == 0)
            return;
        QModelIndex next = model->index(qMin(place->row, model->rowCount() - 1), 0);
        if (place->child >= 0 && model->rowCount(next) > 0)
            next = model->index(qMin(place->child, model->rowCount(next) - 1), 0, next);
        const QModelIndex group = next.parent();
        for (int row = 0; place->slot.isValid() && row < model->rowCount(group); ++row) {
            const QModelIndex same = model->index(row, 0, group);
            if (same.data(UpcomingModel::SlotRole) == place->slot) {
                next = same;
                break;
            }
        }
        list->setCurrentIndex(next);
    });
}

QAbstractItemView *BottomPanel::view() const
{
    return qobject_cast<QAbstractItemView *>(m_pages->currentWidget());
}

void BottomPanel::showPage(Page page)
{
    build();
    m_tabs->setCurrentIndex(static_cast<int>(page));
    if (view()->isVisible()) {
        if (!view()->currentIndex().isValid() && view()->model()->rowCount() > 0)
            view()->setCurrentIndex(view()->model()->index(0, 0));
        view()->setFocus(Qt::ShortcutFocusReason);
    } else {
        m_tabs->setFocus(Qt::ShortcutFocusReason);
    }
}

void BottomPanel::follow()
{
    const bool isUpcoming = page() == Page::Upcoming;
    const QLocale &locale = this->locale();
    m_tabs->setTabText(0, m_upcoming->rowCount() == 0
                              ? tr("What comes next")
                              : tr("What comes next (%1)").arg(locale.toString(m_upcoming->rowCount())));
    m_tabs->setTabText(1, m_problems->total() == 0 ? tr("Problems")
                                                   : tr("Problems (%1)").arg(locale.toString(m_problems->total())));
    m_period->setVisible(isUpcoming);
    m_since->setVisible(page() == Page::Changes);
    const bool isEmpty = view()->model()->rowCount() == 0;
    const bool isLooking = (isUpcoming && !m_upcoming->isDone()) || (page() == Page::Problems && !m_problems->isDone());
    m_nothing->setText(isLooking                  ? tr("Looking at the records …")
                       : isUpcoming               ? tr("Nothing ends, begins or falls due in this time.")
                       : page() == Page::Problems ? tr("Nothing is wrong with these records.")
                                                  : tr("No status is another on the as-of day than on that day."));
    if (isEmpty && view()->hasFocus())
        m_tabs->setFocus(Qt::OtherFocusReason); // not away to another part of the window
    m_nothing->setVisible(isEmpty);
    m_pages->setVisible(!isEmpty);
}

/// A year or month is compared from its first day.
void BottomPanel::takeSince()
{
    if (!m_since->isModified())
        return;
    m_since->setModified(false);
    const QString text = m_since->text().trimmed();
    const DateReading reading = readDate(text, FieldType::Date);
    const Day day = reading.value.instant().earliest;
    if (text.isEmpty())
        m_changes->setSince({});
    else if (reading.isSure() && day != NoDay)
        m_changes->setSince(day);
    else
        QToolTip::showText(m_since->mapToGlobal(QPoint(0, m_since->height())),
                           tr("“%1” is no day. Expected one such as 2020-12-31.").arg(text), m_since);
    showSince(); // what was no day is not kept
}

void BottomPanel::showSince()
{
    if (!m_since->hasFocus() || !m_since->isModified())
        m_since->setText(displayText(Edtf::read(dayText(m_changes->since())), locale()));
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
