#include "ui/form/agreementform.h"

#include "domain/recordjson.h"
#include "domain/whendone.h"
#include "ui/form/formheader.h"
#include "ui/form/formpage.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/plainlabel.h"
#include "ui/widgets/soughtwords.h"

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
    connect(&m_marking, &QTimer::timeout, this, &AgreementForm::followFilter);
    const auto followSoon = qOverload<>(&QTimer::start);
    connect(&m_model, &AgreementTableModel::filterChanged, &m_marking, followSoon);
    connect(&m_model, &QAbstractItemModel::layoutChanged, &m_marking, followSoon);
    connect(&m_model, &QAbstractItemModel::rowsInserted, &m_marking, followSoon);
    connect(&m_model, &QAbstractItemModel::rowsRemoved, &m_marking, followSoon);
    showCurrent();
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
        m_page->showRelations(*here); // they name other records
}

void AgreementForm::fill(bool anew)
{
    const auto here = slot();
    for (QWidget *widget : {static_cast<QWidget *>(m_header), static_cast<QWidget *>(m_scroll)})
        widget->setVisible(here.has_value());
    m_nothing->setVisible(!here);
    if (here) {
        if (!m_page)
            buildPage(); // a window paints itself sooner without
        if (const auto known = m_drafts.find(m_id); known != m_drafts.end() && !m_saving)
            known->follow(m_model.store().record(*here));
        m_page->setRecord(*here, m_drafts.value(m_id), anew);
        fillHeader();
    }
    draftChanged();
}

void AgreementForm::buildPage()
{
    m_page = new FormPage(m_model);
    connect(m_page, &FormPage::edited, this, &AgreementForm::edited);
    connect(m_page, &FormPage::recordRequested, this, &AgreementForm::recordRequested);
    m_scroll->setWidget(m_page);
    m_page->setSought(SoughtWords(m_model.query()));
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
    m_header->setAside(m_model.rowOf(*here) < 0 ? tr("Hidden by the filter") : QString());
}

/// As the table does.
void AgreementForm::followFilter()
{
    const SoughtWords words(m_model.query());
    m_header->setSought(words.in(Field::Title));
    if (m_page)
        m_page->setSought(words);
    fillHeader();
}

void AgreementForm::edited(Field field, const QJsonValue &value)
{
    const auto here = slot();
    if (!here)
        return;
    const QJsonValue stored = fieldToJson(m_model.store().record(*here), field);
    settle(m_id, [&](Draft &draft) { draft.set(field, stored, value); });
    m_page->showMessages(*here, m_drafts.value(m_id));
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
    if (m_page)
        m_page->finishEditing();
    if (isDirty())
        commit({m_id}, [](bool) {});
}

void AgreementForm::saveAll(const std::function<void(bool)> &done)
{
    if (m_page)
        m_page->finishEditing();
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
        m_page->focusProblem(field);
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
        if (!m_drafts.value(m_id).contains(field))
            m_page->forgetSteps(field);
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
    QWidget *input = m_page ? m_page->reveal(field) : nullptr;
    if (!input)
        return;
    if (field == Field::Title)
        m_scroll->verticalScrollBar()->setValue(0);
    else
        m_scroll->ensureWidgetVisible(input, 0, 80);
    m_page->startEditing(field);
}

} // namespace Treatybook
