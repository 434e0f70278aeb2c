#include "session/undohistory.h"

#include "support/testregistry.h"

#include <QTest>

using namespace Treatybook;
using namespace Qt::StringLiterals;
using Origin = ChangeSet::Origin;

class TstUndoHistory : public QObject
{
    Q_OBJECT

    static LogEntry entry(Cursor cursor, const QString &text, Origin origin = Origin::Edit, const QUuid &refersTo = {})
    {
        LogEntry entry;
        entry.cursor = cursor;
        entry.set = ChangeSet(text);
        entry.set.origin = origin;
        entry.set.refersTo = refersTo;
        return entry;
    }

    static UndoHistory rebuilt(QList<LogEntry> oldestFirst)
    {
        UndoHistory history;
        std::reverse(oldestFirst.begin(), oldestFirst.end());
        history.rebuild(oldestFirst);
        return history;
    }

private Q_SLOTS:
    void followsTheLog()
    {
        const LogEntry a = entry(1, u"A"_s), b = entry(2, u"B"_s);
        const LogEntry undo = entry(3, u"B"_s, Origin::Undo, b.set.id);
        const LogEntry redo = entry(4, u"B"_s, Origin::Redo, b.set.id);
        UndoHistory history = rebuilt({a, b});
        QCOMPARE(history.undoText(), u"B"_s);
        QVERIFY(!history.canRedo());
        history = rebuilt({a, b, undo});
        QCOMPARE(history.undoText(), u"A"_s);
        QCOMPARE(history.redoText(), u"B"_s);
        QCOMPARE(history.next(false).entry, undo.set.id);
        QCOMPARE(history.next(false).edit, b.set.id);
        history = rebuilt({a, b, undo, redo});
        QCOMPARE(history.undoText(), u"B"_s);
        QCOMPARE(history.next(true).entry, redo.set.id);
        QVERIFY(!history.canRedo());
    }

    void beginsAfterWhatTheBookBeganWith()
    {
        LogEntry sample = entry(1, u"Sample"_s);
        sample.set.refersTo = sample.set.id;
        QVERIFY(!rebuilt({sample}).canUndo());
        QCOMPARE(rebuilt({sample, entry(2, u"A"_s)}).undoText(), u"A"_s);
    }

    void anEditForgetsWhatWasUndone()
    {
        const LogEntry a = entry(1, u"A"_s);
        const UndoHistory history = rebuilt({a, entry(2, u"A"_s, Origin::Undo, a.set.id), entry(3, u"C"_s)});
        QVERIFY(!history.canRedo());
        QCOMPARE(history.undoText(), u"C"_s);
    }

    void theLogMayBeginInTheMiddle()
    {
        const QUuid older = QUuid::createUuid(); // the edit itself is further back
        const LogEntry undo = entry(7, u"Old"_s, Origin::Undo, older);
        UndoHistory history = rebuilt({undo});
        QVERIFY(!history.canUndo());
        QCOMPARE(history.redoText(), u"Old"_s);
        history = rebuilt({undo, entry(8, u"Old"_s, Origin::Redo, older)});
        QCOMPARE(history.undoText(), u"Old"_s);
        QVERIFY(!history.canRedo());
    }

    void aVoidStepIsGone()
    {
        UndoHistory history = rebuilt({entry(1, u"A"_s), entry(2, u"B"_s)});
        history.voidStep(true);
        QCOMPARE(history.undoText(), u"A"_s);
        QVERIFY(!history.canRedo());
    }

    void knowsWhatFollows()
    {
        const LogEntry a = entry(10, u"A"_s), b = entry(20, u"B"_s);
        UndoHistory history = rebuilt({a, b});
        QCOMPARE(history.cursorAfter(a.set.id), 20);
        QCOMPARE(history.cursorAfter(b.set.id), 0);
        QCOMPARE(history.cursorAfter(QUuid::createUuid()), 0);
        history.passed(QUuid::createUuid(), 30);
        QCOMPARE(history.cursorAfter(b.set.id), 30);
        QCOMPARE(history.undoText(), u"B"_s);
    }

    /// Ours is known at once, what others wrote before it only later.
    void learnsTheOrderLate()
    {
        const LogEntry theirs = entry(10, u"Theirs"_s), ours = entry(20, u"Ours"_s);
        UndoHistory history;
        history.committed(ours.set, ours.cursor);
        history.passed(theirs.set.id, theirs.cursor);
        history.passed(ours.set.id, ours.cursor);
        QCOMPARE(history.cursorAfter(ours.set.id), 0);
        QCOMPARE(history.cursorAfter(theirs.set.id), 20);
        QCOMPARE(history.undoText(), u"Ours"_s);
    }

    void keepsAThousandSteps()
    {
        UndoHistory history;
        for (int i = 0; i < 1500; ++i)
            history.committed(ChangeSet(QString::number(i)), i + 1);
        int steps = 0;
        for (; history.canUndo(); ++steps)
            history.voidStep(true);
        QCOMPARE(steps, 1000);
    }
};

TREATYBOOK_TEST(TstUndoHistory)
#include "tst_undohistory.moc"
