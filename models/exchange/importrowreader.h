#pragma once

#include "domain/agreement.h"
#include "domain/pool.h"
#include "exchange/importcellreader.h"

namespace Treatybook {

/// Puts rows into records, as a layout says. One thread.
///
/// What a row leaves empty stays as it is in the record. In a record that was in the book before, a list of names adds
/// those that are not there; an item with an entry ("actions.termination") changes the one item of that kind, or the
/// one that says the same; an item without changes the one with the same main value; a part in exchange form is
/// replaced. A participant or source that an item names is found by its name (or code), or added.
class ImportRowReader
{
public:
    explicit ImportRowReader(const ImportLayout &layout);

    /// False if the row is to be rejected; the record is then to be thrown away. `stored`: it was in the book before.
    /// issues() tell what was found, also of a row that goes in.
    bool read(const QStringList &cells, Agreement &record, bool stored);
    const QList<ImportIssue> &issues() const { return m_issues; }
    /// Cells that went into fields of the book's own although nobody said so, in the row last read.
    int ownFieldValues() const { return m_ownFieldValues; }

private:
    /// The inputs that fill one item of the row.
    struct Group {
        ImportTarget target;
        QList<int> inputs;
        bool fixedOnly = true;
    };

    void readInput(const ImportInput &input, const QString &text, Agreement &record, bool stored);
    void readWholePart(const ImportCell &cell, Agreement &record);
    void readList(const ImportCell &cell, Agreement &record, bool stored);
    void readOwnField(const ImportCell &cell, Agreement &record);
    void readGroup(const Group &group, const QStringList &cells, Agreement &record, bool stored);
    /// The row of the item to change; -1: none yet, -2: several.
    qsizetype findItem(const Group &group, const QHash<int, QString> &values, const Agreement &record) const;
    QString itemNamed(Field part, const ImportCell &cell, Agreement &record);

    const ImportLayout &m_layout;
    QList<Group> m_groups;
    Pool m_pool;
    ImportCellReader m_cellReader;
    QList<ImportIssue> m_issues;
    int m_ownFieldValues = 0;
};

} // namespace Treatybook
