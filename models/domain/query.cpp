#include "domain/query.h"

#include "domain/fold.h"
#include "domain/queryparser.h"
#include "domain/tr.h"

#include <QLocale>

#include <algorithm>
#include <iterator>

namespace Treatybook {

using namespace Qt::StringLiterals;

namespace {

/// Every text that has `a` also has `b`.
bool implies(const Query::Term &a, const Query::Term &b)
{
    if (a.excluded != b.excluded)
        return false;
    const Query::Term &narrow = a.excluded ? b : a;
    const Query::Term &wide = a.excluded ? a : b;
    return wide.wholeWords ? narrow == wide : narrow.needle.startsWith(wide.needle);
}

QString quotedList(const QList<Query::Term> &terms, bool excluded, const QLocale &locale)
{
    QStringList quoted;
    for (const Query::Term &term : terms) {
        if (term.excluded == excluded)
            quoted.append(tr("“%1”").arg(term.text));
    }
    return locale.createSeparatedList(quoted);
}

QString termsInWords(const QList<Query::Term> &terms, const QLocale &locale)
{
    const QString wanted = quotedList(terms, false, locale);
    const QString unwanted = quotedList(terms, true, locale);
    if (unwanted.isEmpty())
        return wanted.isEmpty() ? QString() : tr("containing %1").arg(wanted);
    if (wanted.isEmpty())
        return tr("without %1").arg(unwanted);
    return tr("containing %1, without %2").arg(wanted, unwanted);
}

void collectWanted(const QueryNode &node, QList<Query::Wanted> &wanted)
{
    switch (node.type) {
    case QueryNode::Type::Words:
        if (!node.term.excluded)
            wanted.append({node.term.wholeWords ? node.term.needle + ' ' : node.term.needle, {}});
        break;
    case QueryNode::Type::Condition:
        switch (node.condition.subject) {
        case QuerySubject::Text:
        case QuerySubject::List:
        case QuerySubject::Participant:
        case QuerySubject::Part:
            wanted.append({node.condition.needle, node.condition.field});
            break;
        case QuerySubject::OwnField:
            wanted.append({node.condition.needle, Field::OwnFields});
            break;
        case QuerySubject::Column: // of whichever part
            wanted.append({node.condition.needle, {}});
            break;
        default:
            break;
        }
        break;
    case QueryNode::Type::Not:
        break;
    default:
        for (const QueryNode &child : node.children)
            collectWanted(child, wanted);
    }
}

bool hangsOn(const QueryNode &node)
{
    if (node.type != QueryNode::Type::Condition)
        return std::ranges::any_of(node.children, hangsOn);
    switch (node.condition.subject) {
    case QuerySubject::Status:
    case QuerySubject::InForce:
    case QuerySubject::PossiblyInForce:
    case QuerySubject::Expiring:
    case QuerySubject::Overdue:
    case QuerySubject::Bound:
        return true;
    case QuerySubject::Text:
    case QuerySubject::Has:
        return !fieldInfo(node.condition.field).isStored() && !fieldInfo(node.condition.field).part;
    default:
        return false;
    }
}

} // namespace

QString pointAt(const QueryMistake &mistake, const QString &text)
{
    constexpr qsizetype Before = 50, After = 25;
    const qsizetype from = qMax<qsizetype>(0, mistake.begin - Before);
    QString line = text.sliced(from, qMin(text.size(), mistake.begin + After) - from);
    std::ranges::replace_if(
        line, [](QChar c) { return !c.isPrint(); }, u' ');
    return line + u'\n' + QString(mistake.begin - from, u' ') + u'^';
}

Query Query::parse(const QString &text)
{
    return QueryParser(text).parse();
}

Query Query::ofWords(const QString &text)
{
    Query query;
    query.m_text = text;
    for (const QString &word : text.split(u' ', Qt::SkipEmptyParts)) {
        const QByteArray folded = fold(word);
        if (folded.isEmpty())
            continue;
        QueryNode node;
        node.type = QueryNode::Type::Words;
        node.term = {word, ' ' + folded, false, false};
        query.append({word, node, 0});
    }
    return query;
}

void Query::append(const Part &part)
{
    if (m_parts.contains(part))
        return;
    m_parts.append(part);
    if (part.node.type == QueryNode::Type::Words)
        m_terms.append(part.node.term);
}

QList<Query::Wanted> Query::wanted() const
{
    QList<Wanted> wanted;
    for (const Part &part : m_parts)
        collectWanted(part.node, wanted);
    return wanted;
}

bool Query::hangsOnDay() const
{
    return std::ranges::any_of(m_parts, hangsOn, &Part::node);
}

Query Query::both(const Query &other) const
{
    QStringList texts;
    for (const Query *query : {this, &other}) {
        if (!query->m_sort.isEmpty())
            texts.append(query->m_sort);
        for (const Part &part : query->m_parts) {
            const bool isGroup = !part.node.children.isEmpty() && part.node.type != QueryNode::Type::Not &&
                                 part.node.type != QueryNode::Type::Certainly;
            texts.append(isGroup ? u'(' + queryText(part.node) + u')' : queryText(part.node));
        }
    }
    return parse(texts.join(u' '));
}

Query Query::without(qsizetype part) const
{
    QStringList left;
    if (!m_sort.isEmpty())
        left.append(m_sort);
    for (qsizetype i = 0; i < m_parts.size(); ++i) {
        if (i != part)
            left.append(m_parts.at(i).text);
    }
    return parse(left.join(u' '));
}

QString Query::canonicalText(const QList<QueryNode> &more) const
{
    QStringList texts;
    if (!m_sort.isEmpty())
        texts.append(m_sort);
    QueryNode all;
    for (const Part &part : m_parts)
        all.children.append(part.node);
    std::ranges::copy_if(more, std::back_inserter(all.children),
                         [&](const QueryNode &node) { return !all.children.contains(node); });
    const bool isChoice = all.children.size() == 1 && all.children.first().type == QueryNode::Type::Or;
    if (!all.children.isEmpty())
        texts.append(queryText(isChoice ? all.children.first() : all));
    return texts.join(u' ');
}

bool Query::narrows(const Query &wider) const
{
    return std::ranges::all_of(wider.m_parts, [this](const Part &old) {
        return std::ranges::any_of(m_parts, [&](const Part &own) {
            const bool areWords = own.node.type == QueryNode::Type::Words && old.node.type == QueryNode::Type::Words;
            return areWords ? implies(own.node.term, old.node.term) : own == old;
        });
    });
}

QString Query::inWords(const QLocale &locale) const
{
    QString words = termsInWords(m_terms, locale);
    for (const Part &part : m_parts) {
        if (part.node.type != QueryNode::Type::Words)
            words =
                words.isEmpty() ? part.text : Treatybook::tr("%1; %2", "two parts of a filter").arg(words, part.text);
    }
    return words;
}

} // namespace Treatybook
