#include "bench/measures.h"

#include "app/application.h"
#include "bench/bench.h"
#include "domain/fold.h"
#include "timeline/overview.h"
#include "ui/find/searchbox.h"
#include "ui/mainwindow/bookview.h"
#include "ui/table/agreementtable.h"
#include "ui/timeline/timelineview.h"

#include <QApplication>
#include <QDeadlineTimer>
#include <QMouseEvent>
#include <QPainter>
#include <QSet>
#include <QWindow>

#include <cstring>

namespace Treatybook::Bench {

using namespace Qt::StringLiterals;

namespace {

constexpr QSize FrameSize(1600, 900);

/// Counts the paints of widgets from outside.
class PaintCount : public QObject
{
public:
    explicit PaintCount(const QList<QWidget *> &widgets) : m_widgets(widgets)
    {
        for (QWidget *widget : widgets)
            widget->installEventFilter(this);
    }

    /// Milliseconds from `act` until each of the widgets has been painted.
    double toRepaint(const std::function<void()> &act)
    {
        const QDeadlineTimer settled(100);
        while (!settled.hasExpired()) // what was still due is not part of it
            QApplication::processEvents(QEventLoop::AllEvents, 20);
        m_painted.clear();
        return milliseconds([&] {
            act();
            const QDeadlineTimer deadline(60000);
            while (m_painted.size() < m_widgets.size()) {
                if (deadline.hasExpired())
                    stop(u"the window was not painted anew within a minute"_s);
                QApplication::processEvents(QEventLoop::WaitForMoreEvents, 50);
            }
        });
    }

    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() == QEvent::Paint)
            m_painted.insert(watched);
        return false;
    }

private:
    QList<QWidget *> m_widgets;
    QSet<QObject *> m_painted;
};

/// The least that a frame is: its whole area filled.
class Plain : public QWidget
{
protected:
    void paintEvent(QPaintEvent *) override { QPainter(this).fillRect(rect(), Qt::white); }
};

void waitUntil(const std::function<bool()> &holds)
{
    const QDeadlineTimer deadline(600000);
    while (!holds()) {
        if (deadline.hasExpired())
            stop(u"the book was not read within ten minutes"_s);
        QApplication::processEvents(QEventLoop::WaitForMoreEvents, 50);
    }
}

void measureKeystrokes(MainWindow &window, BookView &book, int runs)
{
    auto *search = window.findChild<SearchBox *>(u"search"_s);
    PaintCount table({book.table().viewport()});
    PaintCount all({book.table().viewport(), book.timeline().viewport()});
    const double floor = searchFloor(book.model(), runs);
    std::vector<double> fresh, longer, lanes;
    for (int run = 0; run < runs; ++run) {
        all.toRepaint([&] { search->setText(u"zz"_s); });
        fresh.push_back(table.toRepaint([&] { search->setText(u"medic"_s); }));
        longer.push_back(table.toRepaint([&] { search->setText(u"medici"_s); }));
        lanes.push_back(all.toRepaint([&] { search->setText(u"treaty"_s); }));
    }
    all.toRepaint([&] { search->clear(); });
    print("keystroke to repaint, new word", median(fresh), floor, "33");
    print("keystroke to repaint, extended word", median(longer), floor, "16");
    print("new word, until the timeline is painted", median(lanes), floor, "-");
    const Day day = book.model().asOf();
    std::vector<double> days;
    for (int run = 0; run < runs; ++run)
        days.push_back(all.toRepaint([&] { book.model().setAsOf(day + 1 + run); }));
    print("as-of day to repaint", median(days), 0, "-");
}

/// As many plain rectangles as the timeline draws bars and signs, where it draws them.
class Rectangles : public QWidget
{
public:
    QList<QRectF> rects;

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.fillRect(rect(), Qt::white);
        for (const QRectF &rect : std::as_const(rects))
            painter.fillRect(rect, Qt::darkCyan);
    }
};

