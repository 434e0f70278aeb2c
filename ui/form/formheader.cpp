#include "ui/form/formheader.h"

#include "ui/form/statuspill.h"
#include "ui/widgets/plainlabel.h"
#include "ui/widgets/theme.h"

#include <QHBoxLayout>
#include <QPainter>

namespace Treatybook {

using namespace Qt::StringLiterals;

FormHeader::FormHeader(QWidget *parent)
    : QWidget(parent)
    , m_title(new PlainLabel(this))
    , m_aside(new PlainLabel(this))
    , m_pill(new StatusPill(this))
    , m_reason(new PlainLabel(this))
{
    QFont large = font();
    large.setPointSizeF(large.pointSizeF() * 1.2);
    large.setWeight(QFont::DemiBold);
    m_title->setFont(large);
    m_title->setWordWrap(true);
    m_title->setObjectName(u"record.title"_s);
    m_aside->setObjectName(u"record.aside"_s);
    m_aside->setRole(QPalette::BrightText);
    m_aside->hide();
    m_pill->setObjectName(u"record.status"_s);
    m_reason->setObjectName(u"record.reason"_s);
    m_reason->setRole(QPalette::PlaceholderText);
    m_reason->setWordWrap(true);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 12, 16, 9);
    layout->setSpacing(6);
    layout->addWidget(m_title);
    layout->addWidget(m_aside);
    auto *line = new QHBoxLayout;
    line->setSpacing(8);
    line->addWidget(m_pill, 0, Qt::AlignTop);
    line->addWidget(m_reason, 1);
    layout->addLayout(line);
}

void FormHeader::setTitle(const QString &title)
{
    m_title->setText(title.isEmpty() ? tr("(no title)") : title);
}

void FormHeader::setAside(const QString &text)
{
    m_aside->setText(text);
    m_aside->setVisible(!text.isEmpty());
}

void FormHeader::setSought(const SoughtWords &words)
{
    m_title->setSought(words);
}

void FormHeader::setStatus(const QString &status, const QString &reason, Tone tone)
{
    m_pill->setStatus(status, tone);
    const QString start = status + ": "_L1;
    m_reason->setText(reason.startsWith(start) ? reason.mid(start.size()) : reason == status ? QString() : reason);
    m_reason->setVisible(!m_reason->fullText().isEmpty());
}

void FormHeader::paintEvent(QPaintEvent *)
{
    QPainter(this).fillRect(QRect(0, height() - 1, width(), 1), lookOf(palette()).grid);
}

} // namespace Treatybook
