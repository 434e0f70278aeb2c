#include "app/commandline.h"

#include "app/timelinearguments.h"
#include "domain/querycondition.h"
#include "domain/recordjson.h"
#include "domain/tr.h"
#include "exchange/importmap.h"

#include <QCommandLineParser>
#include <QDate>

#include <array>
#include <optional>

namespace Treatybook {

using namespace Qt::StringLiterals;

namespace {

/// The text verbs: their word, what they do, and whether they choose records.
struct VerbInfo {
    CommandLine::Verb verb;
    const char *word;
    const char *what;
    bool choosesRecords;

    bool choosesFields() const { return verb == CommandLine::Verb::List || verb == CommandLine::Verb::Export; }
};

constexpr std::array Verbs{
    VerbInfo{CommandLine::Verb::New, "new", QT_TRANSLATE_NOOP("Treatybook", "Make an empty book; never over an existing file."),
             false},
    VerbInfo{CommandLine::Verb::Sample, "sample",
             QT_TRANSLATE_NOOP("Treatybook", "Write the sample, Viet Nam – Cuba, to a new book."), false},
    VerbInfo{CommandLine::Verb::List, "list", QT_TRANSLATE_NOOP("Treatybook", "Print a table of the records."), true},
    VerbInfo{CommandLine::Verb::Changes, "changes",
             QT_TRANSLATE_NOOP("Treatybook", "Print which records changed their status, from what to what and why."), true},
    VerbInfo{CommandLine::Verb::Upcoming, "upcoming",
             QT_TRANSLATE_NOOP("Treatybook", "Print what comes next: ends, renewals, notices, obligations."), true},
    VerbInfo{CommandLine::Verb::Problems, "problems",
             QT_TRANSLATE_NOOP("Treatybook", "Print errors, warnings and hints; exit status 1 if there are errors."), true},
    VerbInfo{CommandLine::Verb::Export, "export",
             QT_TRANSLATE_NOOP("Treatybook", "Write records as CSV or PDF, or the timeline as PDF or PNG."), true},
    VerbInfo{CommandLine::Verb::Import, "import",
             QT_TRANSLATE_NOOP("Treatybook", "Take in the rows of a table."), false},
    VerbInfo{CommandLine::Verb::Backup, "backup",
             QT_TRANSLATE_NOOP("Treatybook", "Write a checked copy of the book to a new file."), false},
    VerbInfo{CommandLine::Verb::Restore, "restore",
             QT_TRANSLATE_NOOP("Treatybook", "Put a copy in the place of the book; the present file is kept aside."), false},
    VerbInfo{CommandLine::Verb::Check, "check",
             QT_TRANSLATE_NOOP("Treatybook", "Look through the whole book; a line for each thing that is wrong."), false},
};

Error usage(const QString &message)
{
    return {ErrorKind::Invalid, tr("%1 See “treatybook --help”.").arg(message), {}};
}

QString generalHelp()
{
    QString text = tr("Usage: treatybook [FILE]               open the window\n");
    for (const VerbInfo &info : Verbs) {
        const QString form = info.verb == CommandLine::Verb::Export   ? tr("FILE --to OUT.{csv,pdf,png}")
                             : info.verb == CommandLine::Verb::Import  ? tr("FILE DATA.csv")
                             : info.verb == CommandLine::Verb::Backup  ? tr("FILE COPY")
                             : info.verb == CommandLine::Verb::Restore ? tr("COPY FILE")
                                                                       : tr("FILE");
        text += u"       treatybook %1   %2\n"_s.arg(u"%1 %2"_s.arg(QLatin1StringView(info.word), form).leftJustified(24),
                                                     tr(info.what));
    }
    text += tr("\nThe window also takes:\n"
               "  --reset-ui       with layout, columns and colours as on the first day\n");
    text += tr("\nlist, export, changes, upcoming and problems choose records:\n"
               "  --query Q        words, \"phrases\", -not, OR, field:value, signed>=2011; --query help tells more\n"
               "  --view NAME      a saved view of the book: its query, order, columns and day, as far as no option says else\n"
               "  --as-of DAY      the day that statuses answer for, such as 2021-10-01 (today)\n"
               "  --side WHO       whose view statuses take, such as VN or \"Viet Nam\" (nobody's: what holds for the whole)\n"
               "list and export also choose columns:\n"
               "  --fields A,B     columns, by key; --fields help lists them\n"
               "  --sort A,-B      order by A, then by B downwards\n"
               "changes also takes:\n"
               "  --since DAY      the day to compare with (a year before the --as-of day)\n"
               "upcoming also takes:\n"
               "  --days N         how far ahead (365)\n"
               "export also takes:\n"
               "  --raw            CSV without protection against spreadsheet formulas\n"
               "  --layout L       list, or timeline (PDF, PNG); a PDF is a list unless this says else\n");
    text += TimelineArguments::help();
    text += tr("import takes:\n"
               "  --map M.json     where columns go; without it headers find their fields by themselves\n"
               "  --dry-run        say what would happen, change nothing\n"
               "  --rejects R.csv  write the rows that do not go in, each with its reason\n"
               "  --date-order O   dmy, mdy or ymd: how dates such as 04/05/2004 are meant\n"
               "  --delimiter C    what stands between cells, such as ; or tab (by default what fits)\n"
               "  --raw            cells bear no apostrophe against spreadsheet formulas\n"
               "Rows that are wrong stay out and are named; the others go in, and the exit status is 0.\n"
               "\n“-” as DATA is standard input, after --to standard output (CSV). “treatybook --version” names the version.\n"
               "Exit status: 0 done, 1 refused or failed, 2 wrong usage.\n");
    return text;
}

QString fieldsHelp()
{
    QString text;
    for (const FieldInfo &info : fieldTable())
        text += u"%1  %2\n"_s.arg(info.keyText().leftJustified(24), info.labelText());
    return text;
}

QString queryHelp()
{
    return tr("What --query and the search box understand:\n"
              "  rice wheat            both words, each at the start of a word; accents and case do not matter\n"
              "  \"y tế\"                whole words in that order\n"
              "  -rice   a OR b   ( )  not this; one of both (side by side binds tighter); brackets\n"
              "  field:value           any field or query word: title:health, kind:plan, party:cuba, role:buyer, x:name:…\n"
              "                        a whole value of a list means that value only, else what has it in part\n"
              "  action: source: person: obligation: identifier:   what stands in any of them\n"
              "  signed:2017  signed>=2011  signed>2011  signed:2014..2018  in_force:..2000\n"
              "  term:2015  active:2014..2018  ended:2021  decade:2010s  changed>=2026-01-01\n"
              "  certainly:( … )       holds whatever the vague dates in it mean; dates else possibly hold\n"
              "  quantity>=1000000  quantity>=\"1000000 doses\"  notice_months<=6\n"
              "  status:expired  is:in-force  possibly:in-force  is:expiring  is:expiring<90  is:overdue\n"
              "  is:undated  is:unsourced  is:event  has:attachment  has:relation  has:warning\n"
              "  bound:VN              on the --as-of day, as is status\n"
              "  became:in-force:2020..2021   changed to that status then\n"
              "  sort:signed,-title    order\n"
              "Put in quotes what shall be taken as text. “--fields help” lists the fields.\n");
}

CommandLine helpCommand(const QString &text)
{
    CommandLine command;
    command.verb = CommandLine::Verb::Help;
    command.helpText = text;
    return command;
}

Result<QList<Field>> parseFields(const QString &text)
{
    QList<Field> fields;
    for (const QString &key : text.split(u',', Qt::SkipEmptyParts)) {
        const FieldInfo *info = findField(key.trimmed());
        if (!info)
            return usage(tr("There is no field “%1”; “--fields help” lists them.").arg(key.trimmed()));
        fields.append(info->field);
    }
    if (fields.isEmpty())
        return usage(tr("--fields needs at least one field."));
    return fields;
}

/// A mistake is shown with a caret under its place.
Result<Query> parseQuery(const QString &text)
{
    const Query query = Query::parse(text);
    if (const auto &mistake = query.mistake())
        return Error{ErrorKind::Invalid, u"--query: %1"_s.arg(mistake->sentence), pointAt(*mistake, text)};
    return query;
}

Result<Day> parseDayOption(const QString &option, const QString &text)
{
    if (text == "today"_L1)
        return static_cast<Day>(QDate::currentDate().toJulianDay());
    const std::optional<Day> day = parseDay(text);
    if (!day)
        return usage(tr("“%1” is no day; %2 takes one such as 2021-10-01.").arg(text, option));
    return *day;
}

Result<void> parseTarget(CommandLine &command, const QCommandLineParser &parser)
{
    if (!parser.isSet(u"to"_s))
        return usage(tr("export needs --to OUT.csv, OUT.pdf or OUT.png."));
    command.to = parser.value(u"to"_s);
    const QString ending = command.to == "-"_L1 ? u"csv"_s : command.to.section(u'.', -1).toLower();
    if (ending == "csv"_L1)
        command.format = CommandLine::Format::Csv;
    else if (ending == "pdf"_L1)
        command.format = CommandLine::Format::Pdf;
    else if (ending == "png"_L1)
        command.format = CommandLine::Format::Png;
    else
        return usage(tr("“%1” ends in none of .csv, .pdf and .png.").arg(command.to));
    const QString usual = command.format == CommandLine::Format::Png ? u"timeline"_s : u"list"_s;
    const QString layout = parser.isSet(u"layout"_s) ? parser.value(u"layout"_s) : usual;
    if (layout != "list"_L1 && layout != "timeline"_L1)
        return usage(tr("There is no layout “%1”; --layout takes list or timeline.").arg(layout));
    if (layout != usual && command.format != CommandLine::Format::Pdf)
        return usage(tr("A file ending in .%1 has the layout “%2”.").arg(ending, usual));
    command.timeline = layout == "timeline"_L1;
    const QString option = TimelineArguments::firstSet(parser);
    if (!command.timeline && !option.isEmpty())
        return usage(tr("%1 is for a timeline, not for a list.").arg(option));
    const auto drawing = TimelineArguments::parse(parser, command.format == CommandLine::Format::Png);
    if (!drawing)
        return usage(drawing.error().message);
    command.drawing = *drawing;
    command.raw = parser.isSet(u"raw"_s);
    return {};
}

Result<void> parseChoice(CommandLine &command, const VerbInfo &info, const QCommandLineParser &parser)
{
    const auto query = parseQuery(parser.value(u"query"_s));
    if (!query)
        return query.error();
    command.query = *query;
    command.view = parser.value(u"view"_s);
    command.side = parser.value(u"side"_s);
    if (parser.isSet(u"as-of"_s)) {
        const auto day = parseDayOption(u"--as-of"_s, parser.value(u"as-of"_s));
        if (!day)
            return day.error();
        command.asOf = *day;
    }
    if (info.choosesFields() && parser.isSet(u"fields"_s)) {
        const auto fields = parseFields(parser.value(u"fields"_s));
        if (!fields)
            return fields.error();
        command.fields = *fields;
    }
    if (info.choosesFields() && parser.isSet(u"sort"_s)) {
        const auto keys = readSort(parser.value(u"sort"_s));
        if (!keys)
            return usage(keys.error().message);
        command.sort = *keys;
    }
    return {};
}

Result<char> parseDelimiter(const QString &text)
{
    if (text == "tab"_L1 || text == "\\t"_L1)
        return '\t';
    const char delimiter = text.size() == 1 ? text.front().toLatin1() : '\0';
    if (delimiter < ' ' || delimiter == '"' || delimiter > '~')
        return text == "\t"_L1 ? Result<char>('\t') : usage(tr("--delimiter takes one character, such as ; or tab."));
    return delimiter;
}

Result<void> parseImport(CommandLine &command, const QCommandLineParser &parser)
{
    command.map = parser.value(u"map"_s);
    command.rejects = parser.value(u"rejects"_s);
    command.dryRun = parser.isSet(u"dry-run"_s);
    command.raw = parser.isSet(u"raw"_s);
    if (parser.isSet(u"date-order"_s)) {
        command.dateOrder = dateOrderOf(parser.value(u"date-order"_s));
        if (!command.dateOrder)
            return usage(tr("--date-order takes dmy, mdy or ymd."));
    }
    if (parser.isSet(u"delimiter"_s)) {
        const auto delimiter = parseDelimiter(parser.value(u"delimiter"_s));
        if (!delimiter)
            return delimiter.error();
        command.delimiter = *delimiter;
    }
    return {};
}

Result<CommandLine> parseVerb(const VerbInfo &info, QStringList arguments)
{
    QCommandLineParser parser;
    parser.addOption({{u"h"_s, u"help"_s}, {}});
    if (info.choosesRecords) {
        for (const QString &name : {u"query"_s, u"view"_s, u"as-of"_s, u"side"_s})
            parser.addOption({name, {}, name});
    }
    if (info.choosesFields()) {
        for (const QString &name : {u"fields"_s, u"sort"_s})
            parser.addOption({name, {}, name});
    }
    if (info.verb == CommandLine::Verb::Changes)
        parser.addOption({u"since"_s, {}, u"since"_s});
    if (info.verb == CommandLine::Verb::Upcoming)
        parser.addOption({u"days"_s, {}, u"days"_s});
    if (info.verb == CommandLine::Verb::Export) {
        parser.addOption({u"to"_s, {}, u"to"_s});
        parser.addOption({u"layout"_s, {}, u"layout"_s});
        parser.addOption({u"raw"_s, {}});
        TimelineArguments::add(parser);
    }
    if (info.verb == CommandLine::Verb::Import) {
        for (const QString &name : {u"map"_s, u"rejects"_s, u"date-order"_s, u"delimiter"_s})
            parser.addOption({name, {}, name});
        parser.addOption({u"dry-run"_s, {}});
        parser.addOption({u"raw"_s, {}});
    }
    parser.addPositionalArgument(u"file"_s, {});
    arguments.removeAt(1);
    if (!parser.parse(arguments))
        return usage(u"%1: %2"_s.arg(QLatin1StringView(info.word), parser.errorText()));
    if (parser.isSet(u"help"_s))
        return helpCommand(generalHelp());
    if (info.choosesFields() && parser.value(u"fields"_s) == "help"_L1)
        return helpCommand(fieldsHelp());
    if (info.choosesRecords && parser.value(u"query"_s) == "help"_L1)
        return helpCommand(queryHelp());

    const QStringList files = parser.positionalArguments();
    const bool takesData = info.verb == CommandLine::Verb::Import;
    const bool takesCopy = info.verb == CommandLine::Verb::Backup || info.verb == CommandLine::Verb::Restore;
    if (takesData && files.size() != 2)
        return usage(tr("import needs a book and a table: FILE DATA.csv."));
    if (takesCopy && files.size() != 2)
        return usage(info.verb == CommandLine::Verb::Backup ? tr("backup needs a book and a new file: FILE COPY.")
                                                            : tr("restore needs a copy and the book: COPY FILE."));
    if (!takesData && !takesCopy && files.size() != 1)
        return usage(tr("%1 needs one book as FILE, not %2.").arg(QLatin1StringView(info.word)).arg(files.size()));
    CommandLine command;
    command.verb = info.verb;
    command.file = info.verb == CommandLine::Verb::Restore ? files.last() : files.first();
    if (info.verb == CommandLine::Verb::Restore)
        command.data = files.first();
    if (info.verb == CommandLine::Verb::Backup)
        command.to = files.last();
    if (takesData) {
        command.data = files.last();
        if (const auto import = parseImport(command, parser); !import)
            return import.error();
    }
    if (info.verb == CommandLine::Verb::Export) {
        if (const auto target = parseTarget(command, parser); !target)
            return target.error();
    }
    if (info.choosesRecords) {
        if (const auto choice = parseChoice(command, info, parser); !choice)
            return choice.error();
    }
    if (info.verb == CommandLine::Verb::Changes && parser.isSet(u"since"_s)) {
        const auto day = parseDayOption(u"--since"_s, parser.value(u"since"_s));
        if (!day)
            return day.error();
        command.since = *day;
    }
    if (info.verb == CommandLine::Verb::Upcoming && parser.isSet(u"days"_s)) {
        bool isNumber = false;
        command.days = parser.value(u"days"_s).toInt(&isNumber);
        if (!isNumber || command.days < 0 || command.days > 100000)
            return usage(tr("--days takes a number of days, such as 90."));
    }
    return command;
}

} // namespace

Result<CommandLine> parseCommandLine(const QStringList &arguments)
{
    for (const QString &argument : arguments) {
        if (!textProblem(argument).isEmpty())
            return usage(tr("An argument is no readable text."));
    }
    const QString first = arguments.value(1);
    for (const VerbInfo &info : Verbs) {
        if (first == QLatin1StringView(info.word))
            return parseVerb(info, arguments);
    }
    QCommandLineParser parser;
    parser.addOption({{u"h"_s, u"help"_s}, {}});
    parser.addOption({{u"v"_s, u"version"_s}, {}});
    parser.addOption({u"reset-ui"_s, {}});
    parser.addPositionalArgument(u"file"_s, {});
    if (!parser.parse(arguments))
        return usage(parser.errorText());
    if (parser.isSet(u"help"_s))
        return helpCommand(generalHelp());
    CommandLine command;
    if (parser.isSet(u"version"_s)) {
        command.verb = CommandLine::Verb::Version;
        return command;
    }
    if (parser.positionalArguments().size() > 1)
        return usage(tr("“%1” is no command, and the window opens one book at a time.").arg(first));
    command.file = parser.positionalArguments().value(0);
    command.resetUi = parser.isSet(u"reset-ui"_s);
    return command;
}

} // namespace Treatybook
