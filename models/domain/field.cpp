#include "domain/field.h"

#include "domain/fieldtraits.h"
#include "domain/parttable.h"
#include "domain/tr.h"

#include <array>

namespace Treatybook {

namespace {

using M = AgreementMain;
using E = AgreementExtras;
using T = FieldType;
namespace V = Vocabularies;
namespace P = PartTables;

template <auto Member>
struct Scalar {
    using Access = FieldTraits::MemberOf<Member>;
    using Type = typename Access::type;

    template <const Vocabulary *vocabulary>
    static void appendText(QByteArray &utf8, const Agreement &agreement)
    {
        FieldTraits::append(utf8, Access::get(agreement), vocabulary);
    }
    template <const Vocabulary *vocabulary>
    static bool setUtf8(Agreement &agreement, QByteArrayView utf8, Pool &pool)
    {
        Type value = Access::get(agreement);
        if (!FieldTraits::read(value, utf8, vocabulary, pool))
            return false;
        if (value != Access::get(agreement))
            Access::edit(agreement) = std::move(value);
        return true;
    }
    static const Edtf &edtf(const Agreement &agreement) { return Access::get(agreement); }
    static int choice(const Agreement &agreement) { return static_cast<int>(Access::get(agreement)); }
    static const QList<Text> &list(const Agreement &agreement) { return Access::get(agreement); }
};

template <auto Member, const Vocabulary *vocabulary = nullptr>
constexpr FieldInfo field(Field id, std::string_view key, const char *label, FieldType type,
                          std::string_view aliases = {})
{
    using S = Scalar<Member>;
    FieldInfo info{{key, label, type, vocabulary}, id, aliases};
    info.appendText = &S::template appendText<vocabulary>;
    info.setUtf8 = &S::template setUtf8<vocabulary>;
    if constexpr (std::is_same_v<typename S::Type, Edtf>)
        info.edtf = &S::edtf;
    else if constexpr (FieldTraits::Choice<typename S::Type>)
        info.choice = &S::choice;
    else if constexpr (std::is_same_v<typename S::Type, QList<Text>>)
        info.list = &S::list;
    return info;
}

constexpr FieldInfo part(Field id, std::string_view key, const char *label, const PartInfo *info,
                         std::string_view aliases)
{
    return {{key, label, T::Part, nullptr}, id, aliases, info};
}

constexpr FieldInfo computed(Field id, std::string_view key, const char *label, const Vocabulary *vocabulary = nullptr)
{
    return {{key, label, T::Computed, vocabulary}, id, {}};
}

#define LABEL(text) QT_TRANSLATE_NOOP("Treatybook", text)
constexpr std::array Fields{
    field<&M::id>(Field::Id, "id", LABEL("Id"), T::Id),
    field<&M::title>(Field::Title, "title", LABEL("Title"), T::Text),
    field<&M::shortTitle>(Field::ShortTitle, "short_title", LABEL("Short title"), T::Text),
    part(Field::Titles, "titles", LABEL("Other titles"), &P::titles, {}),
    field<&M::reference>(Field::Reference, "reference", LABEL("Reference"), T::Text),
    part(Field::Identifiers, "identifiers", LABEL("Identifiers"), &P::identifiers, "identifier"),
    field<&M::nature, &V::natures>(Field::Nature, "nature", LABEL("Nature"), T::Choice),
    field<&E::nationalCategory>(Field::NationalCategory, "national_category", LABEL("National category"), T::Text),
    field<&M::kind, &V::kinds>(Field::Kind, "kind", LABEL("Kind"), T::Choice),
    field<&M::subjects, &V::subjects>(Field::Subjects, "subjects", LABEL("Subjects"), T::List, "subject"),
    part(Field::Participants, "participants", LABEL("Participants"), &P::participants, "party participant"),
    part(Field::Persons, "persons", LABEL("Persons"), &P::persons, "person"),
    field<&M::date>(Field::Date, "date", LABEL("Date"), T::Date, "signed issued occurred"),
    field<&M::inForce>(Field::InForce, "in_force", LABEL("Entry into force"), T::Date),
    field<&M::term>(Field::Term, "term", LABEL("Term"), T::Interval),
    field<&M::termKind, &V::termKinds>(Field::TermKind, "term_kind", LABEL("Kind of term"), T::Choice),
    field<&E::noticeMonths>(Field::NoticeMonths, "notice_months", LABEL("Notice (months)"), T::Number),
    field<&E::renewalMonths>(Field::RenewalMonths, "renewal_months", LABEL("Renewal (months)"), T::Number),
    field<&M::place>(Field::Place, "place", LABEL("Place"), T::Text),
    part(Field::Quantities, "quantities", LABEL("Quantities"), &P::quantities, "quantity"),
    field<&E::languages>(Field::Languages, "languages", LABEL("Languages"), T::List, "language"),
    field<&E::prevailingText>(Field::PrevailingText, "prevailing_text", LABEL("Prevailing text"), T::Text),
    field<&M::summary>(Field::Summary, "summary", LABEL("Summary"), T::LongText),
    field<&M::notes>(Field::Notes, "notes", LABEL("Notes"), T::LongText),
    field<&E::officer>(Field::Officer, "officer", LABEL("Officer"), T::Text),
    field<&E::fileReference>(Field::FileReference, "file_reference", LABEL("File reference"), T::Text),
    field<&M::handling, &V::handlings>(Field::Handling, "handling", LABEL("Handling"), T::Choice),
    field<&M::confidence, &V::confidences>(Field::Confidence, "confidence", LABEL("Confidence"), T::Choice),
    field<&E::verifiedOn>(Field::VerifiedOn, "verified_on", LABEL("Verified on"), T::Date),
    field<&M::statusOverride, &V::statuses>(Field::StatusOverride, "status_override", LABEL("Status set by hand"),
                                            T::Choice),
    field<&E::statusOverrideReason>(Field::StatusOverrideReason, "status_override_reason",
                                    LABEL("Reason of the status set by hand"), T::Text),
    field<&E::tags>(Field::Tags, "tags", LABEL("Tags"), T::List, "tag"),
    part(Field::Actions, "actions", LABEL("Actions"), &P::actions, "action"),
    part(Field::Relations, "relations", LABEL("Relations"), &P::relations, "relation"),
    part(Field::Sources, "sources", LABEL("Sources"), &P::sources, "source"),
    part(Field::Obligations, "obligations", LABEL("Obligations"), &P::obligations, "obligation"),
    part(Field::Attachments, "attachments", LABEL("Attachments"), &P::attachments, "attachment"),
    part(Field::OwnFields, "own_fields", LABEL("Own fields"), &P::ownFields, {}),
    computed(Field::Status, "status", LABEL("Status"), &V::statuses),
    computed(Field::StatusReason, "status_reason", LABEL("Reason of the status")),
    computed(Field::Ends, "ends", LABEL("Ends")),
    computed(Field::NextStep, "next_step", LABEL("Next step")),
    computed(Field::Bound, "bound", LABEL("Bound")),
    computed(Field::Changed, "changed", LABEL("Changed")),
};
#undef LABEL

constexpr bool isFieldOrder()
{
    for (size_t i = 0; i < Fields.size(); ++i) {
        if (static_cast<size_t>(Fields[i].field) != i)
            return false;
        for (size_t j = 0; j < i; ++j) {
            if (Fields[i].key == Fields[j].key)
                return false;
        }
    }
    return true;
}
static_assert(Fields.size() == static_cast<size_t>(Field::Changed) + 1 && isFieldOrder(),
              "the field table follows enum Field, each key once");

bool hasWord(std::string_view words, QStringView word)
{
    const QLatin1StringView all(words.data(), static_cast<qsizetype>(words.size()));
    for (const QLatin1StringView own : all.tokenize(QLatin1Char(' '), Qt::SkipEmptyParts)) {
        if (word == own)
            return true;
    }
    return false;
}

/// What people read for one canonical text.
QString displayValue(const ColumnInfo &column, const QString &text, const QLocale &locale)
{
    switch (column.type) {
    case T::Choice: {
        const auto index = column.vocabulary->indexOfKey(text);
        return index ? column.vocabulary->label(*index, languageOf(locale)) : text;
    }
    case T::Date:
    case T::Interval:
        return displayText(Edtf::read(text), locale);
    case T::Number:
        return text.isEmpty() ? text : locale.toString(text.toLongLong());
    case T::Decimal: {
        const auto decimal = Decimal::parse(text);
        return decimal ? decimal->display(locale) : text;
    }
    case T::Flag:
        return text.isEmpty() ? text : tr("yes");
    case T::List: {
        QStringList labels;
        for (const QString &item : splitList(text))
            labels.append(column.vocabulary ? subjectLabel(item, languageOf(locale)) : item);
        return labels.join(QStringLiteral(", "));
    }
    default:
        return text;
    }
}

/// One line for a part item: its cells that say something, references by the name of what they point at.
QString displayItem(const Agreement &agreement, const PartInfo &part, qsizetype row, const QLocale &locale)
{
    QStringList cells;
    for (qsizetype column = 0; column < static_cast<qsizetype>(part.columns.size()); ++column) {
        const QString text = displayCell(agreement, part, row, column, locale);
        if (!text.isEmpty())
            cells.append(text);
    }
    return cells.join(QStringLiteral(", "));
}

QString itemName(const Agreement &agreement, ItemId id)
{
    for (const Participant &participant : agreement->participants) {
        if (participant.id == id)
            return participant.name.toString();
    }
    for (const Source &source : agreement->sources) {
        if (source.id == id)
            return (source.publisher.isEmpty() ? source.title : source.publisher).toString();
    }
    return {};
}

} // namespace

QString ColumnInfo::labelText() const
{
    return tr(label);
}

QString FieldInfo::text(const Agreement &agreement) const
{
    QByteArray utf8;
    appendText(utf8, agreement);
    return wholeText(utf8);
}

QString PartInfo::cell(const Agreement &agreement, qsizetype row, qsizetype column) const
{
    QByteArray utf8;
    appendCell(utf8, agreement, row, column);
    return wholeText(utf8);
}

std::span<const FieldInfo> fieldTable()
{
    return Fields;
}

const FieldInfo &fieldInfo(Field field)
{
    return Fields[static_cast<size_t>(field)];
}

const FieldInfo *findField(QStringView keyOrAlias)
{
    for (const FieldInfo &info : Fields) {
        if (keyOrAlias == info.keyText() || hasWord(info.aliases, keyOrAlias))
            return &info;
    }
    return nullptr;
}

QString displayText(const Agreement &agreement, Field field, const QLocale &locale)
{
    const FieldInfo &info = fieldInfo(field);
    if (field == Field::Participants) { // the names alone, a State once although two of its bodies take part
        QStringList names;
        for (const Participant &participant : agreement->participants) {
            const QString name = (participant.name.isEmpty() ? participant.body : participant.name).toString();
            if (!names.contains(name))
                names.append(name);
        }
        return names.join(QStringLiteral(", "));
    }
    if (info.part) {
        QStringList lines;
        for (qsizetype row = 0; row < info.part->count(agreement); ++row)
            lines.append(displayItem(agreement, *info.part, row, locale));
        return lines.join(QLatin1Char('\n'));
    }
    if (info.edtf)
        return displayText(info.edtf(agreement), locale);
    return info.isScalar() ? displayValue(info, info.text(agreement), locale) : QString();
}

QString displayCell(const Agreement &agreement, const PartInfo &part, qsizetype row, qsizetype column,
                    const QLocale &locale)
{
    const ColumnInfo &info = part.columns[static_cast<size_t>(column)];
    const QString text = part.cell(agreement, row, column);
    if (info.type == T::Item && !text.isEmpty())
        return itemName(agreement, static_cast<ItemId>(text.toLongLong()));
    return displayValue(info, text, locale);
}

void appendListItem(QByteArray &utf8, QByteArrayView item, bool isFirst)
{
    if (!isFirst)
        utf8.append("; ");
    for (const char c : item) {
        if (c == '\\' || c == ';')
            utf8.append('\\');
        utf8.append(c);
    }
}

QString joinList(const QStringList &items)
{
    QByteArray utf8;
    for (const QString &item : items)
        appendListItem(utf8, item.toUtf8(), &item == &items.first());
    return wholeText(utf8);
}

QStringList splitList(QStringView cell)
{
    QStringList items;
    QString item;
    const auto finish = [&] {
        if (const QString trimmed = item.trimmed(); !trimmed.isEmpty())
            items.append(trimmed);
        item.clear();
    };
    for (qsizetype i = 0; i < cell.size(); ++i) {
        if (cell[i] == QLatin1Char('\\') && i + 1 < cell.size())
            item.append(cell[++i]);
        else if (cell[i] == QLatin1Char(';'))
            finish();
        else
            item.append(cell[i]);
    }
    finish();
    return items;
}

} // namespace Treatybook
