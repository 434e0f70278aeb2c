#include "ui/widgets/banner.h"

#include "ui/widgets/icons.h"
#include "ui/widgets/plainlabel.h"
#include "ui/widgets/theme.h"

#include <QAccessible>
#include <QApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPainter>
#include <QPushButton>
#include <QToolButton>

#include <algorithm>

namespace Treatybook {

using namespace Qt::StringLiterals;

/// So much is left for a line of the text at least, in characters.
static constexpr int ShortestLine = 36;

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
    closing->setFocusPolicy(Qt::StrongFocus);
    connect(closing, &QToolButton::clicked, this, &QWidget::hide);
    m_closing = closing;

    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(12, 6, 6, 6);
    m_content = new QBoxLayout(QBoxLayout::LeftToRight);
    m_content->setSpacing(8);
    m_actions = new QHBoxLayout;
    m_actions->setSpacing(6);
    m_content->addWidget(m_text, 1);
    m_content->addLayout(m_actions);
    layout->addWidget(m_icon, 0, Qt::AlignVCenter);
    layout->addSpacing(4);
    layout->addLayout(m_content, 1);
    layout->addWidget(closing, 0, Qt::AlignVCenter);
}

void Banner::showMessage(Severity severity, const QString &text, const QList<Action> &actions, const QString &detail)
{
    // Told again, its buttons stay: somebody may be pressing one.
    const bool isShown = !isHidden() && text == m_text->fullText() &&
                         std::ranges::equal(actions, m_shown, {}, &Action::text, &Action::text);
    m_shown = actions;
    m_severity = severity;
    showSign();
    setToolTip(plainToolTip(detail));
    if (!isShown)
        showAnew(text);
    QAccessibleEvent alert(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

void Banner::showAnew(const QString &text)
{
    m_text->setText(text);
    setAccessibleName(text);
    const bool choosing = hasFocusWithin();
    clearActions();
    for (qsizetype i = 0; i < m_shown.size(); ++i) {
        auto *button = new QPushButton(m_shown.at(i).text, this);
        button->setObjectName(u"banner.action%1"_s.arg(i));
        button->setAutoDefault(true); // Enter presses it too
        button->setAccessibleDescription(text);
        connect(button, &QPushButton::clicked, this, [this, i] {
            const auto run = m_shown.at(i).run; // it may show the next message
            hide();
            run();
        });
        m_actions->addWidget(button);
    }
    setTabOrder(m_actions->count() > 0 ? m_actions->itemAt(m_actions->count() - 1)->widget() : m_closing, m_closing);
    arrange();
    show();
    window()->installEventFilter(this);
    if (choosing)
        startChoosing();
}

void Banner::showError(const Error &error, const QList<Action> &actions)
{
    showMessage(Severity::Problem, error.message, actions, error.detail);
}

QString Banner::text() const
{
    return m_text->fullText();
}

void Banner::startChoosing()
{
    if (isHidden())
        return;
    if (!hasFocusWithin())
        m_before = QApplication::focusWidget();
    QWidget *target = m_actions->count() > 0 ? m_actions->itemAt(0)->widget() : m_closing;
    target->setFocus(Qt::ShortcutFocusReason);
}

void Banner::clearActions()
{
    while (QLayoutItem *item = m_actions->takeAt(0)) {
        item->widget()->deleteLater(); // it may be the one that is being clicked
        item->widget()->setObjectName({});
        item->widget()->hide();
        delete item;
    }
}

void Banner::arrange()
{
    int taken = m_closing->sizeHint().width() + 60;
    for (int i = 0; i < m_actions->count(); ++i)
        taken += m_actions->itemAt(i)->sizeHint().width() + m_actions->spacing();
    const bool beside = width() - taken > ShortestLine * fontMetrics().averageCharWidth();
    m_content->setDirection(beside ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    m_content->setAlignment(m_actions, beside ? Qt::AlignVCenter : Qt::AlignLeft);
}

bool Banner::hasFocusWithin() const
{
    return isAncestorOf(QApplication::focusWidget());
}

QColor Banner::color() const
{
    const TimelineStyle look = lookOf(palette());
    return m_severity == Severity::Information ? look.accent : look.asOf;
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

void Banner::paintEvent(QPaintEvent *)
{
    const TimelineStyle look = lookOf(palette());
    QPainter painter(this);
    painter.fillRect(rect(), look.blend(color(), 0.1));
    painter.fillRect(QRect(0, 0, 3, height()), color());
    painter.fillRect(QRect(0, height() - 1, width(), 1), look.line);
}

void Banner::resizeEvent(QResizeEvent *event)
{
    QFrame::resizeEvent(event);
    arrange();
}

void Banner::hideEvent(QHideEvent *event)
{
    QFrame::hideEvent(event);
    if (!event->spontaneous() && m_before && m_before->isVisible() && (hasFocusWithin() || !QApplication::focusWidget()))
        m_before->setFocus(Qt::OtherFocusReason);
    m_before.clear();
}

/// Keys that nobody wanted come to the window.
bool Banner::eventFilter(QObject *watched, QEvent *event)
{
    const bool escapes = event->type() == QEvent::KeyPress && watched == window() && isVisible() &&
                         static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape;
    if (!escapes || (m_severity != Severity::Information && !hasFocusWithin()))
        return QFrame::eventFilter(watched, event);
    if (m_severity == Severity::Information)
        hide();
    else if (m_before)
        m_before->setFocus(Qt::OtherFocusReason);
    return true;
}

} // namespace Treatybook
