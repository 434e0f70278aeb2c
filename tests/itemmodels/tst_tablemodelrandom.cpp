#include "itemmodels/agreementtablemodel.h"

#include "session/computedfields.h"
#include "support/booksession.h"
#include "support/records.h"
#include "support/testregistry.h"

#include <QAbstractItemModelTester>
#include <QCollator>
#include <QTest>

using namespace Treatybook;
using namespace Treatybook::Test;
using namespace Qt::StringLiterals;

/// Random operations on the model against a reference that computes everything anew, without ranks, buffers or steps.
class TstTableModelRandom : public QObject
{
    Q_OBJECT

    std::unique_ptr<Session> m_session;
    std::unique_ptr<AgreementTableModel> m_model;
    const QLocale m_locale{QLocale::English};

    /// Words that hits and titles are made of; few, so that ties and matches are frequent.
    static QString word(QRandomGenerator &random)
    {
        static const QStringList words{u"rice"_s,   u"ring"_s,    u"Plan 10"_s, u"plan 9"_s,
                                       u"Ôn hòa"_s, u"vaccine"_s, QString()};
        return words.at(random.bounded(static_cast<int>(words.size())));
    }

    int naiveCompare(Slot a, Slot b, const SortKey &key) const
    {
        const AgreementStore &store = m_session->store();
        QCollator collator(m_locale);
        collator.setNumericMode(true);
        collator.setCaseSensitivity(Qt::CaseInsensitive);
        bool emptyA = false, emptyB = false;
        int order = 0;
        if (key.field == Field::Date) {
            emptyA = store.record(a)->date.isEmpty();
            emptyB = store.record(b)->date.isEmpty();
            order = Edtf::compare(store.record(a)->date, store.record(b)->date);
        } else if (key.field == Field::Status) {
            const auto left = static_cast<int>(m_model->statusOf(a).status);
            const auto right = static_cast<int>(m_model->statusOf(b).status);
            emptyA = left == 0;
            emptyB = right == 0;
            order = left - right;
        } else {
            const QString left = m_model->text(a, key.field), right = m_model->text(b, key.field);
            emptyA = left.isEmpty();
            emptyB = right.isEmpty();
            order = collator.compare(left, right);
        }
        if (emptyA || emptyB)
            return emptyA - emptyB;
        return key.order == Qt::AscendingOrder ? order : -order;
    }

    QList<Slot> naiveRows() const
    {
        const AgreementStore &store = m_session->store();
        QList<Slot> rows;
        for (const Slot slot : liveSlots(store)) {
            const FoldedText folded = foldedText(store.record(slot));
            const QByteArray text = folded.own + folded.shared.join();
            bool matches = true;
            for (const Query::Term &term : m_model->query().terms()) {
                const bool found = term.wholeWords
                                       ? text.contains(term.needle + ' ') || text.contains(term.needle + '\n')
                                       : text.contains(term.needle);
                matches &= found != term.excluded;
            }
            if (matches)
                rows.append(slot);
        }
        std::sort(rows.begin(), rows.end(), [&](Slot a, Slot b) {
            for (const SortKey &key : m_model->sortKeys()) {
                if (const int order = naiveCompare(a, b, key); order != 0)
                    return order < 0;
            }
            return store.record(a).id() < store.record(b).id();
        });
        return rows;
    }

