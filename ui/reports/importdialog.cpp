#include "ui/reports/importdialog.h"

#include "domain/whendone.h"
#include "exchange/safefile.h"
#include "ui/reports/importcolumns.h"
#include "ui/reports/importfindings.h"
#include "ui/reports/importoptions.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/dialogs.h"
#include "ui/widgets/plainlabel.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QDir>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QProgressBar>
#include <QPushButton>
#include <QTabWidget>
#include <QTableView>
#include <QVBoxLayout>

namespace Treatybook {

using namespace Qt::StringLiterals;

static constexpr int ExampleRows = 20;

static int countOf(qint64 count)
{
    return static_cast<int>(qMin<qint64>(count, std::numeric_limits<int>::max()));
}

ImportDialog::ImportDialog(Session &session, const QString &path, const QString &openBook, Dialogs &dialogs,
                           QWidget *parent)
    : QDialog(parent)
    , m_session(session)
    , m_openBook(openBook)
    , m_dialogs(dialogs)
    , m_findings(new ImportFindings(this))
    , m_columns(new ImportColumns(this))
    , m_banner(new Banner(this))
    , m_options(new ImportOptions(path, dialogs, this))
    , m_summary(new PlainLabel(this))
    , m_tabs(new QTabWidget(this))
    , m_progress(new QProgressBar(this))
{
    setObjectName(u"import"_s);
    setWindowTitle(tr("Import %1").arg(QFileInfo(path).fileName()));
    resize(1040, 680);
    build();
    connect(m_options, &ImportOptions::changed, this, &ImportDialog::plan);
    connect(m_options, &ImportOptions::failed, this, [this](const Error &error) { m_banner->showError(error); });
    connect(&m_job, &ImportJob::progressed, m_progress, &QProgressBar::setValue);
    connect(&m_job, &ImportJob::planned, this, &ImportDialog::showPlan);
    connect(&m_job, &ImportJob::failed, this, &ImportDialog::showError);
    plan();
}

ImportDialog::~ImportDialog() = default;

void ImportDialog::build()
{
    m_summary->setObjectName(u"import.summary"_s);
    m_summary->setWordWrap(true);
    m_progress->setObjectName(u"import.progress"_s);
    m_progress->setTextVisible(false);
    m_progress->setMaximumHeight(6);
    m_tabs->setObjectName(u"import.tabs"_s);
    m_tabs->addTab(buildFindings(), tr("What to know"));
    m_columnsTable = addTable(m_columns, u"import.columns"_s, tr("Columns of the file"));
    for (const int column : {ImportColumns::Header, ImportColumns::Example, ImportColumns::Target})
        m_columnsTable->setColumnWidth(column, 240);
    m_tabs->addTab(m_columnsTable, tr("Columns"));

    auto *buttons = new QDialogButtonBox(this);
    m_saveRejects = buttons->addButton(tr("Save rows that stay out…"), QDialogButtonBox::ActionRole);
    m_saveRejects->setObjectName(u"import.saveRejects"_s);
    m_import = buttons->addButton(tr("Import"), QDialogButtonBox::AcceptRole);
    m_import->setObjectName(u"import.run"_s);
    m_import->setDefault(true);
    m_import->setProperty("primary", true);
    m_close = buttons->addButton(QDialogButtonBox::Cancel);
    m_close->setObjectName(u"import.cancel"_s);
    m_close->setIcon({});
    connect(m_saveRejects, &QPushButton::clicked, this, &ImportDialog::saveRejects);
    connect(m_import, &QPushButton::clicked, this, &ImportDialog::backUpAndRun);
    connect(m_close, &QPushButton::clicked, this, &QDialog::reject);

    m_options->setFocus(); // not the banner, where Esc means something else
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_banner);
    layout->addWidget(m_options);
    layout->addWidget(m_summary);
    layout->addWidget(m_progress);
    layout->addWidget(m_tabs, 1);
    layout->addWidget(buttons);
}

