#include "ui/form/agreementform.h"

#include "domain/recordjson.h"
#include "domain/validation.h"
#include "domain/whendone.h"
#include "ui/form/fieldeditor.h"
#include "ui/form/formheader.h"
#include "ui/form/formlayout.h"
#include "ui/form/formsection.h"
#include "ui/form/historylist.h"
#include "ui/form/parteditor.h"
#include "ui/form/partlist.h"
#include "ui/form/usedtexts.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/plainlabel.h"

#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QVBoxLayout>

namespace Treatybook {

using namespace Qt::StringLiterals;

AgreementForm::AgreementForm(AgreementTableModel &model, QWidget *parent)
    : QWidget(parent)
    , m_model(model)
    , m_header(new FormHeader(this))
    , m_banner(new Banner(this))
    , m_scroll(new QScrollArea(this))
    , m_footer(buildFooter())
    , m_nothing(new PlainLabel(tr("Select a record to see it here."), this))
{
    setObjectName(u"form"_s);
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    m_nothing->setAlignment(Qt::AlignCenter);
    m_nothing->setRole(QPalette::PlaceholderText);
    m_scroll->setObjectName(u"form.scroll"_s);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addWidget(m_header);
    layout->addWidget(m_banner);
    layout->addWidget(m_scroll, 1);
    layout->addWidget(m_footer);
    layout->addWidget(m_nothing, 1);

    Session &session = m_model.session();
    connect(&session.selection(), &Selection::currentChanged, this, &AgreementForm::showCurrent);
    connect(&session, &Session::changed, this, &AgreementForm::applyChange);
    connect(&session, &Session::loaded, this, &AgreementForm::showCurrent);
    connect(&m_model, &AgreementTableModel::asOfChanged, this, &AgreementForm::fillHeader);
    m_marking.setSingleShot(true); // one types on before the form is painted
    connect(&m_marking, &QTimer::timeout, this, &AgreementForm::markFound);
    connect(&m_model, &AgreementTableModel::filterChanged, &m_marking, qOverload<>(&QTimer::start));
    showCurrent();
}

void AgreementForm::buildSections()
{
    auto *page = new QWidget;
    page->setBackgroundRole(QPalette::Base);
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(16, 0, 16, 16);
    layout->setSpacing(4);
    const bool readOnly = m_model.session().capabilities().readOnly;

    for (const FormSectionInfo &sectionInfo : formSections()) {
        auto *section = new FormSection(sectionInfo.titleText(), page);
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
                auto *editor = new FieldEditor(info, m_model.locale(), section);
                PlainLabel *label = section->addEditor(editor);
                if (field == Field::Date)
                    m_dateLabel = label;
                editor->setReadOnly(readOnly);
                if (info.type == FieldType::List)
                    editor->setSuggestions([this, field] { return usedTexts(m_model.store(), field); });
                connect(editor, &FieldEditor::edited, this,
                        [this, editor] { edited(editor->field(), editor->value()); });
                m_editors.insert(field, editor);
            }
        }
    }
    auto *section = new FormSection(tr("History"), page);
    m_history = new HistoryList(m_model.session().repository(), m_model.locale(), section);
    section->addList(m_history);
    layout->addWidget(section);
    layout->addStretch();
    m_scroll->setWidget(page);
}

void AgreementForm::addPart(const FieldInfo &info, FormSection *section, bool isAlone)
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
        connect(m_incoming, &PartList::recordRequested, this, &AgreementForm::recordRequested);
    }
    connect(editor, &PartEditor::recordRequested, this, &AgreementForm::recordRequested);
    connect(editor, &PartEditor::opening, section, &FormSection::open);
    connect(editor, &PartEditor::openChanged, this, [this, editor] { fillSection(editor); });
    connect(editor, &PartEditor::edited, this, [this, editor] { edited(editor->field(), editor->items()); });
}

