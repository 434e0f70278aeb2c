#include "domain/vocabulary.h"

#include "domain/fold.h"
#include "domain/text.h"

#include <algorithm>

namespace Treatybook {

static QString fromView(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

Language languageOf(const QLocale &locale)
{
    switch (locale.language()) {
    case QLocale::Vietnamese:
        return Language::Vietnamese;
    case QLocale::Spanish:
        return Language::Spanish;
    default:
        return Language::English;
    }
}

QString Vocabulary::key(int index) const
{
    return fromView(keyUtf8(index));
}

QString Vocabulary::label(int index, Language language) const
{
    return fromView(m_terms[static_cast<size_t>(index)].labels[static_cast<size_t>(language)]);
}

std::optional<int> Vocabulary::indexOfKey(QByteArrayView key) const
{
    const auto found = std::ranges::find(m_terms, viewOf(key), &Term::key);
    return found == m_terms.end() ? std::nullopt : std::optional(static_cast<int>(found - m_terms.begin()));
}

bool Vocabulary::hasText(int index, const QByteArray &folded) const
{
    if (fold(key(index)).contains(folded))
        return true;
    for (int language = 0; language < LanguageCount; ++language) {
        if (fold(label(index, static_cast<Language>(language))).contains(folded))
            return true;
    }
    return false;
}

std::optional<int> Vocabulary::indexOf(QStringView keyOrLabel) const
{
    if (const auto exact = indexOfKey(keyOrLabel))
        return exact;
    for (int i = 0; i < size(); ++i) {
        const Term &term = m_terms[static_cast<size_t>(i)];
        if (keyOrLabel.compare(fromView(term.key), Qt::CaseInsensitive) == 0)
            return i;
        for (const std::string_view label : term.labels) {
            if (!label.empty() && keyOrLabel.compare(fromView(label), Qt::CaseInsensitive) == 0)
                return i;
        }
    }
    return std::nullopt;
}

} // namespace Treatybook
