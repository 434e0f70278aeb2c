#include "ui/table/emptynote.h"

#include "itemmodels/agreementtablemodel.h"
#include "session/queryevaluator.h"
#include "ui/widgets/plainlabel.h"

#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace Treatybook {

using namespace Qt::StringLiterals;

/// Milliseconds. Nobody reads while they type.
static constexpr int UntilTyped = 200;
/// Each costs a search.
static constexpr qsizetype MostParts = 8;
static constexpr qsizetype MostOffers = 3;

EmptyNote::EmptyNote(AgreementTableModel &records, QWidget *parent)
    : QWidget(parent)
    , m_records(records)
    , m_text(new PlainLabel(this))
    , m_clear(new QPushButton(tr("Clear filter"), this))
    , m_less(new QVBoxLayout)
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
    layout->addLayout(m_less);
    layout->addWidget(m_clear, 0, Qt::AlignHCenter);
    m_soon.setSingleShot(true);
    m_soon.setInterval(UntilTyped);
    connect(&m_soon, &QTimer::timeout, this, &EmptyNote::offerLess);
    layout->addStretch();

    connect(m_clear, &QPushButton::clicked, this, [this] { m_records.setFilter({}); });
    connect(&records, &AgreementTableModel::filterChanged, this, &EmptyNote::follow);
    connect(&records, &QAbstractItemModel::layoutChanged, this, &EmptyNote::follow);
    connect(&records, &QAbstractItemModel::rowsInserted, this, &EmptyNote::follow);
    connect(&records, &QAbstractItemModel::rowsRemoved, this, &EmptyNote::follow);
    connect(&records.session(), &Session::loaded, this, &EmptyNote::follow);
    connect(&records.session(), &Session::failed, this, &EmptyNote::follow);
    follow();
}

QString EmptyNote::text() const
{
    return m_text->fullText();
}

void EmptyNote::follow()
{
    setVisible(m_records.rowCount() == 0);
    m_soon.stop();
    while (const QLayoutItem *old = m_less->takeAt(0)) {
        old->widget()->hide();
        old->widget()->deleteLater();
        delete old;
    }
    if (m_records.rowCount() > 0)
        return;
    const bool isEmptyBook = m_records.store().count() == 0;
    m_clear->setVisible(!isEmptyBook && !m_records.filter().isEmpty());
    if (!isEmptyBook)
        m_text->setText(reason());
    else
        m_text->setText(m_records.session().isLoaded()
                            ? tr("No records yet – Ctrl+N adds the first, Ctrl+I reads a table.")
                        : m_records.session().loadError() ? tr("None of the book could be read.")
                                                          : tr("Reading the book …"));
    if (!isEmptyBook && m_records.query().parts().size() > 1)
        m_soon.start();
}

QString EmptyNote::reason() const
{
    const QString matches = tr("No record matches: %1").arg(m_records.filter().inWords(m_records.locale()).left(300));
    const auto hasSign = [](const Query::Term &term) {
        return std::ranges::any_of(term.text, [](QChar c) { return QStringView(u"*?[]^$\\").contains(c); });
    };
    if (std::ranges::none_of(m_records.query().terms(), hasSign))
        return matches;
    return matches + u'\n' + tr("Signs such as * or ? stand for no letters. The beginning of a word is enough.");
}

/// The parts without which something is found, that which leaves most first.
void EmptyNote::offerLess()
{
    const Query query = m_records.query();
    const QueryEvaluator evaluator(m_records.store(), m_records.asOf(), m_records.locale());
    struct Less {
        qsizetype part;
        int found;
    };
    QList<Less> offers;
    for (qsizetype part = 0; part < qMin(query.parts().size(), MostParts); ++part) {
        Filter filter = m_records.filter();
        filter.setQuery(query.without(part));
        // Facets are asked as text, as a saved view has them.
        const Query rest = Query::parse(filter.queryText());
        const auto found = rest.isUsable() ? static_cast<int>(evaluator.search(rest).size()) : 0;
        if (found > 0)
            offers.append({part, found});
    }
    std::ranges::stable_sort(offers, std::ranges::greater(), &Less::found);
    for (const Less &less : offers.first(qMin(offers.size(), MostOffers))) {
        const QString part = query.parts().at(less.part).text.left(40);
        auto *button =
            new QPushButton(tr("Without %1: %n record(s)", nullptr, less.found).arg(part).replace(u'&', "&&"_L1), this);
        button->setObjectName(u"table.empty.without.%1"_s.arg(less.part));
        connect(button, &QPushButton::clicked, this,
                [this, left = query.without(less.part)] { m_records.setQuery(left); });
        m_less->addWidget(button, 0, Qt::AlignHCenter);
    }
}

} // namespace Treatybook
