#pragma once

#include "support/booksession.h"
#include "ui/timeline/timelinepane.h"
#include "ui/timeline/timelineview.h"

#include <QAction>
#include <QTest>
#include <QWheelEvent>

#include <memory>

namespace Treatybook::Test {

inline Agreement dated(const QString &title, Nature nature, const QString &date, const QString &term = {})
{
    Agreement agreement(QUuid::createUuid());
    agreement.edit().title = title;
    agreement.edit().nature = nature;
    agreement.edit().date = Edtf::read(date);
    agreement.edit().term = Edtf::read(term);
    return agreement;
}

/// Three plans one after another, a visit, an old event and an undated memo.
inline QList<Agreement> plansAndMore()
{
    return {dated(QStringLiteral("Plan 2014"), Nature::NonBinding, QStringLiteral("2014"), QStringLiteral("2014/2016")),
            dated(QStringLiteral("Plan 2017"), Nature::NonBinding, QStringLiteral("2017-03-23"),
                  QStringLiteral("2017/2019")),
            dated(QStringLiteral("Plan 2020"), Nature::NonBinding, QStringLiteral("2020"), QStringLiteral("2020/2022")),
            dated(QStringLiteral("Visit"), Nature::Event, QStringLiteral("2021-09-18/2021-09-20")),
            dated(QStringLiteral("Ties"), Nature::Event, QStringLiteral("1960-12-02")),
            dated(QStringLiteral("Memo"), Nature::Treaty, {})};
}

/// The timeline with all that is around it, on a book in memory, as of 1 October 2021. Today is 1 March 2026.
class PaneOfBook
{
public:
    explicit PaneOfBook(const QList<Agreement> &records = plansAndMore(), QSize size = {1000, 400})
        : session(fakeSession()), model(std::make_unique<AgreementTableModel>(*session))
    {
        model->setLocale(QLocale(QLocale::English, QLocale::UnitedKingdom));
        model->setSort({{Field::Title, Qt::AscendingOrder}});
        model->setAsOf(dayNumber(2021, 10, 1));
        if (!records.isEmpty() && !add(*session, records))
            qFatal("no records");
        pane = std::make_unique<TimelinePane>(*model);
        view().setToday(dayNumber(2026, 3, 1));
        pane->resize(size);
        pane->show();
        if (!QTest::qWaitForWindowActive(pane.get()))
            qFatal("no window");
        view().fit(WindowMove::Follow);
        view().setFocus();
    }
    ~PaneOfBook()
    {
        pane.reset();
        model.reset();
    }

    TimelineView &view() const { return pane->timeline(); }
    QAction *action(const QString &name) const
    {
        for (QAction *action : view().actions()) {
            if (action->objectName() == name)
                return action;
        }
        qFatal("no action %s", qPrintable(name));
    }
    template <class T>
    T *find(const QString &name) const
    {
        return pane->findChild<T *>(name);
    }
    Slot slotOf(const QString &title) const
    {
        for (const Slot slot : liveSlots(session->store())) {
            if (session->store().record(slot)->title.toString() == title)
                return slot;
        }
        qFatal("no record %s", qPrintable(title));
    }

    std::unique_ptr<Session> session;
    std::unique_ptr<AgreementTableModel> model;
    std::unique_ptr<TimelinePane> pane;
};

/// Presses, moves by some steps and lets go.
inline void drag(QWidget *widget, QPoint from, QPoint to, Qt::KeyboardModifiers modifiers = {})
{
    QTest::mousePress(widget, Qt::LeftButton, modifiers, from);
    for (int step = 1; step <= 4; ++step) {
        const QPoint place = from + (to - from) * step / 4;
        QMouseEvent event(QEvent::MouseMove, place, widget->mapToGlobal(place), Qt::NoButton, Qt::LeftButton,
                          modifiers);
        QApplication::sendEvent(widget, &event);
    }
    QTest::mouseRelease(widget, Qt::LeftButton, modifiers, to);
}

inline void turnWheel(QWidget *widget, QPointF place, int delta, Qt::KeyboardModifiers modifiers = {})
{
    QWheelEvent event(place, widget->mapToGlobal(place), {}, {0, delta}, Qt::NoButton, modifiers, Qt::NoScrollPhase,
                      false);
    QApplication::sendEvent(widget, &event);
}

} // namespace Treatybook::Test
