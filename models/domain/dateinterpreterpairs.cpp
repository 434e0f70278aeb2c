#include "domain/dateinterpreter.h"

namespace Treatybook {

using namespace Qt::StringLiterals;

namespace {

/// Where two dates may be parted: by a word, a dash, a sign between blanks; or by a hyphen, which may as well belong to
/// one of them.
struct Split {
    size_t at = 0, size = 0;
    bool isWeak = false;
};

QList<Split> splitsOf(DateTokens tokens, DateWord word)
{
    QList<Split> splits;
    for (size_t at = 1; at < tokens.size(); ++at) {
        const DateToken &token = tokens[at];
        const bool isLast = at + 1 == tokens.size();
        const bool isBetweenBlanks = token.afterBlank && (isLast || tokens[at + 1].afterBlank);
        if (const FoundWord found = phraseBetween(tokens.subspan(at)); found.meaning == word)
            splits.append({at, static_cast<size_t>(found.size), false});
        else if (word != DateWord::To)
            continue;
        else if (token.isSign(u'–') || ((token.isSign(u'-') || token.isSign(u'/')) && isBetweenBlanks))
            splits.append({at, 1, false});
        else if (token.isSign(u'-'))
            splits.append({at, 1, true});
    }
    return splits;
}

} // namespace

/// "2014–2016", "18–20 September 2021", "between 2014 and 2016", "2014 or 2016".
bool DateInterpreter::readPair()
{
    const bool isBetween = m_bound == DateWord::Between;
    if (m_bound != DateWord::None && m_bound != DateWord::Since && !isBetween)
        return false;
    auto pair = onlyPair(isBetween ? DateWord::And : DateWord::Or);
    const bool isEither = pair && !isBetween;
    if (!pair)
        pair = onlyPair(DateWord::To);
    const bool hasEnd = pair && !pair->second.isEmpty() && pair->second != ".."_L1;
    if (!pair || (!hasEnd && (isBetween || isEither)))
        return false;

    const QString time = u"%1/%2"_s.arg(pair->first, pair->second);
    const QString day = (isEither ? u"[%1,%2]"_s : u"[%1..%2]"_s).arg(pair->first, hasEnd ? pair->second : QString());
    if (Edtf::read(day).isUnread()) {
        m_answer.problem = DateProblem::Backwards;
        return false;
    }
    m_answer.usesOrder = pair->usesOrder;
    m_answer.notes |= pair->notes;
    const bool isInterval = m_type == FieldType::Interval;
    if (isEither || (isBetween && !isInterval)) {
        m_answer.meanings.append({Edtf::read(day), {}});
    } else if (isInterval && !isBetween) {
        m_answer.meanings.append({Edtf::read(time), {}});
    } else if (m_bound == DateWord::Since) { // "from 1985 to 1992" is the whole time in any field
        m_answer.meanings.append({Edtf::read(time), {}});
    } else {
        m_answer.meanings = timeOrDay(time, day, isBetween || hasEnd ? FieldType::Date : FieldType::Interval);
        m_answer.notes |= TimeOrDay;
    }
    return true;
}

/// The two dates around the only place where the text can be parted so that both are dates.
std::optional<DateInterpreter::Pair> DateInterpreter::onlyPair(DateWord word) const
{
    const QList<Split> splits = splitsOf(m_tokens, word);
    for (const bool isWeak : {false, true}) {
        std::optional<Pair> only;
        for (const Split &split : splits) {
            if (split.isWeak != isWeak)
                continue;
            const auto pair = pairOf(m_tokens.first(split.at), m_tokens.subspan(split.at + split.size));
            if (pair && only)
                return {};
            if (pair)
                only = pair;
        }
        if (only)
            return only;
    }
    return {};
}

std::optional<DateInterpreter::Pair> DateInterpreter::pairOf(DateTokens before, DateTokens after) const
{
    DatePoint first = point(before);
    if (!first.isRight())
        return {};
    const bool isUnknown = after.empty() || (after.size() == 1 && after.front().isSign(u'?'));
    if (isUnknown || isNow(after)) {
        first.settle(m_manner);
        if (!first.isRight())
            return {};
        return Pair{edtfText(first.date), isUnknown ? QString() : u".."_s, notesOf(first), first.usesOrder};
    }
    DatePoint second = point(after);
    if (!second.isRight())
        return {};
    const DatePoint asWritten = first;
    first.completeFrom(second);
    second.completeFrom(asWritten);
    first.settle(m_manner);
    second.settle(m_manner);
    if (!first.isRight() || !second.isRight())
        return {};
    return Pair{edtfText(first.date), edtfText(second.date), notesOf(first) | notesOf(second),
                first.usesOrder || second.usesOrder};
}

} // namespace Treatybook