QList<QRectF> drawnRects(const Scene &scene)
{
    QList<QRectF> rects;
    for (const SceneRow &row : scene.rows()) {
        rects.append(row.bar);
        for (const Mark &mark : row.marks)
            rects.append(mark.rect);
    }
    for (const SceneGroup &group : scene.groups()) {
        rects.append(group.head);
        if (group.density) {
            for (const DensityBar &bar : group.density->bars)
                rects.append(bar.rect);
        }
    }
    return rects;
}

void measureOverview(const AgreementTableModel &model, int runs)
{
    int counted = 0;
    print("timeline overview, counted anew",
          medianOf(runs * 4,
                   [&](int) {
                       const Overview overview(model.store().columns(), model.visibleSlots(), model.asOf(),
                                               FrameSize.width());
                       for (const OverviewBar &bar : overview.bars())
                           counted += bar.count();
                   }),
          0, "4");
    if (counted == 0)
        stop(u"the overview shows nothing"_s);
}

/// A timeline of its own, as large as a screen, and what its frames are held against.
class FrameMeasures
{
public:
    FrameMeasures(AgreementTableModel &model, int runs) : m_model(model), m_runs(runs), m_view(model)
    {
        m_view.setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
        m_view.setFrameShape(QFrame::NoFrame);
        for (QWidget *widget : std::initializer_list<QWidget *>{&m_plain, &m_rectangles, &m_view}) {
            widget->resize(FrameSize);
            widget->show();
            waitUntil([&] { return widget->isVisible() && widget->windowHandle()->isExposed(); });
        }
        m_floor = medianOf(runs * 4, [&](int) { m_plain.repaint(); });
    }

    void run()
    {
        choose(Encoding::Auto, GroupBy::MainSubject);
        print("timeline, first picture", milliseconds([&] { paint(); }), m_floor, "-");
        print("timeline, fit all", medianOf(m_runs, [&](int) { m_view.fit(); }), 0, "-");
        frames("auto", 1);
        choose(Encoding::Density, GroupBy::MainSubject);
        frames("density", 1);
        choose(Encoding::Rows, GroupBy::MainSubject);
        frames("rows", 1);
        choose(Encoding::Lanes, GroupBy::MainSubject);
        print("timeline, first picture in lanes", milliseconds([&] { paint(); }), m_floor, "-");
        frames("lanes", 1);
        frames("lanes of some years", 12);
        regroup();
        reactions();
    }

private:
    void choose(Encoding encoding, GroupBy by)
    {
        TimelineChoices choices = m_view.choices();
        choices.encoding = encoding;
        choices.groupBy = by;
        m_view.setChoices(choices);
        m_view.fit();
    }
    void paint() { m_view.viewport()->repaint(); }

    void frames(const char *name, double zoom)
    {
        m_view.fit();
        m_view.zoom(zoom);
        paint();
        m_rectangles.rects = drawnRects(m_view.scene());
        const int count = m_runs * 4;
        const auto title = [&](const char *what) { return QByteArray("timeline ") + name + ", " + what; };
        const double rectangles = medianOf(count, [&](int) { m_rectangles.repaint(); });
        std::printf("%s\t%lld\t0\t-\t\n", title("things drawn").constData(), qint64(m_rectangles.rects.size()));
        const auto pan = [&](int run) {
            m_view.pan(run % 2 ? 37 : -37);
            paint();
        };
        print(title("pan").constData(), medianOf(count, pan), m_floor, "8");
        print(title("pan, to rectangles").constData(), medianOf(count, pan), rectangles, "-");
        // Through steps of the zoom, at which lines are packed anew: the slowest of them counts as well.
        std::vector<double> zooms;
        for (int run = 0; run < count; ++run) {
            zooms.push_back(milliseconds([&] {
                m_view.zoom(run / 6 % 2 ? 0.8 : 1.25);
                paint();
            }));
        }
        print(title("zoom").constData(), median(zooms), m_floor, "16");
        print(title("zoom, slowest").constData(), *std::ranges::max_element(zooms), m_floor, "-");
    }

