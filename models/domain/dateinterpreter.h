#pragma once

#include "domain/datepoint.h"
#include "domain/datewords.h"

namespace Treatybook {

/// Reads the words and numbers of a whole text: one date, a date with a bound ("before 2004"), a span, one of two. What
/// it finds is right for one manner of reading numbers; the reader compares manners.
class DateInterpreter
{
public:
    /// Worth telling about the text; the reader has the sentences.
    enum Note {
        TimeOfDay = 1,
        OldStyle = 2,
        WrongWeekday = 4, ///< doubtful, as are those below
        Zeros = 8,
        TwoYears = 16,
        TimeOrDay = 32, ///< the whole of a time, or one day in it
        ShortYear = 64,
        FirstDoubtful = WrongWeekday
    };

    struct Answer {
        QList<DateReading::Alternative> meanings; ///< the likeliest first; none: see `problem`
        DateProblem problem = DateProblem::None;
        bool usesOrder = false;
        int notes = 0;
    };

    /// `tokens` stand in `text`; both outlive the interpreter.
    DateInterpreter(QStringView text, DateTokens tokens, FieldType type, const DateManner &manner);

    Answer read();

    /// The last year of "2014-16", "1702/3", "1999-00", where `digits` of it are given; 0 if it is no later year.
    static int lastYearOfSpan(int year, int lastDigits, qsizetype digits);
    /// The two meanings of a span: `time` is an interval, `day` one of a set. The likelier for that type comes first.
    static QList<DateReading::Alternative> timeOrDay(const QString &time, const QString &day, FieldType likelier);

private:
    /// Two dates in EDTF. The second is empty or ".." where a span has no end.
    struct Pair {
        QString first, second;
        int notes = 0;
        bool usesOrder = false;
    };

    void takeTimeOfDay();
    void takeWords();
    DatePoint point(DateTokens tokens) const;
    static int notesOf(const DatePoint &point);
    bool readShortYears();
    bool readPoint(DatePoint point);
    void addBounded(const DatePoint &point);
    bool readPair();
    std::optional<Pair> onlyPair(DateWord word) const;
    std::optional<Pair> pairOf(DateTokens before, DateTokens after) const;

    QStringView m_text;
    DateTokens m_tokens;
    FieldType m_type;
    DateManner m_manner;
    DateWord m_bound = DateWord::None;
    bool m_about = false;
    bool m_perhaps = false;
    Answer m_answer;
};

} // namespace Treatybook
