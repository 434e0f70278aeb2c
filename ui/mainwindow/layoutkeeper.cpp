#include "ui/mainwindow/layoutkeeper.h"

#include "itemmodels/facetmodel.h"
#include "ui/find/asofbox.h"
#include "ui/find/facetpanel.h"
#include "ui/mainwindow/bookview.h"
#include "ui/mainwindow/recentbooks.h"
#include "ui/mainwindow/settings.h"
#include "ui/mainwindow/windowplace.h"
#include "ui/table/agreementtable.h"
#include "ui/table/tablecolumns.h"
#include "ui/timeline/timelineview.h"

#include <QAction>
#include <QEvent>
#include <QGuiApplication>
#include <QJsonArray>
#include <QMainWindow>
#include <QScreen>
#include <QSplitter>

#include <chrono>
#include <optional>

namespace Treatybook {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int Largest = 20'000; ///< pixels; no screen is that wide
const auto Window = u"window"_s, Splitters = u"splitters"_s, TableKey = u"columns"_s, Sort = u"sort"_s,
           Books = u"books"_s, Hidden = u"hidden"_s, FacetsKey = u"facets"_s;
const auto Record = u"record"_s, AsOf = u"asOf"_s, Timeline = u"timeline"_s, Today = u"today"_s,
           Choices = u"timelineChoices"_s;

/// A whole number in that range, or nothing.
std::optional<int> number(const QJsonValue &value, int least, int most)
{
    const double real = value.toDouble(least - 1.0);
    if (!(real >= least && real <= most))
        return {};
    return static_cast<int>(real);
}

std::optional<QRect> rectangle(const QJsonValue &value)
{
    const auto x = number(value[u"x"], -Largest, Largest), y = number(value[u"y"], -Largest, Largest);
    const auto width = number(value[u"width"], 200, Largest), height = number(value[u"height"], 150, Largest);
    if (!x || !y || !width || !height)
        return {};
    return QRect(*x, *y, *width, *height);
}

/// The main screen first.
QList<QRect> freeAreas()
{
    QList<QRect> areas;
    const QScreen *main = QGuiApplication::primaryScreen();
    for (const QScreen *screen : QGuiApplication::screens())
        areas.insert(screen == main ? 0 : areas.size(), screen->availableGeometry());
    return areas;
}

} // namespace

LayoutKeeper::LayoutKeeper(QMainWindow &window, Settings &settings, AsOfBox &asOf)
    : QObject(&window), m_window(window), m_settings(settings), m_asOf(asOf)
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(1s);
    connect(&m_soon, &QTimer::timeout, this, &LayoutKeeper::keep);
    connect(&asOf, &AsOfBox::dayChanged, &m_soon, qOverload<>(&QTimer::start));
    placeWindow();
    window.installEventFilter(this);
}

void LayoutKeeper::placeWindow()
{
    const QList<QRect> areas = freeAreas();
    const QJsonValue saved = m_settings.value({Window});
    if (const auto wanted = rectangle(saved)) {
        const QRect place = visiblePlace(*wanted, areas);
        m_window.resize(place.size());
        m_window.move(place.topLeft());
    } else {
        m_window.resize(areas.isEmpty() ? QSize(1440, 900) : usualSize(areas.first()));
    }
    if (saved[u"maximized"].toBool())
        m_window.setWindowState(m_window.windowState() | Qt::WindowMaximized);
}

void LayoutKeeper::keepShown(QAction *action)
{
    m_shown.append(action);
    action->setChecked(!m_settings.value({Hidden, action->objectName()}).toBool());
    connect(action, &QAction::toggled, this, [this, action](bool shown) {
        m_settings.set({Hidden, action->objectName()}, shown ? QJsonValue() : true);
    });
}

void LayoutKeeper::setBook(BookView *book)
{
    if (m_book)
        keep();
    m_soon.stop();
    m_book = book;
    m_loaded = false;
    if (!book)
        return;
    arrangeTable();
    arrangeFacets();
    arrangeSplitters();
    restoreAsOf();
    const auto soon = [this] { m_soon.start(); };
    for (const QSplitter *splitter : book->findChildren<QSplitter *>())
        connect(splitter, &QSplitter::splitterMoved, this, soon);
    connect(&book->table().columns(), &TableColumns::changed, this, soon);
    connect(&book->facets().facets(), &FacetModel::shownChanged, this, soon);
    connect(&book->model(), &QAbstractItemModel::layoutChanged, this, soon);
    connect(&book->session().selection(), &Selection::currentChanged, this, soon);
    connect(&book->timeline(), &TimelineView::windowChanged, this, soon);
    book->timeline().setChoices(TimelineChoices::fromJson(m_settings.value({Books, book->path(), Choices}).toObject()));
    connect(&book->timeline(), &TimelineView::choicesChanged, this, soon);
}

