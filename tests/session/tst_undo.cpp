#include "session/session.h"

#include "bookbackend.h"
#include "domain/recordjson.h"
#include "support/records.h"
#include "support/testregistry.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QSignalSpy>
#include <QTest>

using namespace Treatybook;
using namespace Treatybook::Test;
using namespace Qt::StringLiterals;

/// Undo and redo from the change log, over every kind of repository.
class TstUndo : public QObject
{
    Q_OBJECT

    std::unique_ptr<BookBackend> m_backend;
    std::unique_ptr<Session> m_session;

    const AgreementStore &store() const { return m_session->store(); }

    /// All that the book holds, in exact order; versions are no part of it.
    static QJsonObject contentOf(const AgreementStore &store)
    {
        QJsonObject content;
        for (const Slot slot : liveSlots(store))
            content.insert(store.record(slot).id().toString(), recordToJson(store.record(slot)));
        for (const auto &[key, value] : store.settings().asKeyValueRange()) {
            if (!value.isNull())
                content.insert(key, value);
        }
        return content;
    }

    /// One action of a person: a few changes of any type, now and then several to one record.
    static ChangeSet randomSet(const AgreementStore &store, QRandomGenerator &random)
    {
        ChangeSet set(u"Action %1"_s.arg(random.bounded(1000)));
        QHash<QUuid, std::optional<Agreement>> touched;
        const QList<Slot> live = liveSlots(store);
        for (int n = random.bounded(1, 5); n > 0; --n) {
            const int what = random.bounded(6);
            if (what == 0) {
                const QString key = u"key %1"_s.arg(n); // each once
                const QString before = store.setting(key);
                set.changes.append(Change::setting(
                    {key, before,
                     before.isNull() || random.bounded(2) ? u"value %1"_s.arg(random.bounded(99)) : QString()}));
                continue;
            }
            if (live.isEmpty() || what == 1) {
                const Agreement record = randomRecord(random);
                set.changes.append(Change::add(record));
                Agreement changed = record;
                mutate(changed, random);
                if (random.bounded(2))
                    set.changes.append(Change::patch(record.id(), 0, difference(record, changed)));
                continue;
            }
            const Slot slot = live.at(random.bounded(static_cast<int>(live.size())));
            const QUuid id = store.record(slot).id();
            const auto now = touched.value(id, store.record(slot));
            if (!now)
                continue;
            if (what == 2) {
                set.changes.append(Change::remove(*now, store.version(slot)));
                touched[id] = std::nullopt;
            } else {
                Agreement after = *now;
                mutate(after, random, {id, store.record(live.first()).id()});
                set.changes.append(Change::patch(id, store.version(slot), difference(*now, after)));
                touched[id] = after;
            }
        }
        return set;
    }

private Q_SLOTS:
    void initTestCase_data() { BookBackend::addRows(); }
    void init()
    {
        QFETCH_GLOBAL(BookBackend::Kind, kind);
        m_backend = std::make_unique<BookBackend>(kind);
        m_session = m_backend->open();
    }
    void cleanup()
    {
        m_session.reset();
        m_backend.reset();
    }

    void undoesAndDoesAgain()
    {
        const Agreement a = filledRecord(numberedId(1));
        Agreement b = a;
        b.edit().title = u"New"_s;
        b.edit().participants.swapItemsAt(0, 1);
        QVERIFY(add(*m_session, {a}, u"Add"_s));
        QVERIFY(change(*m_session, b, u"Change"_s));
        QVERIFY(remove(*m_session, a.id(), u"Remove"_s));
        const auto now = [&] {
            return store().slotOf(a.id()) ? std::optional(store().record(*store().slotOf(a.id()))) : std::nullopt;
        };

        QCOMPARE(m_session->undoText(), u"Remove"_s);
        QVERIFY(awaitResult(m_session->undo()));
        QCOMPARE(now(), std::optional(b));
        QCOMPARE(m_session->redoText(), u"Remove"_s);
        QVERIFY(awaitResult(m_session->undo()));
        QCOMPARE(now(), std::optional(a));
        QVERIFY(awaitResult(m_session->undo()));
        QVERIFY(!now());
        QVERIFY(!m_session->canUndo());
        QCOMPARE(awaitResult(m_session->undo()).error().kind, ErrorKind::Invalid);

        QCOMPARE(m_session->redoText(), u"Add"_s);
        QVERIFY(awaitResult(m_session->redo()));
        QCOMPARE(now(), std::optional(a));
        QVERIFY(awaitResult(m_session->redo()));
        QCOMPARE(now(), std::optional(b));
        QVERIFY(awaitResult(m_session->redo()));
        QVERIFY(!now());
        QVERIFY(!m_session->canRedo());
        QCOMPARE(awaitResult(m_session->redo()).error().kind, ErrorKind::Invalid);
        QCOMPARE(m_session->undoText(), u"Remove"_s);
    }

    void aNewEditEndsRedo()
    {
        const Agreement a = titled(u"A"_s);
        QVERIFY(add(*m_session, {a}));
        QVERIFY(awaitResult(m_session->undo()));
        QVERIFY(m_session->canRedo());
        QVERIFY(add(*m_session, {titled(u"B"_s)}));
        QVERIFY(!m_session->canRedo());
    }

    void oneStepAtATime()
    {
        QVERIFY(add(*m_session, {titled(u"A"_s)}));
        QVERIFY(add(*m_session, {titled(u"B"_s)}));
        const auto first = m_session->undo();
        QVERIFY(first.isFinished() || !m_session->canUndo());
        const auto second = m_session->undo(); // pressed again before the answer came
        QVERIFY(awaitResult(first));
        const auto outcome = awaitResult(second);
        QVERIFY(outcome || outcome.error().kind == ErrorKind::Invalid);
        QCOMPARE(store().count(), outcome ? 0 : 1);
    }

