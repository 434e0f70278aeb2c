#include "domain/querynode.h"

#include <algorithm>

namespace Treatybook {

using namespace Qt::StringLiterals;

bool isQueryQuote(QChar c)
{
    return QStringView(u"\"“”„«»").contains(c);
}

namespace {

bool hasMeaning(QChar c)
{
    return c.isSpace() || isQueryQuote(c) || QStringView(u"()|-:=<>").contains(c);
}

QString termText(const QueryTerm &term)
{
    QString text = term.text;
    if (term.wholeWords) {
        text = u'"' + text + u'"';
    } else {
        // What has a meaning in queries parts words, and so does a point.
        std::ranges::replace_if(text, hasMeaning, u'.');
        if (text == "OR"_L1 || text == "AND"_L1 || text == "NOT"_L1)
            text = text.toLower();
    }
    return term.excluded ? u'-' + text : text;
}

QString conditionText(const QueryCondition &condition)
{
    const bool isOwn = condition.word.startsWith("x:"_L1);
    const QString name = isOwn ? condition.word.sliced(2) : condition.word;
    const bool isPlain = std::ranges::none_of(name, [](QChar c) { return c != u'-' && hasMeaning(c); });
    return (isOwn ? u"x:"_s : QString()) + (isPlain && !name.isEmpty() ? name : u'"' + name + u'"') + condition.sign +
           quotedValue(condition.value);
}

QString bracketed(const QueryNode &node)
{
    return u'(' + queryText(node) + u')';
}

/// Of a node that stands beside others, all of which must hold.
QString besideOthers(const QueryNode &node)
{
    const bool isGroup = node.type == QueryNode::Type::And || node.type == QueryNode::Type::Or;
    return isGroup ? bracketed(node) : queryText(node);
}

} // namespace

QString quotedValue(const QString &value)
{
    const bool needed = value.isEmpty() || std::ranges::any_of(value, [](QChar c) {
                            return c.isSpace() || QStringView(u"()|").contains(c) || isQueryQuote(c);
                        });
    return needed ? u"\"%1\""_s.arg(value) : value;
}

QString queryText(const QueryNode &node)
{
    QStringList texts;
    switch (node.type) {
    case QueryNode::Type::Words:
        return termText(node.term);
    case QueryNode::Type::Condition:
        return conditionText(node.condition);
    case QueryNode::Type::Not: {
        const QueryNode &child = node.children.first();
        const bool isPlain = child.type == QueryNode::Type::Condition || child.type == QueryNode::Type::Certainly;
        return u'-' + (isPlain ? queryText(child) : bracketed(child));
    }
    case QueryNode::Type::Certainly:
        return u"certainly:"_s + bracketed(node.children.first());
    case QueryNode::Type::And:
        for (const QueryNode &child : node.children)
            texts.append(besideOthers(child));
        return texts.join(u' ');
    case QueryNode::Type::Or:
        for (const QueryNode &child : node.children)
            texts.append(child.type == QueryNode::Type::Or ? bracketed(child) : queryText(child));
        return texts.join(" OR "_L1);
    }
    return {};
}

} // namespace Treatybook
