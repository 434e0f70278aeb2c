#include "ui/mainwindow/layoutkeeper.h"

#include "itemmodels/facetmodel.h"
#include "support/testregistry.h"
#include "tests/ui/fakewindow.h"
#include "ui/find/asofbox.h"
#include "ui/find/facetpanel.h"
#include "ui/form/agreementform.h"
#include "ui/mainwindow/actions.h"
#include "ui/mainwindow/recentbooks.h"
#include "ui/table/agreementtable.h"
#include "ui/table/tablecolumns.h"
#include "ui/timeline/timelineview.h"

#include <QAction>
#include <QHeaderView>
#include <QJsonArray>
#include <QRandomGenerator>
#include <QScreen>
#include <QSplitter>
#include <QTest>

using namespace Treatybook;
using namespace Treatybook::Test;
using namespace Qt::StringLiterals;

class TstLayoutKeeper : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_window = std::make_unique<FakeWindow>();
        FakeWindow &window = *m_window;
        window.makeBook(u"a"_s, {u"Alpha"_s, u"Beta"_s, u"Gamma"_s});
        window.makeBook(u"b"_s, {u"Another"_s});
        window.start();
    }
    void cleanup() { m_window.reset(); }

    void placeIsRemembered()
    {
        FakeWindow &window = *m_window;
        window->resize(700, 500);
        window->move(40, 60);
        window.restart();
        QCOMPARE(window->size(), QSize(700, 500));
        QCOMPARE(window->pos(), QPoint(40, 60));
        window->showMaximized();
        QTRY_VERIFY(window->isMaximized());
        window.restart();
        QVERIFY(window->isMaximized());
        window->showNormal();
        QTRY_COMPARE(window->size(), QSize(700, 500));
    }

    void windowIsNeverOutOfSight()
    {
        FakeWindow &window = *m_window;
        const QRect screen = QGuiApplication::primaryScreen()->availableGeometry();
        window.quit();
        window.settings().set({u"window"_s},
                              QJsonObject{{u"x"_s, 5000}, {u"y"_s, 100}, {u"width"_s, 600}, {u"height"_s, 400}});
        window.start();
        QVERIFY(screen.contains(window->geometry()));
        QCOMPARE(window->size(), QSize(600, 400));
    }

    void oddSettingsAreNotUsed()
    {
        FakeWindow &window = *m_window;
        QRandomGenerator random(11);
        const QList<QJsonValue> odd{QJsonValue(),
                                    true,
                                    -1,
                                    1e300,
                                    -1e300,
                                    0.5,
                                    u"text"_s,
                                    QJsonArray{},
                                    QJsonArray{1, 2, 3, 4, 5},
                                    QJsonArray{-1, 1e9},
                                    QJsonArray{0, 0},
                                    QJsonArray{300, 0},
                                    QJsonArray{u"title"_s, u"-title"_s, u"nothing"_s, 3},
                                    QJsonArray{QJsonObject{{u"field"_s, u"title"_s}, {u"width"_s, -3}}},
                                    QJsonArray{QJsonObject{{u"field"_s, u"id"_s}, {u"width"_s, 60}},
                                               QJsonObject{{u"field"_s, u"id"_s}, {u"width"_s, 60}}},
                                    QJsonObject{{u"x"_s, 1}}};
        const QString book = window.path(u"a"_s);
        const QList<QStringList> paths{{u"window"_s},
                                       {u"window"_s, u"x"_s},
                                       {u"window"_s, u"width"_s},
                                       {u"splitters"_s},
                                       {u"splitters"_s, u"splitter.form"_s},
                                       {u"splitters"_s, u"splitter.lists"_s},
                                       {u"columns"_s},
                                       {u"sort"_s},
                                       {u"facets"_s},
                                       {u"appearance"_s},
                                       {u"books"_s, book},
                                       {u"books"_s, book, u"record"_s},
                                       {u"books"_s, book, u"asOf"_s},
                                       {u"books"_s, book, u"timeline"_s}};
        QVERIFY(window.open(u"a"_s));
        for (int round = 0; round < 60; ++round) {
            window.quit();
            for (int i = 0; i < 4; ++i)
                window.settings().set(paths.at(random.bounded(paths.size())), odd.at(random.bounded(odd.size())));
            window.start();
            QVERIFY(window.open(u"a"_s));
            QCOMPARE(window.book().model().rowCount(), 3);
            QVERIFY(window.book().table().columns().columns().size() >= 1);
            QVERIFY(window.book().table().width() > 50 && window.book().form().width() > 50);
        }
    }

    void splittersAreRemembered()
    {
        FakeWindow &window = *m_window;
        window->resize(780, 580);
        QVERIFY(window.open(u"a"_s));
        auto *form = window->findChild<QSplitter *>(u"splitter.form"_s);
        auto *lists = window->findChild<QSplitter *>(u"splitter.lists"_s);
        drag(form, -40);
        drag(lists, 60);
        const QList<int> formSizes = form->sizes(), listSizes = lists->sizes();
        window.restart();
        QVERIFY(window.open(u"a"_s));
        QTRY_COMPARE(window->findChild<QSplitter *>(u"splitter.form"_s)->sizes(), formSizes);
        QCOMPARE(window->findChild<QSplitter *>(u"splitter.lists"_s)->sizes(), listSizes);

        window->actions()[Command::ResetLayout]->trigger();
        QTRY_VERIFY(window->findChild<QSplitter *>(u"splitter.lists"_s)->sizes() != listSizes);
    }

    void sideBarStaysAway()
    {
        FakeWindow &window = *m_window;
        QVERIFY(window.open(u"a"_s));
        window->actions()[Command::ShowFacets]->trigger();
        QVERIFY(!window.book().facets().isVisible());
        window.restart();
        QVERIFY(window.open(u"a"_s));
        QVERIFY(!window.book().facets().isVisible());
        window->actions()[Command::ResetLayout]->trigger();
        QVERIFY(window.book().facets().isVisible());
    }

    void columnsAndOrderAreRemembered()
    {
        FakeWindow &window = *m_window;
        QVERIFY(window.open(u"a"_s));
        TableColumns &columns = window.book().table().columns();
        QVERIFY(columns.isUsual());
        columns.setColumns({{Field::Status, 200}, {Field::Reference, 111}, {Field::Title, 300}});
        Q_EMIT columns.changed();
        window.book().table().setSort({{Field::Title, Qt::DescendingOrder}, {Field::Kind, Qt::AscendingOrder}});
        window.restart();
        QVERIFY(window.open(u"a"_s));
        const AgreementTableModel &model = window.book().model();
        QCOMPARE(model.fields(), (QList<Field>{Field::Status, Field::Reference, Field::Title}));
        QCOMPARE(window.book().table().columns().columns().at(1), (TableColumn{Field::Reference, 111}));
        QCOMPARE(model.sortKeys(),
                 (QList<SortKey>{{Field::Title, Qt::DescendingOrder}, {Field::Kind, Qt::AscendingOrder}}));
        QCOMPARE(window.book().table().horizontalHeader()->sortIndicatorSection(), 2);

        window->actions()[Command::ResetLayout]->trigger();
        QVERIFY(window.book().table().columns().isUsual());
        QCOMPARE(model.fields().first(), Field::Title);
        QCOMPARE(model.sortKeys(), (QList<SortKey>{{Field::Date, Qt::AscendingOrder}}));
        window.restart();
        QVERIFY(window.open(u"a"_s));
        QVERIFY(window.book().table().columns().isUsual());
    }

    void facetsAreRemembered()
    {
        FakeWindow &window = *m_window;
        QVERIFY(window.open(u"a"_s));
        QCOMPARE(window.book().facets().facets().shown(), usualFacets());
        const QList<Facet> others{Facet::Kind, Facet::Place, Facet::Officer};
        window.book().facets().facets().setShown(others);
        window.restart();
        QVERIFY(window.open(u"a"_s));
        QCOMPARE(window.book().facets().facets().shown(), others);
        QVERIFY(window.open(u"b"_s)); // of the window, not of a book
        QCOMPARE(window.book().facets().facets().shown(), others);
        window.book().facets().facets().setShown({});
        window.restart();
        QVERIFY(window.open(u"a"_s));
        QCOMPARE(window.book().facets().facets().shown(), QList<Facet>()); // none is a choice, too

        window->actions()[Command::ResetLayout]->trigger();
        QCOMPARE(window.book().facets().facets().shown(), usualFacets());
        window.restart();
        QVERIFY(window.open(u"a"_s));
        QCOMPARE(window.book().facets().facets().shown(), usualFacets());
        QVERIFY(window.settings().value({u"facets"_s}).isUndefined());
        window.quit();
        window.settings().set({u"facets"_s}, QJsonArray{u"place"_s, u"unknown to us"_s, 3, u"place"_s});
        window.start();
        QVERIFY(window.open(u"b"_s));
        QCOMPARE(window.book().facets().facets().shown(), QList<Facet>{Facet::Place});
    }

    void eachBookIsLeftWhereItWas()
    {
        FakeWindow &window = *m_window;
        QVERIFY(window.open(u"a"_s));
        window.book().session().selection().select(window.book().model().slotAt(2));
        const QUuid record = window.book().model().recordAt(2).id();
        window->findChild<AsOfBox *>(u"asOf"_s)->choose(dayNumber(2021, 10, 1));
        TimelineView &timeline = window.book().timeline();
        timeline.setScale(Scale::fitting(dayNumber(2010, 1, 1), dayNumber(2012, 12, 31), timeline.scale().width(), 0));
        TimelineChoices choices;
        choices.encoding = Encoding::Lanes;
        choices.groupBy = GroupBy::Nature;
        choices.collapsed = {u"event"_s};
        timeline.setChoices(choices);
        QVERIFY(window.open(u"b"_s));
        QVERIFY(window.book().timeline().choices() == TimelineChoices());
        QCOMPARE(window.book().model().asOf(), dayNumber(2021, 10, 1)); // never opened: as the window is
        window->findChild<AsOfBox *>(u"asOf"_s)->choose({});
        window.restart();

        QVERIFY(window.open(u"a"_s));
        QTRY_COMPARE(window.book().model().store().record(*window.book().session().selection().current()).id(), record);
        QCOMPARE(window.book().model().asOf(), dayNumber(2021, 10, 1));
        const Scale scale = window.book().timeline().scale();
        QVERIFY(window.book().timeline().choices() == choices);
        QVERIFY(qAbs(scale.firstDay() - dayNumber(2010, 1, 1)) < 2 &&
                qAbs(scale.lastDay() - dayNumber(2013, 1, 1)) < 2);
        QVERIFY(window.open(u"b"_s));
        QCOMPARE(window.book().model().asOf(), dayNumber(2026, 3, 31));
    }

    void killedProgramForgetsLittle()
    {
        FakeWindow &window = *m_window;
        QVERIFY(window.open(u"a"_s));
        const QUuid record = window.book().model().recordAt(1).id();
        window.book().session().selection().select(window.book().model().slotAt(1));
        const QStringList path{u"books"_s, window.path(u"a"_s), u"record"_s};
        QTRY_COMPARE(QUuid(window.settings().value(path).toString()), record); // while it runs
    }

    void forgettingKeepsTheBooks()
    {
        FakeWindow &window = *m_window;
        QVERIFY(window.open(u"a"_s));
        window.quit();
        QVERIFY(!window.settings().value({u"window"_s}).isUndefined());
        LayoutKeeper::forget(window.settings());
        for (const QString &name : {u"window"_s, u"splitters"_s, u"columns"_s, u"sort"_s, u"facets"_s})
            QVERIFY(window.settings().value({name}).isUndefined());
        QCOMPARE(RecentBooks(window.settings()).all().size(), 1);
    }

private:
    static void drag(QSplitter *splitter, int by)
    {
        QWidget *handle = splitter->handle(1);
        const QPoint at = handle->rect().center();
        const QPoint to = at + (splitter->orientation() == Qt::Horizontal ? QPoint(by, 0) : QPoint(0, by));
        QTest::mousePress(handle, Qt::LeftButton, {}, at);
        QTest::mouseMove(handle, to);
        QTest::mouseRelease(handle, Qt::LeftButton, {}, to);
    }

    std::unique_ptr<FakeWindow> m_window;
};

TREATYBOOK_TEST(TstLayoutKeeper)
#include "tst_layoutkeeper.moc"