    void regroup()
    {
        std::vector<double> times;
        for (int run = 0; run < m_runs * 2; ++run) {
            times.push_back(milliseconds([&] {
                choose(Encoding::Lanes, run % 2 ? GroupBy::MainSubject : GroupBy::Participant);
                paint();
            }));
        }
        print("timeline lanes, regroup", median(times), 0, "150");
        times.clear();
        for (int run = 0; run < m_runs * 2; ++run) {
            times.push_back(milliseconds([&] {
                choose(Encoding::Auto, run % 2 ? GroupBy::Kind : GroupBy::Status);
                paint();
            }));
        }
        print("timeline auto, regroup", median(times), 0, "150");
    }

    /// What a hand waits for.
    void reactions()
    {
        choose(Encoding::Lanes, GroupBy::MainSubject);
        m_view.zoom(12);
        PaintCount painted({m_view.viewport()});
        painted.toRepaint([&] { m_view.viewport()->update(); });
        QList<Slot> drawn;
        for (const SceneRow &row : m_view.scene().rows())
            drawn.append(row.slot);
        if (drawn.size() < 2)
            return;
        std::vector<double> selections, whole, hovers, days;
        for (int run = 0; run < m_runs; ++run) {
            const Slot slot = drawn.at((run * 7 + 1) % drawn.size());
            whole.push_back(painted.toRepaint([&] { m_model.session().selection().select(slot); }));
            m_model.session().selection().select(drawn.at((run * 7 + 3) % drawn.size()));
            selections.push_back(painted.toRepaint([&] { m_view.viewport()->update(); })); // arrows are found anew
            const QPoint place = m_view.recordRect(drawn.at((run * 5 + 2) % drawn.size())).center();
            hovers.push_back(painted.toRepaint([&] {
                QMouseEvent move(QEvent::MouseMove, place, m_view.viewport()->mapToGlobal(place), Qt::NoButton,
                                 Qt::NoButton, Qt::NoModifier);
                QApplication::sendEvent(m_view.viewport(), &move);
                m_view.viewport()->update(); // a cell of the same record paints nothing
            }));
        }
        const Day day = m_model.asOf();
        for (int run = 0; run < m_runs; ++run)
            days.push_back(painted.toRepaint([&] { m_model.setAsOf(day + 1 + run); }));
        print("timeline lanes, select", median(selections), m_floor, "4");
        print("timeline lanes, select (form and table too)", median(whole), m_floor, "-");
        print("timeline lanes, hover", median(hovers), m_floor, "4");
        print("timeline lanes, as-of day (model too)", median(days), m_floor, "-");
    }

    AgreementTableModel &m_model;
    int m_runs;
    Plain m_plain;
    Rectangles m_rectangles;
    TimelineView m_view;
    double m_floor = 0;
};

} // namespace

double searchFloor(const AgreementTableModel &model, int runs)
{
    QByteArray folded;
    for (const Slot slot : model.visibleSlots()) {
        const Agreement &record = model.store().record(slot);
        folded +=
            fold(record->title.toString() + u" "_s + record->summary.toString() + u" "_s + record->notes.toString()) +
            " ";
    }
    volatile int hits = 0; // or the compiler drops a search whose hits nobody counts
    return medianOf(runs, [&](int) {
        const char *from = folded.constData(), *end = from + folded.size();
        while (const void *hit = memmem(from, static_cast<size_t>(end - from), " medic", 6)) {
            from = static_cast<const char *>(hit) + 6;
            hits = hits + 1;
        }
    });
}

void measureWindow(const QString &book, int runs)
{
    Application application;
    application.window().resize(1440, 900);
    application.start(book);
    const MainWindow &window = application.window();
    waitUntil([&] { return window.book() && window.book()->session().isLoaded(); });
    measureOverview(window.book()->model(), runs);
    FrameMeasures(window.book()->model(), runs).run(); // before keystrokes change the filter
    measureKeystrokes(application.window(), *window.book(), runs);
}

} // namespace Treatybook::Bench
