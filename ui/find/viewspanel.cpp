#include "ui/find/viewspanel.h"

#include "domain/whendone.h"
#include "itemmodels/viewlistmodel.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/plainlabel.h"
#include "ui/widgets/rowdrag.h"
#include "ui/widgets/theme.h"

#include <QAction>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QListView>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QToolButton>

#include <utility>

namespace Treatybook {

using namespace Qt::StringLiterals;

namespace {

/// Which row is the view that is shown.
constexpr auto ShownProperty = "shownView";

class ViewDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const override
    {
        return {80, option.fontMetrics.height() + 6};
    }
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        if (isShown(option, index))
            painter->fillRect(option.rect, softAccent(option.palette));
        QStyleOptionViewItem indented = option;
        indented.rect.adjust(Indent, 0, -Indent, 0);
        QStyledItemDelegate::paint(painter, indented, index);
    }
    QWidget *createEditor(QWidget *parent, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        QWidget *editor = QStyledItemDelegate::createEditor(parent, option, index);
        editor->setAutoFillBackground(true); // the name that it replaces is painted below it
        return editor;
    }
    void updateEditorGeometry(QWidget *editor, const QStyleOptionViewItem &option, const QModelIndex &) const override
    {
        editor->setGeometry(option.rect.adjusted(Indent - 4, 0, -4, 0));
    }

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override
    {
        QStyledItemDelegate::initStyleOption(option, index);
        if (!index.data(ViewListModel::MistakeRole).toString().isEmpty()) {
            option->features |= QStyleOptionViewItem::HasDecoration;
            option->icon = icon(Icon::Warning, lookOf(option->palette).asOf);
            option->decorationSize = QSize(14, 14);
        }
        if (isShown(*option, index))
            option->font.setWeight(QFont::DemiBold);
    }

private:
    static constexpr int Indent = 9; ///< so that names stand below the heading

    static bool isShown(const QStyleOptionViewItem &option, const QModelIndex &index)
    {
        return option.widget && index.row() == option.widget->property(ShownProperty).toInt();
    }
};

} // namespace

ViewsPanel::ViewsPanel(Session &session, QWidget *parent)
    : QWidget(parent)
    , m_views(new ViewListModel(session, this))
    , m_list(new QListView(this))
    , m_heading(new QWidget(this))
{
    setObjectName(u"views"_s);
    auto *title = new PlainLabel(tr("Views"), m_heading);
    QFont bold = title->font();
    bold.setWeight(QFont::DemiBold);
    title->setFont(bold);
    title->setRole(QPalette::PlaceholderText);
    title->setSizePolicy(QSizePolicy::Minimum, QSizePolicy::Preferred); // it is short
    auto *top = new QHBoxLayout(m_heading);
    top->setContentsMargins(12, 7, 2, 1);
    top->setSpacing(0);
    top->addWidget(title, 1);

    m_list->setObjectName(u"views.list"_s);
    m_list->setAccessibleName(tr("Views"));
    m_list->setAccessibleDescription(tr("Enter looks at the book so, F2 renames, Alt+Up and Alt+Down move"));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setEditTriggers(QAbstractItemView::EditKeyPressed);
    m_list->setSelectionMode(QAbstractItemView::NoSelection);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setTabKeyNavigation(false);
    m_list->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    m_list->viewport()->setBackgroundRole(QPalette::Window);
    m_list->setItemDelegate(new ViewDelegate(m_list));
    m_list->setModel(m_views);
    m_list->setContextMenuPolicy(Qt::ActionsContextMenu);
    m_list->installEventFilter(this);
    m_list->setProperty(ShownProperty, -1);
    setFocusProxy(m_list);
    buildMenu(!session.capabilities().readOnly);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 2);
    layout->setSpacing(0);
    layout->addWidget(m_heading);
    layout->addWidget(m_list);
    connect(m_list, &QAbstractItemView::clicked, this, &ViewsPanel::choose);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &ViewsPanel::followCurrent);
    connect(m_views, &ViewListModel::failed, this, &ViewsPanel::failed);
    connect(m_views, &QAbstractItemModel::modelAboutToBeReset, this, [this] { m_place = row(); });
    connect(m_views, &QAbstractItemModel::modelReset, this, &ViewsPanel::follow);
    follow();
}

void ViewsPanel::setSaveAction(QAction *action)
{
    auto *button = new QToolButton(m_heading);
    button->setObjectName(u"views.save"_s);
    button->setDefaultAction(action);
    button->setIcon(icon(Icon::New));
    button->setToolButtonStyle(Qt::ToolButtonIconOnly);
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::TabFocus);
    m_heading->layout()->addWidget(button);
}

