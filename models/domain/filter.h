#pragma once

#include "domain/facet.h"
#include "domain/query.h"

#include <QStringList>

namespace Treatybook {

/// Values of one facet; a record must have at least one of them.
struct FacetChoice {
    Facet facet{};
    QStringList values; ///< never empty within a Filter, each once
};

/// All that decides which records are shown: words, and chosen values of facets. The words must match, and so must
/// every facet that has a choice. A value.
class Filter
{
public:
    Filter() = default;
    explicit Filter(const Query &query) : m_query(query) {}

    const Query &query() const { return m_query; }
    /// In the order in which the facets were added.
    const QList<FacetChoice> &choices() const { return m_choices; }
    /// It asks for nothing: every record is shown.
    bool isEmpty() const { return m_query.isEmpty() && m_choices.isEmpty(); }

    QStringList values(Facet facet) const;
    bool isChosen(Facet facet, const QString &value) const { return values(facet).contains(value); }

    void setQuery(const Query &query) { m_query = query; }
    /// No values end the choice.
    void setValues(Facet facet, const QStringList &values);
    /// That value alone; none if it was that value alone already.
    void narrowTo(Facet facet, const QString &value);
    /// Adds the value to those of the facet, or takes it away.
    void toggle(Facet facet, const QString &value);
    void clear(Facet facet) { setValues(facet, {}); }
    /// Takes away the words, else the facet that was added last.
    void stepBack();

    /// All of it as one query. (A participant means there the State of that name, by whatever name.)
    QString queryText() const;

    /// For reports and the status sentence: "containing “rice”; Kind: Agreement or Protocol". Empty if it asks for
    /// nothing.
    QString inWords(const QLocale &locale) const;

    /// They ask for the same, in whatever order it was chosen and however it was typed.
    friend bool operator==(const Filter &a, const Filter &b);

private:
    Query m_query;
    QList<FacetChoice> m_choices;
};

/// "Kind: Agreement, Protocol or Treaty".
QString inWords(const FacetChoice &choice, const QLocale &locale);

} // namespace Treatybook
