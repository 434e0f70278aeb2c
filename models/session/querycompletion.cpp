#include "session/querycompletion.h"

#include "domain/facet.h"
#include "domain/fold.h"
#include "domain/querycondition.h"
#include "domain/querynode.h"
#include "domain/tr.h"

#include <algorithm>

namespace Treatybook {

using namespace Qt::StringLiterals;

/// Of a field word, so that the list does not come up at every word that somebody searches.
constexpr qsizetype FewestLetters = 3;

namespace {

/// The word of a query that is being typed.
struct TypedWord {
    qsizetype begin = 0;
    qsizetype valueBegin = 0;
    QString name;  ///< before the sign; empty if there is none yet
    QString typed; ///< of the name, or of the value
};

/// None where nothing can be offered.
std::optional<TypedWord> wordAt(const QString &text, qsizetype cursor)
{
    TypedWord word;
    bool isQuoted = false;
    for (qsizetype at = 0; at < cursor; ++at) {
        const QChar c = text.at(at);
        if (isQueryQuote(c))
            isQuoted = !isQuoted;
        else if (!isQuoted && (c.isSpace() || c == u'(' || c == u'|' || (c == u'-' && at == word.begin)))
            word.begin = at + 1;
    }
    const QString typed = text.sliced(word.begin, cursor - word.begin);
    const qsizetype nameBegin = typed.startsWith("x:"_L1) ? 2 : 0;
    const qsizetype sign = typed.indexOf(u':', nameBegin);
    if (sign < 0) {
        word.typed = typed;
        return isQuoted && nameBegin == 0 ? std::nullopt : std::optional(word);
    }
    word.name = typed.first(sign);
    qsizetype value = sign + 1;
    if (word.name.compare("sort"_L1, Qt::CaseInsensitive) == 0) { // of several fields the last
        value = qMax(value, typed.lastIndexOf(u',') + 1);
        value += value < typed.size() && typed.at(value) == u'-';
    }
    word.valueBegin = word.begin + value;
    word.typed = typed.sliced(value);
    word.name.removeIf(isQueryQuote);
    word.typed.removeIf(isQueryQuote);
    return word;
}

/// No quotes stand within quotes; they part words as a blank does.
QString quotedName(QString name)
{
    std::ranges::replace_if(name, isQueryQuote, u' ');
    return quotedValue(name);
}

using Counts = QHash<QString, qsizetype>;

/// Values that `run` gives for each live record, each once a record.
template <class Run>
Counts counted(const AgreementStore &store, Run run)
{
    Counts counts;
    for (Slot slot = 0; slot < store.slotCount(); ++slot) {
        if (!store.isLive(slot))
            continue;
        QStringList values;
        run(slot, values);
        values.removeDuplicates();
        for (const QString &value : std::as_const(values)) {
            if (!value.isEmpty())
                ++counts[value];
        }
    }
    return counts;
}

QString vocabularyLabel(const Vocabulary *vocabulary, const QString &value, const QLocale &locale)
{
    const auto index = vocabulary ? vocabulary->indexOfKey(value) : std::nullopt;
    return index ? vocabulary->label(*index, languageOf(locale)) : value;
}

/// Places and the like are names that come again; titles and notes do not.
bool comesAgain(Field field)
{
    return field == Field::Place || field == Field::Officer || field == Field::NationalCategory ||
           field == Field::PrevailingText;
}

/// The words of a part that are chosen, not written.
void addChoices(const PartInfo &part, const Agreement &record, QStringView column, QStringList &values)
{
    for (qsizetype i = 0; i < std::ssize(part.columns); ++i) {
        const ColumnInfo &info = part.columns[static_cast<size_t>(i)];
        const bool isMeant = column.isEmpty() ? info.type == FieldType::Choice : info.keyText() == column;
        for (qsizetype row = 0, rows = isMeant ? part.count(record) : 0; row < rows; ++row)
            values.append(part.cell(record, row, i));
    }
}

} // namespace

QList<QueryCompletion::Value> QueryCompletion::fieldWords(const QString &typed) const
{
    QList<Value> words;
    const auto offer = [&](const QString &word, const QString &meaning) {
        if (word.startsWith(typed, Qt::CaseInsensitive))
            words.append({word, u"%1: · %2"_s.arg(word, meaning), -1});
    };
    for (const FieldInfo &field : fieldTable()) {
        const QString aliases = QString::fromLatin1(field.aliases.data(), std::ssize(field.aliases));
        const qsizetype before = words.size();
        for (const QString &word : aliases.split(u' ', Qt::SkipEmptyParts) + QStringList(field.keyText())) {
            if (words.size() == before) // one word of a field is enough
                offer(word, field.labelText());
        }
    }
    offer(u"is"_s, stateWords().join(", "_L1));
    offer(u"has"_s, Treatybook::tr("attachment, relation, warning, any field"));
    offer(u"role"_s, Treatybook::tr("Role"));
    offer(u"active"_s, Treatybook::tr("in force or under way within"));
    offer(u"ended"_s, Treatybook::tr("ended within"));
    offer(u"decade"_s, Treatybook::tr("Decade"));
    offer(u"became"_s, Treatybook::tr("changed to a status within"));
    offer(u"possibly"_s, Treatybook::tr("in-force"));
    offer(u"certainly"_s, Treatybook::tr("whatever vague dates mean"));
    offer(u"sort"_s, Treatybook::tr("order by fields"));
    std::ranges::stable_sort(words, {}, [](const Value &word) { return word.text.size(); });
    return words;
}

/// To sort by.
QList<QueryCompletion::Value> QueryCompletion::fieldNames()
{
    QList<Value> names;
    for (const FieldInfo &field : fieldTable())
        names.append({field.keyText(), u"%1 · %2"_s.arg(field.keyText(), field.labelText()), -1});
    return names;
}

QList<QueryCompletion::Value> QueryCompletion::collect(const QString &word, Day asOf, const QLocale &locale) const
{
    const auto fixed = [](const QStringList &texts) {
        QList<Value> values;
        for (const QString &text : texts)
            values.append({text, text, -1});
        return values;
    };
    if (word == "is"_L1)
        return fixed(stateWords());
    if (word == "sort"_L1)
        return fieldNames();
    if (word == "possibly"_L1)
        return fixed({u"in-force"_s});
    if (word == "has"_L1)
        return fixed({u"warning"_s, u"attachment"_s, u"relation"_s, u"source"_s, u"obligation"_s, u"action"_s,
                      u"quantity"_s, u"person"_s, u"identifier"_s, u"tag"_s, u"term"_s, u"in_force"_s, u"notes"_s});
    Counts counts;
    const Vocabulary *vocabulary = nullptr;
    const FieldInfo *info = findField(word);
    if (word == "decade"_L1) {
        counts = counted(m_store, [&](Slot slot, QStringList &values) {
            const Decades decades = m_store.columns().decades(slot);
            for (int decade = decades.first; decade <= decades.last; ++decade)
                values.append(decadeText(decade));
        });
    } else if (word.startsWith("x:"_L1)) {
        const QByteArray name = fold(word.sliced(2));
        counts = counted(m_store, [&](Slot slot, QStringList &values) {
            for (const OwnField &own : m_store.record(slot).extras().ownFields) {
                if (fold(own.name.toString()) == name)
                    values.append(own.text.toString());
            }
        });
    } else if (word == "status"_L1 || word == "became"_L1) {
        vocabulary = &Vocabularies::statuses;
        counts = counted(m_store, [&](Slot slot, QStringList &values) {
            values.append(vocabulary->key(static_cast<int>(m_store.timeline(slot).on(asOf).status)));
        });
    } else if (info && (info->field == Field::Participants || info->field == Field::Bound)) {
        counts = counted(m_store, [&](Slot slot, QStringList &values) {
            for (const quint32 name : m_store.columns().participants(slot))
                values.append(m_store.columns().nameAt(name).toString());
        });
    } else if (info && info->part) {
        counts = counted(m_store, [&](Slot slot, QStringList &values) {
            addChoices(*info->part, m_store.record(slot), {}, values);
        });
        for (const ColumnInfo &column : info->part->columns) // the first, which says what an item is
            vocabulary = vocabulary ? vocabulary : column.vocabulary;
    } else if (info && (info->choice || info->list || comesAgain(info->field))) {
        vocabulary = info->vocabulary;
        counts = counted(m_store, [&](Slot slot, QStringList &values) {
            if (info->list) {
                for (const Text &item : info->list(m_store.record(slot)))
                    values.append(item.toString());
            } else {
                values.append(info->text(m_store.record(slot)));
            }
        });
    } else if (!info) {
        for (const FieldInfo &field : fieldTable()) {
            for (const ColumnInfo &column : field.part ? field.part->columns : std::span<const ColumnInfo>()) {
                if (column.keyText() != word || column.type != FieldType::Choice)
                    continue;
                vocabulary = vocabulary ? vocabulary : column.vocabulary;
                const Counts more = counted(m_store, [&](Slot slot, QStringList &values) {
                    addChoices(*field.part, m_store.record(slot), word, values);
                });
                for (auto count = more.cbegin(); count != more.cend(); ++count)
                    counts[count.key()] += *count;
            }
        }
    }
    QList<Value> values;
    for (auto count = counts.cbegin(); count != counts.cend(); ++count) {
        const QString label = word == "decade"_L1 ? facetValueLabel(Facet::Decade, count.key(), locale)
                                                  : vocabularyLabel(vocabulary, count.key(), locale);
        values.append({count.key(), label, *count});
    }
    std::ranges::sort(values, [](const Value &a, const Value &b) {
        return a.count != b.count ? a.count > b.count : a.label.localeAwareCompare(b.label) < 0;
    });
    return values;
}

const QList<QueryCompletion::Value> &QueryCompletion::valuesOf(const QString &word, Day asOf, const QLocale &locale)
{
    if (m_day != asOf)
        m_known.clear();
    m_day = asOf;
    auto known = m_known.find(word);
    if (known == m_known.end())
        known = m_known.insert(word, collect(word, asOf, locale));
    return *known;
}

QList<QueryCompletion::Offer> QueryCompletion::offers(const QString &text, qsizetype cursor, Day asOf,
                                                      const QLocale &locale)
{
    const auto word = wordAt(text, cursor);
    if (!word || (word->name.isEmpty() && word->typed.size() < FewestLetters))
        return {};
    QList<Value> found;
    const QString name = word->name.startsWith("x:"_L1) ? word->name : word->name.toLower();
    if (word->name.isEmpty() && word->typed.startsWith("x:"_L1)) {
        const Counts names = counted(m_store, [&](Slot slot, QStringList &values) {
            for (const OwnField &own : m_store.record(slot).extras().ownFields)
                values.append(own.name.toString());
        });
        const QByteArray typed = fold(word->typed.sliced(2));
        for (auto own = names.cbegin(); own != names.cend(); ++own) {
            if (fold(own.key()).contains(typed))
                found.append({u"x:"_s + quotedName(own.key()), u"%1 · %2"_s.arg(own.key()).arg(*own), -1});
        }
    } else if (word->name.isEmpty()) {
        found = fieldWords(word->typed);
    } else {
        const QByteArray typed = ' ' + fold(word->typed);
        const QList<Value> &values = valuesOf(name, asOf, locale);
        for (const Value &value : values) {
            // As typed too: "Viet N" is folded otherwise than "Viet Nam".
            if (typed.size() == 1 || (' ' + fold(value.label)).contains(typed) ||
                (' ' + fold(value.text)).contains(typed) || value.label.startsWith(word->typed, Qt::CaseInsensitive))
                found.append(value);
        }
        // What is there already needs no offer.
        if (found.size() == 1 && found.first().text == word->typed)
            return {};
    }
    QList<Offer> offers;
    for (const Value &value : found.first(qMin(found.size(), MostOffers))) {
        const QString rest = text.sliced(cursor);
        Offer offer;
        if (word->name.isEmpty()) {
            offer.text = text.first(word->begin) + value.text + u':';
        } else {
            offer.text = text.first(word->valueBegin) + quotedName(value.text);
            if (name == "became"_L1)
                offer.text += u':'; // and then when
            else if (rest.isEmpty() || !rest.front().isSpace())
                offer.text += u' ';
        }
        offer.cursor = offer.text.size();
        offer.text += rest;
        offer.label = value.count < 0 ? value.label : u"%1 · %2"_s.arg(value.label, locale.toString(value.count));
        offers.append(offer);
    }
    return offers;
}

} // namespace Treatybook
