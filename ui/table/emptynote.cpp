#include "ui/table/emptynote.h"

#include "itemmodels/agreementtablemodel.h"
#include "ui/widgets/plainlabel.h"

#include <QPushButton>
#include <QVBoxLayout>

namespace Treatybook {

using namespace Qt::StringLiterals;

EmptyNote::EmptyNote(AgreementTableModel &records, QWidget *parent)
    : QWidget(parent)
    , m_records(records)
    , m_text(new PlainLabel(this))
    , m_clear(new QPushButton(tr("Clear filter"), this))
{
    setObjectName(u"table.empty"_s);
    m_text->setObjectName(u"table.empty.text"_s);
    m_text->setAlignment(Qt::AlignCenter);
    m_text->setWordWrap(true);
    m_text->setRole(QPalette::PlaceholderText);
    m_clear->setObjectName(u"table.empty.clear"_s);
    m_clear->setToolTip(tr("Show all records again"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 8, 16, 8);
    layout->setSpacing(10);
    layout->addStretch();
    layout->addWidget(m_text);
    layout->addWidget(m_clear, 0, Qt::AlignHCenter);
    layout->addStretch();

    connect(m_clear, &QPushButton::clicked, this, [this] { m_records.setFilter({}); });
    connect(&records, &AgreementTableModel::filterChanged, this, &EmptyNote::follow);
    connect(&records, &QAbstractItemModel::layoutChanged, this, &EmptyNote::follow);
    connect(&records, &QAbstractItemModel::rowsInserted, this, &EmptyNote::follow);
    connect(&records, &QAbstractItemModel::rowsRemoved, this, &EmptyNote::follow);
    connect(&records.session(), &Session::loaded, this, &EmptyNote::follow);
    follow();
}

QString EmptyNote::text() const
{
    return m_text->fullText();
}

void EmptyNote::follow()
{
    setVisible(m_records.rowCount() == 0);
    if (m_records.rowCount() > 0)
        return;
    const bool isEmptyBook = m_records.store().count() == 0;
    m_clear->setVisible(!isEmptyBook && !m_records.filter().isEmpty());
    if (!isEmptyBook)
        m_text->setText(tr("No record matches: %1").arg(m_records.filter().inWords(m_records.locale()).left(300)));
    else
        m_text->setText(m_records.session().isLoaded()
                            ? tr("No records yet – Ctrl+N adds the first, Ctrl+I reads a table.")
                            : tr("Reading the book …"));
}

} // namespace Treatybook
