#include "session/conditions.h"

#include "domain/fold.h"
#include "domain/validation.h"
#include "session/computedfields.h"
#include "session/participantmatch.h"

#include <algorithm>
#include <memory>

namespace Treatybook {

namespace {

/// One kind of cell that a condition looks into: a column of a part.
struct PartColumn {
    const PartInfo *part = nullptr;
    qsizetype column = 0;
    const ColumnInfo &info() const { return part->columns[static_cast<size_t>(column)]; }
};

bool hasText(const QString &text, const QByteArray &needle)
{
    return fold(text).contains(needle);
}

/// What the search text holds word for word, and so can be looked for there first.
bool isInSearchText(FieldType type)
{
    return type == FieldType::Text || type == FieldType::LongText;
}

ConditionTest inText(const QueryScope &scope, const QueryCondition &condition)
{
    const FieldInfo &info = fieldInfo(condition.field);
    if (!info.isStored())
        return {[scope, condition](Slot slot) {
                    return hasText(computedText(scope.store, slot, condition.field, scope.asOf, scope.locale),
                                   condition.needle);
                },
                {}};
    return {[&store = scope.store, condition, &info](Slot slot) {
                return hasText(info.text(store.record(slot)), condition.needle);
            },
            isInSearchText(info.type) ? condition.needle : QByteArray()};
}

ConditionTest inChoice(const QueryScope &scope, const QueryCondition &condition)
{
    return {[&store = scope.store, &info = fieldInfo(condition.field), condition](Slot slot) {
                return condition.entries.contains(info.choice(store.record(slot)));
            },
            {}};
}

/// A value that is a whole item (of a list without vocabulary: of any record) means that item only.
ConditionTest inList(const QueryScope &scope, const QueryCondition &condition)
{
    const AgreementStore &store = scope.store;
    const FieldInfo &info = fieldInfo(condition.field);
    const auto entry = info.vocabulary ? info.vocabulary->indexOf(condition.value) : std::nullopt;
    // There are few different items: each is compared once.
    auto items = std::make_shared<QHash<Text, bool>>();
    bool isExact = false;
    QList<Text> whole;
    for (Slot slot = 0; slot < store.slotCount(); ++slot) {
        for (const Text &item : info.list(store.record(slot))) {
            if (items->contains(item))
                continue;
            const QString text = item.toString();
            const int own = info.vocabulary ? info.vocabulary->indexOfKey(text).value_or(-1) : -1;
            const bool isWhole = (entry && own == *entry) || fold(text) == condition.needle;
            items->insert(item, isWhole || hasText(text, condition.needle) ||
                                    (own >= 0 && info.vocabulary->hasText(own, condition.needle)));
            if (isWhole)
                whole.append(item);
            isExact = isExact || isWhole;
        }
    }
    if (isExact || entry) {
        for (auto item = items->begin(); item != items->end(); ++item)
            *item = whole.contains(item.key());
    }
    return {[&store, &info, items](Slot slot) {
                return std::ranges::any_of(info.list(store.record(slot)),
                                           [&](const Text &item) { return items->value(item); });
            },
            {}};
}

/// Cells of any of the columns. A value that is an entry of one of their vocabularies means that entry only.
ConditionTest inColumns(const QueryScope &scope, const QueryCondition &condition, const QList<PartColumn> &columns)
{
    QList<std::pair<PartColumn, QString>> entries; // with the key of the entry
    bool isInSearch = true;
    for (const PartColumn &column : columns) {
        const ColumnInfo &info = column.info();
        isInSearch = isInSearch && isInSearchText(info.type) && !info.vocabulary; // the labels are, but not the keys
        if (const auto entry = info.vocabulary ? info.vocabulary->indexOf(condition.value) : std::nullopt)
            entries.append({column, info.vocabulary->key(*entry)});
    }
    const auto inAnyRow = [](const Agreement &record, const PartColumn &column, auto &&test) {
        for (qsizetype row = 0, rows = column.part->count(record); row < rows; ++row) {
            if (test(column.part->cell(record, row, column.column)))
                return true;
        }
        return false;
    };
    if (!entries.isEmpty())
        return {[&store = scope.store, entries, inAnyRow](Slot slot) {
                    return std::ranges::any_of(entries, [&](const auto &entry) {
                        return inAnyRow(store.record(slot), entry.first,
                                        [&](const QString &cell) { return cell == entry.second; });
                    });
                },
                {}};
    return {[&store = scope.store, columns, needle = condition.needle, inAnyRow](Slot slot) {
                return std::ranges::any_of(columns, [&](const PartColumn &column) {
                    const Vocabulary *vocabulary = column.info().vocabulary;
                    return inAnyRow(store.record(slot), column, [&](const QString &cell) {
                        const auto entry = vocabulary ? vocabulary->indexOfKey(cell) : std::nullopt;
                        return entry ? vocabulary->hasText(*entry, needle) : hasText(cell, needle);
                    });
                });
            },
            isInSearch ? condition.needle : QByteArray()};
}

ConditionTest inPart(const QueryScope &scope, const QueryCondition &condition)
{
    const PartInfo *part = fieldInfo(condition.field).part;
    QList<PartColumn> columns;
    for (qsizetype column = 0; column < std::ssize(part->columns); ++column) {
        const FieldType type = part->columns[static_cast<size_t>(column)].type;
        if (type == FieldType::Text || type == FieldType::LongText || type == FieldType::Choice)
            columns.append({part, column});
    }
    return inColumns(scope, condition, columns);
}

ConditionTest inColumn(const QueryScope &scope, const QueryCondition &condition)
{
    QList<PartColumn> columns;
    for (const FieldInfo &field : fieldTable()) {
        for (qsizetype column = 0; field.part && column < std::ssize(field.part->columns); ++column) {
            if (field.part->columns[static_cast<size_t>(column)].keyText() == condition.name)
                columns.append({field.part, column});
        }
    }
    return inColumns(scope, condition, columns);
}

ConditionTest inOwnField(const QueryScope &scope, const QueryCondition &condition)
{
    return {[&store = scope.store, name = fold(condition.name), needle = condition.needle](Slot slot) {
                return std::ranges::any_of(store.record(slot).extras().ownFields, [&](const OwnField &own) {
                    return fold(own.name.toString()) == name && hasText(own.text.toString(), needle);
                });
            },
            condition.needle};
}

bool hasSomething(const QueryScope &scope, Slot slot, const FieldInfo &info)
{
    const Agreement &record = scope.store.record(slot);
    if (info.part)
        return info.part->count(record) > 0;
    if (!info.isStored())
        return !computedValue(scope.store, slot, info.field, scope.asOf).isEmpty();
    if (info.choice) // entry 0 is what nobody chose
        return info.choice(record) > 0;
    return !info.text(record).isEmpty();
}

bool hasWarning(const AgreementStore &store, Slot slot)
{
    return std::ranges::any_of(store.issues(slot),
                               [](const Issue &issue) { return issue.severity() != Severity::Hint; });
}

} // namespace

ConditionTest textTest(const QueryScope &scope, const QueryCondition &condition)
{
    const AgreementStore &store = scope.store;
    switch (condition.subject) {
    case QuerySubject::Text:
        return inText(scope, condition);
    case QuerySubject::Choice:
        return inChoice(scope, condition);
    case QuerySubject::List:
        return inList(scope, condition);
    case QuerySubject::Participant:
        return {[&store, match = ParticipantMatch(store, condition.value)](Slot slot) {
                    return match(store.record(slot)->participants);
                },
                {}};
    case QuerySubject::Part:
        return inPart(scope, condition);
    case QuerySubject::Column:
        return inColumn(scope, condition);
    case QuerySubject::OwnField:
        return inOwnField(scope, condition);
    case QuerySubject::Unsourced:
        return {[&store](Slot slot) { return store.record(slot)->sources.isEmpty(); }, {}};
    case QuerySubject::Event:
        return {[&store](Slot slot) { return store.record(slot).isEvent(); }, {}};
    case QuerySubject::Has:
        return {[scope, &info = fieldInfo(condition.field)](Slot slot) { return hasSomething(scope, slot, info); }, {}};
    case QuerySubject::Warning:
        return {[&store](Slot slot) { return hasWarning(store, slot); }, {}};
    default:
        return {};
    }
}

} // namespace Treatybook
