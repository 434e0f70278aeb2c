#include "domain/querycondition.h"

#include "domain/datereader.h"
#include "domain/facet.h"
#include "domain/fold.h"
#include "domain/tr.h"
#include "domain/vocabularies.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>

namespace Treatybook {

using namespace Qt::StringLiterals;

namespace {

Error expected(const QString &sentence)
{
    return {ErrorKind::Invalid, sentence, {}};
}

bool isComparison(const QString &sign)
{
    return sign != u":"_s && sign != u"="_s;
}

/// The whole of a year, month or day, or what else can be read as a date.
Result<DayRange> readDays(const QString &text)
{
    const DateReading reading = readDate(text, FieldType::Date);
    if (!reading.isSure())
        return expected(
            tr("“%1” is no date. Expected a year, month or day such as 2017, 2017-03 or 2017-03-23, or 2014..2018.")
                .arg(text));
    return reading.value.instant();
}

/// "2014-2018", "2014–2018" and "2014…2018" are ranges, and no date could be written so.
QString withDots(QString value)
{
    static const QRegularExpression Years(u"^(\\d{4})\\s*[-–—]\\s*(\\d{4})$"_s);
    return value.replace(u'…', ".."_L1).replace(Years, u"\\1..\\2"_s);
}

/// "2017", "2014..2018", "..2000", "2011.."; with a comparison what lies before or after it.
Result<DayRange> readDayRange(const QString &sign, const QString &typed)
{
    const QString value = isComparison(sign) ? typed : withDots(typed);
    const qsizetype dots = value.indexOf(".."_L1);
    if (dots < 0 || isComparison(sign)) {
        auto days = readDays(value);
        if (!days || !isComparison(sign))
            return days;
        const bool isAfter = sign.startsWith(u'>'), isInclusive = sign.endsWith(u'=');
        const Day bound = isAfter == isInclusive ? days->earliest : days->latest;
        if (bound == NoDay)
            return expected(tr("“%1” has no such end to compare with.").arg(value));
        const Day outer = isInclusive ? bound : isAfter ? bound + 1 : bound - 1;
        return isAfter ? DayRange{outer, NoDay} : DayRange{NoDay, outer};
    }
    DayRange range;
    const QString first = value.first(dots).trimmed(), last = value.sliced(dots + 2).trimmed();
    if (first.isEmpty() && last.isEmpty())
        return expected(tr("Expected a date on one side of the dots at least, such as 2014..2018 or ..2000."));
    if (!first.isEmpty()) {
        const auto days = readDays(first);
        if (!days)
            return days.error();
        range.earliest = days->earliest;
    }
    if (!last.isEmpty()) {
        const auto days = readDays(last);
        if (!days)
            return days.error();
        range.latest = days->latest;
    }
    if (range.earliest != NoDay && range.latest != NoDay && range.earliest > range.latest)
        return expected(tr("“%1” ends before it begins.").arg(value));
    return range;
}

/// One entry if the value is its key or a label; else all whose key or a label has the value in it.
QList<int> entriesOf(const Vocabulary &vocabulary, const QString &value)
{
    if (const auto exact = vocabulary.indexOf(value))
        return {*exact};
    const QByteArray needle = fold(value);
    QList<int> entries;
    for (int index = 0; index < vocabulary.size() && !needle.isEmpty(); ++index) {
        if (vocabulary.hasText(index, needle))
            entries.append(index);
    }
    return entries;
}

Result<QList<int>> readEntries(const ColumnInfo &column, const QString &value)
{
    QList<int> entries = entriesOf(*column.vocabulary, value);
    if (!entries.isEmpty())
        return entries;
    QStringList known;
    for (int index = 0; index < column.vocabulary->size() && known.size() < 5; ++index) {
        if (const QString key = column.vocabulary->key(index); !key.isEmpty())
            known.append(key);
    }
    return expected(
        tr("“%1” is no value of “%2”. Expected one such as %3.").arg(value, column.keyText(), known.join(", "_L1)));
}

/// "1 000 000 doses": digits in groups of three are one number.
QString withoutGroups(QString amount)
{
    static const QRegularExpression Groups(u"(?<=\\d)[ \u00a0\u202f](?=\\d{3}(?!\\d))"_s);
    return amount.remove(Groups);
}

/// "1000000", "1000000 doses", "5..10"; nothing if it is no number.
std::optional<Error> readAmounts(QueryCondition &condition)
{
    const QString amount = withoutGroups(condition.value);
    const QString number = amount.section(u' ', 0, 0);
    condition.needle = fold(amount.sliced(number.size()));
    const auto read = [](const QString &text) { return Decimal::parse(text); };
    const qsizetype dots = number.indexOf(".."_L1);
    if (dots >= 0 && !isComparison(condition.sign)) {
        const QString first = number.first(dots), last = number.sliced(dots + 2);
        const auto least = read(first), most = read(last);
        if ((!first.isEmpty() && !least) || (!last.isEmpty() && !most) || (first.isEmpty() && last.isEmpty()))
            return expected(tr("“%1” is no range of numbers. Expected one such as 5..10.").arg(number));
        condition.least = least ? *least : Decimal();
        condition.most = most ? *most : Decimal();
        return {};
    }
    const auto value = read(number);
    if (!value)
        return expected(tr("“%1” is no number. Expected digits such as 1000000 or 2.5.").arg(number));
    const QString &sign = condition.sign;
    if (!sign.startsWith(u'<'))
        condition.least = *value;
    if (!sign.startsWith(u'>'))
        condition.most = *value;
    condition.isAbove = sign == u">"_s;
    condition.isBelow = sign == u"<"_s;
    return {};
}

struct State {
    QLatin1StringView word;
    QuerySubject subject;
};
constexpr std::array States{
    State{"in-force"_L1, QuerySubject::InForce},    State{"expiring"_L1, QuerySubject::Expiring},
    State{"overdue"_L1, QuerySubject::Overdue},     State{"undated"_L1, QuerySubject::Undated},
    State{"unsourced"_L1, QuerySubject::Unsourced}, State{"event"_L1, QuerySubject::Event}};

std::optional<Error> readIs(QueryCondition &condition)
{
    const QString word = condition.value.section(u'<', 0, 0).toLower();
    const auto found = std::ranges::find(States, word, &State::word);
    if (found == States.end())
        return expected(tr("“%1” is nothing that a record can be. Expected one of %2.")
                            .arg(condition.value, stateWords().join(", "_L1)));
    condition.subject = found->subject;
    condition.number = 365;
    if (word.size() == condition.value.size())
        return {};
    bool isNumber = false;
    condition.number = condition.value.sliced(word.size() + 1).toInt(&isNumber);
    if (condition.subject != QuerySubject::Expiring || !isNumber || condition.number < 0)
        return expected(tr("Expected a number of days, such as is:expiring<90."));
    --condition.number;
    return {};
}

std::optional<Error> readHas(QueryCondition &condition)
{
    if (condition.value.compare("warning"_L1, Qt::CaseInsensitive) == 0) {
        condition.subject = QuerySubject::Warning;
        return {};
    }
    const FieldInfo *field = findField(condition.value.toLower());
    if (!field)
        return expected(
            tr("“%1” is no field. Expected one such as attachment, relation, source or warning.").arg(condition.value));
    condition.subject = QuerySubject::Has;
    condition.field = field->field;
    return {};
}

std::optional<Error> readBecame(QueryCondition &condition)
{
    const qsizetype colon = condition.value.indexOf(u':');
    const auto entries =
        readEntries(fieldInfo(Field::Status), condition.value.first(colon < 0 ? condition.value.size() : colon));
    if (!entries)
        return entries.error();
    condition.subject = QuerySubject::Became;
    condition.entries = *entries;
    if (colon < 0)
        return expected(tr("Expected when, such as became:in-force:2020..2021."));
    const auto days = readDayRange(u":"_s, condition.value.sliced(colon + 1));
    if (!days)
        return days.error();
    condition.days = *days;
    return {};
}

std::optional<Error> readDaysOf(QueryCondition &condition, QuerySubject subject)
{
    condition.subject = subject;
    const auto days = readDayRange(condition.sign, condition.value);
    if (!days)
        return days.error();
    condition.days = *days;
    return {};
}

std::optional<Error> readDecade(QueryCondition &condition)
{
    condition.subject = QuerySubject::Decade;
    QString text = condition.value;
    if (text.endsWith("0s"_L1))
        text = text.chopped(2) + u'X';
    const auto decade = decadeOfText(text);
    if (!decade)
        return expected(tr("“%1” is no decade. Expected one such as 2010s or 201X.").arg(condition.value));
    condition.number = *decade;
    return {};
}

std::optional<Error> readText(QueryCondition &condition, QuerySubject subject)
{
    condition.subject = subject;
    condition.needle = fold(condition.value);
    if (condition.needle.isEmpty())
        return expected(tr("Expected letters or digits after “%1”.").arg(condition.word + condition.sign));
    return {};
}

/// Or with the dots of a range.
bool beginsWithNumber(const QString &value)
{
    return value.startsWith(".."_L1) || (!value.isEmpty() && value.front().isDigit());
}

std::optional<Error> readField(QueryCondition &condition, const FieldInfo &field)
{
    condition.field = field.field;
    switch (field.field) {
    case Field::Participants:
        return readText(condition, QuerySubject::Participant);
    case Field::Quantities:
        if (isComparison(condition.sign) || beginsWithNumber(condition.value)) {
            condition.subject = QuerySubject::Quantity;
            return readAmounts(condition);
        }
        return readText(condition, QuerySubject::Part);
    case Field::Term:
        return readDaysOf(condition, QuerySubject::Term);
    case Field::Bound:
        return readText(condition, QuerySubject::Bound);
    case Field::Changed:
        return readDaysOf(condition, QuerySubject::Changed);
    case Field::Ends:
        return readDaysOf(condition, QuerySubject::Ended);
    default:
        break;
    }
    switch (field.type) {
    case FieldType::Choice:
    case FieldType::Computed:
        if (field.vocabulary) {
            condition.subject = field.isStored() ? QuerySubject::Choice : QuerySubject::Status;
            const auto entries = readEntries(field, condition.value);
            if (!entries)
                return entries.error();
            condition.entries = *entries;
            return {};
        }
        return readText(condition, QuerySubject::Text);
    case FieldType::Date:
    case FieldType::Interval:
        return readDaysOf(condition, QuerySubject::Date);
    case FieldType::Number:
        condition.subject = QuerySubject::Number;
        return readAmounts(condition);
    case FieldType::List:
        return readText(condition, QuerySubject::List);
    case FieldType::Part:
        return readText(condition, QuerySubject::Part);
    default:
        return readText(condition, QuerySubject::Text);
    }
}

bool takesComparison(QuerySubject subject)
{
    switch (subject) {
    case QuerySubject::Date:
    case QuerySubject::Term:
    case QuerySubject::Active:
    case QuerySubject::Ended:
    case QuerySubject::Changed:
    case QuerySubject::Number:
    case QuerySubject::Quantity:
        return true;
    default:
        return false;
    }
}

/// What names another record or item holds nothing that a person could type.
bool hasTypedText(const ColumnInfo &column)
{
    return column.type != FieldType::Item && column.type != FieldType::Record;
}

bool isColumn(const QString &key)
{
    return std::ranges::any_of(fieldTable(), [&](const FieldInfo &field) {
        return field.part && std::ranges::any_of(field.part->columns, [&](const ColumnInfo &column) {
                   return column.keyText() == key && hasTypedText(column);
               });
    });
}

bool isWordOfItsOwn(const QString &key)
{
    static const QStringList Words{u"is"_s, u"has"_s, u"became"_s, u"active"_s, u"ended"_s, u"decade"_s, u"possibly"_s};
    return Words.contains(key);
}

std::optional<Error> readBy(QueryCondition &condition, const QString &key)
{
    if (key == "is"_L1)
        return readIs(condition);
    if (key == "has"_L1)
        return readHas(condition);
    if (key == "became"_L1)
        return readBecame(condition);
    if (key == "active"_L1)
        return readDaysOf(condition, QuerySubject::Active);
    if (key == "ended"_L1)
        return readDaysOf(condition, QuerySubject::Ended);
    if (key == "decade"_L1)
        return readDecade(condition);
    if (key == "possibly"_L1) {
        condition.subject = QuerySubject::PossiblyInForce;
        if (condition.value.compare("in-force"_L1, Qt::CaseInsensitive) != 0)
            return expected(
                tr("Expected possibly:in-force. Dates are possible ones unless they stand in certainly:(…)."));
        return {};
    }
    if (key.startsWith("x:"_L1)) {
        condition.name = key.sliced(2);
        return readText(condition, QuerySubject::OwnField);
    }
    if (const FieldInfo *field = findField(key))
        return readField(condition, *field);
    if (isColumn(key)) {
        condition.name = key;
        return readText(condition, QuerySubject::Column);
    }
    return expected(tr("“%1” is no field. Put the whole in quotes to search for it as text.").arg(condition.word));
}

} // namespace

Result<QueryCondition> readCondition(const QString &word, const QString &sign, const QString &value)
{
    QueryCondition condition;
    condition.word = word;
    condition.sign = sign;
    condition.value = value;
    const QString key = word.startsWith("x:"_L1) ? word : word.toLower();
    if (value.isEmpty() && (key.startsWith("x:"_L1) || findField(key) || isColumn(key) || isWordOfItsOwn(key)))
        return expected(tr("Expected a value after “%1”.").arg(word + sign));
    if (const auto error = readBy(condition, key))
        return *error;
    if (isComparison(sign) && !takesComparison(condition.subject))
        return expected(tr("“%1” cannot be compared with “%2”. Write %1:%3.").arg(word, sign, value));
    return condition;
}

QStringList stateWords()
{
    QStringList words;
    for (const State &state : States)
        words.append(state.word);
    return words;
}

Result<QList<SortKey>> readSort(const QString &value)
{
    QList<SortKey> keys;
    for (const QString &part : value.split(u',', Qt::SkipEmptyParts)) {
        const bool isDescending = part.startsWith(u'-');
        const QString name = part.sliced(isDescending ? 1 : 0).trimmed().toLower();
        const FieldInfo *field = findField(name);
        if (!field)
            return expected(tr("“%1” is no field to sort by. Expected one such as sort:signed,-title.").arg(name));
        keys.append({field->field, isDescending ? Qt::DescendingOrder : Qt::AscendingOrder});
    }
    if (keys.isEmpty())
        return expected(tr("Expected fields, such as sort:signed,-title."));
    return keys;
}

} // namespace Treatybook
