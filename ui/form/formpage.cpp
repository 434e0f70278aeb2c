#include "ui/form/formpage.h"

#include "domain/recordjson.h"
#include "domain/validation.h"
#include "ui/form/draft.h"
#include "ui/form/fieldeditor.h"
#include "ui/form/formlayout.h"
#include "ui/form/formsection.h"
#include "ui/form/historylist.h"
#include "ui/form/parteditor.h"
#include "ui/form/partlist.h"
#include "ui/form/usedtexts.h"
#include "ui/widgets/plainlabel.h"
#include "ui/widgets/soughtwords.h"

#include <QVBoxLayout>

namespace Treatybook {

using namespace Qt::StringLiterals;

FormPage::FormPage(const AgreementTableModel &model, QWidget *parent) : QWidget(parent), m_model(model)
{
    setBackgroundRole(QPalette::Base);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 0, 16, 16);
    layout->setSpacing(4);
    for (const FormSectionInfo &sectionInfo : formSections()) {
        auto *section = new FormSection(sectionInfo.titleText(), this);
        layout->addWidget(section);
        for (const Field field : sectionInfo.fields) {
            const FieldInfo &info = fieldInfo(field);
            if (info.field == Field::Attachments) {
                m_attachments = new PartList(info, m_model.locale(), section);
                m_attachmentSection = section;
                section->addList(m_attachments);
            } else if (info.part) {
                addPart(info, section, sectionInfo.fields.size() == 1);
            } else if (FieldEditor::canEdit(info)) {
                addField(info, section);
            }
        }
    }
    auto *section = new FormSection(tr("History"), this);
    m_history = new HistoryList(m_model.session().repository(), m_model.locale(), section);
    section->addList(m_history);
    layout->addWidget(section);
    layout->addStretch();
}

void FormPage::addField(const FieldInfo &info, FormSection *section)
{
    auto *editor = new FieldEditor(info, m_model.locale(), section);
    PlainLabel *label = section->addEditor(editor);
    if (info.field == Field::Date)
        m_dateLabel = label;
    editor->setReadOnly(m_model.session().capabilities().readOnly);
    if (info.type == FieldType::List)
        editor->setSuggestions([this, field = info.field] { return usedTexts(m_model.store(), field); });
    connect(editor, &FieldEditor::edited, this, [this, editor] { Q_EMIT edited(editor->field(), editor->value()); });
    m_editors.insert(info.field, editor);
}

void FormPage::addPart(const FieldInfo &info, FormSection *section, bool isAlone)
{
    auto *editor = new PartEditor(info, m_model.store(), m_model.locale(), section);
    m_parts.insert(info.field, editor);
    editor->setReadOnly(m_model.session().capabilities().readOnly);
    section->addList(editor);
    if (isAlone) {
        section->heading()->setTools(editor->takeTools());
        m_partSections.insert(info.field, section);
    }
    if (info.field == Field::Relations) {
        m_incoming = new PartList(info, m_model.locale(), section);
        section->addList(m_incoming);
        connect(m_incoming, &PartList::recordRequested, this, &FormPage::recordRequested);
    }
    connect(editor, &PartEditor::recordRequested, this, &FormPage::recordRequested);
    connect(editor, &PartEditor::opening, section, &FormSection::open);
    connect(editor, &PartEditor::openChanged, this, [this, editor] { fillSection(editor); });
    connect(editor, &PartEditor::edited, this, [this, editor] { Q_EMIT edited(editor->field(), editor->items()); });
}

void FormPage::setRecord(Slot slot, const Draft &draft, bool anew)
{
    const Agreement &record = m_model.store().record(slot);
    const Agreement drafted = draft.appliedTo(record);
    const auto valueOf = [&](Field field) {
        return draft.contains(field) ? draft.value(field) : fieldToJson(record, field);
    };
    for (FieldEditor *editor : std::as_const(m_editors)) {
        const QJsonValue value = valueOf(editor->field());
        if (anew || editor->value() != value)
            editor->setValue(value);
    }
    for (PartEditor *editor : std::as_const(m_parts))
        editor->setContent(drafted, valueOf(editor->field()).toArray());
    showRelations(slot);
    m_attachments->setRecord(m_model.store(), slot);
    m_attachmentSection->setNote(countNote(m_attachments->count()));
    m_attachmentSection->setEmpty(m_attachments->count() == 0);
    m_history->setRecord(record.id());
    showMessages(slot, draft);
}

