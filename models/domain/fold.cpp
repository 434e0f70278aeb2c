#include "domain/fold.h"

#include <QChar>
#include <QList>
#include <QString>
#include <QVarLengthArray>

#include <array>
#include <string_view>

namespace Treatybook {

namespace {

using namespace Qt::StringLiterals;
using namespace std::string_view_literals;

/// Letters that no decomposition takes apart.
QString plainLetters(char32_t letter)
{
    switch (letter) {
    case U'đ':
    case U'ð':
        return u"d"_s;
    case U'ø':
        return u"o"_s;
    case U'ł':
        return u"l"_s;
    case U'ħ':
        return u"h"_s;
    case U'ŧ':
        return u"t"_s;
    case U'ı':
        return u"i"_s;
    case U'ß':
        return u"ss"_s;
    case U'æ':
        return u"ae"_s;
    case U'œ':
        return u"oe"_s;
    default:
        return QString::fromUcs4(&letter, 1);
    }
}

bool standsAlone(char32_t letter)
{
    switch (QChar::script(letter)) {
    case QChar::Script_Han:
    case QChar::Script_Hiragana:
    case QChar::Script_Katakana:
    case QChar::Script_Thai:
    case QChar::Script_Lao:
    case QChar::Script_Khmer:
    case QChar::Script_Myanmar:
        return true;
    default:
        return false;
    }
}

/// One code point folded: UTF-8 of its letters, a blank where words part.
QByteArray foldedCodePoint(char32_t codePoint)
{
    const QString parts = QString::fromUcs4(&codePoint, 1)
                              .normalized(QString::NormalizationForm_KD)
                              .toCaseFolded()
                              .normalized(QString::NormalizationForm_KD);
    QString folded;
    for (const char32_t part : parts.toUcs4()) {
        switch (QChar::category(part)) {
        case QChar::Mark_NonSpacing:
        case QChar::Mark_Enclosing:
        case QChar::Other_Format: // soft hyphens, joiners
            continue;
        default:
            break;
        }
        if (!QChar::isLetterOrNumber(part) && QChar::category(part) != QChar::Mark_SpacingCombining) {
            folded += QLatin1Char(' ');
            continue;
        }
        if (standsAlone(part))
            folded += QLatin1Char(' ');
        folded += plainLetters(part);
    }
    return folded.toUtf8();
}

/// What the alphabets fold to, made once: most non-ASCII text is in them.
class FoldTable
{
public:
    static constexpr char32_t Size = 0x2100; ///< up to general punctuation and currency signs

    FoldTable()
    {
        for (char32_t codePoint = 0x80; codePoint < Size; ++codePoint) {
            const QByteArray folded = foldedCodePoint(codePoint);
            Entry &entry = m_entries[codePoint];
            if (folded.size() > static_cast<qsizetype>(entry.bytes.size())) {
                entry.isLong = true;
                continue;
            }
            entry.size = static_cast<quint8>(folded.size());
            std::copy(folded.begin(), folded.end(), entry.bytes.begin());
        }
    }

    struct Entry {
        std::array<char, 6> bytes{};
        quint8 size = 0;
        bool isLong = false;
    };
    const Entry &operator[](char32_t codePoint) const { return m_entries[codePoint]; }

private:
    std::array<Entry, Size> m_entries;
};

/// Takes letters one after the other. What it has written it does not take back (but for a blank), therefore the start
/// of a word folds to the start of the folded word.
class Folder
{
public:
    void part() { m_parted = true; }

