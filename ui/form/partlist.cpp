#include "ui/form/partlist.h"

#include "ui/form/partrow.h"
#include "ui/widgets/plainlabel.h"

#include <QVBoxLayout>

namespace Treatybook {

using namespace Qt::StringLiterals;

namespace {

/// Which columns of a part stand where in its lines; those of `text` are joined by commas.
struct LineShape {
    Field field;
    std::string_view lead, tail;
    std::array<std::string_view, 6> text;
};

constexpr std::array Shapes{
    LineShape{Field::Titles, "kind", "language", {"text"}},
    LineShape{Field::Identifiers, "scheme", "", {"value"}},
    LineShape{Field::Participants, "role", "code", {"name", "body"}},
    LineShape{Field::Persons, "role", "participant", {"name", "office"}},
    LineShape{Field::Quantities, "stance", "source", {"amount", "unit", "stated"}},
    LineShape{Field::Actions, "kind", "source", {"date", "participant", "place", "amount", "unit", "stated"}},
    LineShape{Field::Relations, "kind", "effective", {"other"}},
    LineShape{Field::Sources, "kind", "date", {"publisher", "title", "locator"}},
    LineShape{Field::Obligations, "who", "due", {"what"}},
    LineShape{Field::Attachments, "media_type", "size", {"name"}},
    LineShape{Field::OwnFields, "name", "", {"text"}},
};

const LineShape &shapeOf(Field field)
{
    return *std::find_if(Shapes.begin(), Shapes.end(),
                         [field](const LineShape &shape) { return shape.field == field; });
}

QString cellByKey(const Agreement &record, const PartInfo &part, qsizetype row, std::string_view key,
                  const QLocale &locale)
{
    for (size_t column = 0; column < part.columns.size(); ++column) {
        if (part.columns[column].key == key)
            return displayCell(record, part, row, static_cast<qsizetype>(column), locale);
    }
    return {};
}

} // namespace

PartList::PartList(const FieldInfo &info, const QLocale &locale, QWidget *parent)
    : QWidget(parent), m_info(info), m_locale(locale), m_rows(new QVBoxLayout), m_message(new PlainLabel(this))
{
    setObjectName(u"form.%1"_s.arg(info.keyText()));
    setAccessibleName(info.labelText());
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(2);
    m_rows->setSpacing(0);
    layout->addLayout(m_rows);
    layout->addWidget(m_message);
    m_message->setWordWrap(true);
    m_message->setObjectName(u"message.%1"_s.arg(info.keyText()));
    m_message->hide();
}

void PartList::setRecord(const AgreementStore &store, Slot slot)
{
    clear();
    if (m_info.field == Field::Relations)
        addRelations(store, slot);
    else
        addItems(store.record(slot));
}

qsizetype PartList::count() const
{
    return m_rows->count();
}

void PartList::setMessage(const QString &text, bool isHint)
{
    m_message->setText(text);
    m_message->setRole(isHint ? QPalette::PlaceholderText : QPalette::BrightText);
    m_message->setVisible(!text.isEmpty());
}

void PartList::clear()
{
    while (QLayoutItem *item = m_rows->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater(); // it may be the one that was pressed
        delete item;
    }
}

PartRow *PartList::add(const QString &lead, const QString &text, const QString &tail, const QString &toolTip)
{
    auto *row = new PartRow(lead, text, tail, this);
    row->setToolTip(plainToolTip(toolTip));
    m_rows->addWidget(row);
    return row;
}

void PartList::addItems(const Agreement &record)
{
    const LineShape &shape = shapeOf(m_info.field);
    const PartInfo &part = *m_info.part;
    for (qsizetype row = 0; row < part.count(record); ++row) {
        const auto cell = [&](std::string_view key) { return cellByKey(record, part, row, key, m_locale); };
        QStringList words;
        for (const std::string_view key : shape.text) {
            if (const QString word = cell(key); !word.isEmpty())
                words.append(word);
        }
        add(cell(shape.lead), words.join(", "_L1), cell(shape.tail), everything(record, row));
    }
}

void PartList::addRelations(const AgreementStore &store, Slot slot)
{
    const Agreement &record = store.record(slot);
    const Language language = languageOf(m_locale);
    const auto label = [language](const Vocabulary &vocabulary, RelationKind kind) {
        return vocabulary.label(static_cast<int>(kind), language);
    };
    for (qsizetype row = 0; row < record.extras().relations.size(); ++row) {
        const Relation &relation = record.extras().relations.at(row);
        addRelation(store, label(Vocabularies::relationKinds, relation.kind), relation.other, everything(record, row));
    }
    for (const Slot other : store.incoming(slot)) {
        const Agreement &from = store.record(other);
        for (qsizetype row = 0; row < from.extras().relations.size(); ++row) {
            const Relation &relation = from.extras().relations.at(row);
            if (relation.other == record.id())
                addRelation(store, label(Vocabularies::inverseRelationKinds, relation.kind), from.id(),
                            everything(from, row));
        }
    }
}

void PartList::addRelation(const AgreementStore &store, const QString &lead, const QUuid &other, const QString &toolTip)
{
    const auto slot = store.slotOf(other);
    if (!slot) {
        add(lead, tr("deleted record"), {}, toolTip);
        return;
    }
    const Agreement &record = store.record(*slot);
    const QString year = record->date.isDated() && record->date.start().latest != NoDay
                             ? QString::number(civilDate(record->date.start().latest).year)
                             : QString();
    PartRow *row = add(lead, record.label().toString(), year, record->title.toString() + u'\n' + toolTip);
    row->setLink(true);
    connect(row, &PartRow::clicked, this, [this, other] { Q_EMIT recordRequested(other); });
}

QString PartList::everything(const Agreement &record, qsizetype row) const
{
    const PartInfo &part = *m_info.part;
    QStringList lines;
    for (size_t column = 0; column < part.columns.size(); ++column) {
        const ColumnInfo &info = part.columns[column];
        const QString cell = displayCell(record, part, row, static_cast<qsizetype>(column), m_locale);
        if (!cell.isEmpty() && info.type != FieldType::Record)
            lines.append(tr("%1: %2", "label and value").arg(info.labelText(), cell));
    }
    return lines.join(u'\n');
}

} // namespace Treatybook
