#include "domain/filter.h"

#include <QCoreApplication>

#include <algorithm>

namespace Treatybook {

static QString tr(const char *text, const char *comment = nullptr)
{
    return QCoreApplication::translate("Treatybook", text, comment);
}

QStringList Filter::values(Facet facet) const
{
    const auto choice = std::ranges::find(m_choices, facet, &FacetChoice::facet);
    return choice == m_choices.end() ? QStringList() : choice->values;
}

void Filter::setValues(Facet facet, const QStringList &values)
{
    QStringList once = values;
    once.removeDuplicates();
    const auto choice = std::ranges::find(m_choices, facet, &FacetChoice::facet);
    if (once.isEmpty())
        m_choices.removeIf([facet](const FacetChoice &other) { return other.facet == facet; });
    else if (choice == m_choices.end())
        m_choices.append({facet, once});
    else
        choice->values = once;
}

void Filter::narrowTo(Facet facet, const QString &value)
{
    setValues(facet, values(facet) == QStringList(value) ? QStringList() : QStringList(value));
}

void Filter::toggle(Facet facet, const QString &value)
{
    QStringList chosen = values(facet);
    if (!chosen.removeOne(value))
        chosen.append(value);
    setValues(facet, chosen);
}

void Filter::stepBack()
{
    if (!m_query.isEmpty())
        m_query = {};
    else if (!m_choices.isEmpty())
        m_choices.removeLast();
}

QString Filter::queryText() const
{
    QStringList parts;
    if (!m_query.isEmpty())
        parts.append(m_query.mistake() ? m_query.canonicalText() : m_query.text()); // an open quote is closed
    for (const FacetChoice &choice : m_choices) {
        QStringList values;
        for (const QString &value : choice.values)
            values.append(facetInfo(choice.facet).keyText() + u':' + quotedValue(value));
        parts.append(values.size() == 1 ? values.first() : u'(' + values.join(QLatin1String(" OR ")) + u')');
    }
    const Query::Part *own = m_query.parts().size() == 1 ? &m_query.parts().first() : nullptr;
    if (parts.size() > 1 && own && own->node.type == QueryNode::Type::Or)
        parts.first() = u'(' + parts.first() + u')';
    return parts.join(u' ');
}

QString Filter::inWords(const QLocale &locale) const
{
    QString words = m_query.inWords(locale);
    for (const FacetChoice &choice : m_choices) {
        const QString more = Treatybook::inWords(choice, locale);
        words = words.isEmpty() ? more : tr("%1; %2", "two parts of a filter").arg(words, more);
    }
    return words;
}

bool operator==(const Filter &a, const Filter &b)
{
    const auto within = [](const Filter &one, const Filter &other) {
        return std::ranges::all_of(one.m_choices, [&](const FacetChoice &choice) {
            const QStringList values = other.values(choice.facet);
            return values.size() == choice.values.size() &&
                   std::ranges::all_of(choice.values, [&](const QString &value) { return values.contains(value); });
        });
    };
    return a.m_query == b.m_query && a.m_choices.size() == b.m_choices.size() && within(a, b);
}

QString inWords(const FacetChoice &choice, const QLocale &locale)
{
    QString values;
    for (qsizetype i = 0; i < choice.values.size(); ++i) {
        const QString label = facetValueLabel(choice.facet, choice.values.at(i), locale);
        if (i == 0)
            values = label;
        else if (i + 1 < choice.values.size())
            values = tr("%1, %2", "values of which one must hold").arg(values, label);
        else
            values = tr("%1 or %2", "values of which one must hold").arg(values, label);
    }
    return tr("%1: %2", "facet: its values").arg(facetInfo(choice.facet).labelText(), values);
}

} // namespace Treatybook
