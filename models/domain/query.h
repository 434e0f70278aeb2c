#pragma once

#include "domain/querynode.h"
#include "domain/sortkey.h"

#include <optional>

QT_FORWARD_DECLARE_CLASS(QLocale)

namespace Treatybook {

/// Where the text of a query cannot be understood, and what was expected there.
struct QueryMistake {
    qsizetype begin = 0; ///< in characters of the text
    qsizetype length = 0;
    QString sentence;
    /// Only a closing quote or bracket is missing: the query answers as if it stood at the end.
    bool isUnfinished = false;
};

/// The text under a mistake with a caret below its first character, for terminals; a long text is cut around it.
QString pointAt(const QueryMistake &mistake, const QString &text);

/// What somebody looks for, as typed in the search box or given to `--query`:
///
///     word             found at the start of words, as fold.h compares them
///     "a phrase"       whole words in that order
///     field:value      a condition, see readCondition(); also = > >= < <=
///     -x   a OR b      not x; one of both. What stands side by side must all hold, and binds tighter than OR
///     ( … )            brackets
///     certainly:(…)    holds whatever the vague dates in it mean
///     sort:signed,-title
///
/// A phrase whose quote is not closed yet may still end within a word. A value.
class Query
{
public:
    using Term = QueryTerm;

    /// One of the conditions that must all hold, as typed.
    struct Part {
        QString text;
        QueryNode node;
        qsizetype begin = 0; ///< where it stands in text()
        friend bool operator==(const Part &a, const Part &b) { return a.node == b.node; }
    };

    static constexpr int MostLeaves = 100; ///< words, phrases and conditions
    static constexpr int DeepestNesting = 100;

    Query() = default;
    /// Signs that no word holds are passed over. A text with a mistake asks for nothing, unless it is unfinished only.
    static Query parse(const QString &text);
    /// Takes every sign for a part of a word: for text that is no query.
    static Query ofWords(const QString &text);

    /// As it was typed.
    const QString &text() const { return m_text; }
    const std::optional<QueryMistake> &mistake() const { return m_mistake; }
    /// It can be answered.
    bool isUsable() const { return !m_mistake || m_mistake->isUnfinished; }
    /// It asks for nothing: every record matches.
    bool isEmpty() const { return m_parts.isEmpty(); }
    /// Each once.
    const QList<Part> &parts() const { return m_parts; }
    /// Of the parts those that are words or phrases.
    const QList<Term> &terms() const { return m_terms; }
    bool hasOnlyWords() const { return m_terms.size() == m_parts.size(); }
    /// What to mark in a record that matches, of all depths. Nothing that is excluded.
    struct Wanted {
        QByteArray text; ///< folded: a word with a blank before, a closed phrase with one behind too, or a value
        std::optional<Field> field; ///< that has the value; none for words, which are sought everywhere
        bool operator==(const Wanted &) const = default;
    };
    QList<Wanted> wanted() const;
    /// Another day may have other answers.
    bool hangsOnDay() const;
    /// Of `sort:`; empty if it was not given.
    const QList<SortKey> &sortKeys() const { return m_sortKeys; }

    /// What both ask for; in the order of `other` if it gives one.
    Query both(const Query &other) const;
    /// The same without one of its parts.
    Query without(qsizetype part) const;
    /// The same in one way of writing, with what else must hold; reading it gives an equal query.
    QString canonicalText(const QList<QueryNode> &more = {}) const;

    /// Whatever matches this also matches `wider`, so that its hits need only be searched again. False if it cannot be
    /// told.
    bool narrows(const Query &wider) const;
    /// For reports and the status sentence: "containing “vaccine” and “rice”, without “health”, with party:cuba". Empty
    /// if it asks for nothing.
    QString inWords(const QLocale &locale) const;

    /// They ask for the same, however it was typed.
    friend bool operator==(const Query &a, const Query &b)
    {
        return a.m_parts == b.m_parts && a.m_sortKeys == b.m_sortKeys;
    }

private:
    friend class QueryParser;
    void append(const Part &part);

    QString m_text;
    QList<Part> m_parts;
    QList<Term> m_terms;
    QString m_sort; ///< as typed
    QList<SortKey> m_sortKeys;
    std::optional<QueryMistake> m_mistake;
};

} // namespace Treatybook
