#include "itemmodels/rowsteps.h"

#include "support/testregistry.h"

#include <QRandomGenerator>
#include <QTest>

using namespace Treatybook;
using Type = RowStep::Type;

class TstRowSteps : public QObject
{
    Q_OBJECT

    static QList<Slot> applied(QList<Slot> rows, const QList<RowStep> &steps)
    {
        for (const RowStep &step : steps) {
            switch (step.type) {
            case Type::Remove:
                rows.removeAt(step.from);
                break;
            case Type::Move:
                rows.move(step.from, step.to);
                break;
            case Type::Insert:
                rows.insert(step.to, step.slot);
                break;
            }
        }
        return rows;
    }

private Q_SLOTS:
    void single()
    {
        QCOMPARE(rowSteps({1, 2, 3}, {1, 3}, {2}), (QList<RowStep>{{Type::Remove, 1, -1, 2}}));
        QCOMPARE(rowSteps({1, 3}, {1, 2, 3}, {2}), (QList<RowStep>{{Type::Insert, -1, 1, 2}}));
        QCOMPARE(rowSteps({1, 2, 3}, {2, 3, 1}, {1}), (QList<RowStep>{{Type::Move, 0, 2, 1}}));
        QCOMPARE(rowSteps({1, 2, 3}, {3, 1, 2}, {3}), (QList<RowStep>{{Type::Move, 2, 0, 3}}));
        QVERIFY(rowSteps({1, 2, 3}, {1, 2, 3}, {2}).isEmpty());
        QVERIFY(rowSteps({1, 2, 3}, {1, 2, 3}, {9}).isEmpty()); // neither before nor after
    }

    void many()
    {
        QRandomGenerator random(4);
        for (int i = 0; i < 3000; ++i) {
            QList<Slot> before, touched;
            for (Slot slot = 0; slot < 12; ++slot) {
                if (random.bounded(3))
                    before.insert(random.bounded(static_cast<int>(before.size()) + 1), slot);
                if (random.bounded(4) == 0)
                    touched.append(slot);
            }
            QList<Slot> after = before;
            for (const Slot slot : touched) {
                after.removeOne(slot);
                if (random.bounded(3))
                    after.insert(random.bounded(static_cast<int>(after.size()) + 1), slot);
            }
            std::shuffle(touched.begin(), touched.end(), random);
            const QList<RowStep> steps = rowSteps(before, after, touched);
            QCOMPARE(applied(before, steps), after);
            QVERIFY(steps.size() <= touched.size());
        }
    }
};

TREATYBOOK_TEST(TstRowSteps)
#include "tst_rowsteps.moc"
