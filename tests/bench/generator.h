#pragma once

#include "domain/agreement.h"
#include "domain/pool.h"

#include <QRandomGenerator>

namespace Treatybook::Bench {

/// Makes the agreements of which speed and size are measured: about 530 bytes as CSV, 290 characters of title, summary
/// and notes, 2 participants, 2 subjects, 2 actions, 1 source, three in ten with a relation to an earlier one, dates of
/// every precision. The same every time.
class Generator
{
public:
    explicit Generator(quint32 seed = 1) : m_random(seed) {}

    Agreement next();
    /// The same with every field and an item of every part filled.
    Agreement nextFull();

private:
    QString words(int characters);
    Edtf date(int year);
    QUuid idOf(quint32 number) const;
    int between(int first, int last) { return static_cast<int>(m_random.bounded(first, last + 1)); }

    QRandomGenerator m_random;
    Pool m_pool;
    quint32 m_made = 0;
};

} // namespace Treatybook::Bench
