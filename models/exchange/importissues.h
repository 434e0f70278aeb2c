#pragma once

#include <QHash>
#include <QList>
#include <QString>

#include <array>

namespace Treatybook {

enum class ImportSeverity : quint8 {
    Rejected, ///< the row stays out
    Warning,  ///< the row goes in; somebody should look
    Note      ///< so that nothing happens in silence
};

/// What an import has to say, told apart for counting.
enum class ImportCode : quint8 {
    // rejected
    RaggedRow,
    NoTitle,
    NoValue,
    AmbiguousMatch,
    SameKeyTwice,
    KnownId,
    UnreadablePart,
    // warnings
    DateUnread,
    DateDoubtful,
    InForceBeforeSignature,
    EndBeforeStart,
    SameParticipantTwice,
    RelationToItself,
    OutsideParentTerm,
    DisagreesWithActions,
    SourcesDisagree,
    DuplicateContent,
    LooseQuote,
    // notes
    BlankRow,
    DateRead,
    ParticipantAdded,
    SourceAdded,
    BlanksTrimmed
};

ImportSeverity severityOf(ImportCode code);
/// What all issues of a code have in common: "Entry into force before signature".
QString importCodeText(ImportCode code);

/// One thing about one row. A value.
struct ImportIssue {
    qint64 row = 0;  ///< as a spreadsheet counts: the header is 1
    int column = -1; ///< from 0; -1: the row as a whole
    ImportCode code{};
    QString value;  ///< as it stands in the file, cut to 200 characters
    QString reason; ///< a sentence for people

    ImportSeverity severity() const { return severityOf(code); }
};

/// Collects issues: counts all of them, keeps the first thousands, those that reject a row before others.
class ImportIssues
{
public:
    static constexpr qsizetype MostKept = 10'000; ///< of each severity

    void add(ImportIssue issue);
    /// Counts alone: what happens too often and matters too little to be listed.
    void tally(ImportCode code, qint64 times = 1)
    {
        if (times > 0)
            m_counts[code] += times;
    }

    /// No further issue of that severity is kept, only counted.
    bool isFull(ImportSeverity severity) const { return m_kept[static_cast<size_t>(severity)].size() >= MostKept; }

    /// In the order of rows.
    QList<ImportIssue> kept() const;
    QList<ImportIssue> kept(ImportSeverity severity) const;
    qint64 count(ImportCode code) const { return m_counts.value(code); }
    qint64 count(ImportSeverity severity) const;
    /// Codes that occurred, in the order of their declaration.
    QList<ImportCode> codes() const;

private:
    std::array<QList<ImportIssue>, 3> m_kept;
    QHash<ImportCode, qint64> m_counts;
};

} // namespace Treatybook