void LayoutKeeper::bookLoaded()
{
    BookView &book = *m_book;
    m_loaded = true;
    const QJsonValue saved = m_settings.value({Books, book.path()});
    Selection &selection = book.session().selection();
    const bool untouched = !selection.current() || book.model().rowOf(*selection.current()) == 0;
    if (const auto slot = book.session().store().slotOf(QUuid(saved[Record].toString())); slot && untouched)
        selection.select(*slot);

    const auto first = number(saved[Timeline][0], MinDay, MaxDay), last = number(saved[Timeline][1], MinDay, MaxDay);
    if (first && last && *first < *last)
        book.timeline().setScale(Scale::fitting(*first, *last, book.timeline().scale().width(), 0), WindowMove::Follow);
}

void LayoutKeeper::reset()
{
    m_soon.stop();
    forget(m_settings);
    m_window.setWindowState(m_window.windowState() & ~(Qt::WindowMaximized | Qt::WindowFullScreen));
    placeWindow();
    for (QAction *action : std::as_const(m_shown))
        action->setChecked(true);
    if (!m_book)
        return;
    m_book->facets().facets().setShown(usualFacets());
    m_book->table().columns().setColumns({});
    m_book->table().setSort({{Field::Date, Qt::AscendingOrder}});
    m_book->arrangeAsUsual();
    m_book->timeline().setChoices({});
    m_book->timeline().fit();
}

void LayoutKeeper::forget(Settings &settings)
{
    for (const QString &name : {Window, Splitters, TableKey, Sort, Hidden, FacetsKey})
        settings.set({name}, {});
    for (const RecentBook &book : RecentBooks(settings).all()) {
        settings.set({Books, book.path, Record}, {});
        settings.set({Books, book.path, Timeline}, {});
        settings.set({Books, book.path, Choices}, {});
    }
}

bool LayoutKeeper::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::Move:
    case QEvent::Resize:
    case QEvent::WindowStateChange:
        m_soon.start();
        break;
    case QEvent::Close:
        keep();
        break;
    default:
        break;
    }
    return QObject::eventFilter(watched, event);
}

void LayoutKeeper::keep()
{
    m_soon.stop();
    keepWindow();
    if (!m_book)
        return;
    for (const QSplitter *splitter : m_book->findChildren<QSplitter *>()) {
        const QJsonArray before = m_settings.value({Splitters, splitter->objectName()}).toArray();
        QJsonArray sizes;
        for (int i = 0; i < splitter->count(); ++i) { // what is hidden will be as wide as it was
            const bool shown = splitter->widget(i)->isVisible();
            const QSize usual = splitter->widget(i)->sizeHint();
            const int hidden = splitter->orientation() == Qt::Vertical ? usual.height() : usual.width();
            sizes.append(shown ? splitter->sizes().at(i) : before[i].toInt(hidden));
        }
        if (!splitter->objectName().isEmpty() && splitter->isVisible() && m_book->hasOwnSizes())
            m_settings.set({Splitters, splitter->objectName()}, sizes);
    }
    keepTable();
    keepFacets();
    if (m_loaded)
        keepBook();
}

void LayoutKeeper::keepWindow()
{
    if (!m_window.isVisible() || m_window.isMinimized())
        return;
    const bool maximized = m_window.isMaximized();
    m_settings.set({Window, u"maximized"_s}, maximized);
    if (maximized || m_window.isFullScreen())
        return; // the place it goes back to is the last one that was kept
    m_settings.set({Window, u"x"_s}, m_window.x());
    m_settings.set({Window, u"y"_s}, m_window.y());
    m_settings.set({Window, u"width"_s}, m_window.width());
    m_settings.set({Window, u"height"_s}, m_window.height());
}

