#include "session/queryevaluator.h"

#include <QtConcurrent>

#include <algorithm>
#include <iterator>

namespace Treatybook {

namespace {

/// Fewer are looked at sooner than threads are started.
constexpr std::ptrdiff_t FewSlots = 2000;

std::vector<Slot> without(const std::vector<Slot> &slots, const std::vector<Slot> &taken)
{
    std::vector<Slot> left;
    std::ranges::set_difference(slots, taken, std::back_inserter(left));
    return left;
}

std::vector<Slot> inBoth(const std::vector<Slot> &slots, const std::vector<Slot> &others)
{
    std::vector<Slot> both;
    std::ranges::set_intersection(slots, others, std::back_inserter(both));
    return both;
}

/// What must be worked out for a record, the cheap first: it leaves fewer records to the dear.
int cost(const QueryNode &node)
{
    switch (node.type) {
    case QueryNode::Type::Words:
        return 1;
    case QueryNode::Type::Condition:
        break;
    default: {
        int most = 0;
        for (const QueryNode &child : node.children)
            most = std::max(most, cost(child));
        return most + 1;
    }
    }
    switch (node.condition.subject) {
    case QuerySubject::Choice:
    case QuerySubject::Decade:
    case QuerySubject::Date:
    case QuerySubject::Term:
    case QuerySubject::Status:
    case QuerySubject::InForce:
    case QuerySubject::PossiblyInForce:
    case QuerySubject::Event:
    case QuerySubject::Unsourced:
    case QuerySubject::Undated:
        return 0;
    case QuerySubject::Expiring:
    case QuerySubject::Warning:
    case QuerySubject::Bound:
    case QuerySubject::Active:
    case QuerySubject::Ended:
        return 4;
    default:
        return 2;
    }
}

/// In the order of `among`.
std::vector<Slot> holding(const std::vector<Slot> &among, const std::function<bool(Slot)> &holds)
{
    const auto parts = std::clamp<std::ptrdiff_t>(std::ssize(among) / FewSlots, 1,
                                                  4 * QThreadPool::globalInstance()->maxThreadCount());
    QList<std::span<const Slot>> shares;
    for (std::ptrdiff_t part = 0; part < parts; ++part) {
        const auto begin = static_cast<size_t>(std::ssize(among) * part / parts);
        const auto end = static_cast<size_t>(std::ssize(among) * (part + 1) / parts);
        shares.append(std::span(among).subspan(begin, end - begin));
    }
    const auto kept = [&holds](std::span<const Slot> share) {
        std::vector<Slot> slots;
        std::ranges::copy_if(share, std::back_inserter(slots), holds);
        return slots;
    };
    if (parts == 1)
        return kept(shares.first());
    std::vector<Slot> slots;
    for (const std::vector<Slot> &more : QtConcurrent::blockingMapped<QList<std::vector<Slot>>>(shares, kept))
        slots.insert(slots.end(), more.begin(), more.end());
    return slots;
}

} // namespace

std::vector<Slot> QueryEvaluator::all() const
{
    Slots slots;
    slots.reserve(static_cast<size_t>(m_store.count()));
    for (Slot slot = 0; slot < m_store.slotCount(); ++slot) {
        if (m_store.isLive(slot))
            slots.push_back(slot);
    }
    return slots;
}

std::vector<Slot> QueryEvaluator::search(const Query &query) const
{
    if (query.isEmpty())
        return all();
    return query.hasOnlyWords() ? m_store.searchText().search(query.terms()) : filter(all(), query);
}

std::vector<Slot> QueryEvaluator::filter(const std::vector<Slot> &slots, const Query &query) const
{
    if (query.hasOnlyWords())
        return m_store.searchText().filter(slots, query.terms());
    QList<QueryNode> nodes;
    for (const Query::Part &part : query.parts())
        nodes.append(part.node);
    return matchingAll(nodes, slots, Reading::AsShown);
}

std::vector<Slot> QueryEvaluator::matching(const QueryNode &node, const Slots &among, Reading reading) const
{
    switch (node.type) {
    case QueryNode::Type::Words:
        return having(node.term, among);
    case QueryNode::Type::Condition:
        return meeting(node.condition, among, reading);
    case QueryNode::Type::And:
        return matchingAll(node.children, among, reading);
    case QueryNode::Type::Or:
        return matchingAny(node.children, among, reading);
    case QueryNode::Type::Certainly:
        return matching(node.children.first(), among, Reading::Certain);
    case QueryNode::Type::Not: {
        // What is certainly not so, may not even possibly be so.
        const Reading opposite = reading == Reading::Certain    ? Reading::Possible
                                 : reading == Reading::Possible ? Reading::Certain
                                                                : Reading::AsShown;
        return without(among, matching(node.children.first(), among, opposite));
    }
    }
    return among;
}

std::vector<Slot> QueryEvaluator::matchingAll(const QList<QueryNode> &nodes, Slots among, Reading reading) const
{
    QList<const QueryNode *> byCost;
    for (const QueryNode &node : nodes)
        byCost.append(&node);
    std::ranges::stable_sort(byCost, {}, [](const QueryNode *node) { return cost(*node); });
    for (const QueryNode *node : std::as_const(byCost)) {
        if (!among.empty())
            among = matching(*node, among, reading);
    }
    return among;
}

std::vector<Slot> QueryEvaluator::matchingAny(const QList<QueryNode> &nodes, const Slots &among, Reading reading) const
{
    Slots found, left = among;
    for (const QueryNode &node : nodes) {
        const Slots more = matching(node, left, reading);
        left = without(left, more);
        Slots both;
        std::ranges::merge(found, more, std::back_inserter(both));
        found = std::move(both);
    }
    return found;
}

std::vector<Slot> QueryEvaluator::having(const QueryTerm &term, const Slots &among) const
{
    // The texts of the whole book lie in one piece: to look into a few apart pays only if they are few.
    if (std::ssize(among) < m_store.count() / 16)
        return m_store.searchText().filter(among, {term});
    return inBoth(among, m_store.searchText().search({term}));
}

std::vector<Slot> QueryEvaluator::meeting(const QueryCondition &condition, Slots among, Reading reading) const
{
    const ConditionTest test = conditionTest({m_store, m_asOf, reading, m_locale}, condition);
    if (test.neededText.size() >= 2)
        among = having({{}, test.neededText, false, false}, among);
    return holding(among, test.holds);
}

} // namespace Treatybook
