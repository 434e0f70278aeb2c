#include "domain/parttable.h"

#include "domain/fieldtraits.h"

#include <array>

namespace Treatybook {

namespace {

using Voc = const Vocabulary *;
namespace V = Vocabularies;

/// An item of an agreement that is to be changed.
template <class Item>
struct ItemPlace {
    const Item &now;
    Agreement &agreement;
    qsizetype row;
    Item &(*edit)(Agreement &, qsizetype row); ///< detaches
};

/// A column of a part struct: what everybody may know of it, and how to reach the member.
template <class Item>
struct ItemColumn {
    ColumnInfo info;
    void (*append)(QByteArray &, const Item &, Voc);
    bool (*read)(const ItemPlace<Item> &, QByteArrayView, Voc, Pool &);
};

template <auto Member>
struct ItemMember;
template <class Item, class Type, Type Item::*Member>
struct ItemMember<Member> {
    using Owner = Item;
    static void append(QByteArray &utf8, const Item &item, Voc vocabulary)
    {
        FieldTraits::append(utf8, item.*Member, vocabulary);
    }
    static bool read(const ItemPlace<Item> &place, QByteArrayView utf8, Voc vocabulary, Pool &pool)
    {
        Type value = place.now.*Member;
        if (!FieldTraits::read(value, utf8, vocabulary, pool))
            return false;
        if (value != place.now.*Member)
            place.edit(place.agreement, place.row).*Member = std::move(value);
        return true;
    }
};

template <auto Member>
constexpr ItemColumn<typename ItemMember<Member>::Owner> column(std::string_view key, const char *label, FieldType type,
                                                                Voc vocabulary = nullptr)
{
    return {{key, label, type, vocabulary}, &ItemMember<Member>::append, &ItemMember<Member>::read};
}

constexpr std::array TitleColumns{
    column<&TitleVariant::language>("language", QT_TRANSLATE_NOOP("Treatybook", "Language"), FieldType::Text),
    column<&TitleVariant::text>("text", QT_TRANSLATE_NOOP("Treatybook", "Title"), FieldType::Text),
    column<&TitleVariant::kind>("kind", QT_TRANSLATE_NOOP("Treatybook", "What it is"), FieldType::Choice,
                                &V::titleKinds),
};

constexpr std::array IdentifierColumns{
    column<&Identifier::scheme>("scheme", QT_TRANSLATE_NOOP("Treatybook", "Scheme"), FieldType::Text),
    column<&Identifier::value>("value", QT_TRANSLATE_NOOP("Treatybook", "Value"), FieldType::Text),
};

constexpr std::array ParticipantColumns{
    column<&Participant::name>("name", QT_TRANSLATE_NOOP("Treatybook", "Name"), FieldType::Text),
    column<&Participant::code>("code", QT_TRANSLATE_NOOP("Treatybook", "Code"), FieldType::Text),
    column<&Participant::body>("body", QT_TRANSLATE_NOOP("Treatybook", "Body"), FieldType::Text),
    column<&Participant::role>("role", QT_TRANSLATE_NOOP("Treatybook", "Role"), FieldType::Choice,
                               &V::participantRoles),
};

constexpr std::array PersonColumns{
    column<&Person::name>("name", QT_TRANSLATE_NOOP("Treatybook", "Name"), FieldType::Text),
    column<&Person::office>("office", QT_TRANSLATE_NOOP("Treatybook", "Office"), FieldType::Text),
    column<&Person::participant>("participant", QT_TRANSLATE_NOOP("Treatybook", "For"), FieldType::Item),
    column<&Person::role>("role", QT_TRANSLATE_NOOP("Treatybook", "Role"), FieldType::Choice, &V::personRoles),
    column<&Person::note>("note", QT_TRANSLATE_NOOP("Treatybook", "Note"), FieldType::Text),
};

constexpr std::array QuantityColumns{
    column<&Quantity::amount>("amount", QT_TRANSLATE_NOOP("Treatybook", "Amount"), FieldType::Decimal),
    column<&Quantity::unit>("unit", QT_TRANSLATE_NOOP("Treatybook", "Unit"), FieldType::Text),
    column<&Quantity::stated>("stated", QT_TRANSLATE_NOOP("Treatybook", "As stated"), FieldType::Text),
    column<&Quantity::stance>("stance", QT_TRANSLATE_NOOP("Treatybook", "Stance"), FieldType::Choice, &V::stances),
    column<&Quantity::confidence>("confidence", QT_TRANSLATE_NOOP("Treatybook", "Confidence"), FieldType::Choice,
                                  &V::confidences),
    column<&Quantity::source>("source", QT_TRANSLATE_NOOP("Treatybook", "Source"), FieldType::Item),
    column<&Quantity::note>("note", QT_TRANSLATE_NOOP("Treatybook", "Note"), FieldType::Text),
};

constexpr std::array ActionColumns{
    column<&Action::kind>("kind", QT_TRANSLATE_NOOP("Treatybook", "Kind"), FieldType::Choice, &V::actionKinds),
    column<&Action::date>("date", QT_TRANSLATE_NOOP("Treatybook", "Date"), FieldType::Date),
    column<&Action::effective>("effective", QT_TRANSLATE_NOOP("Treatybook", "Effective"), FieldType::Date),
    column<&Action::until>("until", QT_TRANSLATE_NOOP("Treatybook", "Until"), FieldType::Date),
    column<&Action::participant>("participant", QT_TRANSLATE_NOOP("Treatybook", "Participant"), FieldType::Item),
    column<&Action::place>("place", QT_TRANSLATE_NOOP("Treatybook", "Place"), FieldType::Text),
    column<&Action::amount>("amount", QT_TRANSLATE_NOOP("Treatybook", "Amount"), FieldType::Decimal),
    column<&Action::unit>("unit", QT_TRANSLATE_NOOP("Treatybook", "Unit"), FieldType::Text),
    column<&Action::stated>("stated", QT_TRANSLATE_NOOP("Treatybook", "As stated"), FieldType::Text),
    column<&Action::complete>("complete", QT_TRANSLATE_NOOP("Treatybook", "Complete"), FieldType::Flag),
    column<&Action::note>("note", QT_TRANSLATE_NOOP("Treatybook", "Note"), FieldType::Text),
    column<&Action::source>("source", QT_TRANSLATE_NOOP("Treatybook", "Source"), FieldType::Item),
    column<&Action::confidence>("confidence", QT_TRANSLATE_NOOP("Treatybook", "Confidence"), FieldType::Choice,
                                &V::confidences),
};

constexpr std::array RelationColumns{
    column<&Relation::kind>("kind", QT_TRANSLATE_NOOP("Treatybook", "Kind"), FieldType::Choice, &V::relationKinds),
    column<&Relation::other>("other", QT_TRANSLATE_NOOP("Treatybook", "Other record"), FieldType::Record),
    column<&Relation::effective>("effective", QT_TRANSLATE_NOOP("Treatybook", "Effective"), FieldType::Date),
    column<&Relation::partly>("partly", QT_TRANSLATE_NOOP("Treatybook", "In part"), FieldType::Flag),
    column<&Relation::confidence>("confidence", QT_TRANSLATE_NOOP("Treatybook", "Confidence"), FieldType::Choice,
                                  &V::confidences),
    column<&Relation::source>("source", QT_TRANSLATE_NOOP("Treatybook", "Source"), FieldType::Item),
    column<&Relation::note>("note", QT_TRANSLATE_NOOP("Treatybook", "Note"), FieldType::Text),
};

constexpr std::array SourceColumns{
    column<&Source::title>("title", QT_TRANSLATE_NOOP("Treatybook", "Title"), FieldType::Text),
    column<&Source::author>("author", QT_TRANSLATE_NOOP("Treatybook", "Author"), FieldType::Text),
    column<&Source::publisher>("publisher", QT_TRANSLATE_NOOP("Treatybook", "Publisher"), FieldType::Text),
    column<&Source::date>("date", QT_TRANSLATE_NOOP("Treatybook", "Date"), FieldType::Date),
    column<&Source::address>("address", QT_TRANSLATE_NOOP("Treatybook", "Address"), FieldType::Text),
    column<&Source::accessed>("accessed", QT_TRANSLATE_NOOP("Treatybook", "Accessed"), FieldType::Date),
    column<&Source::language>("language", QT_TRANSLATE_NOOP("Treatybook", "Language"), FieldType::Text),
    column<&Source::translator>("translator", QT_TRANSLATE_NOOP("Treatybook", "Translator"), FieldType::Text),
    column<&Source::locator>("locator", QT_TRANSLATE_NOOP("Treatybook", "Place in the source"), FieldType::Text),
    column<&Source::kind>("kind", QT_TRANSLATE_NOOP("Treatybook", "Kind"), FieldType::Choice, &V::sourceKinds),
    column<&Source::supports>("supports", QT_TRANSLATE_NOOP("Treatybook", "Supports"), FieldType::List),
    column<&Source::value>("value", QT_TRANSLATE_NOOP("Treatybook", "Value given"), FieldType::Text),
    column<&Source::note>("note", QT_TRANSLATE_NOOP("Treatybook", "Note"), FieldType::Text),
};

constexpr std::array ObligationColumns{
    column<&Obligation::what>("what", QT_TRANSLATE_NOOP("Treatybook", "What"), FieldType::Text),
    column<&Obligation::who>("who", QT_TRANSLATE_NOOP("Treatybook", "Who"), FieldType::Item),
    column<&Obligation::due>("due", QT_TRANSLATE_NOOP("Treatybook", "Due"), FieldType::Date),
    column<&Obligation::done>("done", QT_TRANSLATE_NOOP("Treatybook", "Done"), FieldType::Date),
    column<&Obligation::evidence>("evidence", QT_TRANSLATE_NOOP("Treatybook", "Evidence"), FieldType::Text),
    column<&Obligation::source>("source", QT_TRANSLATE_NOOP("Treatybook", "Source"), FieldType::Item),
};

constexpr std::array AttachmentColumns{
    column<&Attachment::name>("name", QT_TRANSLATE_NOOP("Treatybook", "Name"), FieldType::Text),
    column<&Attachment::mediaType>("media_type", QT_TRANSLATE_NOOP("Treatybook", "Media type"), FieldType::Text),
    column<&Attachment::size>("size", QT_TRANSLATE_NOOP("Treatybook", "Size"), FieldType::Number),
    column<&Attachment::sha256>("sha256", QT_TRANSLATE_NOOP("Treatybook", "SHA-256"), FieldType::Text),
};

constexpr std::array OwnFieldColumns{
    column<&OwnField::name>("name", QT_TRANSLATE_NOOP("Treatybook", "Name"), FieldType::Text),
    column<&OwnField::text>("text", QT_TRANSLATE_NOOP("Treatybook", "Text"), FieldType::Text),
};

template <auto &Columns>
constexpr auto Infos = [] {
    std::array<ColumnInfo, Columns.size()> infos;
    for (size_t i = 0; i < Columns.size(); ++i)
        infos[i] = Columns[i].info;
    return infos;
}();

/// The functions of one part, from its list member and its columns.
template <auto List, auto &Columns>
struct Part {
    using Member = FieldTraits::MemberOf<List>;
    using Item = typename Member::type::value_type;

