#include "ui/find/searchnote.h"

#include "ui/widgets/plainlabel.h"
#include "ui/widgets/theme.h"

#include <QHBoxLayout>
#include <QPainter>

namespace Treatybook {

using namespace Qt::StringLiterals;

SearchNote::SearchNote(QWidget *line) : QFrame(line->window()), m_line(line), m_text(new PlainLabel(this))
{
    setObjectName(u"search.note"_s);
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setFocusPolicy(Qt::NoFocus);
    m_text->setObjectName(u"search.note.text"_s);
    m_text->setWordWrap(true);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(14, 7, 12, 8);
    layout->addWidget(m_text);
    connect(line, &QObject::destroyed, this, &QObject::deleteLater);
    hide();
}

void SearchNote::say(const QString &sentence)
{
    m_text->setText(sentence);
    if (sentence.isEmpty() || !m_line->isVisible()) {
        hide();
        return;
    }
    place();
    show();
    raise();
}

void SearchNote::place()
{
    const int width = qMax(m_line->width(), 280);
    const QPoint below = m_line->mapTo(window(), QPoint(0, m_line->height() + 2));
    setGeometry(qMin(below.x(), qMax(0, window()->width() - width)), below.y(), width, layout()->heightForWidth(width));
}

void SearchNote::paintEvent(QPaintEvent *)
{
    const TimelineStyle look = lookOf(palette());
    QPainter painter(this);
    painter.fillRect(rect(), look.blend(look.asOf, 0.1));
    painter.fillRect(QRect(0, 0, 3, height()), look.asOf);
    painter.setPen(look.line);
    painter.drawRect(rect().adjusted(0, 0, -1, -1));
}

} // namespace Treatybook
