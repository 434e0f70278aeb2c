#include "domain/queryparser.h"

#include "domain/fold.h"
#include "domain/querycondition.h"
#include "domain/tr.h"

#include <algorithm>
#include <utility>

namespace Treatybook {

using namespace Qt::StringLiterals;

namespace {

bool isSign(QChar c)
{
    return c == u':' || c == u'=' || c == u'<' || c == u'>';
}

bool isAsciiLetter(QChar c)
{
    return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z');
}

} // namespace

void QueryParser::skipBlanks()
{
    while (!atEnd() && here().isSpace())
        ++m_at;
}

/// A bracket ends a word only where one is open: "Protocol(s)" is a word. A bar is OR without blanks too.
bool QueryParser::endsWord(QChar c) const
{
    return c.isSpace() || c == u'|' || isQueryQuote(c) || (c == u')' && m_brackets > 0);
}

bool QueryParser::isAtWord(QLatin1String word) const
{
    const qsizetype end = m_at + word.size();
    return QStringView(m_text).sliced(m_at).startsWith(word) && (end == m_text.size() || endsWord(m_text.at(end)));
}

qsizetype QueryParser::lengthOfOr() const
{
    if (isAtWord("OR"_L1))
        return 2;
    return here() != u'|' ? 0 : QStringView(m_text).sliced(m_at).startsWith("||"_L1) ? 2 : 1;
}

/// With something to exclude; else it is a word.
bool QueryParser::isAtNot() const
{
    if (!isAtWord("NOT"_L1))
        return false;
    const QStringView rest = QStringView(m_text).sliced(m_at + 3).trimmed();
    return !rest.isEmpty() && !(rest.front() == u')' && m_brackets > 0);
}

void QueryParser::fail(qsizetype begin, const QString &sentence)
{
    if (!hasFailed())
        m_mistake = {begin, qMax<qsizetype>(1, m_at - begin), sentence, false};
}

void QueryParser::failUnfinished(qsizetype begin, const QString &sentence)
{
    if (!m_mistake)
        m_mistake = {begin, 1, sentence, true};
}

Query QueryParser::parse()
{
    Query query;
    query.m_text = m_text;
    QList<Query::Part> parts;
    this->query(&parts);
    query.m_mistake = m_mistake;
    if (hasFailed())
        return query;
    for (const Query::Part &part : std::as_const(parts))
        query.append(part);
    query.m_sort = m_sort;
    query.m_sortKeys = m_sortKeys;
    return query;
}

QueryParser::Node QueryParser::query(QList<Query::Part> *parts)
{
    QueryNode choices;
    choices.type = QueryNode::Type::Or;
    const qsizetype begin = m_at;
    while (true) {
        const qsizetype from = m_at;
        const Node node = all(parts);
        if (hasFailed())
            return {};
        const qsizetype more = atEnd() ? 0 : lengthOfOr();
        if (node)
            choices.children.append(*node);
        else if (more > 0 || !choices.children.isEmpty())
            fail(from, Treatybook::tr("Expected something before and after OR."));
        if (more == 0)
            break;
        m_at += more;
    }
    if (choices.children.isEmpty())
        return {};
    if (choices.children.size() == 1)
        return choices.children.first();
    if (parts) // it is one part now
        *parts = {
            {m_sort.isEmpty() ? m_text.sliced(begin, m_at - begin).trimmed() : queryText(choices), choices, begin}};
    return choices;
}

QueryParser::Node QueryParser::all(QList<Query::Part> *parts)
{
    QueryNode node;
    if (parts)
        parts->clear();
    const auto ends = [this] { return atEnd() || (here() == u')' && m_brackets > 0) || lengthOfOr() > 0; };
    for (skipBlanks(); !ends() && !hasFailed(); skipBlanks()) {
        const qsizetype begin = m_at;
        if (isAtWord("AND"_L1)) {
            m_at += 3;
        } else if (const Node child = one()) {
            node.children.append(*child);
            if (parts)
                parts->append({m_text.sliced(begin, m_at - begin), *child, begin});
        }
    }
    if (node.children.isEmpty())
        return {};
    return node.children.size() == 1 ? node.children.first() : node;
}

QueryParser::Node QueryParser::one()
{
    const QChar next = m_at + 1 < m_text.size() ? m_text.at(m_at + 1) : u' ';
    const bool isWord = isAtNot();
    const bool isNegated = isWord || (here() == u'-' && !next.isSpace() && !(next == u')' && m_brackets > 0));
    if (isNegated)
        m_at += isWord ? 3 : 1;
    skipBlanks();
    Node node = primary();
    if (!isNegated || !node)
        return node;
    if (node->type == QueryNode::Type::Words && !node->term.excluded) {
        node->term.excluded = true;
        return node;
    }
    QueryNode negation;
    negation.type = QueryNode::Type::Not;
    negation.children = {*node};
    return negation;
}

QueryParser::Node QueryParser::primary()
{
    if (here() == u'(')
        return brackets();
    if (isQueryQuote(here()))
        return phrase();
    const qsizetype begin = m_at;
    if (const qsizetype end = endOfName(begin); end > begin)
        return condition(begin, end);
    return word();
}

bool QueryParser::nest(qsizetype begin)
{
    if (m_nesting >= Query::DeepestNesting)
        fail(begin, Treatybook::tr("Too many brackets within each other. Write it with fewer."));
    else
        ++m_nesting;
    return !hasFailed();
}

QueryParser::Node QueryParser::brackets()
{
    const qsizetype begin = m_at++;
    if (!nest(begin))
        return {};
    ++m_brackets;
    const Node node = query();
    --m_brackets;
    --m_nesting;
    if (hasFailed())
        return {};
    if (atEnd())
        failUnfinished(begin, Treatybook::tr("This bracket is not closed."));
    else
        ++m_at; // query() ends at a bracket or at the end
    return node;
}

QString QueryParser::quoted(bool *isClosed)
{
    const qsizetype begin = m_at++;
    const auto end = std::find_if(m_text.cbegin() + m_at, m_text.cend(), isQueryQuote);
    const QString inner = m_text.sliced(m_at, end - m_text.cbegin() - m_at);
    m_at = end - m_text.cbegin();
    if (isClosed)
        *isClosed = !atEnd();
    if (atEnd())
        failUnfinished(begin, Treatybook::tr("This quote is not closed."));
    else
        ++m_at;
    return inner;
}

QueryParser::Node QueryParser::phrase()
{
    const qsizetype begin = m_at;
    bool isClosed = false;
    const QString inner = quoted(&isClosed);
    if (m_field)
        return conditionOf(begin, m_field->name, m_field->sign, inner);
    const Node node = words(inner, isClosed);
    return node ? leaf(begin, *node) : node;
}

QueryParser::Node QueryParser::word()
{
    const qsizetype begin = m_at;
    const QString text = bareValue();
    if (m_field)
        return conditionOf(begin, m_field->name, m_field->sign, text);
    const Node node = words(text, false);
    return node ? leaf(begin, *node) : node;
}

QueryParser::Node QueryParser::words(const QString &text, bool wholeWords)
{
    const QByteArray folded = fold(text);
    if (folded.isEmpty())
        return {};
    QueryNode node;
    node.type = QueryNode::Type::Words;
    node.term = {text.trimmed(), ' ' + folded, wholeWords, false};
    return node;
}

QueryParser::Node QueryParser::leaf(qsizetype begin, const QueryNode &node)
{
    if (++m_leaves > Query::MostLeaves) {
        fail(begin, Treatybook::tr("More than %1 words and conditions. Put words that belong together in quotes.")
                        .arg(Query::MostLeaves));
        return {};
    }
    return node;
}

/// A name is letters, digits and "-" or "_" with a sign right after it; the book's own fields are called x:name, where
/// the name may stand in quotes.
qsizetype QueryParser::endOfName(qsizetype begin) const
{
    if (!isAsciiLetter(m_text.at(begin)))
        return begin;
    qsizetype end = begin;
    if (QStringView(m_text).sliced(begin).startsWith("x:"_L1, Qt::CaseInsensitive)) {
        end += 2;
        if (end < m_text.size() && isQueryQuote(m_text.at(end))) {
            const auto close = std::find_if(m_text.cbegin() + end + 1, m_text.cend(), isQueryQuote);
            return qMin<qsizetype>(close - m_text.cbegin() + 1, m_text.size());
        }
        while (end < m_text.size() && !endsWord(m_text.at(end)) && !isSign(m_text.at(end)))
            ++end;
        return end;
    }
    const auto isOfName = [](QChar c) {
        return isAsciiLetter(c) || (c >= u'0' && c <= u'9') || c == u'-' || c == u'_';
    };
    while (end < m_text.size() && isOfName(m_text.at(end)))
        ++end;
    return end < m_text.size() && isSign(m_text.at(end)) ? end : begin;
}

QString QueryParser::bareValue()
{
    const qsizetype begin = m_at;
    while (!atEnd() && !endsWord(here()))
        ++m_at;
    return m_text.sliced(begin, m_at - begin);
}

/// Empty if none stands here.
QString QueryParser::sign()
{
    if (atEnd() || !isSign(here()))
        return {};
    const QChar first = m_text.at(m_at++);
    if (first == u':' || first == u'=' || atEnd() || here() != u'=')
        return first;
    ++m_at;
    return QString(first) + u'=';
}

QueryParser::Node QueryParser::condition(qsizetype begin, qsizetype nameEnd)
{
    QString name = m_text.sliced(begin, nameEnd - begin);
    if (name.startsWith("x:"_L1, Qt::CaseInsensitive))
        name = u"x:"_s + name.sliced(2).removeIf(isQueryQuote).trimmed();
    m_at = nameEnd;
    const QString sign = this->sign();
    if (sign.isEmpty()) {
        fail(begin, Treatybook::tr(
                        "Expected the name of a field of this book and a value after it, such as x:register:2014."));
        return {};
    }
    if (name.compare("certainly"_L1, Qt::CaseInsensitive) == 0 && sign == u":"_s)
        return certainly(begin);
    const bool isSort = name.compare("sort"_L1, Qt::CaseInsensitive) == 0;
    if (!isSort && !atEnd() && here() == u'(')
        return inField(begin, name, sign);
    const QString value = !atEnd() && isQueryQuote(here()) ? quoted() : bareValue();
    return isSort ? sort(value, begin) : conditionOf(begin, name, sign, value);
}

QueryParser::Node QueryParser::conditionOf(qsizetype begin, const QString &name, const QString &sign,
                                           const QString &value)
{
    const auto read = readCondition(name, sign, value);
    if (!read) {
        fail(begin, read.error().message);
        return {};
    }
    QueryNode node;
    node.type = QueryNode::Type::Condition;
    node.condition = *read;
    return leaf(begin, node);
}

QueryParser::Node QueryParser::inField(qsizetype begin, const QString &name, const QString &sign)
{
    const auto outer = std::exchange(m_field, FieldBefore{name, sign});
    const Node node = brackets();
    m_field = outer;
    if (!node && !hasFailed())
        fail(begin, Treatybook::tr("Expected a value after “%1”.").arg(name + sign));
    return node;
}

QueryParser::Node QueryParser::certainly(qsizetype begin)
{
    QueryNode node;
    node.type = QueryNode::Type::Certainly;
    if (!nest(begin))
        return {};
    const Node child = atEnd() || here().isSpace() ? Node() : primary();
    --m_nesting;
    if (!child) {
        fail(begin, Treatybook::tr("Expected a condition after it, such as certainly:(signed:2014)."));
        return {};
    }
    node.children = {*child};
    return node;
}

QueryParser::Node QueryParser::sort(const QString &value, qsizetype begin)
{
    if (m_nesting > 0) {
        fail(begin, Treatybook::tr("“sort:” stands outside of brackets."));
        return {};
    }
    const auto keys = readSort(value);
    if (!keys) {
        fail(begin, keys.error().message);
        return {};
    }
    m_sort = m_text.sliced(begin, m_at - begin);
    m_sortKeys = *keys;
    return {};
}

} // namespace Treatybook
