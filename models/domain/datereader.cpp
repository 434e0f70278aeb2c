#include "domain/datereader.h"

#include "domain/dateinterpreter.h"
#include "domain/datesentences.h"
#include "domain/tr.h"

#include <algorithm>
#include <array>

namespace Treatybook {

using namespace Qt::StringLiterals;

namespace {

using Certainty = DateReading::Certainty;
using Answer = DateInterpreter::Answer;

constexpr qsizetype LongestDate = 200; ///< no date has as many characters; notes in the wrong column do
constexpr qsizetype MostTokens = 40;

DateReading unread(QStringView text, const QString &note)
{
    DateReading reading;
    reading.certainty = Certainty::Unread;
    reading.value = Edtf::read(text);
    reading.note = note;
    return reading;
}

/// Dates that programs write where there is none, or no end.
bool isPlaceholder(QStringView edtf)
{
    static constexpr std::array placeholders{"9999-12-31"_L1, "9999-01-01"_L1, "9999"_L1,
                                             "2899-01-01"_L1, "0001-01-01"_L1, "0000"_L1};
    return std::any_of(placeholders.begin(), placeholders.end(), [&](QLatin1StringView one) { return edtf == one; });
}

/// Dates that mean none, and ends that mean none, are offered as such; the date itself stands beside.
void offerPlaceholder(DateReading &reading)
{
    const QString edtf = reading.value.text();
    const qsizetype slash = edtf.indexOf(u'/');
    if (!isPlaceholder(QStringView(edtf).sliced(slash + 1)))
        return;
    const QString start = edtf.first(slash + 1);
    const Edtf endless = Edtf::read(start + ".."_L1);
    if (slash >= 0 && endless.isUnread()) // it has no start either
        return;
    const DateReading::Alternative itself{reading.value, tr("as it stands", "meaning of a date")};
    reading.certainty = Certainty::Doubtful;
    reading.note = tr("Some programs write this where a date is not known or has no end.");
    if (slash < 0) {
        reading.value = Edtf();
        reading.words = tr("no date", "meaning of a date");
    } else {
        reading.value = endless;
        reading.words = tr("no end", "meaning of a date");
        reading.alternatives.prepend({Edtf::read(start), tr("end not known", "meaning of a date")});
    }
    reading.alternatives.append(itself);
}

/// "2011-12": a month in EDTF, and to many people two years.
void offerYears(DateReading &reading, FieldType type)
{
    const QString edtf = reading.value.text();
    if (edtf.size() != 7 || edtf[4] != u'-' || edtf.contains(u'X'))
        return;
    const int year = edtf.first(4).toInt();
    const int lastYear = DateInterpreter::lastYearOfSpan(year, edtf.last(2).toInt(), 2);
    if (lastYear == 0 || (type == FieldType::Date && lastYear != year + 1))
        return;
    const QString to = u"%1"_s.arg(lastYear, 4, 10, '0'_L1);
    reading.certainty = Certainty::Doubtful;
    reading.words = tr("a month", "meaning of a date");
    reading.note = tr("This may be a span of years.");
    reading.alternatives =
        DateInterpreter::timeOrDay(edtf.first(4) + u'/' + to, u"[%1..%2]"_s.arg(edtf.first(4), to), type);
}

/// "45291": days since 1900, as spreadsheets count them.
std::optional<DateReading> readSerialNumber(QStringView text, DateTokens tokens)
{
    const bool isFraction = tokens.size() == 3 && tokens[1].isSign(u'.') && tokens[2].isNumber();
    if ((tokens.size() != 1 && !isFraction) || !tokens[0].isNumber() || tokens[0].digits() != 5)
        return {};
    constexpr Day SpreadsheetZero = dayNumber(1899, 12, 30);
    DateReading reading =
        unread(text, tr("This looks like a day counted by a spreadsheet; give the column the format of a date "
                        "there, or write the date."));
    reading.alternatives.append({Edtf::read(dayText(SpreadsheetZero + tokens[0].number)),
                                 tr("if the spreadsheet counts from 1900", "meaning of a date")});
    return reading;
}

bool isAllZeros(DateTokens tokens)
{
    const auto isZero = [](const DateToken &token) {
        return token.isNumber() ? token.number == 0 : token.word.isEmpty();
    };
    return tokens.size() >= 5 && tokens[0].isNumber() && std::all_of(tokens.begin(), tokens.end(), isZero);
}

DateReading fromAnswer(const Answer &answer, QStringView text)
{
    DateReading reading;
    const bool isDoubtful = answer.meanings.size() > 1 || answer.notes >= DateInterpreter::FirstDoubtful;
    reading.certainty = isDoubtful ? Certainty::Doubtful : Certainty::Understood;
    reading.value = answer.meanings.first().value;
    reading.words = isDoubtful ? answer.meanings.first().words : QString();
    reading.alternatives = answer.meanings.sliced(1);
    reading.note = sentences(answer.notes, text);
    offerPlaceholder(reading);
    return reading;
}

/// The texts that are not EDTF, read in one order of day and month and compared with the other ones.
class Orders
{
public:
    Orders(QStringView text, DateTokens tokens, FieldType type) : m_text(text), m_tokens(tokens), m_type(type) {}

