#include "ui/form/recordline.h"

#include "session/recordsearch.h"
#include "ui/widgets/suggester.h"
#include "ui/widgets/undofallthrough.h"

namespace Treatybook {

using namespace Qt::StringLiterals;

constexpr qsizetype MostOffers = 20;

static QString idText(const Agreement &record)
{
    return record.id().toString(QUuid::WithoutBraces);
}

RecordLine::RecordLine(const AgreementStore &store, QWidget *parent) : QLineEdit(parent), m_store(store)
{
    setPlaceholderText(tr("words of its title"));
    UndoFallThrough::install(this);
    // Before the suggestions, so that what is chosen from them is not taken for typed text.
    connect(this, &QLineEdit::textEdited, this, &RecordLine::takeText);
    auto *suggester = new Suggester(this, [this](const QString &typed) {
        QList<Suggestion> offers;
        for (const Slot slot : found(typed).mid(0, MostOffers)) {
            const Agreement &record = m_store.record(slot);
            const QString date = record->date.text(), title = record->title.toString();
            offers.append(
                {date.isEmpty() ? title : u"%1 · %2"_s.arg(title, date), record.label().toString(), idText(record)});
        }
        return offers;
    });
    connect(suggester, &Suggester::chosen, this, [this](const QString &, const QString &id) {
        m_key = id;
        Q_EMIT edited();
    });
}

void RecordLine::setKey(const QString &key)
{
    m_key = key;
    const QUuid id = QUuid::fromString(key);
    const auto slot = m_store.slotOf(id);
    setText(slot ? m_store.record(*slot).label().toString() : id.isNull() ? key : tr("deleted record"));
    setCursorPosition(0);
}

QList<Slot> RecordLine::found(const QString &typed) const
{
    return recordsNamed(m_store, typed, MostOffers);
}

void RecordLine::takeText(const QString &typed)
{
    QList<Slot> called;
    for (const Slot slot : found(typed)) {
        const Agreement &record = m_store.record(slot);
        if (record->title.toString() == typed || record->shortTitle.toString() == typed)
            called.append(slot);
    }
    m_key = called.size() == 1 ? idText(m_store.record(called.first())) : typed;
    Q_EMIT edited();
}

} // namespace Treatybook
