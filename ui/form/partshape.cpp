#include "ui/form/partshape.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace Treatybook {

namespace {

struct Place {
    std::string_view key;
    int width = 0;
    bool optional = false;
};

/// The main column first; `order` of the columns on the screen is that of `places`.
struct Declaration {
    Field field;
    std::string_view main;
    std::array<Place, 6> places;
    std::array<std::string_view, 5> told;
};

constexpr std::array Declarations{
    Declaration{Field::Titles, "text", {{{"text"}, {"language", 9}, {"kind", 11}}}, {}},
    Declaration{Field::Identifiers, "value", {{{"scheme", 14}, {"value"}}}, {}},
    Declaration{Field::Participants, "name", {{{"name"}, {"body", 22, true}, {"code", 5}, {"role", 10}}}, {"body"}},
    Declaration{Field::Persons,
                "name",
                {{{"name"}, {"office", 22, true}, {"participant", 12, true}, {"role", 10}}},
                {"office", "participant", "note"}},
    Declaration{Field::Quantities,
                "amount",
                {{{"amount", 12}, {"unit"}, {"source", 15, true}, {"stance", 12}}},
                {"stated", "confidence", "note"}},
    Declaration{Field::Actions,
                "kind",
                {{{"kind"}, {"date", 19}, {"effective", 19, true}, {"participant", 12, true}, {"place", 11, true}}},
                {"participant", "amount", "unit", "stated", "place"}},
    Declaration{Field::Relations, "other", {{{"kind", 16}, {"other"}, {"effective", 19, true}}}, {"note"}},
    Declaration{Field::Sources,
                "title",
                {{{"title"}, {"publisher", 15, true}, {"date", 19}, {"locator", 12, true}, {"kind", 12, true}}},
                {"publisher", "locator"}},
    Declaration{Field::Obligations,
                "what",
                {{{"what"}, {"who", 12, true}, {"due", 19}, {"done", 19, true}}},
                {"who", "evidence"}},
    Declaration{Field::OwnFields, "name", {{{"name", 16}, {"text"}}}, {}},
    Declaration{Field::Attachments, "name", {{{"name"}, {"media_type", 14}, {"size", 9}}}, {}},
};

int columnOf(const PartInfo &part, std::string_view key)
{
    for (size_t column = 0; column < part.columns.size(); ++column) {
        if (part.columns[column].key == key)
            return static_cast<int>(column);
    }
    return -1;
}

} // namespace

PartShape partShape(const FieldInfo &info)
{
    const auto *declared = std::find_if(Declarations.begin(), Declarations.end(),
                                        [&info](const Declaration &one) { return one.field == info.field; });
    PartShape shape;
    if (declared == Declarations.end())
        return shape;
    shape.main = columnOf(*info.part, declared->main);
    for (const Place &place : declared->places) {
        if (place.key.empty())
            continue;
        shape.columns.append({columnOf(*info.part, place.key), place.width, place.optional});
        if (place.width == 0)
            shape.teller = shape.columns.last().column;
    }
    for (const std::string_view key : declared->told) {
        if (!key.empty())
            shape.told.append(columnOf(*info.part, key));
    }
    return shape;
}

} // namespace Treatybook
