#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

namespace Treatybook {

enum class TextEncoding : quint8 { Utf8, Utf16LittleEndian, Utf16BigEndian, Windows1252 };

/// Its name for people: "UTF-8".
QString encodingName(TextEncoding encoding);

/// Length of the character of UTF-8 that begins here, 0 if the bytes end within it, -1 if it is none (overlong forms,
/// surrogates and what lies beyond Unicode are none).
int utf8Length(const char *begin, const char *end);

/// Turns the bytes of a file into valid UTF-8, in chunks as they come, and stops at the first that are no text: broken
/// UTF-8, half a pair of UTF-16, NUL, bytes that Windows-1252 does not use. Nothing is replaced. Knows nothing of byte
/// order marks: the caller passes over them. One file each.
class TextDecoder
{
public:
    explicit TextDecoder(TextEncoding encoding) : m_encoding(encoding) {}

    /// Appends what the bytes mean to `utf8`. False at the first that mean nothing: what came before them is there, and
    /// problem() says what it is.
    bool decode(QByteArrayView bytes, QByteArray &utf8);
    /// At the end of the file: false if it ends within a character.
    bool finish();

    /// A sentence for people, with the place in the file; empty if there is none.
    QString problem() const { return m_problem; }

private:
    bool decodeUtf8(QByteArrayView bytes, QByteArray &utf8);
    bool decodeUtf16(QByteArrayView bytes, QByteArray &utf8);
    bool decodeWindows1252(QByteArrayView bytes, QByteArray &utf8);
    bool appendUnit(char16_t unit, QByteArray &utf8);
    bool fail(qint64 offset, const QString &sentence);

    TextEncoding m_encoding;
    QByteArray m_pending;     ///< the beginning of a character whose rest has not come yet
    char16_t m_surrogate = 0; ///< first half of a pair of UTF-16
    qint64 m_done = 0;        ///< bytes before those that decode() got
    QString m_problem;
};

} // namespace Treatybook
