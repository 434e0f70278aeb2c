#include "exchange/importplanner.h"

#include "domain/tr.h"
#include "domain/validation.h"
#include "exchange/csvwriter.h"

#include <QFileInfo>
#include <QLocale>
#include <QtConcurrentMap>

#include <algorithm>
#include <utility>

namespace Treatybook {

using namespace Qt::StringLiterals;

namespace {

ImportIssue issue(ImportCode code, int column, const QString &value, const QString &reason)
{
    return {0, column, code, value.left(200), reason};
}

/// What validation says, as an import counts it; hints are left to the list of problems.
std::optional<ImportCode> codeOf(IssueCode code)
{
    switch (code) {
    case IssueCode::UnreadDate:
        return ImportCode::DateUnread;
    case IssueCode::InForceBeforeSignature:
        return ImportCode::InForceBeforeSignature;
    case IssueCode::EndBeforeStart:
        return ImportCode::EndBeforeStart;
    case IssueCode::SameParticipantTwice:
        return ImportCode::SameParticipantTwice;
    case IssueCode::RelationToItself:
        return ImportCode::RelationToItself;
    case IssueCode::OutsideParentTerm:
        return ImportCode::OutsideParentTerm;
    case IssueCode::DisagreesWithActions:
        return ImportCode::DisagreesWithActions;
    case IssueCode::SourcesDisagree:
        return ImportCode::SourcesDisagree;
    default:
        return std::nullopt;
    }
}

} // namespace

ImportPlanner::ImportPlanner(const ImportLayout &layout, const QList<StoredRecord> &present)
    : m_layout(layout)
    , m_book(present, layout.match() < 0 ? ImportTarget() : layout.inputs().at(layout.match()).target)
    , m_batch(m_layout, m_book)
    , m_reasonColumn(layout.headers().indexOf(RejectReason))
{
    m_plan.layout = m_layout;
}

void ImportPlanner::add(qint64 number, const QStringList &cells)
{
    const bool blank = std::all_of(cells.cbegin(), cells.cend(), [](const QString &cell) { return cell.isEmpty(); });
    if (blank) {
        m_plan.issues.tally(ImportCode::BlankRow);
        return;
    }
    ++m_plan.rows;
    const bool extra =
        cells.size() > m_layout.columnCount() && std::any_of(cells.cbegin() + m_layout.columnCount(), cells.cend(),
                                                             [](const QString &cell) { return !cell.isEmpty(); });
    constexpr size_t batch = 2000;
    ImportRow row;
    row.number = number;
    row.original = cells;
    row.isRagged = cells.size() < m_layout.columnCount() || extra;
    m_rows.push_back(std::move(row));
    if (m_rows.size() >= batch)
        planStarted();
}

/// Plans the rows that were being read, while the next ones are.
void ImportPlanner::planStarted()
{
    std::vector<ImportRow> rows = m_batch.finish();
    m_batch.start(std::exchange(m_rows, {}));
    for (ImportRow &row : rows)
        plan(row);
}

void ImportPlanner::plan(ImportRow &row)
{
    if (row.isRagged) {
        reject(row.number, row.original,
               {issue(ImportCode::RaggedRow, -1, {},
                      Treatybook::tr("The row has %1 cells, the header %2.")
                          .arg(row.original.size())
                          .arg(m_layout.columnCount()))});
        return;
    }
    const QStringList &keys = row.keys;
    const auto &found = row.found;
    const StoredRecord *stored = row.stored();
    Agreement &record = row.record;
    m_plan.apostrophes += row.apostrophes;
    const int matchColumn = m_layout.match() < 0 ? -1 : m_layout.inputs().at(m_layout.match()).column;
    QList<ImportIssue> wrong;
    if (found.size() > 1) {
        wrong.append(issue(ImportCode::AmbiguousMatch, matchColumn, keys.join(u"; "_s),
                           Treatybook::tr("“%1” matches several records of the book, first “%2” and “%3”.")
                               .arg(keys.join(u"; "_s), found.at(0)->record.label().toString(),
                                    found.at(1)->record.label().toString())));
    }
    for (const QString &key : keys) {
        if (!key.isEmpty() && m_keys.contains(key))
            wrong.append(issue(ImportCode::SameKeyTwice, matchColumn, key,
                               Treatybook::tr("“%1” stands in row %2 already.").arg(key).arg(m_keys.value(key))));
    }
    for (const ImportIssue &one : std::as_const(row.issues)) {
        if (one.severity() == ImportSeverity::Rejected)
            wrong.append(one);
    }
    if (record->title.toString().trimmed().isEmpty())
        wrong.append(issue(ImportCode::NoTitle, -1, {}, Treatybook::tr("The row gives no title.")));
    if (stored && record.id() != stored->record.id())
        wrong.append(issue(ImportCode::KnownId, -1, {}, Treatybook::tr("The record that matches has another id.")));
    if (!stored && m_book.byId(record.id()))
        wrong.append(issue(ImportCode::KnownId, -1, {},
                           Treatybook::tr("The id is that of “%1” in the book.")
                               .arg(m_book.byId(record.id())->record.label().toString())));
    if (wrong.isEmpty() && m_ids.contains(record.id()))
        wrong.append(issue(ImportCode::SameKeyTwice, -1, {},
                           Treatybook::tr("The id stands in row %1 already.").arg(m_ids.value(record.id()))));
    if (!wrong.isEmpty()) {
        reject(row.number, row.original, wrong);
        return;
    }
    for (ImportIssue &one : row.issues) {
        one.row = row.number;
        if (one.severity() == ImportSeverity::Note)
            m_plan.issues.tally(one.code);
        else
            m_plan.issues.add(std::move(one));
    }
    m_plan.ownFieldValues += row.ownFieldValues;
    for (const QString &key : keys)
        m_keys.insert(key, row.number);
    if (record.id().isNull())
        record.edit().id = QUuid::createUuid();
    m_ids.insert(record.id(), row.number);
    accept(row);
}

void ImportPlanner::reject(qint64 number, const QStringList &original, const QList<ImportIssue> &issues)
{
    ++m_plan.rejected;
    QStringList reasons;
    for (ImportIssue one : issues) {
        one.row = number;
        reasons.append(one.column < 0 ? one.reason
                                      : u"%1: %2"_s.arg(m_layout.inputs().at(one.column).header, one.reason));
        m_plan.issues.add(std::move(one));
    }
    appendCsvRow(m_rejectedRows, withReason(original, reasons.join(u' ')));
}

/// The cells with the reason after them; it takes the place of the one that a former import gave.
QStringList ImportPlanner::withReason(QStringList cells, const QString &reason) const
{
    if (m_reasonColumn >= 0 && m_reasonColumn < cells.size())
        cells.removeAt(m_reasonColumn);
    cells.append(reason);
    return cells;
}

void ImportPlanner::accept(const ImportRow &row)
{
    const Agreement &record = row.record;
    if (const StoredRecord *stored = row.stored()) {
        PatchSteps steps = difference(stored->record, record);
        if (steps.isEmpty()) {
            ++m_plan.unchanged;
            return;
        }
        ++m_plan.updated;
        m_plan.set.changes.append(Change::patch(record.id(), stored->version, std::move(steps)));
        m_accepted.append({row.number, record});
        return;
    }
    if (const auto same = m_book.sameContent(row.content)) {
        ImportIssue duplicate =
            issue(ImportCode::DuplicateContent, -1, record->title.toString(),
                  *same == 0 ? Treatybook::tr("A record with the same content is in the book already.")
                             : Treatybook::tr("The content is that of row %1.").arg(*same));
        duplicate.row = row.number;
        m_plan.issues.add(duplicate);
    }
    m_book.noteContent(row.content, row.number);
    ++m_plan.added;
    m_plan.set.changes.append(Change::add(record));
    m_accepted.append({row.number, record});
}

ImportPlan ImportPlanner::finish(const QString &path, const QStringList &header)
{
    planStarted();
    planStarted(); // those too that it started
    checkContents();
    appendCsvRow(m_plan.rejects, withReason(header, RejectReason));
    m_plan.rejects += m_rejectedRows;
    const QString name = path == "-"_L1 ? Treatybook::tr("standard input") : QFileInfo(path).fileName();
    const auto records = static_cast<int>(m_plan.set.changes.size());
    QList<Change> changes = std::move(m_plan.set.changes);
    m_plan.set = ChangeSet(Treatybook::tr("Import %n record(s) from “%1”", nullptr, records).arg(name));
    m_plan.set.changes = std::move(changes);
    return std::move(m_plan);
}

/// What validation has to say of the records as they would be, with the others beside them.
void ImportPlanner::checkContents()
{
    QHash<QUuid, const Agreement *> accepted;
    QHash<Field, int> columns;
    QSet<Field> typed; // their unread dates were told with the cell
    for (const Accepted &one : std::as_const(m_accepted))
        accepted.insert(one.record.id(), &one.record);
    for (const ImportInput &input : m_layout.inputs()) {
        const bool field =
            input.target.kind != ImportTarget::Kind::Nothing && input.target.kind != ImportTarget::Kind::OwnField;
        if (field && !columns.contains(input.target.field))
            columns.insert(input.target.field, input.column);
        if (field && input.target.kind != ImportTarget::Kind::WholePart && input.typedDates)
            typed.insert(input.target.field);
    }
    const RecordLookup lookup = [&](const QUuid &id) -> const Agreement * {
        if (const Agreement *record = accepted.value(id))
            return record;
        const StoredRecord *stored = m_book.byId(id);
        return stored ? &stored->record : nullptr;
    };
    const auto tell = [&](const Accepted &one, const Issue &found) {
        const auto code = codeOf(found.code);
        if (!code || (*code == ImportCode::DateUnread && typed.contains(found.field)))
            return;
        ImportIssue warning =
            issue(*code, columns.value(found.field, -1),
                  fieldInfo(found.field).edtf ? fieldInfo(found.field).edtf(one.record).text() : QString(),
                  m_plan.issues.isFull(severityOf(*code)) ? QString() : issueText(found, one.record, QLocale()));
        warning.row = one.row;
        m_plan.issues.add(std::move(warning));
    };
    constexpr qsizetype slice = 10'000; // what is found in all records at once would fill the memory
    for (auto first = m_accepted.cbegin(); first != m_accepted.cend();) {
        const auto last = first + std::min<qsizetype>(slice, m_accepted.cend() - first);
        const auto problems = QtConcurrent::blockingMapped<QList<QList<Issue>>>(
            first, last, [&](const Accepted &one) { return validate(one.record, lookup); });
        for (const QList<Issue> &ofOne : problems) {
            for (const Issue &found : ofOne)
                tell(*first, found);
            ++first;
        }
    }
}

} // namespace Treatybook
