#include "ui/mainwindow/backupsdialog.h"

#include "domain/whendone.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/plainlabel.h"

#include <QDialogButtonBox>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace Treatybook {

using namespace Qt::StringLiterals;

static constexpr int PathRole = Qt::UserRole;

BackupsDialog::BackupsDialog(const QString &name, Repository *repository, List list, QWidget *parent)
    : QDialog(parent)
    , m_repository(repository)
    , m_list(std::move(list))
    , m_banner(new Banner(this))
    , m_note(new PlainLabel(this))
    , m_backups(new QTreeWidget(this))
{
    setObjectName(u"backups"_s);
    setWindowTitle(tr("Backups of “%1”").arg(name));
    resize(680, 420);
    m_note->setWordWrap(true);
    m_note->setRole(QPalette::PlaceholderText);
    m_backups->setObjectName(u"backups.list"_s);
    m_backups->setAccessibleName(tr("Backups, the newest first"));
    m_backups->setHeaderLabels({tr("When"), tr("Why"), tr("Records"), tr("Size")});
    m_backups->setRootIsDecorated(false);
    m_backups->setUniformRowHeights(true);
    m_backups->setColumnWidth(0, 190);
    m_backups->setColumnWidth(1, 240);

    auto *buttons = new QDialogButtonBox(this);
    m_now = buttons->addButton(tr("&Back up now"), QDialogButtonBox::ActionRole);
    m_now->setObjectName(u"backups.now"_s);
    m_now->setEnabled(repository && repository->capabilities().backsUp);
    m_now->setVisible(repository);
    m_restore = buttons->addButton(tr("&Restore"), QDialogButtonBox::ActionRole);
    m_restore->setObjectName(u"backups.restore"_s);
    m_restore->setToolTip(tr("Put the selected backup in the place of the book; the present file is kept beside it"));
    auto *close = buttons->addButton(QDialogButtonBox::Close);
    close->setIcon({});
    connect(m_now, &QPushButton::clicked, this, &BackupsDialog::backUpNow);
    connect(m_restore, &QPushButton::clicked, this, &BackupsDialog::restore);
    connect(m_backups, &QTreeWidget::currentItemChanged, this,
            [this](const QTreeWidgetItem *item) { m_restore->setEnabled(item); });
    connect(close, &QPushButton::clicked, this, &QDialog::reject);

    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_banner);
    layout->addWidget(m_note);
    layout->addWidget(m_backups, 1);
    layout->addWidget(buttons);
    fill();
}

void BackupsDialog::fill()
{
    m_backups->clear();
    const QList<Backup> backups = m_list();
    for (const Backup &backup : backups) {
        auto *item = new QTreeWidgetItem(m_backups);
        item->setText(0, backup.time.isValid() ? locale().toString(backup.time.toLocalTime(), QLocale::ShortFormat)
                                               : tr("not known"));
        item->setText(1, backupReasonText(backup.reason));
        item->setText(2, backup.records < 0 ? QString() : locale().toString(backup.records));
        item->setText(3, locale().formattedDataSize(backup.size));
        item->setTextAlignment(2, Qt::AlignRight | Qt::AlignVCenter);
        item->setTextAlignment(3, Qt::AlignRight | Qt::AlignVCenter);
        item->setData(0, PathRole, backup.path);
    }
    m_backups->setCurrentItem(m_backups->topLevelItem(0));
    m_restore->setEnabled(!backups.isEmpty());
    m_note->setText(
        backups.isEmpty()
            ? tr("There is no backup yet. One is made after the first change of a day, before an import and "
                 "before many records are deleted.")
            : tr("Backups lie in a folder beside the book; old ones go by themselves. Restoring one keeps the "
                 "present file under another name."));
}

void BackupsDialog::backUpNow()
{
    m_now->setEnabled(false);
    whenDone(m_repository->backUp(BackupReason::Asked), this, [this](const Result<Backup> &backup) {
        m_now->setEnabled(true);
        if (!backup)
            return m_banner->showError(backup.error());
        fill();
        m_backups->setFocus();
    });
}

void BackupsDialog::restore()
{
    const QTreeWidgetItem *item = m_backups->currentItem();
    if (!item)
        return;
    const QString path = item->data(0, PathRole).toString();
    accept();
    Q_EMIT restoreRequested(path);
}

} // namespace Treatybook