QWidget *AgreementForm::buildFooter()
{
    auto *footer = new QWidget(this);
    auto *layout = new QHBoxLayout(footer);
    layout->setContentsMargins(16, 8, 16, 10);
    m_note = new PlainLabel(tr("Not saved yet"), footer);
    m_note->setToolTip(tr("What you typed is kept while you look at other records."));
    m_note->setRole(QPalette::BrightText);
    m_note->setObjectName(u"form.note"_s);
    m_revert = new QPushButton(tr("Revert"), footer);
    m_revert->setObjectName(u"form.revert"_s);
    m_revert->setToolTip(tr("Take back what was typed into this record since it was saved"));
    m_save = new QPushButton(tr("Save  Ctrl+S"), footer);
    m_save->setObjectName(u"form.save"_s);
    m_save->setProperty("primary", true);
    layout->addWidget(m_note);
    layout->addStretch();
    layout->addWidget(m_revert);
    layout->addWidget(m_save);
    connect(m_save, &QPushButton::clicked, this, &AgreementForm::save);
    connect(m_revert, &QPushButton::clicked, this, &AgreementForm::revert);
    return footer;
}

void AgreementForm::showCurrent()
{
    const auto current = m_model.session().selection().current();
    const bool live = current && m_model.store().isLive(*current);
    const QUuid id = live ? m_model.store().record(*current).id() : QUuid();
    const bool another = std::exchange(m_id, id) != id;
    if (another)
        m_banner->hide();
    fill(another);
}

void AgreementForm::applyChange(const StoreChange &change)
{
    const auto here = slot();
    const auto concerns = [&](const QList<Slot> &changed) { return here && changed.contains(*here); };
    if (concerns(change.changed) || concerns(change.added))
        fill(false);
    else if (concerns(change.affected))
        fillHeader();
    if (!here || !change.removed.isEmpty())
        showCurrent();
    else if (!change.changed.isEmpty() || !change.added.isEmpty())
        fillRelations(); // they name other records
}

void AgreementForm::fill(bool anew)
{
    const auto here = slot();
    for (QWidget *widget : {static_cast<QWidget *>(m_header), static_cast<QWidget *>(m_scroll)})
        widget->setVisible(here.has_value());
    m_nothing->setVisible(!here);
    if (here) {
        if (!m_scroll->widget()) {
            buildSections(); // a window paints itself sooner without
            markFound();
        }
        const Agreement &record = m_model.store().record(*here);
        if (const auto known = m_drafts.find(m_id); known != m_drafts.end() && !m_saving)
            known->follow(record);
        const Draft draft = m_drafts.value(m_id);
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
        fillRelations();
        m_attachments->setRecord(m_model.store(), *here);
        m_attachmentSection->setNote(countNote(m_attachments->count()));
        m_attachmentSection->setEmpty(m_attachments->count() == 0);
        m_history->setRecord(m_id);
        fillHeader();
        fillMessages();
    }
    draftChanged();
}

void AgreementForm::fillHeader()
{
    const auto here = slot();
    if (!here)
        return;
    const Agreement &record = m_model.store().record(*here);
    m_header->setTitle(record->title.toString());
    m_header->setStatus(m_model.text(*here, Field::Status), m_model.text(*here, Field::StatusReason),
                        toneOf(m_model.statusOf(*here).status, record.isEvent()));
}

/// As the table does.
void AgreementForm::markFound()
{
    const SoughtWords words(m_model.query());
    m_header->setSought(words);
    for (FieldEditor *editor : std::as_const(m_editors))
        editor->setSought(words);
    for (PartEditor *editor : std::as_const(m_parts))
        editor->setSought(words);
}

