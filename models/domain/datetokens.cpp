#include "domain/datetokens.h"

#include "domain/digit.h"
#include "domain/fold.h"

#include <algorithm>
#include <array>

namespace Treatybook {

using namespace Qt::StringLiterals;

namespace {

/// The sign that `c` is or looks like; 0 for none that dates have.
char16_t signOf(QChar c)
{
    switch (c.unicode()) {
    case u'\u2010': // hyphen
    case u'\u2011': // non-breaking hyphen
    case u'\u2212': // minus
        return u'-';
    case u'\u2012': // figure dash
    case u'\u2013': // en dash
    case u'\u2014': // em dash
    case u'\u2015': // horizontal bar
        return u'–';
    default:
        return u"/-.,~?%:+"_s.contains(c) ? c.unicode() : u'\0';
    }
}

bool saysNothing(QChar c)
{
    return c == u'(' || c == u')' || c == u'[' || c == u']' || c.category() == QChar::Other_Format;
}

bool isOrdinalEnding(const QString &word)
{
    static constexpr std::array endings{"st"_L1, "nd"_L1, "rd"_L1, "th"_L1, "ro"_L1, "er"_L1, "o"_L1};
    return std::any_of(endings.begin(), endings.end(), [&](QLatin1StringView ending) { return word == ending; });
}

class Tokenizer
{
public:
    explicit Tokenizer(QStringView text) : m_text(text) {}

    std::optional<QList<DateToken>> run()
    {
        while (m_at < m_text.size()) {
            const QChar c = m_text[m_at];
            if (c.isSpace() || saysNothing(c) || c == u'°') {
                m_blank = m_blank || c.isSpace();
                ++m_at;
            } else if (isDigit(c)) {
                readNumber();
            } else if (c.isLetter()) {
                readWord();
            } else if (const char16_t sign = signOf(c)) {
                DateToken &token = add(DateToken::Kind::Sign, m_at + 1);
                token.sign = sign;
            } else {
                return {};
            }
        }
        return m_tokens;
    }

private:
    DateToken &add(DateToken::Kind kind, qsizetype end)
    {
        m_tokens.append({kind, std::exchange(m_blank, false), 0, 0, m_at, end, {}});
        m_at = end;
        return m_tokens.last();
    }

    void readNumber()
    {
        qsizetype end = m_at;
        while (end < m_text.size() && isDigit(m_text[end]))
            ++end;
        const QStringView digits = m_text.sliced(m_at, end - m_at);
        add(DateToken::Kind::Number, end).number = digits.size() <= 8 ? digits.toInt() : -1;
    }

    qsizetype lettersEnd(qsizetype from) const
    {
        const auto belongs = [](QChar c) { return c.isLetter() || c.isMark(); };
        while (from < m_text.size() && belongs(m_text[from]))
            ++from;
        return from;
    }

    void readWord()
    {
        const bool followsNumber = !m_blank && !m_tokens.isEmpty() && m_tokens.last().isNumber();
        qsizetype end = lettersEnd(m_at);
        QString letters = m_text.sliced(m_at, end - m_at).toString();
        const bool isInitial = end - m_at == 1;
        while (end < m_text.size() && m_text[end] == u'.') { // "Sept.", "O.S.", "c."
            const qsizetype next = isInitial ? lettersEnd(end + 1) : end + 1;
            letters += m_text.sliced(end + 1, next - end - 1);
            end = next;
            if (!isInitial)
                break;
        }
        const QString word = QString::fromUtf8(fold(letters));
        if (followsNumber && isOrdinalEnding(word)) {
            m_at = end;
            return;
        }
        add(DateToken::Kind::Word, end).word = word;
    }

    QStringView m_text;
    qsizetype m_at = 0;
    bool m_blank = false;
    QList<DateToken> m_tokens;
};

} // namespace

std::optional<QList<DateToken>> readDateTokens(QStringView text)
{
    return Tokenizer(text).run();
}

} // namespace Treatybook