    static const auto &columnAt(qsizetype column) { return Columns[static_cast<size_t>(column)]; }
    static qsizetype count(const Agreement &agreement) { return Member::get(agreement).size(); }
    static ItemId idAt(const Agreement &agreement, qsizetype row) { return Member::get(agreement).at(row).id; }
    static void appendCell(QByteArray &utf8, const Agreement &agreement, qsizetype row, qsizetype column)
    {
        columnAt(column).append(utf8, Member::get(agreement).at(row), columnAt(column).info.vocabulary);
    }
    static bool setUtf8(Agreement &agreement, qsizetype row, qsizetype column, QByteArrayView utf8, Pool &pool)
    {
        return columnAt(column).read({Member::get(agreement).at(row), agreement, row, edit}, utf8,
                                     columnAt(column).info.vocabulary, pool);
    }
    static Item &edit(Agreement &agreement, qsizetype row) { return Member::edit(agreement)[row]; }
    static void insert(Agreement &agreement, qsizetype row, ItemId id)
    {
        constexpr qsizetype FewItems = 8;
        Item item;
        item.id = id;
        auto &items = Member::edit(agreement);
        if (items.size() < FewItems) // as most lists are, and a hundred thousand records keep theirs: no room to grow
            items.reserve(items.size() + 1);
        items.insert(row, std::move(item));
    }
    static void remove(Agreement &agreement, qsizetype row) { Member::edit(agreement).removeAt(row); }

