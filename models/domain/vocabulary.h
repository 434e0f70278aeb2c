#pragma once

#include <QLocale>
#include <QString>

#include <array>
#include <optional>
#include <span>
#include <string_view>

namespace Treatybook {

/// The languages that every coded value has a label in.
enum class Language : quint8 { English, Vietnamese, Spanish };
inline constexpr int LanguageCount = 3;

/// The language of a locale, English where we have no other.
Language languageOf(const QLocale &locale);

/// One entry of a vocabulary: a stable kebab-case key for files, queries and CSV, and labels for people (UTF-8).
struct Term {
    std::string_view key;
    std::array<std::string_view, LanguageCount> labels;
};

/// A closed list of choices; a value is the index of its entry, which is also its enumerator. Entry 0 is what a new
/// record has. Instances are constants of vocabularies.h and live for ever.
class Vocabulary
{
public:
    constexpr Vocabulary(std::string_view name, std::span<const Term> terms) : m_name(name), m_terms(terms) {}

    constexpr std::string_view name() const { return m_name; }
    constexpr int size() const { return static_cast<int>(m_terms.size()); }
    /// Stable key; empty only for an entry 0 that means "not stated".
    QString key(int index) const;
    constexpr std::string_view keyUtf8(int index) const { return m_terms[static_cast<size_t>(index)].key; }
    QString label(int index, Language language) const;
    /// Exact key.
    std::optional<int> indexOfKey(QByteArrayView key) const;
    std::optional<int> indexOfKey(QStringView key) const { return indexOfKey(key.toUtf8()); }
    /// Its key or one of its labels has the folded text in it.
    bool hasText(int index, const QByteArray &folded) const;
    /// Key, or a label in any language, whatever its case: for what people type.
    std::optional<int> indexOf(QStringView keyOrLabel) const;

private:
    std::string_view m_name;
    std::span<const Term> m_terms;
};

} // namespace Treatybook
