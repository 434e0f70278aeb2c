#pragma once

#include "domain/decimal.h"
#include "domain/field.h"

#include <QByteArray>
#include <QList>
#include <QString>

namespace Treatybook {

/// Each of these opens and closes phrases and values, so none stands within them.
bool isQueryQuote(QChar c);

/// A word or phrase of a query.
struct QueryTerm {
    QString text;            ///< as typed, without minus and quotes
    QByteArray needle;       ///< folded words with a blank before each, see fold.h
    bool wholeWords = false; ///< a phrase
    bool excluded = false;
    friend bool operator==(const QueryTerm &a, const QueryTerm &b)
    {
        return a.needle == b.needle && a.wholeWords == b.wholeWords && a.excluded == b.excluded;
    }
};

/// What a condition `word:value` asks about.
enum class QuerySubject : quint8 {
    Text,        ///< `field` has `needle` anywhere in it
    Choice,      ///< `field` is one of `entries`
    List,        ///< an item of `field` is the value, or else has `needle` in it
    Participant, ///< of any role
    Date,        ///< of `field`; `days`
    Term,        ///< the period of application overlaps `days`
    Active,      ///< the span overlaps `days`
    Ended,       ///< the span ends within `days`
    Decade,      ///< belongs to the decade `number`
    Changed,     ///< last changed within `days`
    Number,      ///< of `field`; `amounts`
    Quantity,    ///< an amount within `amounts`, of a unit with `needle` in it
    Part,        ///< an item of the part `field` has the value in any of its columns
    Column,      ///< a column called `name`, of whichever part
    OwnField,    ///< the book's own field called `name` has `needle` in it
    Status,      ///< one of `entries` on the as-of day
    Became,      ///< one of `entries` from a day within `days` on
    InForce,     ///< certainly, on the as-of day
    PossiblyInForce,
    Expiring, ///< in force, and ends or must be renewed within `number` days
    Overdue,  ///< an obligation is, on the as-of day
    Undated,
    Unsourced,
    Event,
    Has,     ///< something stands in `field`
    Warning, ///< validation has more than hints to say
    Bound    ///< a participant that the value names is bound on the as-of day
};

/// One condition. Days and amounts are inclusive ranges, whichever sign was typed. A value.
struct QueryCondition {
    QuerySubject subject{};
    Field field{};
    QString word;  ///< as typed before the sign
    QString sign;  ///< ":" or a comparison
    QString value; ///< as typed, without quotes
    QString name;
    QByteArray needle;    ///< `value`, folded, or its unit
    QList<int> entries;   ///< of the vocabulary of `field`
    DayRange days;        ///< a side without bound is NoDay
    Decimal least, most;  ///< null: no bound
    bool isAbove = false; ///< more than `least`, not equal
    bool isBelow = false; ///< less than `most`, not equal
    int number = 0;

    friend bool operator==(const QueryCondition &a, const QueryCondition &b)
    {
        return a.subject == b.subject && a.field == b.field && a.name == b.name && a.sign == b.sign &&
               a.value == b.value;
    }
};

/// What a query asks for, as a tree. A value.
struct QueryNode {
    enum class Type : quint8 {
        Words,
        Condition,
        Not,      ///< its one child does not hold
        And,      ///< all children hold; none: everything
        Or,       ///< one child holds
        Certainly ///< its one child holds, whatever the vague dates in it mean
    };
    Type type = Type::And;
    QueryTerm term;
    QueryCondition condition;
    QList<QueryNode> children;

    friend bool operator==(const QueryNode &a, const QueryNode &b)
    {
        return a.type == b.type && a.term == b.term && a.condition == b.condition && a.children == b.children;
    }
};

/// The value of a condition as it is typed: in quotes if it must be.
QString quotedValue(const QString &value);
/// As a person would type it: reading it again gives an equal node.
QString queryText(const QueryNode &node);

} // namespace Treatybook
