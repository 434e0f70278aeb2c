#pragma once

#include "domain/repository.h"
#include "exchange/importlayout.h"

#include <QHash>
#include <QSet>

namespace Treatybook {

/// The records that a book holds, as an import asks for them: by what rows are matched by, by id, by content. Keeps
/// shared copies. One thread; matching() may be asked by others even while contents are noted.
class ImportBook
{
public:
    /// `match` is what rows are matched by; Nothing: by nothing.
    ImportBook(const QList<StoredRecord> &present, const ImportTarget &match);

    /// The records with one of these values, each once; two at most, since two are too many to choose from.
    QList<const StoredRecord *> matching(const QStringList &values) const;
    const StoredRecord *byId(const QUuid &id) const;

    /// Of records with the same content (ids apart) the first that was noted: the row that gave it, 0 for the book.
    std::optional<qint64> sameContent(size_t content) const;
    void noteContent(size_t content, qint64 row);

private:
    QList<StoredRecord> m_present;
    QHash<QString, QList<qsizetype>> m_byValue;
    QHash<QUuid, qsizetype> m_byId;
    QHash<size_t, qint64> m_contents;
};

/// A number for everything that a table can give, ids apart.
size_t contentOf(const Agreement &record);

/// What a record is matched by: the text of the field, the identifiers, the field of the book's own.
QStringList matchValues(const Agreement &record, const ImportTarget &match);

} // namespace Treatybook