    void survivesARestart()
    {
        const Agreement a = titled(u"A"_s);
        QVERIFY(add(*m_session, {a}, u"Add A"_s));
        QVERIFY(awaitResult(m_session->setField(a.id(), Field::Place, u"Hanoi"_s, u"Set place"_s)));
        QVERIFY(awaitResult(m_session->setField(a.id(), Field::Place, u"Havana"_s, u"Move"_s)));
        QVERIFY(awaitResult(m_session->undo()));
        m_session = m_backend->open();
        QCOMPARE(m_session->undoText(), u"Set place"_s);
        QCOMPARE(m_session->redoText(), u"Move"_s);
        QVERIFY(awaitResult(m_session->redo()));
        QCOMPARE(store().record(*store().slotOf(a.id()))->place.toString(), u"Havana"_s);
        m_session = m_backend->open();
        for (int i = 0; i < 3; ++i)
            QVERIFY(awaitResult(m_session->undo()));
        QCOMPARE(store().count(), 0);
        m_session = m_backend->open();
        QVERIFY(!m_session->canUndo());
        for (int i = 0; i < 3; ++i)
            QVERIFY(awaitResult(m_session->redo()));
        QCOMPARE(store().record(*store().slotOf(a.id()))->place.toString(), u"Havana"_s);
    }

    void anotherFieldElsewhereDoesNotHinder()
    {
        const Agreement a = titled(u"A"_s);
        QVERIFY(add(*m_session, {a}));
        QVERIFY(awaitResult(m_session->setField(a.id(), Field::Title, u"B"_s, u"Title"_s)));
        const auto other = m_backend->open();
        QVERIFY(awaitResult(other->setField(a.id(), Field::Place, u"Havana"_s, u"Place"_s)));
        QVERIFY(awaitResult(m_session->undo())); // the log has their entry on top, unknown to us
        const auto fresh = m_backend->open();
        QTRY_COMPARE(storeProblem(store(), fresh->store()), QString());
        QCOMPARE(store().record(*store().slotOf(a.id()))->title.toString(), u"A"_s);
        QCOMPARE(store().record(*store().slotOf(a.id()))->place.toString(), u"Havana"_s);
    }

    void aConflictVoidsTheStepAndSaysSo()
    {
        const Agreement a = titled(u"A"_s);
        QVERIFY(add(*m_session, {a}, u"Add"_s));
        QVERIFY(awaitResult(m_session->setField(a.id(), Field::Title, u"B"_s, u"Change title"_s)));
        const auto other = m_backend->open();
        QVERIFY(awaitResult(other->setField(a.id(), Field::Title, u"C"_s, u"Theirs"_s)));
        const auto result = awaitResult(m_session->undo());
        QCOMPARE(result.error().kind, ErrorKind::Conflict);
        QVERIFY2(result.error().message.contains(u"Change title"_s), qPrintable(result.error().message));
        QCOMPARE(m_session->undoText(), u"Add"_s);
        QTRY_COMPARE(store().record(*store().slotOf(a.id()))->title.toString(), u"C"_s);
        // The same once we know of it.
        QVERIFY(awaitResult(m_session->setField(a.id(), Field::Title, u"D"_s, u"Again"_s)));
        QVERIFY(awaitResult(other->setField(a.id(), Field::Place, u"Hanoi"_s, u"Theirs"_s)));
        m_session->refresh();
        QTRY_COMPARE(store().record(*store().slotOf(a.id()))->place.toString(), u"Hanoi"_s);
        QVERIFY(awaitResult(m_session->undo()));
        QCOMPARE(store().record(*store().slotOf(a.id()))->title.toString(), u"C"_s);
    }

    void allAndAllAgain_data()
    {
        QTest::addColumn<quint32>("seed");
        for (quint32 seed = 1; seed <= 3; ++seed)
            QTest::addRow("seed %u", seed) << seed;
    }
    void allAndAllAgain()
    {
        QFETCH(quint32, seed);
        QRandomGenerator random(seed);
        QList<QJsonObject> states{contentOf(store())};
        for (int i = 0; i < 25; ++i) {
            const auto done = awaitResult(m_session->execute(randomSet(store(), random)));
            QVERIFY2(done, qPrintable(done ? QString() : done.error().message));
            states.append(contentOf(store()));
        }
        qsizetype at = states.size() - 1;
        const auto move = [&](bool undo) {
            const auto done = awaitResult(undo ? m_session->undo() : m_session->redo());
            if (!done)
                return done.error().message;
            at += undo ? -1 : 1;
            return contentOf(store()) == states.at(at) ? QString() : u"another state than %1"_s.arg(at);
        };
        while (m_session->canUndo())
            QCOMPARE(move(true), QString());
        QCOMPARE(at, 0);
        while (m_session->canRedo())
            QCOMPARE(move(false), QString());
        QCOMPARE(at, states.size() - 1);
        for (int i = 0; i < 30; ++i) { // to and fro, through restarts
            if (random.bounded(8) == 0)
                m_session = m_backend->open();
            const bool undo = random.bounded(2);
            if (undo ? m_session->canUndo() : m_session->canRedo())
                QCOMPARE(move(undo), QString());
        }
        const auto fresh = m_backend->open();
        QCOMPARE(storeProblem(store(), fresh->store()), QString());
    }
};

TREATYBOOK_TEST(TstUndo)
#include "tst_undo.moc"
