#pragma once

#include "domain/field.h"

#include <type_traits>

namespace Treatybook::FieldTraits {

// How a member type is written in canonical text and read back; the field and part tables generate their functions from
// member pointers with these.

template <class T>
concept Choice = std::is_enum_v<T> && !std::is_same_v<T, ItemId>;

inline QString write(const Text &value, const Vocabulary *) { return value.toString(); }
inline QString write(const Edtf &value, const Vocabulary *) { return value.text(); }
inline QString write(const Decimal &value, const Vocabulary *) { return value.text(); }
inline QString write(bool value, const Vocabulary *) { return value ? QStringLiteral("true") : QString(); }
inline QString write(ItemId value, const Vocabulary *)
{
    return value == ItemId::None ? QString() : QString::number(static_cast<qint64>(value));
}
inline QString write(qint64 value, const Vocabulary *) { return QString::number(value); }
inline QString write(const std::optional<int> &value, const Vocabulary *)
{
    return value ? QString::number(*value) : QString();
}
inline QString write(const QUuid &value, const Vocabulary *)
{
    return value.isNull() ? QString() : value.toString(QUuid::WithoutBraces);
}
inline QString write(const QList<Text> &value, const Vocabulary *)
{
    QStringList items;
    for (const Text &item : value)
        items.append(item.toString());
    return joinList(items);
}
template <Choice T>
QString write(T value, const Vocabulary *vocabulary)
{
    return vocabulary->key(static_cast<int>(value));
}

inline bool read(Text &value, const QString &text, const Vocabulary *, Pool &pool)
{
    value = pool.text(text);
    return true;
}
inline bool read(Edtf &value, const QString &text, const Vocabulary *, Pool &pool)
{
    value = pool.edtf(text); // what cannot be read stays as written
    return true;
}
inline bool read(Decimal &value, const QString &text, const Vocabulary *, Pool &)
{
    if (text.isEmpty()) {
        value = {};
        return true;
    }
    const auto parsed = Decimal::parse(text);
    if (parsed)
        value = *parsed;
    return parsed.hasValue();
}
inline bool read(bool &value, const QString &text, const Vocabulary *, Pool &)
{
    if (!text.isEmpty() && text != QLatin1StringView("true"))
        return false;
    value = !text.isEmpty();
    return true;
}
inline bool read(qint64 &value, const QString &text, const Vocabulary *, Pool &)
{
    bool ok = text.isEmpty();
    const qint64 number = ok ? 0 : text.toLongLong(&ok);
    if (ok && number >= 0)
        value = number;
    return ok && number >= 0;
}
inline bool read(ItemId &value, const QString &text, const Vocabulary *vocabulary, Pool &pool)
{
    qint64 number = 0;
    const bool ok = read(number, text, vocabulary, pool);
    if (ok)
        value = static_cast<ItemId>(number);
    return ok;
}
inline bool read(std::optional<int> &value, const QString &text, const Vocabulary *, Pool &)
{
    if (text.isEmpty()) {
        value.reset();
        return true;
    }
    bool ok = false;
    const int number = text.toInt(&ok);
    if (ok && number >= 0)
        value = number;
    return ok && number >= 0;
}
inline bool read(QUuid &value, const QString &text, const Vocabulary *, Pool &)
{
    const QUuid uuid = QUuid::fromString(text);
    if (uuid.isNull() && !text.isEmpty())
        return false;
    value = uuid;
    return true;
}
inline bool read(QList<Text> &value, const QString &text, const Vocabulary *, Pool &pool)
{
    QList<Text> items;
    for (const QString &item : splitList(text))
        items.append(pool.text(item));
    value = items;
    return true;
}
template <Choice T>
bool read(T &value, const QString &text, const Vocabulary *vocabulary, Pool &)
{
    const auto index = vocabulary->indexOfKey(text);
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
