#include "exchange/importlayout.h"

#include "domain/tr.h"

#include <QSet>
#include <QUuid>

#include <algorithm>

namespace Treatybook {

using namespace Qt::StringLiterals;

namespace {

using Input = ImportInput;
using To = ImportTarget::Kind;

Error wrongLayout(const QString &message)
{
    return {ErrorKind::Invalid, message, {}};
}

bool isKey(const QString &name)
{
    const FieldInfo *info = findField(name);
    return info && info->keyText() == name;
}

/// The field that a header of a foreign file names: by key, alias or label, whatever its case.
const FieldInfo *fieldNamed(const QString &header)
{
    const QString word = header.toLower().replace(u' ', u'_');
    if (const FieldInfo *info = findField(word))
        return info;
    for (const FieldInfo &info : fieldTable()) {
        if (header.compare(info.labelText(), Qt::CaseInsensitive) == 0)
            return &info;
    }
    return nullptr;
}

bool holdsIds(const QList<QStringList> &sample, qsizetype column)
{
    return std::all_of(sample.begin(), sample.end(), [column](const QStringList &row) {
        const QString cell = row.value(column).trimmed();
        return cell.isEmpty() || !QUuid::fromString(cell).isNull();
    });
}

/// Texts between the {Header} of a fixed value.
Result<QList<std::pair<QString, int>>> readTemplate(const QString &key, const QString &text, const QStringList &names)
{
    QList<std::pair<QString, int>> pieces;
    QString piece;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text.at(i) != u'{') {
            piece.append(text.at(i));
            continue;
        }
        if (text.mid(i + 1, 1) == u"{") {
            piece.append(text.at(i++));
            continue;
        }
        const qsizetype end = text.indexOf(u'}', i);
        if (end < 0)
            return wrongLayout(
                tr("The map: the fixed value of “%1” has a “{” without its “}”; “{{” stands for “{”.").arg(key));
        const QString name = text.mid(i + 1, end - i - 1).simplified();
        const qsizetype column = names.indexOf(name);
        if (column < 0) {
            const QString nearest = nearestWord(name, names);
            return wrongLayout(
                nearest.isEmpty()
                    ? tr("The map: the fixed value of “%1” names a column “%2” that the file does not have.")
                          .arg(key, name)
                    : tr("The map: the fixed value of “%1” names a column “%2” that the file does not have; did you "
                         "mean “%3”?")
                          .arg(key, name, nearest));
        }
        pieces.append({std::exchange(piece, {}), static_cast<int>(column)});
        i = end;
    }
    if (!piece.isEmpty() || pieces.isEmpty())
        pieces.append({piece, -1});
    return pieces;
}

} // namespace

QString ImportInput::text(const QStringList &cells) const
{
    QString text;
    if (column >= 0) {
        text = cells.value(column);
    } else {
        bool given = pieces.size() == 1 && pieces.first().second < 0;
        for (const auto &[before, cell] : pieces) {
            const QString value = cell < 0 ? QString() : cells.value(cell).trimmed();
            given |= !value.isEmpty();
            text += before + value;
        }
        if (!given)
            return {}; // of all that it is made of the row has nothing
    }
    if (!values.isEmpty()) {
        if (const auto meant = values.constFind(text.trimmed()); meant != values.cend())
            return *meant;
    }
    return text;
}

QStringList uniqueHeaders(const QStringList &header, QStringList &notes)
{
    QStringList names, nameless;
    QSet<QString> seen;
    for (qsizetype i = 0; i < header.size(); ++i) {
        const QString own = header.at(i).simplified();
        QString name = own.isEmpty() ? tr("column %1").arg(i + 1) : own;
        for (int n = 2; seen.contains(name); ++n)
            name = u"%1 (%2)"_s.arg(own.isEmpty() ? tr("column %1").arg(i + 1) : own).arg(n);
        if (own.isEmpty())
            nameless.append(name);
        else if (name != own)
            notes.append(tr("The header “%1” stands there twice; the second is called “%2”.").arg(own, name));
        seen.insert(name);
        names.append(name);
    }
    if (!nameless.isEmpty())
        notes.append(tr("Columns without a header are called by their place: %1.").arg(nameless.join(u", "_s)));
    return names;
}

