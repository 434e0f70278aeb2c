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

void measureFrames(AgreementTableModel &model, int runs)
{
    Plain plain;
    plain.resize(FrameSize);
    plain.show();
    TimelineView view(model);
    view.setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    view.setFrameShape(QFrame::NoFrame);
    view.resize(FrameSize);
    view.show();
    waitUntil([&] { return plain.isVisible() && view.isVisible() && view.windowHandle()->isExposed(); });
    view.fit();
    view.viewport()->repaint();
    const int frames = runs * 4;
    const double floor = medianOf(frames, [&](int) { plain.repaint(); });
    print("timeline frame, pan",
          medianOf(frames,
                   [&](int run) {
                       view.pan(run % 2 ? 37 : -37);
                       view.viewport()->repaint();
                   }),
          floor, "8");
    print("timeline frame, zoom",
          medianOf(frames,
                   [&](int run) {
                       view.zoom(run % 2 ? 1.25 : 0.8);
                       view.viewport()->repaint();
                   }),
          floor, "16");
    print("timeline, fit all", medianOf(runs, [&](int) { view.fit(); }), 0, "-");
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
    measureKeystrokes(application.window(), *window.book(), runs);
    measureFrames(window.book()->model(), runs);
    measureOverview(window.book()->model(), runs);
}

} // namespace Treatybook::Bench
