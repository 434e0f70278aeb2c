#include "ui/mainwindow/welcome.h"

#include "ui/mainwindow/actions.h"
#include "ui/mainwindow/welcomebutton.h"
#include "ui/widgets/plainlabel.h"

#include <QAction>
#include <QFileInfo>
#include <QLabel>
#include <QLocale>
#include <QPainter>
#include <QTimer>
#include <QToolButton>
#include <QVBoxLayout>
#include <QtConcurrentRun>

#include <algorithm>

namespace Treatybook {

using namespace Qt::StringLiterals;

namespace {

/// One entry here is one way to get a book.
struct Way {
    Command command;
    Icon sign;
    const char *words;
};
#define WORDS(text) QT_TRANSLATE_NOOP("Treatybook::Welcome", text)
constexpr Way Ways[]{
    {Command::OpenSample, Icon::Sample, WORDS("Viet Nam – Cuba, in a copy of your own to try things with")},
    {Command::NewBook, Icon::New, WORDS("Empty, in a file that you choose")},
    {Command::OpenBook, Icon::Open, WORDS("A file that ends in .treatybook")},
    {Command::Import, Icon::Import, WORDS("Records from a CSV file, into a new book")},
};
#undef WORDS

constexpr qsizetype MostRecent = 8;
constexpr int TwoColumns = 900; ///< pixels, from which on they stand side by side

QString openedWords(const QDateTime &opened, const QLocale &locale)
{
    if (!opened.isValid())
        return {};
    const QDateTime then = opened.toLocalTime();
    const QDate today = QDate::currentDate();
    const QString time = locale.toString(then.time(), u"HH:mm"_s);
    if (then.date() == today)
        return Welcome::tr("today, %1", "opened at that time").arg(time);
    if (then.date() == today.addDays(-1))
        return Welcome::tr("yesterday, %1", "opened at that time").arg(time);
    return locale.toString(then.date(), u"d MMM yyyy"_s);
}

PlainLabel *heading(const QString &text, QWidget *parent)
{
    auto *label = new PlainLabel(text, parent);
    QFont bold = label->font();
    bold.setWeight(QFont::DemiBold);
    label->setFont(bold);
    label->setRole(QPalette::PlaceholderText);
    return label;
}

} // namespace

Welcome::Welcome(const Actions &actions, QWidget *parent) : QScrollArea(parent)
{
    setObjectName(u"welcome"_s);
    setFrameShape(NoFrame);
    setWidgetResizable(true);
    connect(&m_look, &QFutureWatcherBase::finished, this, &Welcome::showFiles);
    auto *page = new QWidget(this);
    page->setBackgroundRole(QPalette::Base);
    page->setAutoFillBackground(true);
    setWidget(page);

    auto *title = new PlainLabel(u"Treatybook"_s, page);
    QFont large = font();
    large.setPointSizeF(large.pointSizeF() * 2.2);
    large.setWeight(QFont::DemiBold);
    title->setFont(large);
    auto *words = new PlainLabel(
        tr("Treaties and agreements: what is in force, on which day, for whom, and what comes next."), page);
    words->setWordWrap(true);
    words->setRole(QPalette::PlaceholderText);

    m_columns = new QBoxLayout(QBoxLayout::LeftToRight);
    m_columns->setSpacing(40);
    m_columns->addWidget(buildActions(actions), 1, Qt::AlignTop);
    m_columns->addWidget(buildRecent(), 1, Qt::AlignTop);

    auto *block = new QWidget(page);
    block->setMaximumWidth(980);
    auto *column = new QVBoxLayout(block);
    column->setContentsMargins(24, 24, 24, 24);
    column->setSpacing(6);
    column->addWidget(title);
    column->addWidget(words);
    column->addSpacing(24);
    column->addLayout(m_columns);
    auto *row = new QHBoxLayout;
    row->addStretch(1);
    row->addWidget(block, 100);
    row->addStretch(1);
    auto *rows = new QVBoxLayout(page);
    rows->setContentsMargins({});
    rows->addStretch(2);
    rows->addLayout(row);
    rows->addStretch(3);
}

QWidget *Welcome::buildActions(const Actions &actions)
{
    auto *pane = new QWidget(widget());
    auto *column = new QVBoxLayout(pane);
    column->setContentsMargins({});
    column->setSpacing(8);
    column->addWidget(heading(tr("Start"), pane));
    for (const Way &way : Ways) {
        QAction *action = actions[way.command];
        auto *button = new WelcomeButton(way.sign, QString(action->text()).remove(u'&').remove(u'…'),
                                         tr(way.words), pane);
        button->setObjectName(u"welcome.%1"_s.arg(action->objectName().section(u'.', 1)));
        button->setProperty("primary", way.command == Command::OpenSample);
        button->setRemark(action->shortcut().toString(QKeySequence::NativeText));
        connect(button, &QPushButton::clicked, action, &QAction::trigger);
        column->addWidget(button);
    }
    return pane;
}

QWidget *Welcome::buildRecent()
{
    auto *pane = new QWidget(widget());
    auto *column = new QVBoxLayout(pane);
    column->setContentsMargins({});
    column->setSpacing(8);
    column->addWidget(heading(tr("Opened before"), pane));
    m_none = new PlainLabel(tr("Nothing yet. The sample is a good first look: it is a copy of your own, in which nothing "
                               "can go wrong. A book can also be dropped onto this window."), pane);
    m_none->setObjectName(u"welcome.none"_s);
    m_none->setWordWrap(true);
    m_none->setRole(QPalette::PlaceholderText);
    m_recent = new QVBoxLayout;
    m_recent->setSpacing(8);
    column->addWidget(m_none);
    column->addLayout(m_recent);
    return pane;
}

void Welcome::setRecent(const QList<RecentBook> &books)
{
    if (books == m_books && (books.isEmpty() || m_recent->count() > 0))
        return lookForFiles();
    m_books = books;
    while (QLayoutItem *item = m_recent->takeAt(0)) {
        item->widget()->hide();
        item->widget()->setParent(nullptr); // findChild() shall find its successor
        item->widget()->deleteLater();
        delete item;
    }
    m_none->setVisible(books.isEmpty());
    for (const RecentBook &book : books.first(qMin(books.size(), MostRecent)))
        addRecent(book);
    focusFirst();
    lookForFiles();
}

void Welcome::addRecent(const RecentBook &book)
{
    auto *line = new QWidget(m_none->parentWidget());
    auto *row = new QHBoxLayout(line);
    row->setContentsMargins({});
    row->setSpacing(2);
    auto *button = new WelcomeButton(Icon::Book, book.name(), book.folder(), line);
    button->setObjectName(u"welcome.recent%1"_s.arg(m_recent->count()));
    button->setToolTip(plainToolTip(book.path));
    button->setRemark(openedWords(book.opened, locale()));
    connect(button, &QPushButton::clicked, this, [this, path = book.path] { Q_EMIT bookRequested(path); });

    auto *forget = new QAction(icon(Icon::Close), tr("Remove from this list"), button);
    forget->setObjectName(button->objectName() + ".forget"_L1);
    forget->setShortcut(Qt::Key_Delete);
    forget->setShortcutContext(Qt::WidgetShortcut);
    // Its button is still at work when the list is made anew.
    connect(forget, &QAction::triggered, this, [this, path = book.path] { Q_EMIT bookForgotten(path); },
            Qt::QueuedConnection);
    button->addAction(forget);
    button->setContextMenuPolicy(Qt::ActionsContextMenu);
    auto *cross = new QToolButton(line);
    cross->setDefaultAction(forget);
    cross->setAutoRaise(true);
    cross->setFocusPolicy(Qt::NoFocus);
    cross->setToolTip(tr("Remove from this list (Delete); the file stays"));
    row->addWidget(button, 1);
    row->addWidget(cross);
    m_recent->addWidget(line);
}

void Welcome::lookForFiles()
{
    if (m_look.isRunning())
        return; // showFiles() looks again if the list is another by then
    m_lookedFor = m_books.first(qMin(m_books.size(), MostRecent));
    m_look.setFuture(QtConcurrent::run([books = m_lookedFor] {
        QList<bool> there;
        for (const RecentBook &book : books)
            there.append(QFileInfo::exists(book.path));
        return there;
    }));
}

void Welcome::showFiles()
{
    if (m_lookedFor != m_books.first(qMin(m_books.size(), MostRecent)))
        return lookForFiles();
    const QList<bool> there = m_look.result();
    for (qsizetype i = 0; i < there.size(); ++i) {
        auto *button = findChild<WelcomeButton *>(u"welcome.recent%1"_s.arg(i));
        button->setPale(!there.at(i));
        button->setRemark(there.at(i) ? openedWords(m_books.at(i).opened, locale()) : tr("not there now"));
    }
}

void Welcome::focusFirst()
{
    auto *first = findChild<WelcomeButton *>(m_books.isEmpty() ? u"welcome.openSample"_s : u"welcome.recent0"_s);
    if (first && isVisible())
        first->setFocus(Qt::OtherFocusReason);
}

void Welcome::showEvent(QShowEvent *event)
{
    QScrollArea::showEvent(event);
    lookForFiles();
    QTimer::singleShot(0, this, &Welcome::focusFirst); // the window gives the focus to its first input
}

void Welcome::resizeEvent(QResizeEvent *event)
{
    QScrollArea::resizeEvent(event);
    m_columns->setDirection(width() < TwoColumns ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
}

} // namespace Treatybook