void FormPage::showMessages(Slot slot, const Draft &draft)
{
    const AgreementStore &store = m_model.store();
    const Agreement record = draft.appliedTo(store.record(slot));
    const auto lookup = [&store](const QUuid &id) { return store.find(id); };

    struct Message {
        QStringList lines;
        bool isHint = true;
    };
    QHash<Field, Message> messages;
    for (const Issue &issue : validate(record, lookup)) {
        const bool isHint = severityOf(issue.code) == Severity::Hint;
        const bool isShownByDate = issue.code == IssueCode::UnreadDate && m_editors.contains(issue.field);
        if (isShownByDate)
            continue;
        Message &message = messages[issue.field];
        const QString text = issueText(issue, record, m_model.locale());
        message.lines.append(isHint ? text : tr("⚠ %1").arg(text));
        message.isHint = message.isHint && isHint;
    }
    for (const Field field : draft.fields()) {
        if (const QString problem = draft.problem(field); !problem.isEmpty())
            messages[field] = {{problem}, false};
    }
    for (FieldEditor *editor : std::as_const(m_editors)) {
        const Message message = messages.value(editor->field());
        editor->setMessage(message.lines.join(u'\n'), message.isHint);
    }
    for (PartEditor *editor : std::as_const(m_parts)) {
        const Message message = messages.value(editor->field());
        editor->setContent(record, editor->items()); // a name may have changed that others refer to
        editor->setMessage(message.lines.join(u'\n'), message.isHint);
        fillSection(editor);
    }
    m_dateLabel->setText(dateLabel(record));
}

void FormPage::showRelations(Slot slot)
{
    m_incoming->setRecord(m_model.store(), slot);
    m_incoming->setVisible(m_incoming->count() > 0);
    m_parts.value(Field::Relations)->update();
    fillSection(m_parts.value(Field::Relations));
}

void FormPage::setSought(const SoughtWords &words)
{
    for (FieldEditor *editor : std::as_const(m_editors))
        editor->setSought(words.in(editor->field()));
    for (PartEditor *editor : std::as_const(m_parts))
        editor->setSought(words.in(editor->field()));
}

QString FormPage::countNote(qsizetype count) const
{
    return count > 0 ? m_model.locale().toString(count) : tr("none");
}

void FormPage::fillSection(const PartEditor *editor)
{
    FormSection *section = m_partSections.value(editor->field());
    if (!section)
        return;
    const qsizetype incoming = editor->field() == Field::Relations ? m_incoming->count() : 0;
    section->setNote(countNote(editor->count() + incoming));
    section->setEmpty(!editor->isOpen() && incoming == 0);
}

QWidget *FormPage::reveal(Field field)
{
    QWidget *target = m_parts.value(field);
    if (!target)
        target = m_editors.value(field);
    for (QWidget *widget = target; widget; widget = widget->parentWidget()) {
        if (auto *section = qobject_cast<FormSection *>(widget))
            section->open();
    }
    return target;
}

void FormPage::startEditing(Field field)
{
    if (auto *part = m_parts.value(field))
        part->startEditing();
    else if (auto *editor = m_editors.value(field))
        editor->setFocus(Qt::ShortcutFocusReason);
}

void FormPage::focusProblem(Field field)
{
    if (PartEditor *part = m_parts.value(field))
        part->focusProblem();
    else if (FieldEditor *editor = m_editors.value(field))
        editor->setFocus();
}

void FormPage::finishEditing()
{
    for (PartEditor *editor : std::as_const(m_parts))
        editor->finishEditing();
}

void FormPage::forgetSteps(Field field)
{
    if (PartEditor *part = m_parts.value(field))
        part->forgetSteps();
    else if (FieldEditor *editor = m_editors.value(field))
        editor->setValue(editor->value());
}

} // namespace Treatybook
