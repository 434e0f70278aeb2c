#include "exchange/textdecoder.h"

#include "domain/tr.h"

#include <algorithm>
#include <array>
#include <utility>

namespace Treatybook {

using namespace Qt::StringLiterals;

QString encodingName(TextEncoding encoding)
{
    switch (encoding) {
    case TextEncoding::Utf8:
        return u"UTF-8"_s;
    case TextEncoding::Utf16LittleEndian:
    case TextEncoding::Utf16BigEndian:
        return u"UTF-16"_s;
    case TextEncoding::Windows1252:
        return u"Windows-1252"_s;
    }
    Q_UNREACHABLE();
}

int utf8Length(const char *begin, const char *end)
{
    const auto byte = [begin](int i) { return static_cast<uchar>(begin[i]); };
    const uchar first = byte(0);
    if (first < 0x80)
        return 1;
    if (first < 0xC2 || first > 0xF4)
        return -1;
    const int length = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
    // The second byte rules out overlong forms, surrogates and numbers beyond U+10FFFF.
    const uchar low = first == 0xE0 ? 0xA0 : first == 0xF0 ? 0x90 : 0x80;
    const uchar high = first == 0xED ? 0x9F : first == 0xF4 ? 0x8F : 0xBF;
    for (int i = 1; i < length; ++i) {
        if (begin + i == end)
            return 0;
        if (byte(i) < (i == 1 ? low : 0x80) || byte(i) > (i == 1 ? high : 0xBF))
            return -1;
    }
    return length;
}

static QString nulSentence()
{
    return tr("There is a NUL character, which no text holds. Is this a CSV file?");
}

static QString byteText(char byte)
{
    return QString::number(static_cast<uchar>(byte), 16).toUpper().rightJustified(2, u'0');
}

bool TextDecoder::decode(QByteArrayView bytes, QByteArray &utf8)
{
    bool ok = false;
    switch (m_encoding) {
    case TextEncoding::Utf8:
        ok = decodeUtf8(bytes, utf8);
        break;
    case TextEncoding::Utf16LittleEndian:
    case TextEncoding::Utf16BigEndian:
        ok = decodeUtf16(bytes, utf8);
        break;
    case TextEncoding::Windows1252:
        ok = decodeWindows1252(bytes, utf8);
        break;
    }
    m_done += bytes.size();
    return ok;
}

/// Without the beginning of a character that goes on in the next bytes.
static QByteArrayView withoutCutEnd(QByteArrayView utf8)
{
    for (qsizetype back = 1; back <= std::min<qsizetype>(3, utf8.size()); ++back) {
        const auto byte = static_cast<uchar>(utf8[utf8.size() - back]);
        if (byte >= 0xC0)
            return utf8Length(utf8.end() - back, utf8.end()) == 0 ? utf8.chopped(back) : utf8;
        if (byte < 0x80)
            return utf8;
    }
    return utf8;
}

bool TextDecoder::decodeUtf8(QByteArrayView bytes, QByteArray &utf8)
{
    QByteArray joined = std::exchange(m_pending, {});
    const qint64 offset = m_done - joined.size();
    const QByteArrayView all = joined.isEmpty() ? bytes : joined.append(bytes);
    const char *at = all.begin();
    if (const QByteArrayView whole = withoutCutEnd(all); whole.isValidUtf8() && !whole.contains('\0')) {
        utf8.append(whole);
        m_pending = all.sliced(whole.size()).toByteArray();
        return true;
    }
    // To the byte that is wrong.
    for (int length = 0; *at != '\0' && (length = utf8Length(at, all.end())) > 0;)
        at += length;
    utf8.append(all.begin(), at - all.begin());
    return fail(offset + (at - all.begin()),
                *at == '\0' ? nulSentence()
                            : Treatybook::tr("The byte %1 is no UTF-8. Save the file as UTF-8 and import it again.")
                                  .arg(byteText(*at)));
}

bool TextDecoder::decodeUtf16(QByteArrayView bytes, QByteArray &utf8)
{
    const bool little = m_encoding == TextEncoding::Utf16LittleEndian;
    for (qsizetype i = 0; i < bytes.size(); ++i) {
        if (m_pending.isEmpty()) {
            m_pending.append(bytes[i]);
            continue;
        }
        const auto first = static_cast<uchar>(m_pending.front());
        const auto second = static_cast<uchar>(bytes[i]);
        m_pending.clear();
        const auto unit = static_cast<char16_t>(little ? second << 8 | first : first << 8 | second);
        const qint64 place = m_done + i - 1;
        if (unit == 0)
            return fail(place, nulSentence());
        if (!appendUnit(unit, utf8))
            return fail(place, Treatybook::tr("There is half a character (an unpaired surrogate of UTF-16)."));
    }
    return true;
}

bool TextDecoder::appendUnit(char16_t unit, QByteArray &utf8)
{
    char32_t code = unit;
    if (QChar::isLowSurrogate(code) != (m_surrogate != 0))
        return false;
    if (QChar::isHighSurrogate(code)) {
        m_surrogate = unit;
        return true;
    }
    if (m_surrogate != 0)
        code = QChar::surrogateToUcs4(m_surrogate, unit);
    m_surrogate = 0;
    const auto tail = [&](int shift) { return static_cast<char>(0x80 | (code >> shift & 0x3F)); };
    if (code < 0x80) {
        utf8.append(static_cast<char>(code));
    } else if (code < 0x800) {
        utf8.append(static_cast<char>(0xC0 | code >> 6)).append(tail(0));
    } else if (code < 0x10000) {
        utf8.append(static_cast<char>(0xE0 | code >> 12)).append(tail(6)).append(tail(0));
    } else {
        utf8.append(static_cast<char>(0xF0 | code >> 18)).append(tail(12)).append(tail(6)).append(tail(0));
    }
    return true;
}

/// What Windows-1252 has where Latin-1 has control characters; 0: not used.
static constexpr std::array<char16_t, 32> Windows1252Middle{
    0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0,      0x017D, 0,      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

bool TextDecoder::decodeWindows1252(QByteArrayView bytes, QByteArray &utf8)
{
    for (qsizetype i = 0; i < bytes.size(); ++i) {
        const auto byte = static_cast<uchar>(bytes[i]);
        const char16_t unit = byte >= 0x80 && byte < 0xA0 ? Windows1252Middle[byte - 0x80u] : byte;
        if (byte == 0)
            return fail(m_done + i, nulSentence());
        if (unit == 0) {
            return fail(m_done + i,
                        Treatybook::tr(
                            "The file is not UTF-8, and the byte %1 is no Windows-1252 either. Save the file as UTF-8 "
                            "and import it again.")
                            .arg(byteText(bytes[i])));
        }
        appendUnit(unit, utf8);
    }
    return true;
}

bool TextDecoder::finish()
{
    if (m_pending.isEmpty() && m_surrogate == 0)
        return true;
    return fail(
        m_done,
        m_encoding == TextEncoding::Utf8
            ? Treatybook::tr("The file ends within a character of UTF-8; it may have been cut off.")
            : Treatybook::tr("The file ends within a character of UTF-16 (an odd number of bytes, or half a pair); it "
                             "may have been cut off."));
}

bool TextDecoder::fail(qint64 offset, const QString &sentence)
{
    m_problem = Treatybook::tr("%1 (Byte %2 of the file.)").arg(sentence).arg(offset + 1);
    return false;
}

} // namespace Treatybook