void LayoutKeeper::keepTable()
{
    QJsonArray columns;
    if (!m_book->table().columns().isUsual()) {
        for (const TableColumn &column : m_book->table().columns().columns())
            columns.append(QJsonObject{{u"field"_s, fieldInfo(column.field).keyText()}, {u"width"_s, column.width}});
    }
    m_settings.set({TableKey}, columns.isEmpty() ? QJsonValue() : columns);
    QJsonArray sort;
    for (const SortKey &key : m_book->model().sortKeys())
        sort.append((key.order == Qt::DescendingOrder ? u"-"_s : QString()) + fieldInfo(key.field).keyText());
    m_settings.set({Sort}, sort);
}

void LayoutKeeper::keepFacets()
{
    const QList<Facet> &shown = m_book->facets().facets().shown();
    QJsonArray facets;
    for (const Facet facet : shown)
        facets.append(facetInfo(facet).keyText());
    m_settings.set({FacetsKey}, shown == usualFacets() ? QJsonValue() : facets);
}

void LayoutKeeper::keepBook()
{
    const auto set = [this](const QString &name, const QJsonValue &value) {
        m_settings.set({Books, m_book->path(), name}, value);
    };
    const auto current = m_book->session().selection().current();
    set(Record,
        current ? m_book->session().store().record(*current).id().toString(QUuid::WithoutBraces) : QJsonValue());
    set(AsOf, m_asOf.chosenDay() ? dayText(*m_asOf.chosenDay()) : Today);
    const TimelineView &timeline = m_book->timeline();
    const QJsonObject choices = timeline.choices().toJson();
    set(Choices, choices.isEmpty() ? QJsonValue() : choices);
    const auto day = [](double value) { return qBound<int>(MinDay, qRound(value), MaxDay); };
    if (timeline.isFitted())
        set(Timeline, {});
    else
        set(Timeline, QJsonArray{day(timeline.scale().firstDay()), day(timeline.scale().lastDay()) - 1});
}

void LayoutKeeper::arrangeFacets()
{
    const QJsonValue saved = m_settings.value({FacetsKey});
    if (!saved.isArray())
        return;
    QList<Facet> shown;
    for (const FacetInfo &info : facetTable()) {
        if (saved.toArray().contains(info.keyText()))
            shown.append(info.facet);
    }
    m_book->facets().facets().setShown(shown);
}

void LayoutKeeper::arrangeTable()
{
    QList<TableColumn> columns;
    for (const QJsonValue &value : m_settings.value({TableKey}).toArray()) {
        const FieldInfo *info = findField(value[u"field"].toString());
        const auto width = number(value[u"width"], 10, Largest);
        const auto same = [info](const TableColumn &column) { return column.field == info->field; };
        if (info && width && std::none_of(columns.begin(), columns.end(), same))
            columns.append({info->field, *width});
    }
    m_book->table().columns().setColumns(columns);

    QList<SortKey> keys;
    for (const QJsonValue &value : m_settings.value({Sort}).toArray()) {
        const QString key = value.toString();
        const bool down = key.startsWith(u'-');
        if (const FieldInfo *info = findField(key.mid(down ? 1 : 0)))
            keys.append({info->field, down ? Qt::DescendingOrder : Qt::AscendingOrder});
    }
    if (!keys.isEmpty())
        m_book->table().setSort(keys);
}

void LayoutKeeper::arrangeSplitters()
{
    for (QSplitter *splitter : m_book->findChildren<QSplitter *>()) {
        const QJsonArray saved = m_settings.value({Splitters, splitter->objectName()}).toArray();
        QList<int> sizes;
        for (const QJsonValue &value : saved) {
            if (const auto size = number(value, 0, Largest))
                sizes.append(*size);
        }
        if (splitter->objectName().isEmpty() || sizes.size() != splitter->count() || saved.size() != sizes.size())
            continue;
        splitter->setSizes(sizes);
        Q_EMIT splitter->splitterMoved(sizes.first(), 1); // these are a person's sizes, not the usual ones
    }
}

void LayoutKeeper::restoreAsOf()
{
    const QString saved = m_settings.value({Books, m_book->path(), AsOf}).toString();
    if (saved == Today)
        m_asOf.choose({});
    else if (const auto day = parseDay(saved))
        m_asOf.choose(*day);
}

} // namespace Treatybook
