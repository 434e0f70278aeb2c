#pragma once

#include "support/booksession.h"
#include "support/records.h"

namespace Treatybook::Test {

/// Records whose dates lie some decades apart, joined by relations; some have whatever records can have.
class RandomTreaties
{
public:
    explicit RandomTreaties(quint32 seed) : m_random(seed) {}

    int number(int below) { return m_random.bounded(below); }
    bool chance(int percent) { return number(100) < percent; }
    QRandomGenerator &generator() { return m_random; }

    /// Of ids numberedId(first) and following.
    QList<Agreement> records(int count, quint32 first = 1)
    {
        QList<QUuid> ids;
        for (int i = 0; i < count; ++i)
            ids.append(numberedId(first + quint32(i)));
        QList<Agreement> records;
        for (const QUuid &id : std::as_const(ids)) {
            Agreement record = treaty(id);
            if (chance(20))
                mutate(record, m_random, ids);
            relate(record, ids);
            records.append(record);
        }
        return records;
    }

    Agreement treaty(const QUuid &id)
    {
        Agreement record(id);
        AgreementMain &main = record.edit();
        main.title = QStringLiteral("Treaty %1").arg(number(1000));
        main.nature = Nature(number(Vocabularies::natures.size()));
        main.kind = Kind(number(Vocabularies::kinds.size()));
        if (chance(90))
            main.date = date();
        if (chance(50))
            main.inForce = date();
        if (chance(40)) {
            const int year = 1950 + number(80);
            main.term = Edtf::read(QStringLiteral("%1/%2").arg(year).arg(year + number(12)));
        } else if (chance(30)) {
            main.term = Edtf::read(QStringLiteral("%1/..").arg(1950 + number(80)));
        }
        for (int i = chance(80) ? number(3) : 0; i > 0; --i)
            addNew(main.subjects, Text(QStringLiteral("subject %1").arg(number(6))));
        for (int i = number(4); i > 0; --i) {
            const Text name = chance(5) ? Text() : Text(QStringLiteral("State %1").arg(number(9)));
            main.participants.append({nextId(), name, {}, {}, {}});
        }
        for (int i = chance(50) ? number(4) : 0; i > 0; --i) {
            Action action;
            action.id = nextId();
            action.kind = ActionKind(number(Vocabularies::actionKinds.size()));
            action.date = date();
            main.actions.append(action);
        }
        return record;
    }

    void relate(Agreement &record, const QList<QUuid> &ids)
    {
        for (int i = chance(40) ? 1 + number(2) : 0; i > 0; --i) {
            Relation relation;
            relation.id = nextId();
            relation.kind = RelationKind(number(Vocabularies::relationKinds.size()));
            relation.other = ids.at(number(int(ids.size())));
            record.editExtras().relations.append(relation);
        }
    }

private:
    Edtf date()
    {
        const int year = 1950 + number(80);
        return Edtf::read(chance(30) ? QString::number(year)
                                     : QStringLiteral("%1-%2-%3")
                                           .arg(year)
                                           .arg(1 + number(12), 2, 10, QLatin1Char('0'))
                                           .arg(1 + number(28), 2, 10, QLatin1Char('0')));
    }
    ItemId nextId() { return ItemId(m_nextId++); }
    static void addNew(QList<Text> &list, const Text &text)
    {
        if (!list.contains(text))
            list.append(text);
    }

    QRandomGenerator m_random;
    qint64 m_nextId = 2'000'000; // above those of mutate()
};

/// A session that holds these records.
inline std::unique_ptr<Session> sessionOf(const QList<Agreement> &records)
{
    auto session = fakeSession();
    if (const auto added = add(*session, records); !added)
        qFatal("%s", qPrintable(added.error().message));
    return session;
}

} // namespace Treatybook::Test