QTableView *ImportDialog::addTable(QAbstractItemModel *model, const QString &name, const QString &label)
{
    auto *table = new QTableView(this);
    table->setObjectName(name);
    table->setAccessibleName(label);
    table->setModel(model);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setTabKeyNavigation(false); // Tab leaves it
    table->setWordWrap(false);
    table->setShowGrid(false);
    table->verticalHeader()->hide();
    table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    table->verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 8);
    table->horizontalHeader()->setStretchLastSection(true);
    table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    return table;
}

QWidget *ImportDialog::buildFindings()
{
    auto *page = new QWidget(this);
    m_kinds = new QComboBox(page);
    m_kinds->setObjectName(u"import.kinds"_s);
    m_kinds->setAccessibleName(tr("Show only"));
    m_kinds->setMinimumWidth(260);
    connect(m_kinds, &QComboBox::currentIndexChanged, this, &ImportDialog::showKind);
    m_cut = new PlainLabel(page);
    m_cut->setRole(QPalette::PlaceholderText);
    m_findingsTable = addTable(m_findings, u"import.findings"_s, tr("What to know before the import"));
    m_findingsTable->setColumnWidth(ImportFindings::Severity, 110);
    m_findingsTable->setColumnWidth(ImportFindings::Row, 64);
    m_findingsTable->setColumnWidth(ImportFindings::Place, 140);
    m_findingsTable->setColumnWidth(ImportFindings::Value, 120);

    auto *row = new QHBoxLayout;
    row->addWidget(m_kinds);
    row->addWidget(m_cut, 1);
    auto *layout = new QVBoxLayout(page);
    layout->addLayout(row);
    layout->addWidget(m_findingsTable, 1);
    return page;
}

/// Reads the file again, against what the book holds now.
void ImportDialog::plan()
{
    if (sameFile(m_options->path(), m_openBook)) {
        return showError({ErrorKind::Invalid,
                          tr("%1 is the book that is open. Choose a CSV file.").arg(QFileInfo(m_openBook).fileName()),
                          {}});
    }
    const AgreementStore &store = m_session.store();
    QList<StoredRecord> present;
    present.reserve(store.count());
    for (Slot slot = 0; slot < store.slotCount(); ++slot) {
        if (store.isLive(slot))
            present.append({store.record(slot), store.version(slot)});
    }
    m_banner->hide();
    m_progress->setRange(0, ImportJob::Whole);
    m_job.start(m_options->request(), present);
    setWorking(true, tr("Reading the file …")); // another choice meanwhile starts anew
}

void ImportDialog::showPlan(const ImportPlan &plan)
{
    m_plan = plan;
    m_findings->setPlan(plan);
    const auto sample = readImportPreview(m_options->path(), ExampleRows, m_options->request().delimiter);
    m_columns->setLayout(plan.layout, sample ? sample->rows : QList<QStringList>());
    fillKinds();
    setWorking(false, what());
}

/// The file as a whole cannot be read.
void ImportDialog::showError(const Error &error)
{
    m_plan = {};
    m_findings->setPlan(m_plan);
    m_columns->setLayout({}, {});
    fillKinds();
    setWorking(false, tr("Nothing can be imported."));
    m_banner->showError(error);
}

void ImportDialog::fillKinds()
{
    const QSignalBlocker quiet(m_kinds);
    m_kinds->clear();
    m_kinds->addItem(tr("Everything"));
    for (const ImportCode code : m_plan.issues.codes()) {
        m_kinds->addItem(tr("%1 (%2)", "kind of message (count)")
                             .arg(importCodeText(code), locale().toString(m_plan.issues.count(code))),
                         static_cast<int>(code));
    }
    showKind(0);
}

void ImportDialog::showKind(int index)
{
    const QVariant code = m_kinds->itemData(index);
    m_findings->showOnly(code.isValid() ? std::optional(static_cast<ImportCode>(code.toInt())) : std::nullopt);
    m_findingsTable->clearSpans();
    for (int row = 0; row < m_findings->noteCount(); ++row)
        m_findingsTable->setSpan(row, ImportFindings::Row, 1, ImportFindings::ColumnCount - ImportFindings::Row);
    m_cut->setText(m_findings->isCut() ? tr("Only the first are listed.") : QString());
}

