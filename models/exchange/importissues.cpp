#include "exchange/importissues.h"

#include "domain/tr.h"

#include <algorithm>

namespace Treatybook {

ImportSeverity severityOf(ImportCode code)
{
    if (code <= ImportCode::UnreadablePart)
        return ImportSeverity::Rejected;
    return code <= ImportCode::LooseQuote ? ImportSeverity::Warning : ImportSeverity::Note;
}

QString importCodeText(ImportCode code)
{
    switch (code) {
    case ImportCode::RaggedRow:
        return tr("Another number of cells than the header");
    case ImportCode::NoTitle:
        return tr("No title");
    case ImportCode::NoValue:
        return tr("No value of the field");
    case ImportCode::AmbiguousMatch:
        return tr("Several records or items match");
    case ImportCode::SameKeyTwice:
        return tr("The same record twice in the file");
    case ImportCode::KnownId:
        return tr("The id is in the book already");
    case ImportCode::UnreadablePart:
        return tr("Items that cannot be read");
    case ImportCode::DateUnread:
        return tr("Date kept as written");
    case ImportCode::DateDoubtful:
        return tr("Date with several meanings");
    case ImportCode::InForceBeforeSignature:
        return tr("Entry into force before signature");
    case ImportCode::EndBeforeStart:
        return tr("End before start");
    case ImportCode::SameParticipantTwice:
        return tr("The same participant twice");
    case ImportCode::RelationToItself:
        return tr("Related to itself");
    case ImportCode::OutsideParentTerm:
        return tr("Term outside of the parent's");
    case ImportCode::DisagreesWithActions:
        return tr("Field and action disagree");
    case ImportCode::SourcesDisagree:
        return tr("Sources disagree");
    case ImportCode::DuplicateContent:
        return tr("The same content as another record");
    case ImportCode::LooseQuote:
        return tr("Quote within a cell");
    case ImportCode::BlankRow:
        return tr("Empty row passed over");
    case ImportCode::DateRead:
        return tr("Date not written as EDTF, understood");
    case ImportCode::ParticipantAdded:
        return tr("Participant added for an action");
    case ImportCode::SourceAdded:
        return tr("Source added for an item");
    case ImportCode::BlanksTrimmed:
        return tr("Blanks around a cell taken away");
    }
    Q_UNREACHABLE();
}

void ImportIssues::add(ImportIssue issue)
{
    tally(issue.code);
    auto &kept = m_kept[static_cast<size_t>(issue.severity())];
    if (kept.size() < MostKept)
        kept.append(std::move(issue));
}

QList<ImportIssue> ImportIssues::kept() const
{
    QList<ImportIssue> all;
    for (const auto &issues : m_kept)
        all += issues;
    std::stable_sort(all.begin(), all.end(), [](const ImportIssue &a, const ImportIssue &b) { return a.row < b.row; });
    return all;
}

QList<ImportIssue> ImportIssues::kept(ImportSeverity severity) const
{
    return m_kept[static_cast<size_t>(severity)];
}

qint64 ImportIssues::count(ImportSeverity severity) const
{
    qint64 sum = 0;
    for (auto it = m_counts.cbegin(); it != m_counts.cend(); ++it)
        sum += severityOf(it.key()) == severity ? it.value() : 0;
    return sum;
}

QList<ImportCode> ImportIssues::codes() const
{
    QList<ImportCode> codes = m_counts.keys();
    std::sort(codes.begin(), codes.end());
    return codes;
}

} // namespace Treatybook