    DateReading read(std::optional<DateOrder> chosen) const
    {
        const Answer first = answer(chosen.value_or(DateOrder::DayMonthYear), chosen.has_value());
        const bool isRight = !first.meanings.isEmpty();
        if (isRight && (chosen || !first.usesOrder))
            return fromAnswer(first, m_text);

        QList<Answer> others;
        for (const DateOrder order : {DateOrder::DayMonthYear, DateOrder::MonthDayYear}) {
            if (order == chosen || (!chosen && order == DateOrder::DayMonthYear))
                continue;
            if (const Answer other = answer(order, chosen.has_value()); !other.meanings.isEmpty())
                others.append(other);
        }
        if (!isRight && others.isEmpty())
            return unread(m_text, sentence(first.problem));
        const Answer &likeliest = isRight ? first : others.takeFirst();
        DateReading reading = fromAnswer(likeliest, m_text);
        for (const Answer &other : others)
            addOrder(reading, other);
        if (chosen && reading.certainty == Certainty::Understood)
            reading.certainty = Certainty::Doubtful;
        if (chosen)
            addNote(reading, Treatybook::tr("This does not fit the order of day, month and year that was chosen."));
        return reading;
    }

private:
    Answer answer(DateOrder order, bool isChosen) const
    {
        return DateInterpreter(m_text, m_tokens, m_type, {order, isChosen, false}).read();
    }

    static void addNote(DateReading &reading, const QString &note)
    {
        reading.note = reading.note.isEmpty() ? note : reading.note + u' ' + note;
    }

    /// The same text with the month first.
    static void addOrder(DateReading &reading, const Answer &other)
    {
        bool isOther = false;
        for (DateReading::Alternative meaning : other.meanings) {
            const auto isKnown = [&](const DateReading::Alternative &known) { return known.value == meaning.value; };
            if (meaning.value == reading.value ||
                std::any_of(reading.alternatives.cbegin(), reading.alternatives.cend(), isKnown))
                continue;
            isOther = true;
            if (meaning.words.isEmpty())
                meaning.words = Treatybook::tr("month first", "meaning of a date");
            reading.alternatives.append(meaning);
        }
        if (!isOther)
            return;
        reading.certainty = Certainty::Doubtful;
        if (reading.words.isEmpty())
            reading.words = Treatybook::tr("day first", "meaning of a date");
        addNote(reading, Treatybook::tr("Day and month may stand the other way round."));
    }

    QStringView m_text;
    DateTokens m_tokens;
    FieldType m_type;
};

} // namespace

DateReading readDate(QStringView text, FieldType type, std::optional<DateOrder> order)
{
    const QStringView trimmed = text.trimmed();
    if (trimmed.isEmpty())
        return {};
    DateReading reading;
    reading.value = Edtf::read(trimmed);
    if (reading.value.isDated()) {
        reading.certainty = Certainty::Edtf;
        offerYears(reading, type);
        offerPlaceholder(reading);
        return reading;
    }
    const bool isText = trimmed.isValidUtf16() && !trimmed.contains(QChar(u'\0'));
    if (!isText)
        return unread(text, Edtf::parse(trimmed).error().message);
    if (trimmed.size() > LongestDate)
        return unread(text, tr("This is too long for a date."));
    const bool hasForeignDigit =
        std::any_of(trimmed.begin(), trimmed.end(), [](QChar c) { return c.isDigit() && (c < u'0' || c > u'9'); });
    if (hasForeignDigit)
        return unread(text, tr("Dates are written with the digits 0 to 9; others often go with another "
                               "calendar."));
    const auto tokens = readDateTokens(trimmed);
    if (!tokens || tokens->isEmpty() || tokens->size() > MostTokens)
        return unread(text, sentence(DateProblem::NoDate));
    const DateTokens all(tokens->constData(), static_cast<size_t>(tokens->size()));
    if (const auto serial = readSerialNumber(text, all))
        return *serial;
    if (isAllZeros(all)) {
        reading = {};
        reading.certainty = Certainty::Doubtful;
        reading.words = tr("no date", "meaning of a date");
        reading.note = tr("Some programs write this where a date is not known or has no end.");
        return reading;
    }
    reading = Orders(trimmed, all, type).read(order);
    return reading.certainty == Certainty::Unread ? unread(text, reading.note) : reading;
}

} // namespace Treatybook
