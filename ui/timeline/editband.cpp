#include "ui/timeline/editband.h"

#include "ui/widgets/plainlabel.h"
#include "ui/widgets/theme.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QPainter>
#include <QToolButton>

namespace Treatybook {

using namespace Qt::StringLiterals;

EditBand::EditBand(QWidget *parent)
    : QFrame(parent)
    , m_text(new PlainLabel(tr("Dates can be dragged · Esc leaves"), this))
    , m_keys(new PlainLabel(this))
{
    setObjectName(u"timeline.editBand"_s);
    setAccessibleName(m_text->fullText());
    QFont bold = m_text->font();
    bold.setWeight(QFont::DemiBold);
    m_text->setFont(bold);
    m_keys->setObjectName(u"timeline.editBand.keys"_s);
    auto *leaving = new QToolButton(this);
    leaving->setObjectName(u"timeline.editBand.leave"_s);
    leaving->setText(tr("Done"));
    leaving->setToolTip(tr("Leave dates as they are now (Esc)"));
    leaving->setAutoRaise(true);
    leaving->setFocusPolicy(Qt::StrongFocus);
    connect(leaving, &QToolButton::clicked, this, &EditBand::left);

    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(12, 3, 8, 3);
    layout->setSpacing(14);
    layout->addWidget(m_text);
    layout->addWidget(m_keys, 1);
    layout->addWidget(leaving);
    m_keys->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    hide();
}

void EditBand::tell(const QString &text)
{
    m_keys->setText(text);
    m_keys->setToolTip(plainToolTip(text));
    setAccessibleDescription(text);
    QAccessibleEvent alert(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

void EditBand::showEvent(QShowEvent *event)
{
    tell(tr("Alt: by days. Ctrl+Shift+← → moves the end of the current record, Alt+Shift+← → its start."));
    QFrame::showEvent(event);
}

void EditBand::paintEvent(QPaintEvent *)
{
    const TimelineStyle look = lookOf(palette());
    QPainter painter(this);
    painter.fillRect(rect(), look.blend(look.accent, 0.12));
    painter.fillRect(QRect(0, 0, 3, height()), look.accent);
    painter.fillRect(QRect(0, height() - 1, width(), 1), look.line);
}

} // namespace Treatybook
