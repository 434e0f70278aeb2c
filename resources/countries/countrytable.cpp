// A build tool: countrytable ISO-CODES-DIR LOCALE-DIR NAMES.TSV OUT.CPP writes one table of all States, a line each:
// code, English, Vietnamese, Spanish names, parted by tabs; several names by "|", the one to show first.

#include "mofile.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTextStream>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <functional>

using namespace Qt::StringLiterals;
using namespace Treatybook;

namespace {

constexpr std::array Languages{"en", "vi", "es"};

[[noreturn]] void fail(const QString &why)
{
    QTextStream(stderr) << "countrytable: " << why << Qt::endl;
    std::exit(1);
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        fail(path + u": "_s + file.errorString());
    return file.readAll();
}

/// "Korea, Republic of" is read "Republic of Korea".
QString turned(const QString &name)
{
    const qsizetype comma = name.indexOf(", "_L1);
    const bool isInverted = comma > 0 && name.count(u',') == 1 && !name.endsWith(u')');
    return isInverted ? name.mid(comma + 2) + u' ' + name.left(comma) : QString();
}

void add(QStringList &names, const QString &name)
{
    if (!name.isEmpty() && !names.contains(name))
        names.append(name);
}

/// The name to show first: the everyday one where the list puts a name back to front.
QStringList namesOf(const QJsonObject &state, const std::function<QString(const QString &)> &translated)
{
    const QString name = translated(state.value("name"_L1).toString());
    const QString common = translated(state.value("common_name"_L1).toString());
    QStringList names;
    if (name.contains(u','))
        add(names, common);
    if (name.endsWith(" of"_L1) || name.endsWith(" of the"_L1) || name.endsWith(" de"_L1) || name.endsWith(" del"_L1))
        add(names, turned(name));
    add(names, name);
    add(names, common);
    add(names, translated(state.value("official_name"_L1).toString()));
    return names;
}

/// The lines of one list, its codes under `codeKey`.
QStringList linesOf(const QString &isoDir, const QString &localeDir, const QString &list, QLatin1StringView codeKey)
{
    const QString path = u"%1/iso_%2.json"_s.arg(isoDir, list);
    const QJsonArray states = QJsonDocument::fromJson(contentOf(path)).object().value(list).toArray();
    if (states.isEmpty())
        fail(path + u": there is no list of States in it"_s);
    QStringList lines;
    for (const QJsonValue &value : states) {
        const QJsonObject state = value.toObject();
        QStringList columns{state.value(codeKey).toString()};
        for (const char *language : Languages) {
            static QHash<QString, QHash<QString, QString>> known;
            const QString catalogue =
                u"%1/%2/LC_MESSAGES/iso_%3.mo"_s.arg(localeDir, QString::fromLatin1(language), list);
            if (!known.contains(catalogue))
                known.insert(catalogue, readMoFile(catalogue));
            const QHash<QString, QString> &texts = known[catalogue];
            const bool isEnglish = columns.size() == 1;
            const auto translated = [&](const QString &text) { return isEnglish ? text : texts.value(text); };
            columns.append(namesOf(state, translated).join(u'|'));
        }
        lines.append(columns.join(u'\t'));
    }
    lines.sort();
    return lines;
}

/// Names of ours, put into the lines of ISO or behind them.
void addOwnNames(QStringList &lines, const QString &path)
{
    for (const QString &line : QString::fromUtf8(contentOf(path)).split(u'\n')) {
        if (line.isEmpty() || line.startsWith(u'#'))
            continue;
        const QStringList own = line.split(u'\t');
        if (own.size() != 4)
            fail(u"%1: “%2” has not four columns"_s.arg(path, line));
        if (own.front().isEmpty()) {
            lines.append(line);
            continue;
        }
        const auto isSame = [&own](const QString &other) { return other.startsWith(own.front() + u'\t'); };
        const auto known = std::find_if(lines.begin(), lines.end(), isSame);
        if (known == lines.end())
            fail(u"%1: ISO 3166 has no code “%2”"_s.arg(path, own.front()));
        QStringList columns = known->split(u'\t');
        const bool isFormer = own.front().size() == 4;
        for (qsizetype column = 1; column < columns.size(); ++column) {
            QStringList names = columns[column].split(u'|', Qt::SkipEmptyParts);
            const QStringList further = own[column].split(u'|', Qt::SkipEmptyParts);
            names = isFormer ? further + names : names + further;
            names.removeDuplicates();
            columns[column] = names.join(u'|');
        }
        *known = columns.join(u'\t');
    }
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = application.arguments();
    if (arguments.size() != 5)
        fail(u"wrong number of arguments"_s);
    QStringList lines = linesOf(arguments[1], arguments[2], u"3166-1"_s, "alpha_2"_L1);
    lines += linesOf(arguments[1], arguments[2], u"3166-3"_s, "alpha_4"_L1);
    addOwnNames(lines, arguments[3]);

    QFile out(arguments[4]);
    if (!out.open(QIODevice::WriteOnly))
        fail(arguments[4] + u": "_s + out.errorString());
    QTextStream text(&out);
    text << "#include \"domain/countrydata.h\"\n\nconst std::string_view Treatybook::countryData =\n";
    for (QString line : lines) {
        line.replace(u'\\', u"\\\\"_s).replace(u'"', u"\\\""_s);
        text << "    \"" << line << "\\n\"\n";
    }
    text << "    ;\n";
    text.flush();
    if (text.status() != QTextStream::Ok || !out.flush())
        fail(arguments[4] + u": "_s + out.errorString());
    return 0;
}
