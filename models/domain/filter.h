#pragma once

#include "domain/facet.h"
#include "domain/query.h"

#include <QStringList>

namespace Treatybook {

/// Values of one facet. A record must have at least one of the wanted, if there are any, and none of the excluded.
/// Within a Filter each value stands once, in one of the two, and there is one at least.
struct FacetChoice {
    Facet facet{};
    QStringList values = {}; ///< wanted
    QStringList excluded = {};

    qsizetype count() const { return values.size() + excluded.size(); }
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

    /// Of one facet; without values if nothing is chosen there.
    FacetChoice choice(Facet facet) const;
    QStringList values(Facet facet) const { return choice(facet).values; }
    QStringList excluded(Facet facet) const { return choice(facet).excluded; }
    bool isChosen(Facet facet, const QString &value) const { return values(facet).contains(value); }
    bool isExcluded(Facet facet, const QString &value) const { return excluded(facet).contains(value); }

    void setQuery(const Query &query) { m_query = query; }
    /// In place of what was chosen of its facet; without values it ends. A value that is wanted is not excluded.
    void choose(FacetChoice choice);
    /// Leaves what is excluded.
    void setValues(Facet facet, const QStringList &values) { choose({facet, values, excluded(facet)}); }
    /// That value alone, and nothing excluded; nothing at all if it was so already.
    void narrowTo(Facet facet, const QString &value);
    /// Adds the value to the wanted of the facet, or takes it away.
    void toggle(Facet facet, const QString &value);
    /// Adds the value to the excluded of the facet, or takes it away.
    void toggleExcluded(Facet facet, const QString &value);
    void clear(Facet facet) { choose({facet}); }
    /// Takes away the words, else the facet that was added last.
    void stepBack();

    /// For reports and the status sentence: "containing “rice”; Kind: Agreement or Protocol". Empty if it asks for
    /// nothing.
    QString inWords(const QLocale &locale) const;

    /// The same as one query, in one way of writing: `rice (kind:agreement OR kind:protocol) -tag:seen`. It leaves the
    /// same records, with what a query means by a name:
    /// - a subject, tag or language means those that fold.h takes for the same, too;
    /// - a participant means the State or body under all of its names, a place or officer all that have it in their
    ///   text, so that the query leaves at least the records of the wanted values and at most those of the excluded.
    /// A value without letter or digit cannot be asked for; the text then has a mistake, and so it has with more than
    /// Query::MostLeaves words and values.
    QString queryText() const;

    /// They ask for the same, in whatever order it was chosen and however it was typed.
    friend bool operator==(const Filter &a, const Filter &b);

private:
    Query m_query;
    QList<FacetChoice> m_choices;
};

/// "Kind: Agreement, Protocol or Treaty, not Plan".
QString inWords(const FacetChoice &choice, const QLocale &locale);

} // namespace Treatybook