Result<ImportLayout> ImportLayout::bind(const QStringList &header, const QList<QStringList> &sample,
                                        const ImportMap &map, const Options &options)
{
    ImportLayout layout;
    const QStringList names = uniqueHeaders(header, layout.m_notes);
    layout.m_columnCount = static_cast<int>(names.size());
    const qsizetype idColumn = names.indexOf(u"id"_s);
    const bool ids = idColumn >= 0 && holdsIds(sample, idColumn);
    const auto keys = std::count_if(names.begin(), names.end(),
                                    [](const QString &name) { return isKey(name) || name == RejectReason; });
    layout.m_own = idColumn >= 0 ? ids && keys > 1 : keys == names.size();
    layout.m_guarded = !options.raw.value_or(map.raw.value_or(!layout.m_own));
    for (qsizetype i = 0; i < names.size(); ++i) {
        Input input;
        input.header = names.at(i);
        input.column = static_cast<int>(i);
        layout.m_inputs.append(input);
    }
    if (const auto bound = layout.bindColumns(names, map); !bound)
        return bound.error();
    if (idColumn >= 0 && !ids && !map.columns)
        layout.bindForeignId(idColumn);
    if (const auto bound = layout.bindFixed(names, map); !bound)
        return bound.error();
    const auto order = options.dateOrder ? options.dateOrder : map.dateOrder;
    for (Input &input : layout.m_inputs) {
        if (!input.dateOrder || options.dateOrder)
            input.dateOrder = order;
        if (input.listSeparator.isEmpty())
            input.listSeparator = map.listSeparator.isEmpty() ? u";"_s : map.listSeparator;
        // A file of ours that has ids comes back as it was: a text that stands for a date stays a text.
        input.typedDates = !(input.exchangeForm && layout.m_own && idColumn >= 0) || input.dateOrder.has_value();
    }
    if (const auto checked = layout.checkTargets(); !checked)
        return checked.error();
    if (const auto bound = layout.bindMatch(map); !bound)
        return bound.error();
    if (const auto titled = layout.checkTitle(); !titled)
        return titled.error();
    layout.noteOrigins();
    return layout;
}

Result<void> ImportLayout::bindColumns(const QStringList &names, const ImportMap &map)
{
    if (map.columns) {
        for (const QString &header : map.columns->keys()) {
            if (names.contains(header))
                continue;
            const QString nearest = nearestWord(header, names);
            return wrongLayout(
                nearest.isEmpty()
                    ? Treatybook::tr("The map names a column “%1” that the file does not have.").arg(header)
                    : Treatybook::tr("The map names a column “%1” that the file does not have; did you mean “%2”?")
                          .arg(header, nearest));
        }
    }
    for (Input &input : m_inputs) {
        if (!map.columns) {
            bindByName(input);
            continue;
        }
        const auto column = map.columns->constFind(input.header);
        if (column == map.columns->cend()) {
            bindToOwnField(input);
            continue;
        }
        const auto target = column->key.isEmpty() ? ImportTarget() : ImportTarget::parse(column->key);
        if (!target)
            return wrongLayout(Treatybook::tr("The map, column “%1”: %2").arg(input.header, target.error().message));
        input.target = *target;
        input.origin = column->key.isEmpty() ? Input::Origin::LeftOut : Input::Origin::Map;
        input.dateOrder = column->dateOrder;
        input.listSeparator = column->listSeparator;
        input.values = column->values;
    }
    return {};
}

void ImportLayout::bindToOwnField(Input &input)
{
    if (input.header == RejectReason) {
        input.origin = Input::Origin::LeftOut;
        return;
    }
    input.target.kind = To::OwnField;
    input.target.name = input.header;
    input.origin = Input::Origin::OwnField;
}

void ImportLayout::bindByName(Input &input)
{
    const FieldInfo *info =
        m_own ? (isKey(input.header) ? findField(input.header) : nullptr) : fieldNamed(input.header);
    if (m_own && info) {
        input.exchangeForm = true;
        input.origin = info->isStored() ? Input::Origin::Automatic : Input::Origin::Computed;
        if (info->isStored()) {
            input.target.kind = info->part ? To::WholePart : To::Scalar;
            input.target.field = info->field;
        }
        return;
    }
    const auto target = info && info->isStored() ? ImportTarget::parse(info->keyText()) : Result<ImportTarget>(Error());
    const bool taken = target && std::any_of(m_inputs.cbegin(), m_inputs.cend(), [&](const Input &other) {
                           return other.target == *target && other.column < input.column;
                       });
    if (!target || taken) {
        bindToOwnField(input);
        return;
    }
    input.target = *target;
    input.origin = Input::Origin::Automatic;
}

void ImportLayout::bindForeignId(qsizetype column)
{
    Input &input = m_inputs[column];
    const bool taken = std::any_of(m_inputs.cbegin(), m_inputs.cend(), [](const Input &other) {
        return other.target.kind == To::Scalar && other.target.field == Field::Reference;
    });
    if (taken) {
        bindToOwnField(input);
        return;
    }
    input.target.kind = To::Scalar;
    input.target.field = Field::Reference;
    input.origin = Input::Origin::Automatic;
    m_notes.append(Treatybook::tr("The column “id” holds no ids of Treatybook (UUIDs) and was read as “reference”."));
}

Result<void> ImportLayout::bindFixed(const QStringList &names, const ImportMap &map)
{
    for (const ImportMap::Fixed &fixed : map.fixed) {
        const auto target = ImportTarget::parse(fixed.key);
        if (!target)
            return wrongLayout(Treatybook::tr("The map, fixed values: %1").arg(target.error().message));
        if (target->kind == To::Scalar && target->field == Field::Id)
            return wrongLayout(Treatybook::tr("The map: “id” cannot be fixed, since every record has its own."));
        auto pieces = readTemplate(fixed.key, fixed.value, names);
        if (!pieces)
            return pieces.error();
        Input input;
        input.header = fixed.value;
        input.target = *target;
        input.origin = Input::Origin::Fixed;
        input.pieces = *std::move(pieces);
        m_inputs.append(input);
    }
    return {};
}

