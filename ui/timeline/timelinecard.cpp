#include "ui/timeline/timelinecard.h"

#include "ui/form/formlayout.h"
#include "ui/form/statuspill.h"
#include "ui/widgets/plainlabel.h"

#include <QGridLayout>
#include <QScreen>
#include <QVBoxLayout>

#include <algorithm>

namespace Treatybook {

namespace {

constexpr int Width = 380;
constexpr int Gap = 8; ///< pixels between the card and what it describes

} // namespace

TimelineCard::TimelineCard(QWidget *parent)
    : QFrame(parent, Qt::ToolTip)
    , m_title(new PlainLabel(this))
    , m_status(new StatusPill(this))
    , m_reason(new PlainLabel(this))
    , m_rows(new QGridLayout)
{
    setObjectName(QStringLiteral("timeline.card"));
    setAttribute(Qt::WA_ShowWithoutActivating);
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setFrameShape(QFrame::StyledPanel);
    setBackgroundRole(QPalette::ToolTipBase);
    setForegroundRole(QPalette::ToolTipText);
    setAutoFillBackground(true);
    setFixedWidth(Width);

    QFont bold = m_title->font();
    bold.setWeight(QFont::DemiBold);
    m_title->setFont(bold);
    m_title->setObjectName(QStringLiteral("timeline.card.title"));
    m_reason->setObjectName(QStringLiteral("timeline.card.reason"));
    for (PlainLabel *label : {m_title, m_reason})
        label->setWordWrap(true);
    m_rows->setColumnStretch(1, 1);
    m_rows->setHorizontalSpacing(10);
    m_rows->setVerticalSpacing(3);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 10, 12, 10);
    layout->setSpacing(6);
    layout->addWidget(m_title);
    layout->addWidget(m_status, 0, Qt::AlignLeft);
    layout->addWidget(m_reason);
    layout->addLayout(m_rows);
}

void TimelineCard::showRecord(const AgreementTableModel &model, Slot slot, const QRect &place, int x)
{
    fill(model, slot);
    setFixedHeight(layout()->hasHeightForWidth() ? layout()->totalHeightForWidth(Width)
                                                 : layout()->sizeHint().height());
    move(positionBeside(place, x));
    show();
}

void TimelineCard::fill(const AgreementTableModel &model, Slot slot)
{
    while (QLayoutItem *item = m_rows->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    const Agreement &record = model.store().record(slot);
    const SoughtWords sought(model.query());
    m_title->setText(record->title.toString());
    m_title->setSought(sought);
    const QString status = model.text(slot, Field::Status);
    QString reason = model.text(slot, Field::StatusReason);
    if (reason.startsWith(status + QStringLiteral(": ")))
        reason.remove(0, status.size() + 2); // it stands on the pill
    m_status->setStatus(status, toneOf(model.statusOf(slot).status, record.isEvent()));
    m_status->setVisible(!status.isEmpty());
    m_reason->setText(reason);
    m_reason->setVisible(!reason.isEmpty());
    for (const Field field : {Field::Participants, Field::Date, Field::InForce, Field::Term, Field::Ends}) {
        const QString name = field == Field::Date ? dateLabel(record) : fieldInfo(field).labelText();
        addRow(name, model.text(slot, field), sought);
    }
    if (!record->sources.isEmpty()) {
        const Source &source = record->sources.first();
        QStringList parts;
        for (const Text &part : {source.title, source.locator}) {
            if (!part.isEmpty())
                parts.append(part.toString());
        }
        const auto more = static_cast<int>(record->sources.size()) - 1;
        if (more > 0)
            //: after the name of the first source
            parts.append(tr("%n more", nullptr, more));
        addRow(tr("Source"), parts.join(QStringLiteral(", ")), sought);
    }
}

void TimelineCard::addRow(const QString &name, const QString &text, const SoughtWords &sought)
{
    if (text.isEmpty())
        return;
    auto *label = new PlainLabel(name, this);
    label->setRole(QPalette::PlaceholderText);
    auto *value = new PlainLabel(text, this);
    value->setWordWrap(true);
    value->setSought(sought);
    const int row = m_rows->rowCount();
    m_rows->addWidget(label, row, 0, Qt::AlignTop);
    m_rows->addWidget(value, row, 1);
}

QPoint TimelineCard::positionBeside(const QRect &place, int x) const
{
    const QRect area = parentWidget()->screen()->availableGeometry();
    const int left = std::clamp(x + Gap, area.left(), std::max(area.left(), area.right() - width()));
    const int below = place.bottom() + Gap, above = place.top() - Gap - height();
    if (below + height() <= area.bottom() || above < area.top())
        return {left, below};
    return {left, above};
}

} // namespace Treatybook
