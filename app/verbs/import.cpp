#include "app/verbs/verbs.h"
#include "domain/tr.h"

#include "exchange/importsummary.h"
#include "exchange/safefile.h"
#include "storage/book.h"

#include <QFile>
#include <QFileInfo>

#include <cstdio>

#include <unistd.h>

namespace Treatybook {

using namespace Qt::StringLiterals;

namespace {

constexpr int ListedRejects = 20;

/// None of the other files may be the book, nor the rejects overwrite what is read.
Result<void> checkFiles(const CommandLine &command)
{
    for (const QString &other : {command.data, command.map, command.rejects}) {
        if (!other.isEmpty() && other != "-"_L1 && sameFile(other, command.file)) {
            return Error{ErrorKind::Invalid,
                         tr("“%1” is the book itself, which is not read as a table nor written over.").arg(other),
                         {}};
        }
    }
    for (const QString &other : {command.data, command.map}) {
        if (!command.rejects.isEmpty() && !other.isEmpty() && sameFile(other, command.rejects))
            return Error{
                ErrorKind::Invalid, tr("The rejects would overwrite “%1”. Give them another name.").arg(other), {}};
    }
    return {};
}

Result<ImportMap> readMap(const QString &path)
{
    if (path.isEmpty())
        return ImportMap();
    constexpr qint64 Longest = 4 * 1024 * 1024;
    QFile file(path);
    if (!QFileInfo(path).isFile() || !file.open(QIODevice::ReadOnly))
        return Error{ErrorKind::Missing, tr("The map “%1” cannot be opened: %2.").arg(path, file.errorString()), {}};
    if (file.size() > Longest)
        return Error{ErrorKind::Invalid, tr("“%1” is too large for a map.").arg(path), {}};
    return ImportMap::fromJson(file.readAll());
}

Result<QList<StoredRecord>> readAll(Repository &repository)
{
    constexpr int Page = 2000;
    QList<StoredRecord> records;
    for (;;) {
        const auto page = repository.load(records.isEmpty() ? QUuid() : records.last().record.id(), Page).result();
        if (!page)
            return page.error();
        records += *page;
        if (page->size() < Page)
            return records;
    }
}

void say(FILE *stream, const QString &line)
{
    std::fprintf(stream, "%s\n", line.simplified().toUtf8().constData());
}

/// Per cent on one line of a terminal.
bool showProgress(qint64 done, qint64 total)
{
    if (isatty(STDERR_FILENO) == 1) {
        std::fprintf(stderr, "\r%3d %%\r", static_cast<int>(total > 0 ? 100 * done / total : 0));
        std::fflush(stderr);
    }
    return true;
}

QString issueLine(const ImportPlan &plan, const ImportIssue &issue)
{
    const QString reason = issue.reason.isEmpty() ? importCodeText(issue.code) : issue.reason;
    const QString header = issue.column < 0 ? QString() : plan.layout.inputs().at(issue.column).header;
    return QStringList{QString::number(issue.row), header, issue.value.simplified(), reason.simplified()}.join(u'\t');
}

QByteArray reportOf(const ImportPlan &plan, bool dryRun)
{
    QStringList lines = importSummary(plan);
    if (dryRun) {
        lines.append(tr("Columns:"));
        for (const QString &line : importColumns(plan))
            lines.append(u"  "_s + line);
        if (const auto issues = plan.issues.kept(); !issues.isEmpty()) {
            lines.append(QStringList{tr("Row"), tr("Column"), tr("Value"), tr("Reason")}.join(u'\t'));
            for (const ImportIssue &issue : issues)
                lines.append(issueLine(plan, issue));
        }
        lines.append(tr("Nothing was changed: this was a dry run."));
    }
    return lines.join(u'\n').toUtf8() + '\n';
}

/// One line in all, and one for each of the first rejected rows.
void tellRejects(const ImportPlan &plan, const QString &rejects)
{
    if (plan.rejected == 0)
        return;
    const auto issues = plan.issues.kept(ImportSeverity::Rejected);
    for (qsizetype i = 0; i < std::min<qsizetype>(issues.size(), ListedRejects); ++i) {
        const ImportIssue &issue = issues.at(i);
        say(stderr, issue.column < 0 ? tr("Row %1: %2").arg(issue.row).arg(issue.reason)
                                     : tr("Row %1, column “%2”: %3")
                                           .arg(QString::number(issue.row),
                                                plan.layout.inputs().at(issue.column).header, issue.reason));
    }
    say(stderr, rejects.isEmpty()
                    ? tr("treatybook: Rows that did not go in: %1. --rejects FILE writes them, each with its reason.")
                          .arg(plan.rejected)
                    : tr("treatybook: Rows that did not go in: %1. They are in “%2”, each with its reason.")
                          .arg(QString::number(plan.rejected), rejects));
}

Result<void> store(Repository &repository, const ImportPlan &plan, bool hasRecords)
{
    if (hasRecords) {
        const auto backup = repository.backUp(BackupReason::Import).result();
        if (!backup)
            return Error{
                backup.error().kind,
                tr("Nothing was imported, since no backup could be made first: %1").arg(backup.error().message),
                {}};
    }
    const auto receipt = repository.commit(plan.set).result();
    return receipt ? Result<void>() : receipt.error();
}

} // namespace

Result<void> runImport(const CommandLine &command)
{
    if (const auto files = checkFiles(command); !files)
        return files;
    const auto map = readMap(command.map);
    if (!map)
        return map.error();
    const auto repository =
        openBook(command.file,
                 {.readOnly = command.dryRun, .lockFile = !command.dryRun, .executor = BookOptions::Executor::Direct});
    if (!repository)
        return repository.error();
    const Capabilities capabilities = (*repository)->capabilities();
    if (capabilities.readOnly && !command.dryRun)
        return Error{ErrorKind::Denied, capabilities.readOnlyReason, {}};
    const auto present = readAll(**repository);
    if (!present)
        return present.error();
    const ImportRequest request{
        command.data, *map, command.delimiter, {command.dateOrder, command.raw ? std::optional(true) : std::nullopt}};
    const auto plan = planImport(request, *present, showProgress);
    if (!plan)
        return plan.error();
    // Before the rows go in, so that none is lost if there is no room for them. A file of an earlier import is told
    // apart: it then has a header and no rows.
    if (!command.rejects.isEmpty() &&
        (plan->rejected > 0 || (!command.dryRun && QFileInfo(command.rejects).isFile()))) {
        if (const auto written = writeFile(command.rejects, plan->rejects, command.file); !written)
            return written;
    }
    if (!command.dryRun && !plan->set.changes.isEmpty()) {
        if (const auto stored = store(**repository, *plan, !present->isEmpty()); !stored)
            return stored;
    }
    if (const auto written = writeOut(reportOf(*plan, command.dryRun)); !written)
        return written;
    tellRejects(*plan, command.rejects);
    if (plan->rejected > 0 && plan->rejected == plan->rows && !command.dryRun)
        return Error{ErrorKind::Invalid, tr("No row could be imported."), {}};
    return {};
}

} // namespace Treatybook
