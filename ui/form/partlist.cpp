#include "ui/form/partlist.h"

#include "ui/form/partrow.h"
#include "ui/widgets/plainlabel.h"

#include <QVBoxLayout>

namespace Treatybook {

using namespace Qt::StringLiterals;

PartList::PartList(const FieldInfo &info, const QLocale &locale, QWidget *parent)
    : QWidget(parent), m_info(info), m_locale(locale), m_rows(new QVBoxLayout), m_message(new PlainLabel(this))
{
    setObjectName(u"list.%1"_s.arg(info.keyText()));
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
        addIncoming(store, slot);
    else
        addAttachments(store.record(slot));
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

void PartList::addAttachments(const Agreement &record)
{
    for (qsizetype row = 0; row < record.extras().attachments.size(); ++row) {
        const Attachment &file = record.extras().attachments.at(row);
        add(file.mediaType.toString(), file.name.toString(), m_locale.formattedDataSize(file.size),
            everything(record, row));
    }
}

void PartList::addIncoming(const AgreementStore &store, Slot slot)
{
    const Agreement &record = store.record(slot);
    for (const Slot other : store.incoming(slot)) {
        const Agreement &from = store.record(other);
        for (qsizetype row = 0; row < from.extras().relations.size(); ++row) {
            const Relation &relation = from.extras().relations.at(row);
            if (relation.other == record.id())
                addRelation(
                    Vocabularies::inverseRelationKinds.label(static_cast<int>(relation.kind), languageOf(m_locale)),
                    from, everything(from, row));
        }
    }
}

void PartList::addRelation(const QString &lead, const Agreement &other, const QString &toolTip)
{
    const QString year = other->date.isDated() && other->date.start().latest != NoDay
                             ? QString::number(civilDate(other->date.start().latest).year)
                             : QString();
    PartRow *row = add(lead, other.label().toString(), year, other->title.toString() + u'\n' + toolTip);
    row->setLink(true);
    connect(row, &PartRow::clicked, this, [this, id = other.id()] { Q_EMIT recordRequested(id); });
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
