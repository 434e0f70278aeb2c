#include "screens/states.h"

#include "itemmodels/facetmodel.h"
#include "screens/stage.h"
#include "storage/book.h"
#include "ui/find/facetpanel.h"
#include "ui/mainwindow/bookview.h"
#include "ui/table/agreementtable.h"
#include "ui/table/columnmenu.h"
#include "ui/table/tablecolumns.h"
#include "ui/timeline/datehandles.h"
#include "ui/timeline/timelineview.h"

#include <QAbstractButton>
#include <QFile>
#include <QHeaderView>
#include <QLineEdit>
#include <QMenuBar>
#include <QTest>

using namespace Qt::StringLiterals;

namespace Treatybook::Screens {

namespace {

constexpr QSize Narrow(1000, 700), Small(1024, 768), Wide(1920, 1080);

void openMenu(Stage &stage, const QString &title)
{
    for (QAction *action : stage.window().menuBar()->actions()) {
        if (action->text() == title)
            action->menu()->popup(
                stage.window().menuBar()->mapToGlobal(stage.window().menuBar()->actionGeometry(action).bottomLeft()));
    }
}

void leaveThreeBooks(Stage &stage)
{
    for (const QString &name : {u"Archive 1961–1990"_s, u"Ministry of Health & partners"_s}) {
        const QString path = stage.path(u"Documents/%1.treatybook"_s.arg(name));
        if (!createBook(path))
            qFatal("no book");
        stage.open(path);
    }
    stage.openSample();
    QFile::remove(stage.path(u"Documents/Archive 1961–1990.treatybook"_s));
    stage.trigger(Command::CloseBook);
}

void oneRecord(Stage &stage)
{
    stage.openSample();
    stage.choose(u"Defence cooperation plan 2017–2019"_s);
}

void typing(Stage &stage)
{
    oneRecord(stage);
    auto *title = stage.find<QLineEdit>(u"form.title"_s);
    title->setFocus();
    title->selectAll();
    QTest::keyClicks(title, u"Defence cooperation plan 2017-2019, seen in the archive"_s);
}

void search(Stage &stage)
{
    stage.openSample();
    stage.search(u"cooperation"_s);
}

void emptyResult(Stage &stage)
{
    stage.openSample();
    stage.search(u"nothing is called so"_s);
}

void emptyBook(Stage &stage)
{
    stage.dialogs().savePath = stage.path(u"Documents/New book.treatybook"_s);
    stage.trigger(Command::NewBook);
}

void columns(Stage &stage)
{
    stage.openSample();
    for (const Field field : {Field::Subjects, Field::Place, Field::NextStep})
        stage.book().table().columns().setShown(field, true);
    stage.book().table().setSort({{Field::Status, Qt::DescendingOrder}, {Field::Date, Qt::AscendingOrder}});
    stage.book().table().columnMenu()->popup(stage.book().table().horizontalHeader()->mapToGlobal(QPoint(300, 20)));
}

void facets(Stage &stage)
{
    stage.openSample();
    Filter filter = stage.book().model().filter();
    filter.toggle(Facet::Nature, u"instrument"_s);
    filter.toggle(Facet::Kind, u"agreement"_s);
    filter.toggle(Facet::Kind, u"cooperation-plan"_s);
    filter.toggle(Facet::Subject, u"defence"_s);
    filter.clear(Facet::Nature);
    stage.book().model().setFilter(filter);
    stage.search(u"coop"_s);
}

void excluded(Stage &stage)
{
    stage.openSample();
    stage.book().facets().facets().setShown({Facet::Kind, Facet::Place, Facet::SourceKind, Facet::Confidence});
    Filter filter;
    filter.toggle(Facet::Kind, u"agreement"_s);
    filter.toggleExcluded(Facet::SourceKind, u"press"_s);
    stage.book().model().setFilter(filter);
    stage.search(u"signed:2000..2022 OR quantity>=100"_s);
}

/// Of its hundreds of values those with a text; nothing typed shows all.
void facetsMany(Stage &stage, const QString &typed)
{
    stage.openGenerated(8'034);
    FacetPanel &panel = stage.book().facets();
    panel.facets().setShown({Facet::Participant, Facet::Place, Facet::Kind});
    stage.settle();
    panel.showFacet(Facet::Participant);
    panel.facets().setShowsAll(Facet::Participant, true);
    stage.settle();
    auto *search = stage.find<QLineEdit>(u"facet.party.search"_s);
    search->setFocus();
    QTest::keyClicks(search, typed);
    if (typed.isEmpty())
        return;
    stage.settle();
    Filter filter;
    filter.toggle(Facet::Participant, u"Portugal"_s);
    filter.toggle(Facet::Participant, u"Poland"_s);
    stage.book().model().setFilter(filter);
    search->setFocus();
}

/// A chosen value that no record is left with stays to be seen.
void facetsNone(Stage &stage)
{
    stage.openSample();
    Filter filter;
    filter.toggle(Facet::Kind, u"award"_s);
    filter.toggle(Facet::Kind, u"visit"_s);
    filter.toggle(Facet::Decade, u"200X"_s);
    stage.book().model().setFilter(filter);
}

void hits(Stage &stage)
{
    stage.openSample();
    stage.search(u"coop \"y te\""_s);
    stage.choose(u"Cooperation on the health of officers of the two militaries"_s);
    stage.book().timeline().setFocus();
    QTest::keyClick(&stage.book().timeline(), Qt::Key_Down);
    stage.settle(1500);
}

void mistake(Stage &stage)
{
    stage.openSample();
    stage.search(u"defence"_s);
    stage.search(u"defence signed:20x1"_s);
}

void completion(Stage &stage)
{
    stage.openSample();
    auto *search = stage.find<QLineEdit>(u"search"_s);
    search->setFocus();
    QTest::keyClicks(search, u"party:c"_s);
}

void panel(Stage &stage, Command page, const QString &day)
{
    stage.openSample();
    stage.setAsOf(day);
    stage.trigger(page);
    stage.settle(600);
}

void palette(Stage &stage, const QString &typed)
{
    stage.openSample();
    stage.trigger(Command::Palette);
    stage.settle();
    QTest::keyClicks(stage.find<QLineEdit>(u"palette.line"_s), typed);
}

void ourSide(Stage &stage)
{
    stage.openSample();
    stage.trigger(Command::OurSide);
    stage.settle();
    QTest::keyClicks(stage.find<QLineEdit>(u"side.who"_s), u"Viet"_s);
}

void typedDate(Stage &stage)
{
    oneRecord(stage);
    auto *date = stage.find<QLineEdit>(u"form.date"_s);
    date->setFocus();
    date->selectAll();
    QTest::keyClicks(date, u"3/4/2017"_s);
}

void importTable(Stage &stage)
{
    stage.openSample();
    QFile file(stage.path(u"Documents/treaties.csv"_s));
    if (!file.open(QIODevice::WriteOnly))
        qFatal("no table");
    file.write("title,kind,date,in_force,participants,Shelf\r\n"
               "Air services agreement,agreement,2019-05-02,2020-01-01,Viet Nam; Cuba,A 12\r\n"
               "Extradition treaty,treaty,31/31/2004,,Viet Nam; Cuba,A 13\r\n"
               "Exchange of notes on visas,exchange-of-notes,2012-03,2012-02-01,Viet Nam; Cuba,A 14\r\n"
               "Protocol on coffee,coffee,2015,,Viet Nam; Cuba,A 15\r\n");
    file.close();
    stage.dialogs().openPath = file.fileName();
    stage.trigger(Command::Import);
    stage.settle(1500);
}

void backups(Stage &stage)
{
    stage.openSample();
    for (const BackupReason reason : {BackupReason::Asked, BackupReason::Import}) {
        stage.book().session().repository().backUp(reason);
        stage.settle(1100); // their names hold the second
    }
    stage.trigger(Command::ShowBackups);
}

void bannerCut(Stage &stage)
{
    backups(stage);
    const QString path = stage.book().path();
    stage.trigger(Command::CloseBook);
    if (!QFile::resize(path, 8192))
        qFatal("not cut");
    stage.dialogs().openPath = path;
    stage.trigger(Command::OpenBook);
}

void bannerMissing(Stage &stage)
{
    stage.openSample();
    stage.dialogs().openPath = stage.path(u"Documents/Moved away.treatybook"_s);
    stage.trigger(Command::OpenBook);
}

void bannerDeleted(Stage &stage)
{
    oneRecord(stage);
    stage.trigger(Command::DeleteRecord);
}

void bannerReadOnly(Stage &stage)
{
    stage.openSample();
    const QString path = stage.book().path();
    stage.trigger(Command::CloseBook);
    const auto other = openBook(path, {.executor = BookOptions::Executor::Direct}); // as another program would
    stage.open(path);
    stage.settle();
}

void bannerExport(Stage &stage)
{
    stage.openSample();
    stage.dialogs().savePath = stage.path(u"no such folder/out.csv"_s);
    stage.trigger(Command::ExportCsv);
}

void asOfThePlan(Stage &stage)
{
    stage.openSample();
    stage.setAsOf(u"2021-10-01"_s);
}

void overview(Stage &stage)
{
    asOfThePlan(stage);
    auto *strip = stage.find<QWidget>(u"timeline.overview"_s);
    strip->setFocus();
    for (int i = 0; i < 2; ++i)
        QTest::keyClick(strip, Qt::Key_Left, Qt::ShiftModifier);
}

/// From one day to another, as a hand draws it on the axis.
void range(Stage &stage)
{
    asOfThePlan(stage);
    TimelineView &timeline = stage.book().timeline();
    timeline.setScale(Scale::fitting(dayNumber(2010, 1, 1), dayNumber(2023, 1, 1), timeline.scale().width()));
    const auto axis = [&](Day day) { return QPoint(qRound(timeline.scene().frame().x(day)), 14); };
    const QPoint from = axis(dayNumber(2014, 3, 1)), to = axis(dayNumber(2018, 2, 5));
    QTest::mousePress(timeline.viewport(), Qt::LeftButton, {}, from);
    QTest::mouseMove(timeline.viewport(), (from + to) / 2);
    QTest::mouseMove(timeline.viewport(), to);
    QTest::mouseRelease(timeline.viewport(), Qt::LeftButton, {}, to);
}

void rangeFilter(Stage &stage)
{
    range(stage);
    stage.find<QAbstractButton>(u"timeline.rangeBar.filter"_s)->click();
}

/// In the middle of a drag.
void editDates(Stage &stage)
{
    asOfThePlan(stage);
    TimelineView &timeline = stage.book().timeline();
    timeline.setScale(Scale::fitting(dayNumber(2009, 1, 1), dayNumber(2025, 1, 1), timeline.scale().width()));
    timeline.setFocus();
    QTest::keyClick(&timeline, Qt::Key_D);
    stage.settle();
    for (const DateHandles::Placed &placed : stage.find<DateHandles>(u"timeline.handles"_s)->placed()) {
        const bool isPlan = stage.book().session().store().record(placed.slot)->term.text() == "2017/2019"_L1;
        if (!isPlan || placed.handle.end != BarEnd::End)
            continue;
        const QPoint from = placed.rect.center().toPoint();
        const QPoint to(qRound(timeline.scene().frame().x(dayNumber(2021, 5, 1))), from.y());
        QTest::mousePress(timeline.viewport(), Qt::LeftButton, {}, from);
        QTest::mouseMove(timeline.viewport(), (from + to) / 2);
        QTest::mouseMove(timeline.viewport(), to);
        return;
    }
}

void card(Stage &stage)
{
    oneRecord(stage);
    stage.setAsOf(u"2018-10-01"_s);
    stage.book().timeline().setFocus();
    QTest::keyClick(&stage.book().timeline(), Qt::Key_Down);
    QTest::keyClick(&stage.book().timeline(), Qt::Key_Up);
    stage.settle(1500);
}

void addUndated(Stage &stage, const QStringList &titles)
{
    ChangeSet set(u"Add"_s);
    for (const QString &title : titles) {
        Agreement record(QUuid::createUuid());
        record.edit().title = title;
        record.edit().kind = Kind::Memorandum;
        set.changes.append(Change::add(record));
    }
    stage.book().session().execute(set);
    stage.settle(600);
}

void tray(Stage &stage)
{
    stage.openSample();
    addUndated(stage, {u"Memorandum on archives"_s, u"Notes of a conversation"_s,
                       u"Exchange of letters on visits of ships to the port of Mariel, with no date on any page"_s});
    stage.find<QAbstractButton>(u"timeline.tray"_s)->click();
}

void trayOfMany(Stage &stage)
{
    stage.openSample();
    QStringList titles;
    for (int i = 1; i <= 620; ++i)
        titles.append(u"Letter %1 of the file"_s.arg(i));
    addUndated(stage, titles);
    stage.find<QAbstractButton>(u"timeline.tray"_s)->click();
}

} // namespace

std::vector<State> states()
{
    const auto dark = Appearance::Dark;
    const auto sample = [](Stage &stage) { stage.openSample(); };
    const auto bottom = [](Command page) { return [page](Stage &stage) { panel(stage, page, u"2021-10-01"_s); }; };
    const auto upcoming = [](Stage &stage) { panel(stage, Command::ShowUpcoming, u"2022-06-01"_s); };
    const auto generated = [](int count) { return [count](Stage &stage) { stage.openGenerated(count); }; };
    const auto menu = [](const QString &title) {
        return [title](Stage &stage) {
            stage.openSample();
            openMenu(stage, title);
        };
    };
    std::vector<State> all{
        {u"welcome"_s, [](Stage &) {}},
        {u"welcome-recent"_s, leaveThreeBooks},
        {u"welcome-dark"_s, leaveThreeBooks, {1440, 900}, dark},
        {u"welcome-narrow"_s, leaveThreeBooks, {700, 700}},
        {u"sample"_s, sample},
        {u"sample-dark"_s, sample, {1440, 900}, dark},
        {u"sample-wide"_s, sample, Wide},
        {u"sample-small"_s, sample, Small},
        {u"sample-narrow"_s, sample, Narrow},
        {u"as-of"_s, asOfThePlan},
        {u"record"_s, oneRecord, Wide},
        {u"record-typing-dark"_s, typing, Wide, dark},
        {u"overview"_s, overview, {1600, 900}},
        {u"overview-dark"_s, overview, {1600, 900}, dark},
        {u"overview-narrow"_s, overview, {1000, 600}},
        {u"range"_s, range, {1600, 900}},
        {u"range-dark"_s, range, {1600, 900}, dark},
        {u"range-narrow"_s, range, {1000, 600}},
        {u"range-filter"_s, rangeFilter, {1600, 900}},
        {u"edit-dates"_s, editDates, {1600, 900}},
        {u"edit-dates-dark"_s, editDates, {1600, 900}, dark},
        {u"edit-dates-narrow"_s, editDates, {1000, 600}},
        {u"card"_s, card, {1600, 900}},
        {u"card-dark"_s, card, {1600, 900}, dark},
        {u"tray"_s, tray, {1600, 900}},
        {u"tray-dark"_s, tray, {1000, 600}, dark},
        {u"tray-many"_s, trayOfMany, {1600, 900}},
        {u"menu-timeline"_s, menu(u"&Timeline"_s)},
        {u"search"_s, search},
        {u"search-dark"_s, search, {1440, 900}, dark},
        {u"empty-result"_s, emptyResult},
        {u"empty-book"_s, emptyBook},
        {u"empty-book-dark"_s, emptyBook, {1000, 600}, dark},
        {u"columns"_s, columns},
        {u"facets"_s, facets},
        {u"facets-dark"_s, facets, Wide, dark},
        {u"facets-narrow"_s, facets, Narrow},
        {u"excluded"_s, excluded},
        {u"excluded-dark"_s, excluded, Wide, dark},
        {u"facets-many"_s, [](Stage &stage) { facetsMany(stage, {}); }},
        {u"facets-many-dark"_s, [](Stage &stage) { facetsMany(stage, u"po"_s); }, Narrow, dark},
        {u"facets-none"_s, facetsNone},
        {u"hits"_s, hits, Wide},
        {u"hits-dark"_s, hits, Wide, dark},
        {u"mistake"_s, mistake},
        {u"mistake-dark"_s, mistake, Narrow, dark},
        {u"completion"_s, completion},
        {u"upcoming"_s, upcoming},
        {u"upcoming-dark"_s, upcoming, Narrow, dark},
        {u"problems"_s, bottom(Command::ShowProblems)},
        {u"problems-dark"_s, bottom(Command::ShowProblems), Wide, dark},
        {u"changes"_s, bottom(Command::ShowChanges)},
        {u"palette"_s, [](Stage &stage) { palette(stage, u"ex"_s); }},
        {u"palette-dark"_s, [](Stage &stage) { palette(stage, u"health"_s); }, Narrow, dark},
        {u"our-side"_s, ourSide},
        {u"our-side-dark"_s, ourSide, Narrow, dark},
        {u"typed-date"_s, typedDate},
        {u"import"_s, importTable},
        {u"import-dark"_s, importTable, {1440, 900}, dark},
        {u"backups"_s, backups},
        {u"backups-dark"_s, backups, {1440, 900}, dark},
        {u"menu-file"_s, menu(u"&File"_s)},
        {u"menu-view"_s, menu(u"&View"_s)},
        {u"menu-record-dark"_s, menu(u"&Record"_s), {1440, 900}, dark},
        {u"many-8034"_s, generated(8'034)},
        {u"many-8034-dark"_s, generated(8'034), {1440, 900}, dark},
        {u"many-100000"_s, generated(100'000)},
        {u"banner-missing"_s, bannerMissing},
        {u"banner-cut"_s, bannerCut},
        {u"banner-deleted"_s, bannerDeleted},
        {u"banner-read-only"_s, bannerReadOnly},
        {u"banner-read-only-dark"_s, bannerReadOnly, {1440, 900}, dark},
        {u"banner-export"_s, bannerExport},
        {u"banner-settings"_s, [](Stage &stage) { stage.writeSettings("not what we wrote"); }},
    };
    for (const State &state : timelineStates())
        all.push_back(state);
    return all;
}

} // namespace Treatybook::Screens