    void operate(QRandomGenerator &random)
    {
        const QList<Slot> live = liveSlots(m_session->store());
        const auto anySlot = [&] { return live.at(random.bounded(static_cast<int>(live.size()))); };
        const auto record = [&] {
            Agreement made = randomRecord(random);
            made.edit().title = word(random);
            return made;
        };
        switch (random.bounded(live.isEmpty() ? 1 : 9)) {
        case 0: {
            QList<Agreement> some;
            for (int n = random.bounded(10) ? random.bounded(1, 4) : 60; n > 0; --n)
                some.append(record());
            QVERIFY(add(*m_session, some));
            break;
        }
        case 1:
            QVERIFY(remove(*m_session, m_session->store().record(anySlot()).id()));
            break;
        case 2:
        case 3: { // several records in one set
            ChangeSet set(u"Edit"_s);
            QSet<Slot> chosen;
            for (int n = random.bounded(1, 5); n > 0; --n)
                chosen.insert(anySlot());
            for (const Slot slot : chosen) {
                Agreement after = m_session->store().record(slot);
                mutate(after, random, {m_session->store().record(anySlot()).id()});
                after.edit().title = word(random);
                set.changes.append(Change::patch(after.id(), m_session->store().version(slot),
                                                 difference(m_session->store().record(slot), after)));
            }
            QVERIFY(awaitResult(m_session->execute(set)));
            break;
        }
        case 4:
            m_model->setQuery(
                Query::parse(word(random).left(random.bounded(4)) + (random.bounded(3) ? u""_s : u" -pl"_s)));
            break;
        case 5: {
            const QList<Field> fields{Field::Title, Field::Date, Field::Status, Field::Kind, Field::Participants};
            QList<SortKey> keys;
            for (int n = random.bounded(3); n > 0; --n)
                keys.append({fields.at(random.bounded(static_cast<int>(fields.size()))),
                             random.bounded(2) ? Qt::AscendingOrder : Qt::DescendingOrder});
            m_model->setSort(keys);
            break;
        }
        case 6:
            m_model->setAsOf(dayNumber(random.bounded(1950, 2030), 1, 1));
            break;
        case 7:
            if (m_session->canUndo())
                QVERIFY(awaitResult(m_session->undo()));
            break;
        case 8:
            if (m_session->canRedo())
                QVERIFY(awaitResult(m_session->redo()));
            break;
        }
    }

private Q_SLOTS:
    void operations_data()
    {
        QTest::addColumn<quint32>("seed");
        for (quint32 seed = 1; seed <= 6; ++seed)
            QTest::addRow("seed %u", seed) << seed;
    }
    void operations()
    {
        QFETCH(quint32, seed);
        QRandomGenerator random(seed);
        m_session = fakeSession();
        m_model = std::make_unique<AgreementTableModel>(*m_session);
        m_model->setLocale(m_locale);
        m_model->setFields({Field::Title, Field::Kind, Field::Date, Field::Status});
        const QAbstractItemModelTester tester(m_model.get(), QAbstractItemModelTester::FailureReportingMode::Fatal);

        // What a view does: it keeps every cell, and reads again only what it is told of.
        QHash<QPersistentModelIndex, QString> cells;
        const auto readRows = [&](int first, int last, int left, int right) {
            for (int row = first; row <= last; ++row) {
                for (int column = left; column <= right; ++column)
                    cells[m_model->index(row, column)] = m_model->index(row, column).data().toString();
            }
        };
        const auto readAll = [&] {
            cells.clear();
            readRows(0, m_model->rowCount() - 1, 0, m_model->columnCount() - 1);
        };
        connect(m_model.get(), &QAbstractItemModel::rowsInserted, this,
                [&](const QModelIndex &, int first, int last) { readRows(first, last, 0, 3); });
        connect(m_model.get(), &QAbstractItemModel::layoutChanged, this, [&] {
            for (int row = 0; row < m_model->rowCount(); ++row) {
                if (!cells.contains(m_model->index(row, 0)))
                    readRows(row, row, 0, 3);
            }
        });
        connect(m_model.get(), &QAbstractItemModel::dataChanged, this,
                [&](const QModelIndex &from, const QModelIndex &to) {
                    readRows(from.row(), to.row(), from.column(), to.column());
                });

        for (int i = 0; i < 120; ++i) {
            operate(random);
            QCOMPARE(m_model->visibleSlots(), naiveRows());
            for (int row = 0; row < m_model->rowCount(); ++row) {
                QCOMPARE(m_model->rowOf(m_model->slotAt(row)), row);
                for (int column = 0; column < m_model->columnCount(); ++column) {
                    const QModelIndex index = m_model->index(row, column);
                    QCOMPARE(cells.value(index), index.data().toString());
                }
            }
            readAll();
        }
        m_model.reset();
        m_session.reset();
    }
};

TREATYBOOK_TEST(TstTableModelRandom)
#include "tst_tablemodelrandom.moc"
