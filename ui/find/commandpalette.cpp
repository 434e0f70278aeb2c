#include "ui/find/commandpalette.h"

#include "domain/fold.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/plainlabel.h"
#include "ui/widgets/theme.h"

#include <QAction>
#include <QApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QPainter>
#include <QStandardItemModel>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

#include <algorithm>

namespace Treatybook {

using namespace Qt::StringLiterals;

namespace {

constexpr int NoteRole = Qt::UserRole;

class PaletteDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const override
    {
        return {100, option.fontMetrics.height() + 12};
    }
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const TimelineStyle look = lookOf(option.palette);
        if (option.state & QStyle::State_Selected)
            painter->fillRect(option.rect, softAccent(option.palette));
        const QRect inner = option.rect.adjusted(14, 0, -14, 0);
        const QString note = index.data(NoteRole).toString();
        const int noteWidth = note.isEmpty() ? 0 : option.fontMetrics.horizontalAdvance(note) + 16;
        painter->setPen(look.text);
        painter->drawText(
            inner.adjusted(0, 0, -noteWidth, 0), Qt::AlignVCenter | Qt::AlignLeft,
            option.fontMetrics.elidedText(index.data().toString(), Qt::ElideRight, inner.width() - noteWidth));
        painter->setPen(look.dim);
        painter->drawText(inner, Qt::AlignVCenter | Qt::AlignRight, note);
    }
};

} // namespace

QList<PaletteEntry> commandsNamed(const QList<QAction *> &actions, const QString &typed)
{
    const QList<QByteArray> words = fold(typed).split(' ');
    QList<PaletteEntry> entries;
    for (QAction *action : actions) {
        QString name = action->text();
        name.replace(u"&&"_s, u"\u0001"_s).remove(u'&').replace(u'\u0001', u'&');
        const QByteArray folded = ' ' + fold(name);
        const bool isMeant =
            std::ranges::all_of(words, [&](const QByteArray &word) { return folded.contains(' ' + word); });
        if (action->isEnabled() && (typed.trimmed().isEmpty() || isMeant))
            entries.append(
                {name, action->shortcut().toString(QKeySequence::NativeText), [action] { action->trigger(); }});
    }
    return entries;
}

CommandPalette::CommandPalette(Source source, QWidget *window)
    : QFrame(window)
    , m_source(std::move(source))
    , m_line(new QLineEdit(this))
    , m_list(new QListView(this))
    , m_rows(new QStandardItemModel(this))
{
    setObjectName(u"palette"_s);
    setAccessibleName(tr("Commands and records"));
    m_line->setObjectName(u"palette.line"_s);
    m_line->setAccessibleName(tr("Name of a command or record"));
    m_line->setPlaceholderText(tr("Name of a command or record"));
    m_line->addAction(icon(Icon::Search), QLineEdit::LeadingPosition);
    m_line->installEventFilter(this);
    m_list->setObjectName(u"palette.list"_s);
    m_list->setAccessibleName(tr("Commands and records"));
    m_list->setModel(m_rows);
    m_list->setItemDelegate(new PaletteDelegate(m_list));
    m_list->setFrameShape(NoFrame);
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setUniformItemSizes(true);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(10, 10, 10, 8);
    layout->addWidget(m_line);
    layout->addWidget(m_list, 1);
    connect(m_line, &QLineEdit::textChanged, this, &CommandPalette::follow);
    connect(m_list, &QAbstractItemView::clicked, this, [this](const QModelIndex &index) { run(index.row()); });
    window->installEventFilter(this);
    hide();
}

void CommandPalette::open()
{
    m_before = QApplication::focusWidget();
    m_line->clear();
    follow({});
    place();
    show();
    raise();
    m_line->setFocus(Qt::ShortcutFocusReason);
}

void CommandPalette::place()
{
    const QSize room = parentWidget()->size();
    const int width = qMin(640, room.width() - 20), height = qMin(420, room.height() - 60);
    setGeometry((room.width() - width) / 2, 40, width, height);
}

void CommandPalette::follow(const QString &typed)
{
    m_entries = m_source(typed);
    m_rows->clear();
    for (const PaletteEntry &entry : std::as_const(m_entries)) {
        auto *item = new QStandardItem(shortened(entry.name));
        item->setData(entry.note, NoteRole);
        item->setData(u"%1 %2"_s.arg(entry.name, entry.note), Qt::AccessibleTextRole);
        m_rows->appendRow(item);
    }
    if (!m_entries.isEmpty())
        m_list->setCurrentIndex(m_rows->index(0, 0));
}

void CommandPalette::step(int by)
{
    if (m_entries.isEmpty())
        return;
    const int row = std::clamp(m_list->currentIndex().row() + by, 0, static_cast<int>(m_entries.size()) - 1);
    m_list->setCurrentIndex(m_rows->index(row, 0));
}

void CommandPalette::run(int row)
{
    if (row < 0 || row >= m_entries.size())
        return;
    const std::function<void()> chosen = m_entries.at(row).run;
    close(true); // what is done may move the focus on
    chosen();
}

void CommandPalette::close(bool goesBack)
{
    if (goesBack && m_before)
        m_before->setFocus(Qt::OtherFocusReason);
    hide();
    m_entries.clear();
}

bool CommandPalette::eventFilter(QObject *object, QEvent *event)
{
    if (object != m_line) {
        if (event->type() == QEvent::Resize && isVisible())
            place();
        return QFrame::eventFilter(object, event);
    }
    if (event->type() == QEvent::FocusOut && isVisible())
        close(false);
    if (event->type() == QEvent::ShortcutOverride && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape) {
        event->accept(); // not the search box's
        return true;
    }
    if (event->type() != QEvent::KeyPress)
        return false;
    constexpr int Page = 8;
    switch (static_cast<QKeyEvent *>(event)->key()) {
    case Qt::Key_Up:
        step(-1);
        return true;
    case Qt::Key_Down:
        step(1);
        return true;
    case Qt::Key_PageUp:
        step(-Page);
        return true;
    case Qt::Key_PageDown:
        step(Page);
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        run(m_list->currentIndex().row());
        return true;
    case Qt::Key_Escape:
        close(true);
        return true;
    default:
        return false;
    }
}

void CommandPalette::paintEvent(QPaintEvent *)
{
    const TimelineStyle look = lookOf(palette());
    QPainter painter(this);
    painter.fillRect(rect(), palette().base());
    painter.setPen(look.line);
    painter.drawRect(rect().adjusted(0, 0, -1, -1));
}

} // namespace Treatybook
