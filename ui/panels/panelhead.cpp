#include "ui/panels/panelhead.h"

#include "ui/panels/sincebox.h"
#include "ui/widgets/plainlabel.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QTabBar>
#include <QToolButton>

namespace Treatybook {

using namespace Qt::StringLiterals;

PanelHead::PanelHead(ChangesModel &changes, int days, QWidget *parent)
    : QWidget(parent)
    , m_tabs(new QTabBar(this))
    , m_controls(new QWidget(this))
    , m_since(new QWidget(m_controls))
    , m_period(new QComboBox(m_controls))
    , m_layout(new QBoxLayout(QBoxLayout::LeftToRight, this))
{
    m_tabs->setObjectName(u"panel.tabs"_s);
    m_tabs->setDrawBase(false);
    m_tabs->setExpanding(false);
    m_tabs->setUsesScrollButtons(false);
    m_tabs->addTab(tr("What comes next"));
    m_tabs->addTab(tr("Problems"));
    m_tabs->addTab(tr("What changed"));
    connect(m_tabs, &QTabBar::currentChanged, this, &PanelHead::tabChanged);
    connect(m_tabs, &QTabBar::currentChanged, this, &PanelHead::showControlsOf);

    m_period->setObjectName(u"panel.period"_s);
    m_period->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_period->setAccessibleName(tr("How far ahead"));
    for (const int ahead : {30, 90, 365})
        m_period->addItem(tr("in %Ln day(s)", nullptr, ahead), ahead);
    m_period->setCurrentIndex(m_period->findData(days));
    connect(m_period, &QComboBox::activated, this, [this] { Q_EMIT daysChosen(m_period->currentData().toInt()); });

    auto *since = new PlainLabel(tr("since", "a day"), m_since);
    since->setRole(QPalette::PlaceholderText);
    auto *ofSince = new QHBoxLayout(m_since);
    ofSince->setContentsMargins({});
    ofSince->addWidget(since);
    ofSince->addWidget(new SinceBox(changes, m_since));

    auto *scope = new QComboBox(m_controls);
    scope->setObjectName(u"panel.scope"_s);
    scope->setAccessibleName(tr("Of which records"));
    scope->addItems({tr("Whole book"), tr("What is shown")});
    connect(scope, &QComboBox::activated, this, [this](int chosen) { Q_EMIT scopeChosen(chosen == 1); });

    auto *ofControls = new QHBoxLayout(m_controls);
    ofControls->setContentsMargins({});
    ofControls->addStretch(1);
    for (QWidget *widget : std::initializer_list<QWidget *>{m_period, m_since, scope})
        ofControls->addWidget(widget);
    connect(
        addButton("copy", Icon::Copy, tr("Copy the list"), tr("Copy the list, as a table for a spreadsheet or text")),
        &QToolButton::clicked, this, &PanelHead::copyRequested);
    connect(addButton("save", Icon::Export, tr("Save the list…"), tr("Write the list to a CSV file")),
            &QToolButton::clicked, this, &PanelHead::saveRequested);
    connect(addButton("close", Icon::Close, tr("Close this panel"), tr("Close this panel")), &QToolButton::clicked,
            this, &PanelHead::closeRequested);

    m_layout->setContentsMargins(8, 4, 8, 3);
    m_layout->addWidget(m_tabs);
    m_layout->addWidget(m_controls, 1);
    showControlsOf(0);
}

QToolButton *PanelHead::addButton(const char *name, Icon sign, const QString &text, const QString &toolTip)
{
    auto *button = new QToolButton(m_controls);
    button->setObjectName(u"panel.%1"_s.arg(QLatin1StringView(name)));
    button->setIcon(icon(sign));
    button->setToolTip(toolTip);
    button->setAccessibleName(text);
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::TabFocus);
    m_controls->layout()->addWidget(button);
    return button;
}

void PanelHead::setTab(int tab)
{
    m_tabs->setCurrentIndex(tab);
}

void PanelHead::focusTabs()
{
    m_tabs->setFocus(Qt::OtherFocusReason);
}

void PanelHead::setCounts(int upcoming, int problems)
{
    m_tabs->setTabText(Upcoming, upcoming == 0 ? tr("What comes next")
                                               : tr("What comes next (%1)").arg(locale().toString(upcoming)));
    m_tabs->setTabText(Problems, problems == 0 ? tr("Problems") : tr("Problems (%1)").arg(locale().toString(problems)));
}

void PanelHead::showControlsOf(int tab)
{
    m_period->setVisible(tab == Upcoming);
    m_since->setVisible(tab == Changes);
    arrange();
}

QSize PanelHead::minimumSizeHint() const
{
    const QMargins margins = m_layout->contentsMargins();
    const int widest = qMax(m_tabs->minimumSizeHint().width(), m_controls->minimumSizeHint().width());
    return {widest + margins.left() + margins.right(), m_layout->minimumSize().height()};
}

void PanelHead::arrange()
{
    const QMargins margins = m_layout->contentsMargins();
    const int wanted = m_tabs->sizeHint().width() + m_layout->spacing() + m_controls->sizeHint().width() +
                       margins.left() + margins.right();
    m_layout->setDirection(wanted > width() ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    updateGeometry();
}

void PanelHead::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange();
}

bool PanelHead::event(QEvent *event)
{
    if (event->type() == QEvent::LayoutRequest) // a tab has other words, or the font is another
        arrange();
    return QWidget::event(event);
}

} // namespace Treatybook
