#include "exchange/importsummary.h"

#include "domain/tr.h"

namespace Treatybook {

using namespace Qt::StringLiterals;

static void appendCounts(QStringList &lines, const ImportPlan &plan, ImportSeverity severity, const QString &heading)
{
    if (plan.issues.count(severity) == 0)
        return;
    lines.append(heading);
    for (const ImportCode code : plan.issues.codes()) {
        if (severityOf(code) == severity)
            lines.append(u"  "_s + tr("%1: %2").arg(importCodeText(code)).arg(plan.issues.count(code)));
    }
}

QStringList importSummary(const ImportPlan &plan)
{
    QStringList lines;
    lines.append(tr("Read as %1, delimiter: %2. Rows: %3.")
                     .arg(encodingName(plan.format.encoding), delimiterName(plan.format.delimiter))
                     .arg(plan.rows));
    lines.append(tr("Added: %1. Updated: %2. Unchanged: %3. Rejected: %4.")
                     .arg(plan.added)
                     .arg(plan.updated)
                     .arg(plan.unchanged)
                     .arg(plan.rejected));
    appendCounts(lines, plan, ImportSeverity::Rejected, tr("Rejected, by reason:"));
    appendCounts(lines, plan, ImportSeverity::Warning, tr("Warnings:"));
    appendCounts(lines, plan, ImportSeverity::Note, tr("Notes:"));
    lines += plan.format.notes;
    lines += plan.layout.notes();
    if (plan.ownFieldValues > 0)
        lines.append(tr("Cells kept in fields of the book's own because no other place was named: %1.")
                         .arg(plan.ownFieldValues));
    if (plan.apostrophes > 0)
        lines.append(
            tr("Cells that lost the apostrophe that guards against spreadsheet formulas: %1.").arg(plan.apostrophes));
    return lines;
}

QStringList importColumns(const ImportPlan &plan)
{
    QStringList lines;
    for (const ImportInput &input : plan.layout.inputs()) {
        const QString key = input.target.key();
        if (!key.isEmpty())
            lines.append(input.origin == ImportInput::Origin::Fixed ? tr("“%1” → %2").arg(input.header, key)
                                                                    : tr("%1 → %2").arg(input.header, key));
    }
    return lines;
}

} // namespace Treatybook
