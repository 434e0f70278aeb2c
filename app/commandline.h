#pragma once

#include "domain/datereader.h"
#include "domain/result.h"
#include "exchange/timelinereport.h"
#include "itemmodels/agreementtablemodel.h"

#include <QString>
#include <QStringList>

#include <optional>

namespace Treatybook {

/// What the command line asks for.
struct CommandLine {
    enum class Verb { Window, Help, Version, New, Sample, List, Changes, Upcoming, Problems, Export, Import, Backup, Restore, Check };
    enum class Format { Csv, Pdf, Png };

    Verb verb = Verb::Window;
    QString helpText;
    QString file; ///< the book; may be empty for Window
    bool resetUi = false; ///< Window: with the layout of the first day
    QString to;   ///< of Export ("-" is standard output) and Backup
    Format format = Format::Csv;
    bool raw = false;
    bool timeline = false; ///< Export draws it, instead of the list
    TimelineOptions drawing; ///< of it
    Query query;
    QString view; ///< name of a saved view; may be empty
    Day asOf = NoDay; ///< today if not given
    QString side; ///< whose view statuses take; empty: nobody's
    QList<Field> fields; ///< empty: what fits the verb
    QList<SortKey> sort;
    QString data;    ///< of Import: what is read ("-" is standard input); of Restore: the copy
    Day since = NoDay; ///< of Changes: the day to compare with; a year before `asOf` if not given
    int days = 365;  ///< of Upcoming: how far ahead
    QString map;     ///< of Import: the file that says where columns go; may be empty
    QString rejects; ///< of Import: where rejected rows go; may be empty
    bool dryRun = false;
    std::optional<DateOrder> dateOrder;
    std::optional<char> delimiter;

    bool isText() const { return verb != Verb::Window; }
    /// PDF and PNG need fonts, and with them a QGuiApplication.
    bool needsGui() const { return verb == Verb::Export && format != Format::Csv; }
};

/// `arguments` with the program's name first. An Error is wrong usage, in one line: exit status 2.
Result<CommandLine> parseCommandLine(const QStringList &arguments);

} // namespace Treatybook