    void letter(char c)
    {
        if (m_parted) {
            m_parted = false;
            if (c != 'o' || !endsWith(" co"sv)) // co-operation, co-ordination
                m_out.append(' ');
            m_out.append(c);
            return;
        }
        switch (c) {
        case 's': // defense, license, offense, pretense
            if (last() == 'n' &&
                (endsWith("defen"sv) || endsWith("licen"sv) || endsWith("offen"sv) || endsWith("preten"sv)))
                c = 'c';
            break;
        case 'z': // organize, analyze
            if (last() == 'i' || last() == 'y')
                c = 's';
            break;
        case 'l': // cancelled, fulfill
            if (last() == 'l')
                return;
            break;
        case 'u':
            if (endsOurless() || endsWith("log"sv)) // labour; dialogue
                return;
            break;
        case 'm':
            if (endsWith("program"sv)) // programme
                return;
            if (endsWith(" viet na"sv)) {
                m_out.resize(m_out.size() - 3);
                m_out.append("na", 2);
            }
            break;
        case 'e':
            if (endsWith("program"sv) || endsWith("log"sv))
                return;
            if (endsWith(" cent"sv) || endsWith(" theat"sv) || endsWith("met"sv)) // center, theater, kilometer
                c = 'r';
            break;
        case 'r':
            if (endsWith(" centr"sv) || endsWith(" theatr"sv) || endsWith("metr"sv))
                c = 'e';
            break;
        default:
            break;
        }
        m_out.append(c);
    }

    /// A letter beyond ASCII, folded already.
    void bytes(const char *bytes, qsizetype size)
    {
        for (qsizetype i = 0; i < size; ++i) {
            const char c = bytes[i];
            if (c == ' ') {
                part();
            } else if (static_cast<uchar>(c) < 0x80) {
                letter(c);
            } else {
                if (m_parted)
                    m_out.append(' ');
                m_parted = false;
                m_out.append(c);
            }
        }
    }

    QByteArrayView result() const { return {m_out.data(), m_out.size()}; }

private:
    char last() const { return m_out.last(); } // a letter stands before: m_parted is false
    bool endsWith(std::string_view tail) const
    {
        return std::string_view(m_out.data(), static_cast<size_t>(m_out.size())).ends_with(tail);
    }
    bool endsOurless() const
    {
        if (last() != 'o')
            return false;
        for (const std::string_view stem :
             {"labo"sv, "hono"sv, "favo"sv, "colo"sv, "neighbo"sv, "harbo"sv, "armo"sv, "behavio"sv, "endeavo"sv}) {
            if (endsWith(stem))
                return true;
        }
        return false;
    }

    QVarLengthArray<char, 2048> m_out;
    bool m_parted = true;
};

/// Decodes one code point of valid UTF-8 and moves on; what is not valid becomes U+FFFD, which parts words.
char32_t nextCodePoint(const uchar *&at, const uchar *end)
{
    const uchar lead = *at++;
    const int following = lead >= 0xF0 ? 3 : lead >= 0xE0 ? 2 : lead >= 0xC0 ? 1 : 0;
    char32_t codePoint = following == 3 ? lead & 0x07u : following == 2 ? lead & 0x0Fu : lead & 0x1Fu;
    for (int i = 0; i < following; ++i) {
        if (at == end || (*at & 0xC0) != 0x80)
            return QChar::ReplacementCharacter;
        codePoint = codePoint << 6 | (*at++ & 0x3Fu);
    }
    return following == 0 || codePoint > QChar::LastValidCodePoint ? char32_t(QChar::ReplacementCharacter) : codePoint;
}

} // namespace

void appendFolded(QByteArray &out, QByteArrayView utf8)
{
    static const FoldTable table;
    Folder folder;
    const uchar *at = reinterpret_cast<const uchar *>(utf8.data());
    const uchar *const end = at + utf8.size();
    while (at != end) {
        const uchar c = *at;
        if (c < 0x80) {
            ++at;
            if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'))
                folder.letter(static_cast<char>(c));
            else if (c >= 'A' && c <= 'Z')
                folder.letter(static_cast<char>(c + ('a' - 'A')));
            else
                folder.part();
            continue;
        }
        const char32_t codePoint = nextCodePoint(at, end);
        if (codePoint < FoldTable::Size && !table[codePoint].isLong) {
            folder.bytes(table[codePoint].bytes.data(), table[codePoint].size);
        } else {
            const QByteArray folded = foldedCodePoint(codePoint);
            folder.bytes(folded.constData(), folded.size());
        }
    }
    out.append(folder.result());
}

QByteArray fold(QStringView text)
{
    QByteArray out;
    appendFolded(out, text.toUtf8());
    return out.startsWith(' ') ? out.sliced(1) : out;
}

} // namespace Treatybook
