#include "ui/widgets/banner.h"

#include "ui/widgets/icons.h"
#include "ui/widgets/plainlabel.h"
#include "ui/widgets/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QPainter>
#include <QPushButton>
#include <QToolButton>

namespace Treatybook {

using namespace Qt::StringLiterals;

Banner::Banner(QWidget *parent) : QFrame(parent), m_icon(new QLabel(this)), m_text(new PlainLabel(this))
{
    setObjectName(u"banner"_s);
    hide();
    m_text->setObjectName(u"banner.text"_s);
    m_text->setWordWrap(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);

    auto *closing = new QToolButton(this);
    closing->setObjectName(u"banner.close"_s);
    closing->setAutoRaise(true);
    closing->setIcon(icon(Icon::Close));
    closing->setToolTip(tr("Close this message"));
    closing->setAccessibleName(closing->toolTip());
    connect(closing, &QToolButton::clicked, this, &QWidget::hide);

    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(12, 6, 6, 6);
    layout->addWidget(m_icon);
    layout->addWidget(m_text, 1);
    m_actions = new QHBoxLayout;
    layout->addLayout(m_actions);
    layout->addWidget(closing);
}

void Banner::showMessage(Severity severity, const QString &text, const QList<Action> &actions)
{
    m_severity = severity;
    showSign();
    m_text->setText(text);
    setAccessibleName(text);
    clearActions();
    for (const Action &action : actions) {
        auto *button = new QPushButton(action.text, this);
        button->setObjectName(u"banner.action%1"_s.arg(m_actions->count()));
        connect(button, &QPushButton::clicked, this, [this, run = action.run] {
            hide();
            run();
        });
        m_actions->addWidget(button);
    }
    show();
}

void Banner::showError(const Error &error, const QList<Action> &actions)
{
    showMessage(Severity::Problem, error.message, actions);
    setToolTip(plainToolTip(error.detail));
}

QString Banner::text() const
{
    return m_text->fullText();
}

void Banner::showSign()
{
    const Icon sign = m_severity == Severity::Information ? Icon::Information
                      : m_severity == Severity::Warning   ? Icon::Warning
                                                          : Icon::Problem;
    m_icon->setPixmap(icon(sign, color()).pixmap(QSize(18, 18), devicePixelRatio()));
}

void Banner::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        showSign();
}

void Banner::clearActions()
{
    while (QLayoutItem *item = m_actions->takeAt(0)) {
        item->widget()->deleteLater(); // it may be the one that is being clicked
        item->widget()->hide();
        delete item;
    }
    setToolTip({});
}

QColor Banner::color() const
{
    const TimelineStyle look = lookOf(palette());
    return m_severity == Severity::Information ? look.accent : look.asOf;
}

void Banner::paintEvent(QPaintEvent *)
{
    const TimelineStyle look = lookOf(palette());
    QPainter painter(this);
    painter.fillRect(rect(), look.blend(color(), 0.1));
    painter.fillRect(QRect(0, 0, 3, height()), color());
    painter.fillRect(QRect(0, height() - 1, width(), 1), look.line);
}

} // namespace Treatybook
