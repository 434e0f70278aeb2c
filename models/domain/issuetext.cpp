#include "domain/validation.h"

#include "domain/datereader.h"
#include "domain/factday.h"
#include "domain/tr.h"

namespace Treatybook {

namespace {

/// The first unread date of the field or item.
Edtf unreadDate(const Issue &issue, const Agreement &agreement)
{
    const FieldInfo &info = fieldInfo(issue.field);
    if (info.edtf)
        return info.edtf(agreement);
    const PartInfo &part = *info.part;
    const qsizetype row = part.rowOf(agreement, issue.item);
    for (qsizetype column = 0; row >= 0 && column < static_cast<qsizetype>(part.columns.size()); ++column) {
        const FieldType type = part.columns[static_cast<size_t>(column)].type;
        if (type != FieldType::Date && type != FieldType::Interval)
            continue;
        if (const Edtf value = Edtf::read(part.cell(agreement, row, column)); value.isUnread())
            return value;
    }
    return {};
}

/// It may well be a date that people write, but nobody has said that it is meant.
QString unreadText(const Edtf &value, FieldType type)
{
    const DateReading reading = readDate(value.text(), type == FieldType::Interval ? type : FieldType::Date);
    switch (reading.certainty) {
    case DateReading::Certainty::Edtf: // but for blanks around it
    case DateReading::Certainty::Understood:
        return tr("“%1” is kept as written and not used; in EDTF it would be %2.")
            .arg(value.text(), reading.value.text());
    case DateReading::Certainty::Doubtful:
        return tr("“%1” may have several meanings and is kept as written: %2").arg(value.text(), reading.note);
    default:
        return tr("“%1” cannot be read as a date and is kept as written: %2").arg(value.text(), reading.note);
    }
}

template <class Item>
const Item *find(const QList<Item> &items, ItemId id)
{
    const auto found = std::find_if(items.cbegin(), items.cend(), [id](const Item &item) { return item.id == id; });
    return found == items.cend() ? nullptr : &*found;
}

QString actText(const Agreement &agreement, ItemId id, const QLocale &locale)
{
    const Action *action = find(agreement->actions, id);
    if (!action)
        return {};
    const QString kind = Vocabularies::actionKinds.label(static_cast<int>(action->kind), languageOf(locale));
    return tr("%1 (%2)").arg(kind, displayText(whenOf(*action), locale));
}

} // namespace

QString issueName(IssueCode code)
{
    switch (code) {
    case IssueCode::NoTitle:
        return tr("No title");
    case IssueCode::UnreadDate:
        return tr("Dates that cannot be read");
    case IssueCode::InForceBeforeSignature:
        return tr("Entry into force before the date");
    case IssueCode::EndBeforeStart:
        return tr("End before the beginning");
    case IssueCode::SameParticipantTwice:
        return tr("A participant twice");
    case IssueCode::RelationToItself:
        return tr("Relation to itself");
    case IssueCode::OutsideParentTerm:
        return tr("Outside the term of what it implements");
    case IssueCode::DisagreesWithActions:
        return tr("Disagrees with the actions");
    case IssueCode::SourcesDisagree:
        return tr("Sources disagree");
    case IssueCode::SignedAfterTermBegan:
        return tr("Dated after the term began");
    case IssueCode::NoParticipant:
        return tr("No participant");
    case IssueCode::NoSource:
        return tr("No source");
    case IssueCode::NoDate:
        return tr("No date");
    case IssueCode::OldStyleLikely:
        return tr("Perhaps Old Style");
    }
    return {};
}

QString severityText(Severity severity)
{
    switch (severity) {
    case Severity::Error:
        return tr("Error");
    case Severity::Warning:
        return tr("Warning");
    case Severity::Hint:
        break;
    }
    return tr("Hint");
}

QString issueText(const Issue &issue, const Agreement &agreement, const QLocale &locale)
{
    const auto field = [&](Field which) { return displayText(agreement, which, locale); };
    switch (issue.code) {
    case IssueCode::NoTitle:
        return tr("The title is empty.");
    case IssueCode::UnreadDate:
        return unreadText(unreadDate(issue, agreement), fieldInfo(issue.field).type);
    case IssueCode::InForceBeforeSignature:
        return tr("Entry into force (%1) lies before the date (%2).").arg(field(Field::InForce), field(Field::Date));
    case IssueCode::EndBeforeStart:
        if (issue.field == Field::Actions)
            return tr("%1 lies before the beginning.").arg(actText(agreement, issue.item, locale));
        return tr("The term (%1) ends before the record begins.").arg(field(Field::Term));
    case IssueCode::SameParticipantTwice: {
        const Participant *who = find(agreement->participants, issue.item);
        return tr("%1 stands here twice with the same body and role.").arg(who ? who->name.toString() : QString());
    }
    case IssueCode::RelationToItself:
        return tr("The record is related to itself.");
    case IssueCode::OutsideParentTerm:
        return tr("The term (%1) reaches beyond the term of the record that it implements or belongs to.")
            .arg(field(Field::Term));
    case IssueCode::DisagreesWithActions:
        return tr("%1 (%2) disagrees with the action: %3.")
            .arg(fieldInfo(issue.field).labelText(), field(issue.field), actText(agreement, issue.item, locale));
    case IssueCode::SourcesDisagree: {
        if (const Quantity *quantity = find(agreement.extras().quantities, issue.item))
            return tr("Sources disagree on the quantity: one of them says %1 %2.")
                .arg(quantity->amount.display(locale), quantity->unit.toString());
        const Source *source = find(agreement->sources, issue.item);
        return tr("Sources disagree on %1: one of them says %2.")
            .arg(fieldInfo(issue.field).labelText(), source ? source->value.toString() : QString());
    }
    case IssueCode::SignedAfterTermBegan:
        return tr("The date (%1) lies after the beginning of the term (%2), as is common with plans.")
            .arg(field(Field::Date), field(Field::Term));
    case IssueCode::NoParticipant:
        return tr("No participant is recorded.");
    case IssueCode::NoSource:
        return tr("No source is recorded.");
    case IssueCode::NoDate:
        return tr("No date is recorded.");
    case IssueCode::OldStyleLikely:
        return tr("A day that old may be of the Julian calendar (Old Style); it is taken as Gregorian.");
    }
    return {};
}

} // namespace Treatybook
