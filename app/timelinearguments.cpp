#include "app/timelinearguments.h"

#include "domain/tr.h"

#include <QCommandLineParser>
#include <QDate>
#include <QRegularExpression>

#include <array>

namespace Treatybook::TimelineArguments {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array Names{"group-by"_L1, "colour-by"_L1, "from"_L1, "until"_L1, "width"_L1, "scale"_L1};

Error wrong(const QString &message)
{
    return {ErrorKind::Invalid, message, {}};
}

QString keysOf(const QStringList &keys)
{
    return Treatybook::tr("%1 or %2").arg(keys.mid(0, keys.size() - 1).join(u", "_s), keys.last());
}

QString groupKeys()
{
    QStringList keys;
    for (const GroupByInfo &info : groupByTable())
        keys.append(QString::fromLatin1(info.key));
    return keysOf(keys);
}

QString colourKeys()
{
    QStringList keys;
    for (const ColourByInfo &info : colourByTable)
        keys.append(QString::fromLatin1(info.key.data(), qsizetype(info.key.size())));
    return keysOf(keys);
}

/// All days of a day, month or year.
Result<DayRange> parseDays(const QString &option, const QString &text)
{
    static const QRegularExpression form(u"^-?\\d{4}(-\\d\\d(-\\d\\d)?)?$"_s);
    if (text == "today"_L1) {
        const Day today = static_cast<Day>(QDate::currentDate().toJulianDay());
        return DayRange{today, today};
    }
    const Edtf date = Edtf::read(text);
    if (!form.match(text).hasMatch() || date.kind() != Edtf::Kind::Instant)
        return wrong(Treatybook::tr("“%1” is no day, month or year; %2 takes one such as 2014 or 2021-09-18.")
                         .arg(text, option));
    return date.instant();
}

Result<double> parseNumber(const QString &option, const QString &text, double least, double most)
{
    bool isNumber = false;
    const double number = text.toDouble(&isNumber);
    if (!isNumber || !(number >= least && number <= most))
        return wrong(Treatybook::tr("%1 takes a number from %2 to %3.").arg(option).arg(least).arg(most));
    return number;
}

} // namespace

void add(QCommandLineParser &parser)
{
    for (const QString name : Names)
        parser.addOption({name, {}, name});
}

QString help()
{
    return Treatybook::tr(
               "a timeline also takes:\n"
               "  --group-by KEY   groups: %1\n"
               "                   (rows of up to %2 records, else groups by subject)\n"
               "  --colour-by KEY  %3 (status)\n"
               "  --from DAY       the first day, month or year that is drawn, such as 2014 (where the records begin)\n"
               "  --until DAY      the last one (where they end)\n"
               "  --width PIXELS   of PNG, %4 to %5 (1600)\n"
               "  --scale N        of PNG, how many pixels of the file each of them takes, %6 to %7 (2, or 1 for long "
               "ones)\n")
        .arg(groupKeys())
        .arg(PictureInput::MostRows)
        .arg(colourKeys())
        .arg(PictureSize::LeastWidth)
        .arg(PictureSize::MostWidth)
        .arg(PictureSize::LeastScale)
        .arg(PictureSize::MostScale);
}

QString firstSet(const QCommandLineParser &parser)
{
    for (const QString name : Names) {
        if (parser.isSet(name))
            return u"--"_s + name;
    }
    return {};
}

Result<TimelineOptions> parse(const QCommandLineParser &parser, bool isImage)
{
    TimelineOptions options;
    if (parser.isSet(u"group-by"_s)) {
        const QString key = parser.value(u"group-by"_s);
        const auto by = groupByOfKey(key);
        if (!by)
            return wrong(Treatybook::tr("There are no groups “%1”; --group-by takes %2.").arg(key, groupKeys()));
        options.choices.groupBy = *by;
        options.inGroups = true;
    }
    if (parser.isSet(u"colour-by"_s)) {
        const QString key = parser.value(u"colour-by"_s);
        const auto by = colourByOfKey(key);
        if (!by)
            return wrong(Treatybook::tr("There are no colours “%1”; --colour-by takes %2.").arg(key, colourKeys()));
        options.choices.colourBy = *by;
    }
    if (parser.isSet(u"from"_s)) {
        const auto days = parseDays(u"--from"_s, parser.value(u"from"_s));
        if (!days)
            return days.error();
        options.window.earliest = days->earliest;
    }
    if (parser.isSet(u"until"_s)) {
        const auto days = parseDays(u"--until"_s, parser.value(u"until"_s));
        if (!days)
            return days.error();
        options.window.latest = days->latest;
    }
    if (parser.isSet(u"from"_s) && parser.isSet(u"until"_s) && options.window.earliest > options.window.latest)
        return wrong(
            Treatybook::tr("--from %1 is after --until %2.").arg(parser.value(u"from"_s), parser.value(u"until"_s)));
    if (!isImage && (parser.isSet(u"width"_s) || parser.isSet(u"scale"_s)))
        return wrong(Treatybook::tr("--width and --scale are for PNG; a PDF is as wide as its page."));
    if (parser.isSet(u"width"_s)) {
        const auto width =
            parseNumber(u"--width"_s, parser.value(u"width"_s), PictureSize::LeastWidth, PictureSize::MostWidth);
        if (!width)
            return width.error();
        options.size.width = *width;
    }
    if (parser.isSet(u"scale"_s)) {
        const auto scale =
            parseNumber(u"--scale"_s, parser.value(u"scale"_s), PictureSize::LeastScale, PictureSize::MostScale);
        if (!scale)
            return scale.error();
        options.size.scale = *scale;
    }
    return options;
}

} // namespace Treatybook::TimelineArguments
