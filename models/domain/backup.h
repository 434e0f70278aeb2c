#pragma once

#include <QDateTime>
#include <QString>

#include <array>

namespace Treatybook {

/// Why a backup was made.
enum class BackupReason : quint8 {
    FirstChange, ///< of a day
    Import,      ///< before one into a book that has records
    Deletion,    ///< before many records go
    Migration,   ///< before an older file is brought up to date
    Restore,     ///< before another backup takes its place
    Asked,       ///< a person wanted one
    Unknown      ///< a file that lies among the backups
};

inline constexpr std::array BackupReasons{BackupReason::FirstChange, BackupReason::Import, BackupReason::Deletion,
                                          BackupReason::Migration,   BackupReason::Restore, BackupReason::Asked,
                                          BackupReason::Unknown};

/// Removing as many records as this in one change is worth a backup of its own.
inline constexpr qsizetype ManyRemovals = 20;

/// A copy of a book from an earlier time.
struct Backup {
    QString path;
    qint64 number = 0; ///< counts up with every backup of the book, whatever the clock says; 0: not made by us
    QDateTime time;    ///< UTC
    BackupReason reason = BackupReason::Unknown;
    qint64 size = 0;     ///< bytes
    qint64 records = -1; ///< -1: not known without opening it
    QByteArray sha256;   ///< in hexadecimal digits; empty: not known
};

/// For people: "first change of the day".
QString backupReasonText(BackupReason reason);
/// For file names: one word. Unknown for a word that is none.
QString backupReasonKey(BackupReason reason);
BackupReason backupReasonOfKey(QStringView key);

} // namespace Treatybook
