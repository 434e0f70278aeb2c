#include "domain/filter.h"

#include "domain/querycondition.h"
#include "domain/tr.h"

#include <algorithm>

namespace Treatybook {

FacetChoice Filter::choice(Facet facet) const
{
    const auto known = std::ranges::find(m_choices, facet, &FacetChoice::facet);
    return known == m_choices.end() ? FacetChoice{facet} : *known;
}

void Filter::choose(FacetChoice choice)
{
    choice.values.removeDuplicates();
    choice.excluded.removeDuplicates();
    choice.excluded.removeIf([&](const QString &value) { return choice.values.contains(value); });
    const auto known = std::ranges::find(m_choices, choice.facet, &FacetChoice::facet);
    if (known == m_choices.end() && choice.count() > 0)
        m_choices.append(choice);
    else if (choice.count() > 0)
        *known = choice;
    else if (known != m_choices.end())
        m_choices.erase(known);
}

void Filter::narrowTo(Facet facet, const QString &value)
{
    const FacetChoice now = choice(facet);
    const bool isAlone = now.count() == 1 && now.values.contains(value);
    choose({facet, isAlone ? QStringList() : QStringList(value)});
}

void Filter::toggle(Facet facet, const QString &value)
{
    FacetChoice now = choice(facet);
    if (!now.values.removeOne(value))
        now.values.append(value);
    choose(now);
}

void Filter::toggleExcluded(Facet facet, const QString &value)
{
    FacetChoice now = choice(facet);
    now.values.removeOne(value);
    if (!now.excluded.removeOne(value))
        now.excluded.append(value);
    choose(now);
}

void Filter::stepBack()
{
    if (!m_query.isEmpty())
        m_query = {};
    else if (!m_choices.isEmpty())
        m_choices.removeLast();
}

QString Filter::inWords(const QLocale &locale) const
{
    QString words = m_query.inWords(locale);
    for (const FacetChoice &choice : m_choices) {
        const QString more = Treatybook::inWords(choice, locale);
        words = words.isEmpty() ? more : Treatybook::tr("%1; %2", "two parts of a filter").arg(words, more);
    }
    return words;
}

/// What `word:value` asks for. Quotes and line breaks part words only, and a blank does the same.
static QueryNode queryNode(Facet facet, QString value)
{
    std::ranges::replace_if(value, isQueryQuote, u' ');
    value = value.simplified();
    const QString word = facetInfo(facet).keyText();
    QueryNode node;
    node.type = QueryNode::Type::Condition;
    if (const auto read = readCondition(word, QStringLiteral(":"), value)) {
        node.condition = *read;
    } else {
        node.condition.word = word;
        node.condition.sign = QStringLiteral(":");
        node.condition.value = value;
    }
    return node;
}

/// All must hold.
static QList<QueryNode> queryNodes(const FacetChoice &choice)
{
    QList<QueryNode> nodes;
    QueryNode wanted;
    wanted.type = QueryNode::Type::Or;
    for (const QString &value : choice.values)
        wanted.children.append(queryNode(choice.facet, value));
    if (wanted.children.size() == 1)
        nodes.append(wanted.children.first());
    else if (!wanted.children.isEmpty())
        nodes.append(wanted);
    for (const QString &value : choice.excluded) {
        QueryNode unwanted;
        unwanted.type = QueryNode::Type::Not;
        unwanted.children = {queryNode(choice.facet, value)};
        nodes.append(unwanted);
    }
    return nodes;
}

QString Filter::queryText() const
{
    QList<QueryNode> more;
    for (const FacetChoice &choice : m_choices)
        more.append(queryNodes(choice));
    return m_query.canonicalText(more);
}

bool operator==(const Filter &a, const Filter &b)
{
    const auto same = [](const QStringList &some, const QStringList &others) {
        return some.size() == others.size() &&
               std::ranges::all_of(some, [&](const QString &value) { return others.contains(value); });
    };
    return a.m_query == b.m_query && a.m_choices.size() == b.m_choices.size() &&
           std::ranges::all_of(a.m_choices, [&](const FacetChoice &choice) {
               const FacetChoice other = b.choice(choice.facet);
               return same(choice.values, other.values) && same(choice.excluded, other.excluded);
           });
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
    for (const QString &value : choice.excluded) {
        const QString without =
            tr("not %1", "value that must not hold").arg(facetValueLabel(choice.facet, value, locale));
        values =
            values.isEmpty() ? without : tr("%1, %2", "what must hold, and a value that must not").arg(values, without);
    }
    return tr("%1: %2", "facet: its values").arg(facetInfo(choice.facet).labelText(), values);
}

} // namespace Treatybook
