#include "ui/find/chipbar.h"

#include "itemmodels/agreementtablemodel.h"
#include "ui/find/chip.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/plainlabel.h"
#include "ui/widgets/theme.h"

#include <QPainter>
#include <QToolButton>

namespace Treatybook {

using namespace Qt::StringLiterals;

ChipBar::ChipBar(AgreementTableModel &records, QWidget *parent)
    : QWidget(parent), m_records(records), m_layout(new FlowLayout(this))
{
    setObjectName(u"chips"_s);
    setAccessibleName(tr("Filter"));
    m_layout->setContentsMargins(12, 6, 12, 7);
    m_layout->setSpacing(6);
    auto *showing = new PlainLabel(tr("Showing"), this);
    showing->setRole(QPalette::PlaceholderText);
    m_layout->addWidget(showing);
    addChip(); // before the button, as the Tab key goes
    m_asText = addButton("asText", tr("Edit as text"), tr("Write the chosen values into the search box"));
    m_clear = addButton("clear", tr("Clear all"), tr("Show all records again"));
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);

    connect(m_asText, &QToolButton::clicked, this, &ChipBar::writeAsText);
    connect(m_clear, &QToolButton::clicked, this, [this] { m_records.setFilter({}); });
    connect(&records, &AgreementTableModel::filterChanged, this, &ChipBar::follow);
    follow();
}

QToolButton *ChipBar::addButton(const char *name, const QString &text, const QString &toolTip)
{
    auto *button = new QToolButton(this);
    button->setObjectName(u"chips.%1"_s.arg(QLatin1StringView(name)));
    button->setText(text);
    button->setToolTip(toolTip);
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::StrongFocus);
    m_layout->addWidget(button);
    return button;
}

void ChipBar::writeAsText()
{
    m_records.setFilter(Filter(Query::parse(m_records.filter().queryText())));
    Q_EMIT queryRequested(-1);
}

QList<ChipBar::Part> ChipBar::partsOf(const Filter &filter) const
{
    QList<Part> parts;
    const qsizetype own = filter.query().parts().size();
    if (own > MostOfQuery)
        parts.append(QueryPart());
    for (qsizetype place = 0; place < own && own <= MostOfQuery; ++place)
        parts.append(QueryPart{place});
    for (const FacetChoice &choice : filter.choices())
        parts.append(choice.facet);
    return parts;
}

QString ChipBar::wordsOf(const Part &part) const
{
    const Filter &filter = m_records.filter();
    if (const auto *facet = std::get_if<Facet>(&part))
        return inWords(filter.choice(*facet), m_records.locale());
    const qsizetype place = std::get<QueryPart>(part).place;
    if (place < 0)
        return filter.query().inWords(m_records.locale());
    const Query::Part &own = filter.query().parts().at(place);
    if (own.node.type != QueryNode::Type::Words)
        return own.text;
    const QueryTerm &term = own.node.term;
    return term.excluded ? tr("without “%1”").arg(term.text) : tr("“%1”").arg(term.text);
}

void ChipBar::follow()
{
    QWidget *focused = focusWidget() && focusWidget()->hasFocus() ? focusWidget() : nullptr;
    const qsizetype before = m_chips.indexOf(focused);
    m_parts = partsOf(m_records.filter());
    while (m_chips.size() < m_parts.size())
        addChip();
    for (qsizetype place = 0; place < m_chips.size(); ++place) {
        if (place < m_parts.size())
            m_chips.at(place)->setWords(wordsOf(m_parts.at(place)));
    }
    if (focused && m_parts.isEmpty())
        Q_EMIT left();
    else if (before >= m_parts.size() || (focused == m_clear && m_parts.size() < 2))
        focusChip(m_parts.size() - 1);
    for (qsizetype place = 0; place < m_chips.size(); ++place)
        m_chips.at(place)->setVisible(place < m_parts.size());
    const Filter &filter = m_records.filter(); // a few values cannot be asked for in words
    m_asText->setVisible(!filter.choices().isEmpty() && Query::parse(filter.queryText()).isUsable());
    m_clear->setVisible(m_parts.size() >= 2);
    setVisible(!m_parts.isEmpty());
    updateGeometry();
}

void ChipBar::addChip()
{
    const qsizetype place = m_chips.size();
    auto *chip = new Chip(this);
    chip->setObjectName(u"chip.%1"_s.arg(place));
    connect(chip, &QAbstractButton::clicked, this, [this, place] { open(place); });
    connect(chip, &Chip::removeRequested, this, [this, place] { remove(place); });
    connect(chip, &Chip::stepRequested, this, [this, place](int step) { focusChip(place + step); });
    m_layout->insertWidget(static_cast<int>(place) + 1, chip); // after the label
    if (place > 0)
        setTabOrder(m_chips.last(), chip);
    m_chips.append(chip);
}

void ChipBar::remove(qsizetype place)
{
    Filter filter = m_records.filter();
    const Part part = m_parts.at(place);
    if (const auto *facet = std::get_if<Facet>(&part))
        filter.clear(*facet);
    else if (const qsizetype own = std::get<QueryPart>(part).place; own >= 0)
        filter.setQuery(filter.query().without(own));
    else
        filter.setQuery({});
    m_records.setFilter(filter);
}

void ChipBar::open(qsizetype place)
{
    const Part part = m_parts.at(place);
    if (const auto *facet = std::get_if<Facet>(&part))
        Q_EMIT facetRequested(*facet);
    else
        Q_EMIT queryRequested(std::get<QueryPart>(part).place);
}

void ChipBar::focusChip(qsizetype place)
{
    if (place >= 0 && place < m_parts.size())
        m_chips.at(place)->setFocus(Qt::TabFocusReason);
}

void ChipBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(QRect(0, height() - 1, width(), 1), lookOf(palette()).line);
}

} // namespace Treatybook
