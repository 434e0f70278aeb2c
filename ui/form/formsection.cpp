#include "ui/form/formsection.h"

#include "ui/form/fieldeditor.h"
#include "ui/widgets/plainlabel.h"
#include "ui/widgets/theme.h"

#include <QGridLayout>
#include <QPainter>

namespace Treatybook {

constexpr int LabelWidth = 112;

SectionHeading::SectionHeading(const QString &title, QWidget *parent) : QAbstractButton(parent)
{
    setText(title);
    setAccessibleName(title);
    setCheckable(true);
    setChecked(true);
    setFocusPolicy(Qt::TabFocus);
    setCursor(Qt::PointingHandCursor);
}

void SectionHeading::setNote(const QString &note)
{
    m_note = note;
    update();
}

void SectionHeading::setTools(QWidget *tools)
{
    m_tools = tools;
    auto *line = new QHBoxLayout(this);
    line->setContentsMargins(0, 0, 0, 1);
    line->addStretch();
    line->addWidget(tools);
}

QSize SectionHeading::sizeHint() const
{
    return {200, fontMetrics().height() + 12};
}

void SectionHeading::paintEvent(QPaintEvent *)
{
    const TimelineStyle look = lookOf(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(QRect(0, height() - 1, width(), 1), look.line);

    const double middle = (height() - 1) / 2.0;
    painter.setPen(QPen(underMouse() || hasFocus() ? look.accent : look.dim, 1.4, Qt::SolidLine, Qt::RoundCap));
    if (isChecked())
        painter.drawPolyline(QPolygonF{{2.5, middle - 1.5}, {5.5, middle + 1.5}, {8.5, middle - 1.5}});
    else
        painter.drawPolyline(QPolygonF{{4, middle - 3}, {7, middle}, {4, middle + 3}});

    QFont bold = font();
    bold.setWeight(QFont::DemiBold);
    painter.setFont(bold);
    painter.setPen(hasFocus() ? look.accent : look.text);
    painter.drawText(rect().adjusted(16, 0, 0, -1), Qt::AlignVCenter | Qt::AlignLeft, text());
    painter.setFont(font());
    painter.setPen(look.dim);
    const int right = m_tools ? width() - m_tools->x() + 4 : 2;
    painter.drawText(rect().adjusted(0, 0, -right, -1), Qt::AlignVCenter | Qt::AlignRight, m_note);
}

FormSection::FormSection(const QString &title, QWidget *parent)
    : QWidget(parent)
    , m_heading(new SectionHeading(title, this))
    , m_body(new QWidget(this))
    , m_grid(new QGridLayout(m_body))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addWidget(m_heading);
    layout->addWidget(m_body);
    m_grid->setContentsMargins(0, 7, 0, 6);
    m_grid->setHorizontalSpacing(10);
    m_grid->setVerticalSpacing(7);
    m_grid->setColumnMinimumWidth(0, LabelWidth);
    m_grid->setColumnStretch(1, 1);
    connect(m_heading, &QAbstractButton::toggled, this, &FormSection::showBody);
}

PlainLabel *FormSection::addEditor(FieldEditor *editor)
{
    auto *label = new PlainLabel(editor->info().labelText(), m_body);
    label->setRole(QPalette::PlaceholderText);
    label->setWordWrap(true);
    label->setFixedWidth(LabelWidth);
    label->setAlignment(Qt::AlignRight | Qt::AlignTop);
    label->setContentsMargins(0, 6, 0, 0);
    label->setBuddy(editor);
    const int row = m_grid->rowCount();
    m_grid->addWidget(label, row, 0, Qt::AlignTop);
    m_grid->addWidget(editor, row, 1);
    return label;
}

void FormSection::addList(QWidget *list, const QString &heading)
{
    if (!heading.isEmpty()) {
        auto *label = new PlainLabel(heading, list);
        label->setRole(QPalette::PlaceholderText);
        static_cast<QVBoxLayout *>(list->layout())->insertWidget(0, label);
    }
    m_grid->addWidget(list, m_grid->rowCount(), 0, 1, 2);
}

void FormSection::setEmpty(bool empty)
{
    m_empty = empty;
    showBody();
}

void FormSection::showBody()
{
    m_body->setVisible(m_heading->isChecked() && !m_empty);
}

} // namespace Treatybook
