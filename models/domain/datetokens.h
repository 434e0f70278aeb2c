#pragma once

#include <QList>
#include <QString>

#include <optional>
#include <span>

namespace Treatybook {

/// A number, a word or a sign of a text that may be a date.
struct DateToken {
    enum class Kind : quint8 { Number, Word, Sign };

    Kind kind = Kind::Sign;
    bool afterBlank = false;
    char16_t sign = 0;   ///< `-` for every hyphen, `–` for every dash
    int number = 0;      ///< of at most eight digits, else -1
    qsizetype begin = 0; ///< where it stands in the text
    qsizetype end = 0;
    QString word; ///< folded: "tháng" is "thang", "O.S." is "os"

    bool isSign(char16_t wanted) const { return kind == Kind::Sign && sign == wanted; }
    bool isNumber() const { return kind == Kind::Number; }
    /// Of a number.
    qsizetype digits() const { return end - begin; }
};

using DateTokens = std::span<const DateToken>;

/// Without what says nothing: blanks, brackets, invisible characters, the dots of abbreviations, the letters of 1st,
/// 2nd, 3º. Nothing if some character has no place in a date. Linear in the length of the text.
std::optional<QList<DateToken>> readDateTokens(QStringView text);

} // namespace Treatybook