void AgreementForm::fillMessages()
{
    const auto here = slot();
    if (!here)
        return;
    const AgreementStore &store = m_model.store();
    const Draft draft = m_drafts.value(m_id);
    const Agreement record = draft.appliedTo(store.record(*here));
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

QString AgreementForm::countNote(qsizetype count) const
{
    return count > 0 ? m_model.locale().toString(count) : tr("none");
}

void AgreementForm::fillSection(const PartEditor *editor)
{
    FormSection *section = m_partSections.value(editor->field());
    if (!section)
        return;
    const qsizetype incoming = editor->field() == Field::Relations ? m_incoming->count() : 0;
    section->setNote(countNote(editor->count() + incoming));
    section->setEmpty(!editor->isOpen() && incoming == 0);
}

/// Those of other records to this one; this one's own are in its part.
void AgreementForm::fillRelations()
{
    const auto here = slot();
    if (!here)
        return;
    m_incoming->setRecord(m_model.store(), *here);
    m_incoming->setVisible(m_incoming->count() > 0);
    m_parts.value(Field::Relations)->update();
    fillSection(m_parts.value(Field::Relations));
}

void AgreementForm::edited(Field field, const QJsonValue &value)
{
    const auto here = slot();
    if (!here)
        return;
    const QJsonValue stored = fieldToJson(m_model.store().record(*here), field);
    settle(m_id, [&](Draft &draft) { draft.set(field, stored, value); });
    fillMessages();
}

void AgreementForm::finishEditing()
{
    for (PartEditor *editor : std::as_const(m_parts))
        editor->finishEditing();
}

void AgreementForm::settle(const QUuid &id, const std::function<void(Draft &)> &change)
{
    Draft &draft = m_drafts[id];
    change(draft);
    if (draft.isEmpty())
        m_drafts.remove(id);
    draftChanged();
}

void AgreementForm::draftChanged()
{
    const bool readOnly = m_model.session().capabilities().readOnly;
    const bool dirty = isDirty();
    m_footer->setVisible(!m_id.isNull() && !readOnly);
    m_note->setVisible(dirty);
    m_save->setEnabled(dirty && !m_saving);
    m_revert->setEnabled(dirty && !m_saving);
    if (std::exchange(m_wasDirty, dirty) != dirty)
        Q_EMIT dirtyChanged(dirty);
    Q_EMIT draftsChanged();
}

QSet<QUuid> AgreementForm::drafts() const
{
    QSet<QUuid> ids(m_drafts.keyBegin(), m_drafts.keyEnd());
    // A removed record keeps its draft: undo brings both back.
    ids.removeIf([this](const QUuid &id) { return !m_model.store().slotOf(id); });
    return ids;
}

void AgreementForm::save()
{
    finishEditing();
    if (isDirty())
        commit({m_id}, [](bool) {});
}

void AgreementForm::saveAll(const std::function<void(bool)> &done)
{
    finishEditing();
    commit(drafts(), done);
}

void AgreementForm::retrySave()
{
    const QSet<QUuid> live = drafts();
    if (const QSet<QUuid> ids = m_unsaved.isEmpty() ? QSet<QUuid>{m_id} : m_unsaved; live.intersects(ids))
        commit(QSet<QUuid>(ids).intersect(live), [](bool) {});
}

QHash<QUuid, Draft> AgreementForm::takeDrafts()
{
    return std::exchange(m_drafts, {});
}

void AgreementForm::adoptDrafts(const QHash<QUuid, Draft> &drafts)
{
    m_drafts.insert(drafts);
    fill(true);
}

void AgreementForm::commit(const QSet<QUuid> &ids, const std::function<void(bool)> &done)
{
    const Capabilities capabilities = m_model.session().capabilities();
    if (capabilities.readOnly)
        Q_EMIT saveFailed({ErrorKind::Denied, capabilities.readOnlyReason, {}});
    const AgreementStore &store = m_model.store();
    if (m_saving || capabilities.readOnly ||
        !std::all_of(ids.begin(), ids.end(), [this](const QUuid &id) { return canBeSaved(id); }))
        return done(false);
    ChangeSet set(changeText(ids));
    QHash<QUuid, Draft> drafts;
    for (const QUuid &id : ids) {
        drafts.insert(id, m_drafts.value(id));
        set.changes.append(Change::patch(id, store.version(*store.slotOf(id)), m_drafts.value(id).steps()));
    }
    m_banner->hide();
    m_saving = true;
    draftChanged();
    whenDone(m_model.session().execute(set), this, [this, ids, drafts, done](const Result<Receipt> &result) {
        m_unsaved = result ? QSet<QUuid>() : ids;
        saved(drafts, result);
        done(result.hasValue());
    });
}

bool AgreementForm::canBeSaved(const QUuid &id)
{
    const Draft draft = m_drafts.value(id);
    for (const Field field : draft.fields()) {
        if (draft.problem(field).isEmpty())
            continue;
        if (id != m_id)
            Q_EMIT recordRequested(id);
        m_banner->showMessage(Banner::Severity::Problem, tr("Nothing was saved. Mend the field that is marked first."));
        if (PartEditor *part = m_parts.value(field))
            part->focusProblem();
        else
            m_editors.value(field)->setFocus();
        return false;
    }
    return true;
}

QString AgreementForm::changeText(const QSet<QUuid> &ids) const
{
    if (ids.size() != 1)
        return tr("Change %n record(s)", nullptr, static_cast<int>(ids.size()));
    const QUuid id = *ids.begin();
    const Draft draft = m_drafts.value(id);
    const QString name =
        draft.appliedTo(m_model.store().record(*m_model.store().slotOf(id))).label().toString().left(80);
    if (draft.count() == 1)
        return tr("Change %1 of “%2”").arg(fieldInfo(draft.fields().first()).labelText(), name);
    return tr("Change %n field(s) of “%1”", nullptr, static_cast<int>(draft.count())).arg(name);
}

void AgreementForm::saved(const QHash<QUuid, Draft> &drafts, const Result<Receipt> &result)
{
    m_saving = false;
    if (result) {
        for (auto [id, saved] : drafts.asKeyValueRange())
            settle(id, [&saved = saved](Draft &draft) { draft.settle(saved); });
    } else {
        showFailure(result.error());
    }
    fill(false);
    if (!result)
        return;
    for (const Field field : drafts.value(m_id).fields()) {
        if (m_drafts.value(m_id).contains(field))
            continue;
        if (PartEditor *part = m_parts.value(field))
            part->forgetSteps();
        else if (FieldEditor *editor = m_editors.value(field))
            editor->setValue(editor->value()); // what is saved is undone in the book, not in the input
    }
}

void AgreementForm::showFailure(const Error &error)
{
    if (error.kind == ErrorKind::Invalid)
        return m_banner->showError(error);
    if (error.kind != ErrorKind::Conflict)
        return saveFailed(error);
    const auto keepMine = [this] {
        if (const auto here = slot())
            settle(m_id, [&](Draft &draft) { draft.rebase(m_model.store().record(*here)); });
        save();
    };
    m_banner->showMessage(
        Banner::Severity::Warning,
        tr("Somebody else changed the same field meanwhile. Your text is still here and not saved. %1")
            .arg(error.message),
        {{tr("Save mine over it"), keepMine}, {tr("Take theirs"), [this] { revert(); }}});
    m_model.session().refresh();
}

void AgreementForm::revert()
{
    m_drafts.remove(m_id);
    m_banner->hide();
    fill(true);
}

void AgreementForm::editField(Field field)
{
    QWidget *target = m_parts.value(field);
    if (!target)
        target = m_editors.value(field);
    if (!target)
        return;
    for (QWidget *widget = target; widget; widget = widget->parentWidget()) {
        if (auto *section = qobject_cast<FormSection *>(widget))
            section->open();
    }
    if (field == Field::Title)
        m_scroll->verticalScrollBar()->setValue(0);
    else
        m_scroll->ensureWidgetVisible(target, 0, 80);
    if (auto *part = m_parts.value(field))
        part->startEditing();
    else
        target->setFocus(Qt::ShortcutFocusReason);
}

} // namespace Treatybook
