#pragma once

#include "domain/query.h"

namespace Treatybook {

/// Reads one text from left to right; recursive descent, a function a rule:
///
///     query   = all { "OR" all }
///     all     = one { [ "AND" ] one }
///     one     = [ "-" ] primary
///     primary = "(" query ")" | "certainly:" primary | word sign value | phrase | word
///
/// After the first mistake nothing more is read.
class QueryParser
{
public:
    explicit QueryParser(const QString &text) : m_text(text) {}

    Query parse();

private:
    using Node = std::optional<QueryNode>; ///< none: signs that no word holds

    /// `parts` are those of the outermost text, each with what was typed.
    Node query(QList<Query::Part> *parts = nullptr);
    Node all(QList<Query::Part> *parts);
    Node one();
    Node primary();
    Node brackets();
    Node phrase();
    Node word();
    Node condition(qsizetype begin, qsizetype nameEnd);
    Node conditionOf(qsizetype begin, const QString &name, const QString &sign, const QString &value);
    /// title:(plan OR statement) looks for each of the words in the field.
    Node inField(qsizetype begin, const QString &name, const QString &sign);
    Node certainly(qsizetype begin);
    Node sort(const QString &value, qsizetype begin);
    Node words(const QString &text, bool wholeWords);
    Node leaf(qsizetype begin, const QueryNode &node);

    void skipBlanks();
    bool atEnd() const { return m_at >= m_text.size(); }
    QChar here() const { return m_text.at(m_at); }
    bool isAtWord(QLatin1String word) const;
    /// Of OR, or of a line as programs have it; 0 if none stands here.
    qsizetype lengthOfOr() const;
    bool isAtNot() const;
    bool endsWord(QChar c) const;
    /// Past the name of a field that begins at `begin`; `begin` if none stands there.
    qsizetype endOfName(qsizetype begin) const;
    QString quoted(bool *isClosed = nullptr);
    QString bareValue();
    QString sign();
    /// False if it cannot be.
    bool nest(qsizetype begin);
    void fail(qsizetype begin, const QString &sentence);
    void failUnfinished(qsizetype begin, const QString &sentence);
    bool hasFailed() const { return m_mistake && !m_mistake->isUnfinished; }

    struct FieldBefore {
        QString name, sign;
    };

    QString m_text;
    std::optional<FieldBefore> m_field; ///< that stands before the brackets that are open here
    qsizetype m_at = 0;
    int m_brackets = 0; ///< that are open here
    int m_nesting = 0;  ///< of brackets and certainly:
    int m_leaves = 0;
    QString m_sort;
    QList<SortKey> m_sortKeys;
    std::optional<QueryMistake> m_mistake;
};

} // namespace Treatybook
