#pragma once

#include "session/agreementstore.h"

#include <QLocale>

namespace Treatybook {

/// What a person may go on to type in a query: field words, and the values that the records of the book have, with how
/// many have them. What a field has is counted once, when first asked for, until forget(). GUI thread.
class QueryCompletion
{
public:
    struct Offer {
        QString text;         ///< the whole query, completed
        qsizetype cursor = 0; ///< where typing goes on
        QString label;        ///< "party: · Participants", "Cuba · 24"
    };

    static constexpr qsizetype MostOffers = 12;

    explicit QueryCompletion(const AgreementStore &store) : m_store(store) {}

    /// For the word before the cursor: none within a phrase, after a comparison, or for one or two letters.
    QList<Offer> offers(const QString &text, qsizetype cursor, Day asOf, const QLocale &locale);
    /// The records changed.
    void forget() { m_known.clear(); }

private:
    struct Value {
        QString text; ///< as the query has it, not quoted
        QString label;
        qsizetype count = -1; ///< -1: not counted
    };

    QList<Value> fieldWords(const QString &typed) const;
    static QList<Value> fieldNames();
    const QList<Value> &valuesOf(const QString &word, Day asOf, const QLocale &locale);
    QList<Value> collect(const QString &word, Day asOf, const QLocale &locale) const;

    const AgreementStore &m_store;
    QHash<QString, QList<Value>> m_known; ///< by word
    Day m_day = NoDay;                    ///< of what is known
};

} // namespace Treatybook