QString ImportDialog::what() const
{
    QStringList sentences{tr("%Ln row(s) in the file.", nullptr, countOf(m_plan.rows)),
                          tr("%Ln record(s) to add.", nullptr, countOf(m_plan.added))};
    if (m_plan.updated > 0)
        sentences.append(tr("%Ln record(s) to change.", nullptr, countOf(m_plan.updated)));
    if (m_plan.unchanged > 0)
        sentences.append(tr("%Ln record(s) hold the same already.", nullptr, countOf(m_plan.unchanged)));
    if (m_plan.rejected > 0)
        sentences.append(tr("%Ln row(s) stay out.", nullptr, countOf(m_plan.rejected)));
    if (const qint64 warnings = m_plan.issues.count(ImportSeverity::Warning); warnings > 0)
        sentences.append(tr("%Ln warning(s).", nullptr, countOf(warnings)));
    return sentences.join(u' ');
}

void ImportDialog::saveRejects()
{
    const QFileInfo file(m_options->path());
    const QString path = m_dialogs.askSaveFile(this,
                                               {tr("Save the rows that stay out"), file.absolutePath(),
                                                tr("%1 rejected", "file name").arg(file.completeBaseName()) + ".csv"_L1,
                                                tr("CSV (*.csv)"), u"csv"_s},
                                               true);
    if (path.isEmpty())
        return;
    if (sameFile(path, m_options->path())) {
        return m_banner->showError(
            {ErrorKind::Invalid,
             tr("%1 is the file that is being imported. Choose another name.").arg(file.fileName()),
             {}});
    }
    if (const auto written = writeFile(path, m_plan.rejects, m_openBook); !written)
        m_banner->showError(written.error());
    else
        m_banner->showMessage(
            Banner::Severity::Information,
            tr("The rows were saved to %1, each with its reason.").arg(QDir::toNativeSeparators(path)));
}

void ImportDialog::backUpAndRun()
{
    if (m_session.store().count() == 0)
        return run();
    m_banner->hide();
    m_progress->setRange(0, 0);
    setWorking(true, tr("Making a backup of the book …"));
    whenDone(m_session.repository().backUp(BackupReason::Import), this, [this](const Result<Backup> &result) {
        if (result)
            return run();
        setWorking(false, what());
        m_banner->showError(result.error(), {{tr("Import without a backup"), [this] { run(); }}});
    });
}

void ImportDialog::run()
{
    m_progress->setRange(0, 0);
    setWorking(true, tr("Writing into the book …"));
    m_close->setEnabled(false); // a change that is being written cannot be held
    whenDone(m_session.execute(m_plan.set), this, [this](const Result<Receipt> &result) { finished(result); });
}

void ImportDialog::finished(const Result<Receipt> &result)
{
    m_close->setEnabled(true);
    if (result) {
        Q_EMIT imported(m_plan.set.text);
        return accept();
    }
    setWorking(false, what());
    if (result.error().kind == ErrorKind::Conflict)
        m_banner->showError(result.error(), {{tr("Compare again"), [this] { plan(); }}});
    else
        m_banner->showError(result.error(), {{tr("Try again"), [this] { run(); }}});
}

void ImportDialog::setWorking(bool working, const QString &words)
{
    m_summary->setText(words);
    m_progress->setVisible(working);
    m_options->setEnabled(!working || m_job.isRunning());
    m_saveRejects->setVisible(m_plan.rejected > 0);
    m_saveRejects->setEnabled(!working);
    const int records = countOf(m_plan.added + m_plan.updated);
    m_import->setText(records > 0 ? tr("Import %Ln record(s)", nullptr, records) : tr("Import"));
    m_import->setEnabled(!working && records > 0);
}

} // namespace Treatybook
