#include "generator.h"

#include "domain/field.h"

namespace Treatybook::Bench {

using namespace Qt::StringLiterals;

static const QStringList &vocabulary()
{
    static const QStringList words =
        QStringLiteral(
            "agreement between the government of and on cooperation in field defence health trade education culture "
            "science "
            "technology protocol amending article concerning exchange notes mutual recognition assistance legal "
            "matters air "
            "services taxation avoidance double investment protection fisheries maritime transport border regime visa "
            "exemption diplomatic official passports medicine training delegations industry telecommunications plan "
            "years "
            "signed during visit minister ministry implementation review committee joint session shall enter into "
            "force "
            "after notification completion internal procedures hợp tác quốc phòng y tế thương mại văn hóa cooperación "
            "año República förderung über reconnaissance échange")
            .split(u' ');
    return words;
}

static const QStringList &states()
{
    static const QStringList names =
        QStringLiteral("Viet Nam;Cuba;France;United "
                       "Kingdom;Brazil;Japan;Kenya;Norway;India;Chile;Laos;Cambodia;Germany;Spain;Mexico;"
                       "Canada;Egypt;Poland;Türkiye;Côte "
                       "d’Ivoire;Australia;Thailand;Peru;Italy;Ghana;Jordan;Nepal;Austria;Fiji;Togo")
            .split(u';');
    return names;
}

static const QStringList &bodies()
{
    static const QStringList names =
        QStringLiteral(
            "Ministry of Defence;Ministry of Health;Ministry of Foreign Affairs;Ministry of Trade;Central Bank")
            .split(u';');
    return names;
}

QString Generator::words(int characters)
{
    QString text;
    while (text.size() < characters) {
        text += vocabulary().at(between(0, static_cast<int>(vocabulary().size()) - 1));
        text += between(0, 11) == 0 ? u", "_s : u" "_s;
    }
    return text.trimmed();
}

/// Days, months, years, decades, sets and doubtful ones.
Edtf Generator::date(int year)
{
    const QString month = u"%1"_s.arg(between(1, 12), 2, 10, QLatin1Char('0'));
    const QString day = u"%1"_s.arg(between(1, 28), 2, 10, QLatin1Char('0'));
    switch (between(0, 9)) {
    case 0:
        return m_pool.edtf(QString::number(year));
    case 1:
        return m_pool.edtf(u"%1-%2"_s.arg(year).arg(month));
    case 2:
        return m_pool.edtf(u"%1X"_s.arg(year / 10));
    case 3:
        return m_pool.edtf(u"%1?"_s.arg(year));
    case 4:
        return m_pool.edtf(u"[%1-%2-01..%1-%2-%3]"_s.arg(year).arg(month, day));
    default:
        return m_pool.edtf(u"%1-%2-%3"_s.arg(year).arg(month, day));
    }
}

QUuid Generator::idOf(quint32 number) const
{
    return QUuid(number * 2654435761u, 0x7ea7, 0x4b00, 0x80, 0, 0, 0, static_cast<uchar>(number >> 24),
                 static_cast<uchar>(number >> 16), static_cast<uchar>(number >> 8), static_cast<uchar>(number));
}

Agreement Generator::next()
{
    const int year = between(1950, 2024);
    Agreement made(idOf(++m_made));
    AgreementMain &record = made.edit();
    record.title = words(80);
    record.summary = words(150);
    record.notes = words(60);
    record.reference = u"%1/%2/HTQT"_s.arg(m_made % 1000).arg(year);
    record.nature = static_cast<Nature>(between(0, 5));
    record.kind = static_cast<Kind>(between(0, 31));
    record.place = m_pool.text(states().at(between(0, 29)));
    record.date = date(year);
    record.inForce = date(year + 1);
    record.term = m_pool.edtf(u"%1/%2"_s.arg(year + 1).arg(year + between(2, 9)));
    const auto &subjects = Vocabularies::subjects;
    record.subjects = {m_pool.text(subjects.key(between(0, 7))), m_pool.text(subjects.key(between(8, 14)))};
    qint64 item = 0;
    for (const int half : {0, 15}) {
        const Text name = m_pool.text(states().at(half + between(0, 14)));
        record.participants.append({ItemId(++item), name, {}, m_pool.text(bodies().at(between(0, 4))), {}});
    }
    for (const ActionKind kind : {ActionKind::Signature, ActionKind::EntryIntoForce}) {
        Action action;
        action.id = ItemId(++item);
        action.kind = kind;
        action.date = kind == ActionKind::Signature ? record.date : record.inForce;
        action.place = record.place;
        record.actions.append(action);
    }
    Source source;
    source.id = ItemId(++item);
    source.kind = SourceKind::Register;
    source.publisher = m_pool.text(u"Treaty Series"_s);
    source.locator = u"volume %1, page %2"_s.arg(m_made / 40).arg(m_made % 400);
    record.sources = {source};
    if (m_made > 1 && between(0, 9) < 3) {
        Relation relation;
        relation.id = ItemId(++item);
        relation.kind = static_cast<RelationKind>(between(0, 12));
        relation.other = idOf(static_cast<quint32>(between(1, static_cast<int>(m_made) - 1)));
        made.editExtras().relations = {relation};
    }
    return made;
}

Agreement Generator::nextFull()
{
    Agreement made = next();
    qint64 item = 100;
    for (const FieldInfo &info : fieldTable()) {
        if (info.isScalar() && info.text(made).isEmpty()) {
            if (info.type == FieldType::Date)
                info.setText(made, u"2021-09-18"_s, m_pool);
            else
                info.setText(made, info.type == FieldType::Number ? u"6"_s : words(16), m_pool);
        }
        if (!info.part || info.part->count(made) > 0)
            continue;
        info.part->insert(made, 0, ItemId(++item));
        for (size_t column = 0; column < info.part->columns.size(); ++column) {
            const ColumnInfo &cell = info.part->columns[column];
            QString text;
            switch (cell.type) {
            case FieldType::Text:
            case FieldType::LongText:
                text = words(20);
                break;
            case FieldType::Date:
                text = u"2021-09"_s;
                break;
            case FieldType::Decimal:
                text = u"5000000"_s;
                break;
            case FieldType::Item:
                text = u"1"_s;
                break;
            case FieldType::Record:
                text = idOf(static_cast<quint32>(between(1, static_cast<int>(m_made)))).toString(QUuid::WithoutBraces);
                break;
            default:
                continue;
            }
            info.part->setCell(made, 0, static_cast<qsizetype>(column), text, m_pool);
        }
    }
    return made;
}

} // namespace Treatybook::Bench
