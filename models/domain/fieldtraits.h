#pragma once

#include "domain/field.h"

#include <type_traits>

namespace Treatybook::FieldTraits {

// How a member type is written in canonical text and read back; the field and part tables generate their functions from
// member pointers with these.

template <class T>
concept Choice = std::is_enum_v<T> && !std::is_same_v<T, ItemId>;

inline void append(QByteArray &utf8, const Text &value, const Vocabulary *)
{
    utf8.append(value.utf8());
}
inline void append(QByteArray &utf8, const Edtf &value, const Vocabulary *)
{
    utf8.append(value.utf8());
}
inline void append(QByteArray &utf8, const Decimal &value, const Vocabulary *)
{
    utf8.append(value.text().toUtf8());
}
inline void append(QByteArray &utf8, bool value, const Vocabulary *)
{
    utf8.append(value ? "true" : "");
}
inline void append(QByteArray &utf8, qint64 value, const Vocabulary *)
{
    utf8.append(QByteArray::number(value));
}
inline void append(QByteArray &utf8, ItemId value, const Vocabulary *vocabulary)
{
    if (value != ItemId::None)
        append(utf8, static_cast<qint64>(value), vocabulary);
}
inline void append(QByteArray &utf8, const std::optional<int> &value, const Vocabulary *)
{
    if (value)
        utf8.append(QByteArray::number(*value));
}
inline void append(QByteArray &utf8, const QUuid &value, const Vocabulary *)
{
    if (!value.isNull())
        utf8.append(value.toByteArray(QUuid::WithoutBraces));
}
inline void append(QByteArray &utf8, const QList<Text> &value, const Vocabulary *)
{
    for (const Text &item : value)
        appendListItem(utf8, item.utf8(), &item == &value.first());
}
template <Choice T>
void append(QByteArray &utf8, T value, const Vocabulary *vocabulary)
{
    utf8.append(vocabulary->keyUtf8(static_cast<int>(value)));
}

inline bool read(Text &value, QByteArrayView utf8, const Vocabulary *, Pool &pool)
{
    value = pool.text(utf8);
    return true;
}
inline bool read(Edtf &value, QByteArrayView utf8, const Vocabulary *, Pool &pool)
{
    value = pool.edtf(utf8); // what cannot be read stays as written
    return true;
}
inline bool read(Decimal &value, QByteArrayView utf8, const Vocabulary *, Pool &)
{
    if (utf8.isEmpty()) {
        value = {};
        return true;
    }
    const auto parsed = Decimal::parse(wholeText(utf8));
    if (parsed)
        value = *parsed;
    return parsed.hasValue();
}
inline bool read(bool &value, QByteArrayView utf8, const Vocabulary *, Pool &)
{
    if (!utf8.isEmpty() && utf8 != "true")
        return false;
    value = !utf8.isEmpty();
    return true;
}
inline bool read(qint64 &value, QByteArrayView utf8, const Vocabulary *, Pool &)
{
    bool ok = utf8.isEmpty();
    const qint64 number = ok ? 0 : utf8.toLongLong(&ok);
    if (ok && number >= 0)
        value = number;
    return ok && number >= 0;
}
inline bool read(ItemId &value, QByteArrayView utf8, const Vocabulary *vocabulary, Pool &pool)
{
    qint64 number = 0;
    const bool ok = read(number, utf8, vocabulary, pool);
    if (ok)
        value = static_cast<ItemId>(number);
    return ok;
}
inline bool read(std::optional<int> &value, QByteArrayView utf8, const Vocabulary *, Pool &)
{
    if (utf8.isEmpty()) {
        value.reset();
        return true;
    }
    bool ok = false;
    const int number = utf8.toInt(&ok);
    if (ok && number >= 0)
        value = number;
    return ok && number >= 0;
}
inline bool read(QUuid &value, QByteArrayView utf8, const Vocabulary *, Pool &)
{
    const QUuid uuid = QUuid::fromString(QUtf8StringView(utf8.data(), utf8.size()));
    if (uuid.isNull() && !utf8.isEmpty())
        return false;
    value = uuid;
    return true;
}
inline bool read(QList<Text> &value, QByteArrayView utf8, const Vocabulary *, Pool &pool)
{
    value = pool.list(utf8);
    return true;
}
template <Choice T>
bool read(T &value, QByteArrayView utf8, const Vocabulary *vocabulary, Pool &)
{
    const auto index = vocabulary->indexOfKey(utf8);
    if (index)
        value = static_cast<T>(*index);
    return index.has_value();
}

template <auto Member>
struct MemberOf;
template <class Owner, class Type, Type Owner::*Member>
struct MemberOf<Member> {
    using type = Type;

    static const Type &get(const Agreement &agreement)
    {
        if constexpr (std::is_same_v<Owner, AgreementMain>)
            return agreement.main().*Member;
        else
            return agreement.extras().*Member;
    }
    static Type &edit(Agreement &agreement)
    {
        if constexpr (std::is_same_v<Owner, AgreementMain>)
            return agreement.edit().*Member;
        else
            return agreement.editExtras().*Member;
    }
};

} // namespace Treatybook::FieldTraits
