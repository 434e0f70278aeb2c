#include "exchange/importbook.h"

#include <QHashFunctions>

namespace Treatybook {

size_t contentOf(const Agreement &record)
{
    const AgreementMain &main = record.main();
    const AgreementExtras &extras = record.extras();
    size_t hash = qHashMulti(1, main.title, main.shortTitle, main.reference, main.place, main.summary, main.notes,
                             static_cast<int>(main.nature), static_cast<int>(main.kind), main.date, main.inForce,
                             main.term, main.subjects, extras.tags, extras.fileReference, extras.officer);
    for (const Participant &item : main.participants)
        hash = qHashMulti(hash, item.name, item.code, item.body, static_cast<int>(item.role));
    for (const Action &item : main.actions)
        hash = qHashMulti(hash, static_cast<int>(item.kind), item.date, item.effective, item.note);
    for (const Source &item : main.sources)
        hash = qHashMulti(hash, item.title, item.address, item.locator, item.value);
    for (const Identifier &item : extras.identifiers)
        hash = qHashMulti(hash, item.scheme, item.value);
    for (const Quantity &item : extras.quantities)
        hash = qHashMulti(hash, item.amount.text(), item.unit, item.stated);
    for (const OwnField &item : extras.ownFields)
        hash = qHashMulti(hash, item.name, item.text);
    return hash;
}

QStringList matchValues(const Agreement &record, const ImportTarget &match)
{
    QStringList values;
    switch (match.kind) {
    case ImportTarget::Kind::Scalar:
        values.append(match.info().text(record));
        break;
    case ImportTarget::Kind::OwnField:
        for (const OwnField &field : record.extras().ownFields) {
            if (field.name == Text(match.name))
                values.append(field.text.toString());
        }
        break;
    case ImportTarget::Kind::List:
    case ImportTarget::Kind::Item:
        for (const Identifier &identifier : record.extras().identifiers) {
            if (match.entry.isEmpty() || identifier.scheme == Text(match.entry))
                values.append(identifier.value.toString());
        }
        break;
    case ImportTarget::Kind::Nothing:
    case ImportTarget::Kind::WholePart:
        break;
    }
    values.removeAll(QString());
    return values;
}

ImportBook::ImportBook(const QList<StoredRecord> &present, const ImportTarget &match) : m_present(present)
{
    for (qsizetype i = 0; i < m_present.size(); ++i) {
        const Agreement &record = m_present.at(i).record;
        m_byId.insert(record.id(), i);
        noteContent(contentOf(record), 0);
        for (const QString &value : matchValues(record, match)) {
            auto &found = m_byValue[value];
            if (found.isEmpty() || found.last() != i)
                found.append(i);
        }
    }
}

QList<const StoredRecord *> ImportBook::matching(const QStringList &values) const
{
    QList<const StoredRecord *> records;
    for (const QString &value : values) {
        for (const qsizetype index : m_byValue.value(value)) {
            if (!records.contains(&m_present.at(index)))
                records.append(&m_present.at(index));
            if (records.size() == 2)
                return records;
        }
    }
    return records;
}

const StoredRecord *ImportBook::byId(const QUuid &id) const
{
    const auto found = m_byId.constFind(id);
    return found == m_byId.cend() ? nullptr : &m_present.at(*found);
}

std::optional<qint64> ImportBook::sameContent(size_t content) const
{
    const auto found = m_contents.constFind(content);
    return found == m_contents.cend() ? std::nullopt : std::optional(*found);
}

void ImportBook::noteContent(size_t content, qint64 row)
{
    if (!m_contents.contains(content))
        m_contents.insert(content, row);
}

} // namespace Treatybook
