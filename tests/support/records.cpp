#include "support/records.h"

namespace Treatybook::Test {

using namespace Qt::StringLiterals;

QString sampleText(const ColumnInfo &column, int n)
{
    static const QStringList words{
        u"Hợp tác"_s, u"Vaccine; 10 million \\ doses"_s, u"José Martí"_s, u"Plan"_s, u"Ôn, \"hòa\""_s, u"договор"_s,
        u"条約"_s};
    static const QStringList dates{u"2014"_s,        u"2017-03-23"_s,    u"[2021-09-18..2021-09-20]"_s,
                                   u"1964?"_s,       u"201X"_s,          u"when the war ended"_s,
                                   u"-0043-03-15"_s, u"[..2021-09-20]"_s};
    static const QStringList intervals{u"2014/2016"_s, u"2017-01-01/.."_s, u"1960/"_s, u"/1975"_s};
    const auto pick = [n](const QStringList &from) { return from.at(n % from.size()); };
    switch (column.type) {
    case FieldType::Id:
    case FieldType::Record:
        return numberedId(static_cast<quint32>(n)).toString(QUuid::WithoutBraces);
    case FieldType::Text:
        return u"%1 %2"_s.arg(pick(words)).arg(n);
    case FieldType::LongText:
        return u"%1\n\nsecond paragraph, 100 %%1\t%2"_s.arg(pick(words)).arg(n);
    case FieldType::Choice:
        return column.vocabulary->key(n % column.vocabulary->size());
    case FieldType::Date:
        return pick(dates);
    case FieldType::Interval:
        return pick(intervals);
    case FieldType::Number:
        return QString::number(n);
    case FieldType::Decimal:
        return u"%1.50"_s.arg(n * 1000);
    case FieldType::Flag:
        return n % 2 ? u"true"_s : QString();
    case FieldType::List:
        return joinList({u"health"_s, pick(words), u"own %1"_s.arg(n)});
    case FieldType::Item:
    case FieldType::Part:
    case FieldType::Computed:
        break;
    }
    return {};
}

static ItemId freeId(const Agreement &record, QRandomGenerator &random)
{
    for (;;) {
        const auto id = static_cast<ItemId>(random.bounded(1, 1'000'000));
        bool used = false;
        for (const FieldInfo &info : fieldTable())
            used |= info.part && info.part->rowOf(record, id) >= 0;
        if (!used)
            return id;
    }
}

static void fillItem(Agreement &record, const PartInfo &part, qsizetype row, int n)
{
    Pool pool;
    for (size_t column = 0; column < part.columns.size(); ++column) {
        const ColumnInfo &info = part.columns[column];
        QString text = sampleText(info, n);
        if (info.type == FieldType::Item && !record->participants.isEmpty())
            text = QString::number(static_cast<qint64>(record->participants.first().id));
        part.setCell(record, row, static_cast<qsizetype>(column), text, pool);
    }
}

Agreement filledRecord(const QUuid &id, int items)
{
    Agreement record(id);
    Pool pool;
    int n = 1;
    qint64 item = 1;
    for (const FieldInfo &info : fieldTable()) {
        if (info.isScalar() && info.field != Field::Id)
            info.setText(record, sampleText(info, n += 2), pool);
        for (int row = 0; info.part && row < items; ++row) {
            info.part->insert(record, row, static_cast<ItemId>(item++));
            fillItem(record, *info.part, row, n += 2);
        }
    }
    return record;
}

Agreement randomRecord(QRandomGenerator &random)
{
    Agreement record(numberedId(random.generate()));
    mutate(record, random);
    mutate(record, random);
    return record;
}

static void mutatePart(Agreement &record, const PartInfo &part, QRandomGenerator &random)
{
    const qsizetype rows = part.count(record);
    const int n = random.bounded(1000);
    if (rows == 0 || random.bounded(3) == 0) {
        const qsizetype row = random.bounded(static_cast<int>(rows) + 1);
        part.insert(record, row, freeId(record, random));
        fillItem(record, part, row, n);
        return;
    }
    const qsizetype row = random.bounded(static_cast<int>(rows));
    const ItemId id = part.idAt(record, row);
    switch (random.bounded(3)) {
    case 0:
        part.remove(record, row);
        break;
    case 1:
        fillItem(record, part, row, n);
        break;
    default: { // another place, and other content now and then
        QStringList cells;
        for (size_t column = 0; column < part.columns.size(); ++column)
            cells.append(part.cell(record, row, static_cast<qsizetype>(column)));
        part.remove(record, row);
        const qsizetype to = random.bounded(static_cast<int>(rows));
        part.insert(record, to, id);
        Pool pool;
        for (qsizetype column = 0; column < cells.size(); ++column)
            part.setCell(record, to, column, cells.at(column), pool);
        if (random.bounded(2))
            fillItem(record, part, to, n);
        break;
    }
    }
}

void mutate(Agreement &record, QRandomGenerator &random, const QList<QUuid> &others)
{
    Pool pool;
    for (const FieldInfo &info : fieldTable()) {
        if (random.bounded(6) != 0)
            continue;
        if (info.part) {
            for (int i = random.bounded(1, 4); i > 0; --i)
                mutatePart(record, *info.part, random);
        } else if (info.isScalar() && info.field != Field::Id) {
            const bool empties = random.bounded(4) == 0;
            info.setText(record,
                         empties && info.type != FieldType::Choice ? QString() : sampleText(info, random.bounded(1000)),
                         pool);
        }
    }
    if (!others.isEmpty() && random.bounded(3) == 0) {
        Relation relation;
        relation.id = freeId(record, random);
        relation.kind = static_cast<RelationKind>(random.bounded(Vocabularies::relationKinds.size()));
        relation.other = others.at(random.bounded(static_cast<int>(others.size())));
        record.editExtras().relations.append(relation);
    }
}

QUuid numberedId(quint32 n)
{
    return QUuid(n * 2654435761u, 0x1234, 0x4567, 0x89, 0xab, 0, 0, static_cast<uchar>(n >> 24),
                 static_cast<uchar>(n >> 16), static_cast<uchar>(n >> 8), static_cast<uchar>(n));
}

Agreement titled(const QString &title)
{
    Agreement record(QUuid::createUuid());
    record.edit().title = title;
    return record;
}

} // namespace Treatybook::Test