void ViewsPanel::buildMenu(bool isWritable)
{
    const auto add = [this](const QString &name, const QString &text, const QKeySequence &keys, auto run) {
        auto *action = new QAction(text, this);
        action->setObjectName(u"views."_s + name);
        action->setShortcut(keys);
        action->setShortcutContext(Qt::WidgetShortcut);
        connect(action, &QAction::triggered, this, [this, run] {
            if (row() >= 0)
                run();
        });
        m_list->addAction(action);
        return action;
    };
    add(u"show"_s, tr("&Show"), {}, [this] { choose(m_list->currentIndex()); });
    if (!isWritable) {
        m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
        return;
    }
    connect(new RowDrag(m_list), &RowDrag::dropped, this, &ViewsPanel::move);
    add(u"replace"_s, tr("&Keep what is shown as this view"), {}, [this] { Q_EMIT replaceRequested(row()); });
    add(u"rename"_s, tr("&Rename"), QKeySequence(Qt::Key_F2), [this] { m_list->edit(m_list->currentIndex()); });
    add(u"duplicate"_s, tr("&Duplicate"), {}, [this] { m_views->duplicate(row()); });
    add(u"up"_s, tr("Move &up"), QKeySequence(Qt::ALT | Qt::Key_Up), [this] { move(row(), row() - 1); });
    add(u"down"_s, tr("Move do&wn"), QKeySequence(Qt::ALT | Qt::Key_Down), [this] { move(row(), row() + 1); });
    m_keepsDay =
        add(u"keepDay"_s, tr("&As of whatever day is chosen"), {}, [this] { setKeepsDay(m_keepsDay->isChecked()); });
    m_keepsDay->setCheckable(true);
    add(u"delete"_s, tr("D&elete"), QKeySequence(QKeySequence::Delete), [this] { m_views->remove(row()); });
}

void ViewsPanel::setKeepsDay(bool keeps)
{
    SavedView view = m_views->views().at(row());
    if (keeps)
        view.keepDay();
    else
        view.setAsOf({});
    m_views->replace(row(), view);
}

int ViewsPanel::row() const
{
    return m_list->currentIndex().isValid() ? m_list->currentIndex().row() : -1;
}

void ViewsPanel::move(int from, int to)
{
    if (from >= m_views->rowCount() || to < 0 || to >= m_views->rowCount())
        return;
    const QString name = m_views->views().at(from).name();
    whenDone(m_views->move(from, to), this, [this, name](const Result<Receipt> &result) {
        if (const qsizetype now = findView(m_views->views(), name); result && now >= 0)
            m_list->setCurrentIndex(m_views->index(static_cast<int>(now)));
    });
}

void ViewsPanel::follow()
{
    const int rows = m_views->rowCount();
    constexpr int MostRows = 10; // more are scrolled to
    const int height = m_list->sizeHintForRow(0);
    m_list->setFixedHeight(qMax(0, qMin(rows, MostRows) * height));
    m_list->setVisible(rows > 0);
    if (const int row = qMin(std::exchange(m_place, -1), rows - 1); row >= 0)
        m_list->setCurrentIndex(m_views->index(row));
    followCurrent();
    for (int i = 0; i < rows; ++i) {
        if (m_views->views().at(i).name() == m_renaming) {
            m_renaming.clear();
            m_list->setCurrentIndex(m_views->index(i));
            m_list->setFocus(Qt::OtherFocusReason);
            m_list->edit(m_views->index(i));
            break;
        }
    }
}

void ViewsPanel::followCurrent()
{
    if (m_keepsDay)
        m_keepsDay->setChecked(row() >= 0 && m_views->views().at(row()).keepsDay());
}

void ViewsPanel::add(const SavedView &view)
{
    const QString name = freeViewName(m_views->views(), view.name());
    m_renaming = name;
    whenDone(m_views->add(view), this, [this](const Result<Receipt> &result) {
        if (!result)
            m_renaming.clear();
    });
}

void ViewsPanel::setCurrent(qsizetype row)
{
    if (row == m_current)
        return;
    m_current = row;
    m_list->setProperty(ShownProperty, static_cast<int>(row));
    m_list->viewport()->update();
}

void ViewsPanel::choose(const QModelIndex &index)
{
    if (index.isValid())
        Q_EMIT viewChosen(m_views->views().at(index.row()));
}

bool ViewsPanel::eventFilter(QObject *object, QEvent *event)
{
    if (event->type() == QEvent::KeyPress && m_list->hasFocus()) { // not what ends the typing of a name
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Return || key == Qt::Key_Enter || key == Qt::Key_Space) {
            choose(m_list->currentIndex());
            return true;
        }
    }
    return QWidget::eventFilter(object, event);
}

void ViewsPanel::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        follow();
}

} // namespace Treatybook
