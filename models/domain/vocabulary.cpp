#include "domain/vocabulary.h"

#include "domain/fold.h"

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
    return fromView(m_terms[static_cast<size_t>(index)].key);
}

QString Vocabulary::label(int index, Language language) const
{
    return fromView(m_terms[static_cast<size_t>(index)].labels[static_cast<size_t>(language)]);
}

std::optional<int> Vocabulary::indexOfKey(QStringView key) const
{
    for (int i = 0; i < size(); ++i) {
        const std::string_view own = m_terms[static_cast<size_t>(i)].key;
        if (key == QLatin1StringView(own.data(), static_cast<qsizetype>(own.size())))
            return i;
    }
    return std::nullopt;
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
