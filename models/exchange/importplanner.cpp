#include "exchange/importplanner.h"

#include "domain/validation.h"
#include "exchange/csvwriter.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QLocale>

#include <algorithm>

namespace Treatybook {

using namespace Qt::StringLiterals;

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Treatybook", text);
}

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
    , m_reader(m_layout)
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
    if (cells.size() < m_layout.columnCount() || extra) {
        reject(number, cells,
               {issue(ImportCode::RaggedRow, -1, {},
                      tr("The row has %1 cells, the header %2.").arg(cells.size()).arg(m_layout.columnCount()))});
        return;
    }
    plan(number, m_layout.isGuarded() ? unguardedCells(cells) : cells, cells);
}

QStringList ImportPlanner::unguardedCells(const QStringList &cells)
{
    QStringList result = cells;
    for (QString &cell : result) {
        if (!cell.startsWith(u'\''))
            continue;
        const qsizetype size = cell.size();
        cell = unguarded(cell);
        m_plan.apostrophes += cell.size() != size;
    }
    return result;
}

/// What the row says of the thing that records are matched by.
QStringList ImportPlanner::valuesToMatch(const QStringList &cells)
{
    if (m_layout.match() < 0)
        return {};
    const ImportInput &input = m_layout.inputs().at(m_layout.match());
    const ImportCell cell{input, input.text(cells).trimmed()};
    if (cell.text.isEmpty())
        return {};
    if (input.target.kind == ImportTarget::Kind::List)
        return ImportCellReader::listItems(cell);
    if (input.target.kind == ImportTarget::Kind::OwnField)
        return {cell.text};
    QList<ImportIssue> issues; // a value that is none is told by the row reader
    return {m_keyReader.canonical(input.target.valueInfo(), cell, issues).value_or(QString())};
}

void ImportPlanner::plan(qint64 number, const QStringList &cells, const QStringList &original)
{
    const QStringList keys = valuesToMatch(cells);
    const auto found = m_book.matching(keys);
    const int matchColumn = m_layout.match() < 0 ? -1 : m_layout.inputs().at(m_layout.match()).column;
    QList<ImportIssue> wrong;
    if (found.size() > 1) {
        wrong.append(issue(ImportCode::AmbiguousMatch, matchColumn, keys.join(u"; "_s),
                           tr("“%1” matches several records of the book, first “%2” and “%3”.")
                               .arg(keys.join(u"; "_s), found.at(0)->record.label().toString(),
                                    found.at(1)->record.label().toString())));
    }
    for (const QString &key : keys) {
        if (!key.isEmpty() && m_keys.contains(key))
            wrong.append(issue(ImportCode::SameKeyTwice, matchColumn, key,
                               tr("“%1” stands in row %2 already.").arg(key).arg(m_keys.value(key))));
    }
    const StoredRecord *stored = found.size() == 1 ? found.first() : nullptr;
    Agreement record = stored ? stored->record : Agreement(QUuid());
    m_reader.read(cells, record, stored != nullptr);
    for (const ImportIssue &one : m_reader.issues()) {
        if (one.severity() == ImportSeverity::Rejected)
            wrong.append(one);
    }
    if (record->title.toString().trimmed().isEmpty())
        wrong.append(issue(ImportCode::NoTitle, -1, {}, tr("The row gives no title.")));
    if (stored && record.id() != stored->record.id())
        wrong.append(issue(ImportCode::KnownId, -1, {}, tr("The record that matches has another id.")));
    if (!stored && m_book.byId(record.id()))
        wrong.append(
            issue(ImportCode::KnownId, -1, {},
                  tr("The id is that of “%1” in the book.").arg(m_book.byId(record.id())->record.label().toString())));
    if (wrong.isEmpty() && m_ids.contains(record.id()))
        wrong.append(issue(ImportCode::SameKeyTwice, -1, {},
                           tr("The id stands in row %1 already.").arg(m_ids.value(record.id()))));
    if (!wrong.isEmpty()) {
        reject(number, original, wrong);
        return;
    }
    for (ImportIssue one : m_reader.issues()) {
        one.row = number;
        if (one.severity() == ImportSeverity::Note)
            m_plan.issues.tally(one.code);
        else
            m_plan.issues.add(std::move(one));
    }
    m_plan.ownFieldValues += m_reader.ownFieldValues();
    for (const QString &key : keys)
        m_keys.insert(key, number);
    if (record.id().isNull())
        record.edit().id = QUuid::createUuid();
    m_ids.insert(record.id(), number);
    accept(number, record, stored);
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

void ImportPlanner::accept(qint64 number, const Agreement &record, const StoredRecord *stored)
{
    if (stored) {
        PatchSteps steps = difference(stored->record, record);
        if (steps.isEmpty()) {
            ++m_plan.unchanged;
            return;
        }
        ++m_plan.updated;
        m_plan.set.changes.append(Change::patch(record.id(), stored->version, std::move(steps)));
        m_accepted.append({number, record});
        return;
    }
    if (const auto same = m_book.sameContent(record)) {
        ImportIssue duplicate = issue(ImportCode::DuplicateContent, -1, record->title.toString(),
                                      *same == 0 ? tr("A record with the same content is in the book already.")
                                                 : tr("The content is that of row %1.").arg(*same));
        duplicate.row = number;
        m_plan.issues.add(duplicate);
    }
    m_book.noteContent(record, number);
    ++m_plan.added;
    m_plan.set.changes.append(Change::add(record));
    m_accepted.append({number, record});
}

ImportPlan ImportPlanner::finish(const QString &path, const QStringList &header)
{
    checkContents();
    if (!m_rejectedRows.isEmpty()) {
        appendCsvRow(m_plan.rejects, withReason(header, RejectReason));
        m_plan.rejects += m_rejectedRows;
    }
    const QString name = path == "-"_L1 ? tr("standard input") : QFileInfo(path).fileName();
    const auto records = static_cast<int>(m_plan.set.changes.size());
    QList<Change> changes = std::move(m_plan.set.changes);
    m_plan.set = ChangeSet(
        QCoreApplication::translate("Treatybook", "Import %n record(s) from “%1”", nullptr, records).arg(name));
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
    for (const Accepted &one : std::as_const(m_accepted)) {
        for (const Issue &found : validate(one.record, lookup)) {
            const auto code = codeOf(found.code);
            if (!code || (*code == ImportCode::DateUnread && typed.contains(found.field)))
                continue;
            ImportIssue warning =
                issue(*code, columns.value(found.field, -1),
                      fieldInfo(found.field).edtf ? fieldInfo(found.field).edtf(one.record).text() : QString(),
                      m_plan.issues.isFull(severityOf(*code)) ? QString() : issueText(found, one.record, QLocale()));
            warning.row = one.row;
            m_plan.issues.add(std::move(warning));
        }
    }
}

} // namespace Treatybook
