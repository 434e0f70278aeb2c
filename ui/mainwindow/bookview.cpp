#include "ui/mainwindow/bookview.h"

#include "domain/whendone.h"
#include "exchange/report.h"
#include "ui/find/chipbar.h"
#include "ui/find/facetpanel.h"
#include "ui/find/viewspanel.h"
#include "ui/form/agreementform.h"
#include "ui/panels/bottompanel.h"
#include "ui/table/agreementtable.h"
#include "ui/timeline/timelinepane.h"
#include "ui/timeline/timelineview.h"

#include <QFileInfo>
#include <QSplitter>
#include <QVBoxLayout>

namespace Treatybook {

using namespace Qt::StringLiterals;

BookView::BookView(std::unique_ptr<Repository> repository, const QString &path, Day asOf, QWidget *parent)
    : QWidget(parent)
    , m_session(std::make_unique<Session>(std::move(repository)))
    , m_path(path)
    , m_model(new AgreementTableModel(*m_session, this))
{
    m_model->setFields(listFields());
    m_model->setLocale(locale());
    m_model->setAsOf(asOf);
    m_model->setSort({{Field::Date, Qt::AscendingOrder}});
    m_chips = new ChipBar(*m_model, this);
    m_sideBar = new QWidget(this);
    m_sideBar->setBackgroundRole(QPalette::Window);
    m_views = new ViewsPanel(*m_session, m_sideBar);
    m_facets = new FacetPanel(*m_model, m_sideBar);
    auto *side = new QVBoxLayout(m_sideBar);
    side->setContentsMargins({});
    side->setSpacing(0);
    side->addWidget(m_views);
    side->addWidget(m_facets, 1);
    m_timelinePane = new TimelinePane(*m_model, this);
    m_table = new AgreementTable(*m_model, this);
    m_form = new AgreementForm(*m_model, this);

    m_lists = new QSplitter(Qt::Vertical, this);
    m_lists->setObjectName(u"splitter.lists"_s);
    m_lists->addWidget(m_timelinePane);
    m_lists->addWidget(m_table);
    m_panel = new BottomPanel(*m_model, m_lists);
    m_panel->hide();
    m_lists->addWidget(m_panel);
    m_splitter = new QSplitter(Qt::Horizontal, this);
    m_splitter->setObjectName(u"splitter.form"_s);
    m_splitter->addWidget(m_sideBar);
    m_splitter->addWidget(m_lists);
    m_splitter->addWidget(m_form);
    m_splitter->setStretchFactor(1, 1);
    m_form->setMinimumWidth(330);
    for (QSplitter *splitter : {m_lists, m_splitter}) {
        connect(splitter, &QSplitter::splitterMoved, this, [this] { m_userSizes = true; });
        splitter->setHandleWidth(1);
        splitter->setChildrenCollapsible(false);
    }
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addWidget(m_chips);
    layout->addWidget(m_splitter, 1);

    m_form->setEnabled(false); // a change of what is not read yet would be refused
    connect(m_session.get(), &Session::loaded, m_form, [this] { m_form->setEnabled(true); });
    connect(m_chips, &ChipBar::left, m_table, [this] { m_table->setFocus(Qt::ShortcutFocusReason); });
    connect(&timeline(), &TimelineView::asOfRequested, this, &BookView::asOfRequested);
    connect(m_timelinePane, &TimelinePane::failed, this, &BookView::failed);
    connect(&timeline(), &TimelineView::activated, m_form, &AgreementForm::startEditing);
    connect(m_table, &AgreementTable::recordActivated, m_form, &AgreementForm::startEditing);
    connect(m_form, &AgreementForm::recordRequested, this, &BookView::select);
    connect(m_form, &AgreementForm::draftsChanged, m_table, [this] { m_table->setDrafts(m_form->drafts()); });
}

BookView::~BookView()
{
    delete m_chips;
    delete m_views;
    delete m_facets;
    delete m_panel;
    delete m_form; // they look at the session until they end
    delete m_table;
    delete m_timelinePane;
    delete m_model;
}

void BookView::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    if (!m_userSizes)
        arrangeAsUsual();
}

void BookView::arrangeAsUsual()
{
    m_userSizes = false;
    m_lists->setSizes({560, 400, 300});
    const int form = qBound(m_form->minimumWidth(), width() * 3 / 10, 460);
    const int facets = qBound(m_facets->minimumSizeHint().width(), width() * 4 / 25, m_facets->sizeHint().width());
    m_splitter->setSizes({facets, width() - facets - form, form});
}

QList<QWidget *> BookView::panes() const
{
    return {m_chips, m_views, m_facets, &timeline(), m_table, m_panel, m_form};
}

TimelineView &BookView::timeline() const
{
    return m_timelinePane->timeline();
}

QString BookView::name() const
{
    return QFileInfo(m_path).completeBaseName();
}

void BookView::addRecord()
{
    add(Agreement(QUuid::createUuid()), tr("Add a record"));
}

void BookView::duplicateCurrent()
{
    const auto current = m_session->selection().current();
    if (!current)
        return;
    Agreement copy = m_session->store().record(*current);
    const QString title = copy->title.toString();
    copy.edit().id = QUuid::createUuid();
    copy.edit().title = tr("%1 (copy)", "title of a duplicated record").arg(title);
    add(copy, tr("Duplicate “%1”").arg(title.left(80)));
}

void BookView::add(const Agreement &record, const QString &what)
{
    ChangeSet set(what);
    set.changes.append(Change::add(record));
    commit(set, [this, id = record.id()] {
        select(id);
        m_form->startEditing();
    });
}

void BookView::commit(const ChangeSet &set, const std::function<void()> &done)
{
    whenDone(m_session->execute(set), this, [=, this](const Result<Receipt> &result) {
        if (result)
            done();
        else
            Q_EMIT failed(result.error(), [=, this] { commit(set, done); }); // the same change, under the same id
    });
}

QList<Slot> BookView::deletable() const
{
    QList<Slot> records;
    for (const Slot slot : m_session->selection().selected()) {
        if (m_model->rowOf(slot) >= 0)
            records.append(slot);
    }
    return records;
}

void BookView::deleteSelected()
{
    const AgreementStore &store = m_session->store();
    const QList<Slot> records = deletable();
    if (records.isEmpty())
        return;
    const QString what = records.size() == 1
                             ? tr("Delete “%1”").arg(store.record(records.first()).label().toString().left(80))
                             : tr("Delete %n record(s)", nullptr, static_cast<int>(records.size()));
    ChangeSet set(what);
    int next = -1;
    for (const Slot slot : records) {
        set.changes.append(Change::remove(store.record(slot), store.version(slot)));
        next = qMax(next, m_model->rowOf(slot));
    }
    const QUuid neighbour = next + 1 < m_model->rowCount() ? m_model->recordAt(next + 1).id() : QUuid();
    commit(set, [this, what, neighbour] {
        select(neighbour);
        Q_EMIT deleted(what);
    });
}

void BookView::select(const QUuid &id)
{
    if (const auto slot = m_session->store().slotOf(id))
        m_session->selection().select(*slot);
}

} // namespace Treatybook
