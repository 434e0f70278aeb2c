#pragma once

#include "domain/changeset.h"
#include "domain/repository.h"

#include <QDate>
#include <QElapsedTimer>
#include <QObject>

#include <functional>

namespace Treatybook {

/// Asks the store for a backup after the first change of a day and before many records go, where the store makes
/// backups at all. A backup that fails is told and never holds a change up.
class BackupKeeper : public QObject
{
    Q_OBJECT

public:
    explicit BackupKeeper(Repository &repository, QObject *parent = nullptr);

    /// Runs `commit` at once, or after a backup if the set removes many records.
    void before(const ChangeSet &set, const std::function<void()> &commit);
    /// A change was committed.
    void committed();

Q_SIGNALS:
    void failed(const Treatybook::Error &error);

private:
    Repository &m_repository;
    QDate m_day;               ///< with a backup, or on which its failure was told
    bool m_lacking = false;    ///< today's is still to be made
    QElapsedTimer m_sinceTry;
};

} // namespace Treatybook