    static constexpr PartInfo info(std::string_view table, const char *itemLabel)
    {
        return {table, itemLabel, Infos<Columns>, count, idAt, appendCell, setUtf8, insert, remove};
    }
};

} // namespace

namespace PartTables {
using M = AgreementMain;
using E = AgreementExtras;
constinit const PartInfo titles =
    Part<&E::titles, TitleColumns>::info("title", QT_TRANSLATE_NOOP("Treatybook", "Title"));
constinit const PartInfo identifiers =
    Part<&E::identifiers, IdentifierColumns>::info("identifier", QT_TRANSLATE_NOOP("Treatybook", "Identifier"));
constinit const PartInfo participants =
    Part<&M::participants, ParticipantColumns>::info("participant", QT_TRANSLATE_NOOP("Treatybook", "Participant"));
constinit const PartInfo persons =
    Part<&E::persons, PersonColumns>::info("person", QT_TRANSLATE_NOOP("Treatybook", "Person"));
constinit const PartInfo quantities =
    Part<&E::quantities, QuantityColumns>::info("quantity", QT_TRANSLATE_NOOP("Treatybook", "Quantity"));
constinit const PartInfo actions =
    Part<&M::actions, ActionColumns>::info("action", QT_TRANSLATE_NOOP("Treatybook", "Action"));
constinit const PartInfo relations =
    Part<&E::relations, RelationColumns>::info("relation", QT_TRANSLATE_NOOP("Treatybook", "Relation"));
constinit const PartInfo sources =
    Part<&M::sources, SourceColumns>::info("source", QT_TRANSLATE_NOOP("Treatybook", "Source"));
constinit const PartInfo obligations =
    Part<&E::obligations, ObligationColumns>::info("obligation", QT_TRANSLATE_NOOP("Treatybook", "Obligation"));
constinit const PartInfo attachments =
    Part<&E::attachments, AttachmentColumns>::info("attachment", QT_TRANSLATE_NOOP("Treatybook", "Attachment"));
constinit const PartInfo ownFields =
    Part<&E::ownFields, OwnFieldColumns>::info("own_field", QT_TRANSLATE_NOOP("Treatybook", "Own field"));
} // namespace PartTables

qsizetype PartInfo::rowOf(const Agreement &agreement, ItemId id) const
{
    for (qsizetype row = 0, rows = count(agreement); row < rows; ++row) {
        if (idAt(agreement, row) == id)
            return row;
    }
    return -1;
}

} // namespace Treatybook
