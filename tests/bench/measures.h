#pragma once

#include <QProcess>
#include <QString>

namespace Treatybook {
class AgreementTableModel;
class Session;
} // namespace Treatybook

namespace Treatybook::Bench {

/// Keystroke and as-of day to repaint in the program's own window on that book; then the frames of a timeline.
void measureWindow(const QString &book, int runs);
/// A search goes over all of it: what memmem() takes for the same words in one buffer.
double searchFloor(const AgreementTableModel &model, int runs);

/// Saving one edit and undoing a large removal. `copy` is a closed copy of the same book, for the floor.
void measureChanges(Session &session, const QString &copy, int runs);

/// A process to its end; the bench stops if it fails.
void run(const QString &program, const QStringList &arguments, const QString &output = QProcess::nullDevice());

/// What sqlite3 takes to write the main table as CSV, or everything that our CSV holds.
enum class CsvContent { MainTable, Everything };
double csvFloor(const QString &book, CsvContent content, int runs, const QString &output = QProcess::nullDevice());

/// Whole processes of `program` beside sqlite3: CSV out of that book and into an empty one.
void measureProcesses(const QString &program, const QString &book, int runs);

} // namespace Treatybook::Bench