Result<void> ImportLayout::checkTargets() const
{
    for (qsizetype i = 0; i < m_inputs.size(); ++i) {
        const Input &input = m_inputs.at(i);
        if (input.target.kind == To::Nothing)
            continue;
        for (qsizetype k = 0; k < i; ++k) {
            if (input.target.kind != To::List && m_inputs.at(k).target == input.target) {
                return wrongLayout(
                    Treatybook::tr("“%1” and “%2” both go to “%3”. Several items of one kind are numbered, such as "
                                   "“participants.1.name” and “participants.2.name”.")
                        .arg(m_inputs.at(k).header, input.header, input.target.key()));
            }
        }
        // An act or a relation without its kind would become the first of the list.
        const bool needsKind = input.target.kind == To::Item && input.target.entry.isEmpty() &&
                               (input.target.field == Field::Actions || input.target.field == Field::Relations);
        const int kind = needsKind ? entryColumn(*input.target.info().part) : -1;
        const bool hasKind = std::any_of(m_inputs.cbegin(), m_inputs.cend(), [&](const Input &other) {
            return other.target.isSameItem(input.target) && other.target.column == kind;
        });
        if (needsKind && !hasKind) {
            return wrongLayout(
                Treatybook::tr("“%1” needs the kind: write it into the key (such as “%2”) or give it a column “%3”.")
                    .arg(input.target.key(),
                         input.target.field == Field::Actions ? u"actions.termination.date"_s
                                                              : u"relations.amends.other"_s,
                         input.target.info().keyText() + u".kind"_s));
        }
    }
    return {};
}

Result<void> ImportLayout::bindMatch(const ImportMap &map)
{
    const auto inputOf = [this](const ImportTarget &target) {
        const auto found = std::find_if(m_inputs.cbegin(), m_inputs.cend(), [&](const Input &input) {
            return input.target == target && input.origin != Input::Origin::Computed;
        });
        return found == m_inputs.cend() ? -1 : static_cast<int>(found - m_inputs.cbegin());
    };
    ImportTarget id;
    id.kind = To::Scalar;
    if (map.match.isEmpty()) {
        m_match = inputOf(id); // ids are made to be told apart by
        return {};
    }
    const auto target = ImportTarget::parse(map.match);
    if (!target)
        return wrongLayout(Treatybook::tr("The map, match: %1").arg(target.error().message));
    const bool fits = target->kind == To::Scalar || target->kind == To::OwnField || target->field == Field::Identifiers;
    if (!fits)
        return wrongLayout(
            Treatybook::tr(
                "The map: records cannot be matched by “%1”, only by a field, an identifier or “x:” and a name.")
                .arg(map.match));
    m_match = inputOf(*target);
    if (m_match < 0)
        return wrongLayout(
            Treatybook::tr("The map: records are matched by “%1”, but no column goes there.").arg(map.match));
    return {};
}

/// Rows that are all new would all be rejected.
Result<void> ImportLayout::checkTitle() const
{
    const bool titled = m_match >= 0 || std::any_of(m_inputs.cbegin(), m_inputs.cend(), [](const Input &input) {
                            return input.target.kind == To::Scalar && input.target.field == Field::Title;
                        });
    if (titled)
        return {};
    return wrongLayout(
        Treatybook::tr(
            "No column goes to “title”, which every record needs. Say in a map which one does, or make a title "
            "of others: "
            "{\"fixed\": {\"title\": \"{%1} …\"}}.")
            .arg(m_inputs.isEmpty() ? QString() : m_inputs.first().header));
}

void ImportLayout::noteOrigins()
{
    const auto headersOf = [this](Input::Origin origin) {
        QStringList headers;
        for (const Input &input : std::as_const(m_inputs)) {
            if (input.origin == origin)
                headers.append(input.header);
        }
        return headers.join(u", "_s);
    };
    if (m_own)
        m_notes.append(Treatybook::tr("The header is Treatybook's own: cells are read in its exchange form."));
    if (const QString headers = headersOf(Input::Origin::OwnField); !headers.isEmpty())
        m_notes.append(
            Treatybook::tr("Columns without a field of their own, kept as fields of the book's own: %1.").arg(headers));
    if (const QString headers = headersOf(Input::Origin::LeftOut); !headers.isEmpty())
        m_notes.append(Treatybook::tr("Columns left out: %1.").arg(headers));
    if (const QString headers = headersOf(Input::Origin::Computed); !headers.isEmpty())
        m_notes.append(Treatybook::tr("Columns passed over, since the program works them out: %1.").arg(headers));
    if (m_match >= 0)
        m_notes.append(
            Treatybook::tr("Rows find the records of the book by “%1”.").arg(m_inputs.at(m_match).target.key()));
}

QStringList ImportLayout::headers() const
{
    QStringList headers;
    for (int i = 0; i < m_columnCount; ++i)
        headers.append(m_inputs.at(i).header);
    return headers;
}

} // namespace Treatybook
