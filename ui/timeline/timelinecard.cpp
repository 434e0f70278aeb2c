#include "ui/timeline/timelinecard.h"

#include "timeline/labels.h"
#include "ui/form/formlayout.h"
#include "ui/form/statuspill.h"
#include "ui/widgets/plainlabel.h"

#include <QApplication>
#include <QGridLayout>
#include <QKeyEvent>
#include <QScreen>
#include <QVBoxLayout>

#include <algorithm>

namespace Treatybook {

using namespace Qt::StringLiterals;

namespace {

constexpr int CardWidth = 380;
constexpr int CardMargin = 12;
constexpr int Gap = 8;                        ///< pixels between the card and what it describes
constexpr int Line = 250;                     ///< pixels of a value, about
constexpr int TitleLines = 4;                 ///< at most
constexpr int MostNames = 6, MostSources = 4; ///< the others are counted

/// A State once, although two of its bodies take part.
QStringList participantsOf(const Agreement &record)
{
    QStringList names;
    for (const Participant &participant : record->participants) {
        const QString name = (participant.name.isEmpty() ? participant.body : participant.name).toString();
        if (!name.isEmpty() && !names.contains(name))
            names.append(name);
    }
    return names;
}

/// Title and place in it, each once.
QStringList sourcesOf(const Agreement &record)
{
    QStringList lines;
    for (const Source &source : record->sources) {
        QStringList parts;
        for (const Text &part : {source.title.isEmpty() ? source.address : source.title, source.locator}) {
            if (!part.isEmpty())
                parts.append(part.toString());
        }
        if (const QString line = parts.join(u", "_s); !line.isEmpty() && !lines.contains(line))
            lines.append(line);
    }
    return lines;
}

/// The first of them, each of so many lines at most; the rest is a number.
QString cut(const QStringList &all, qsizetype most, int lines, const QString &separator, const QFont &font)
{
    const qsizetype shown = all.size() <= most + 1 ? all.size() : most; // instead of "and 1 more" the one has room
    QStringList texts;
    for (const QString &text : all.first(shown))
        texts.append(fittingText(text, QFontMetricsF(font), lines * Line));
    const QString list = texts.join(separator);
    return shown == all.size()
               ? list
               : TimelineCard::tr("%1 and %n more", nullptr, static_cast<int>(all.size() - shown)).arg(list);
}

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
    setFixedWidth(CardWidth);

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
    layout->setContentsMargins(CardMargin, 10, CardMargin, 10);
    layout->setSpacing(6);
    layout->addWidget(m_title);
    layout->addWidget(m_status, 0, Qt::AlignLeft);
    layout->addWidget(m_reason);
    layout->addLayout(m_rows);
}

void TimelineCard::showRecord(const AgreementTableModel &model, Slot slot, const QStringList &alsoUnder,
                              const QRect &place, int x)
{
    fill(model, slot, alsoUnder);
    placeBeside(place, x);
    show();
}

void TimelineCard::fill(const AgreementTableModel &model, Slot slot, const QStringList &alsoUnder)
{
    while (QLayoutItem *item = m_rows->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    const Agreement &record = model.store().record(slot);
    const SoughtWords sought(model.query());
    m_title->setText(fittingText(record->title.toString(), QFontMetricsF(m_title->font()),
                                 TitleLines * (CardWidth - 2 * CardMargin) * 0.9));
    m_title->setSought(sought);
    const QString status = model.text(slot, Field::Status);
    QString reason = model.text(slot, Field::StatusReason);
    if (reason.startsWith(status + QStringLiteral(": ")))
        reason.remove(0, status.size() + 2); // it stands on the pill
    m_status->setStatus(status, toneOf(model.statusOf(slot).status, record.isEvent()));
    m_status->setVisible(!status.isEmpty());
    m_reason->setText(reason);
    m_reason->setVisible(!reason.isEmpty());
    addRow(fieldInfo(Field::Participants).labelText(), cut(participantsOf(record), MostNames, 1, u", "_s, font()),
           sought);
    for (const Field field : {Field::Date, Field::InForce, Field::Term, Field::Ends, Field::NextStep}) {
        const QString name = field == Field::Date ? dateLabel(record) : fieldInfo(field).labelText();
        addRow(name, model.text(slot, field), sought);
    }
    addRow(fieldInfo(Field::Sources).labelText(), cut(sourcesOf(record), MostSources, 2, u"\n"_s, font()), sought);
    addRow(tr("Also under"), cut(alsoUnder, MostNames, 1, u", "_s, font()), {});
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

/// Below or above, where there is room; cut off where there is none, rather than lying over what it describes.
void TimelineCard::placeBeside(const QRect &place, int x)
{
    int height =
        layout()->hasHeightForWidth() ? layout()->totalHeightForWidth(CardWidth) : layout()->sizeHint().height();
    const QRect area = parentWidget()->screen()->availableGeometry();
    const int left = std::clamp(x + Gap, area.left(), std::max(area.left(), area.right() - CardWidth));
    const int below = area.bottom() - place.bottom() - Gap, above = place.top() - area.top() - Gap;
    const bool isBelow = height <= below || below >= above;
    height = std::min(height, std::max(1, isBelow ? below : above));
    setFixedHeight(height);
    move(left, isBelow ? place.bottom() + Gap : place.top() - Gap - height);
}

void TimelineCard::showEvent(QShowEvent *event)
{
    QFrame::showEvent(event);
    qApp->installEventFilter(this);
}

void TimelineCard::hideEvent(QHideEvent *event)
{
    QFrame::hideEvent(event);
    qApp->removeEventFilter(this);
}

bool TimelineCard::eventFilter(QObject *, QEvent *event)
{
    switch (event->type()) {
    case QEvent::KeyPress: {
        const int key = static_cast<QKeyEvent *>(event)->key();
        const bool isModifier =
            key == Qt::Key_Shift || key == Qt::Key_Control || key == Qt::Key_Alt || key == Qt::Key_Meta;
        if (!isModifier && key != Qt::Key_Escape) // which belongs to the timeline, as long as the card shows
            hide();
        break;
    }
    case QEvent::MouseButtonPress:
    case QEvent::Wheel:
    case QEvent::ApplicationDeactivate:
        hide();
        break;
    default:
        break;
    }
    return false;
}

} // namespace Treatybook
