#include "ui/reports/importfindings.h"

#include "ui/widgets/icons.h"
#include "ui/widgets/plainlabel.h"

namespace Treatybook {

void ImportFindings::setPlan(const ImportPlan &plan)
{
    beginResetModel();
    m_headers = plan.layout.headers();
    m_notes = plan.format.notes + plan.layout.notes();
    m_issues = plan.issues.kept();
    m_counts.clear();
    for (const ImportCode code : plan.issues.codes())
        m_counts.insert(code, plan.issues.count(code));
    endResetModel();
    showOnly({});
}

void ImportFindings::showOnly(std::optional<ImportCode> code)
{
    beginResetModel();
    m_only = code;
    m_shown.clear();
    for (qsizetype i = 0; i < m_issues.size(); ++i) {
        if (!code || m_issues[i].code == *code)
            m_shown.append(i);
    }
    endResetModel();
}

bool ImportFindings::isCut() const
{
    qint64 all = 0;
    for (auto count = m_counts.begin(); count != m_counts.end(); ++count) {
        if (!m_only || count.key() == *m_only)
            all += *count;
    }
    return all > m_shown.size();
}

int ImportFindings::rowCount(const QModelIndex &parent) const
{
    if (parent.isValid())
        return 0;
    return static_cast<int>(m_shown.size()) + noteCount();
}

int ImportFindings::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(ColumnCount);
}

static QString severityWord(ImportSeverity severity)
{
    switch (severity) {
    case ImportSeverity::Rejected:
        return ImportFindings::tr("Stays out");
    case ImportSeverity::Warning:
        return ImportFindings::tr("Warning");
    case ImportSeverity::Note:
        break;
    }
    return ImportFindings::tr("Note");
}

static QIcon severityIcon(ImportSeverity severity)
{
    return icon(severity == ImportSeverity::Rejected  ? Icon::Problem
                : severity == ImportSeverity::Warning ? Icon::Warning
                                                      : Icon::Information);
}

QString ImportFindings::note(int row, int column) const
{
    return column == Severity ? severityWord(ImportSeverity::Note) : column == Row ? m_notes[row] : QString();
}

QString ImportFindings::cell(const ImportIssue &issue, int column) const
{
    switch (column) {
    case Severity:
        return severityWord(issue.severity());
    case Row:
        return issue.row > 0 ? QLocale().toString(issue.row) : QString();
    case Place:
        return m_headers.value(issue.column);
    case Value:
        return issue.value;
    default:
        return issue.reason;
    }
}

QVariant ImportFindings::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const bool isNote = index.row() < noteCount();
    const ImportIssue *issue = isNote ? nullptr : &m_issues[m_shown[index.row() - noteCount()]];
    const ImportSeverity severity = issue ? issue->severity() : ImportSeverity::Note;
    const auto text = [&] { return issue ? cell(*issue, index.column()) : note(index.row(), index.column()); };
    switch (role) {
    case Qt::DisplayRole:
        return shortened(text());
    case Qt::ToolTipRole:
        return plainToolTip(text());
    case Qt::DecorationRole:
        return index.column() == Severity ? QVariant(severityIcon(severity)) : QVariant();
    case Qt::TextAlignmentRole:
        return index.column() == Row && issue ? QVariant(Qt::AlignRight | Qt::AlignVCenter) : QVariant();
    default:
        return {};
    }
}

QVariant ImportFindings::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Severity:
        return tr("What");
    case Row:
        return tr("Row");
    case Place:
        return tr("Column");
    case Value:
        return tr("Value");
    default:
        return tr("Reason");
    }
}

} // namespace Treatybook
