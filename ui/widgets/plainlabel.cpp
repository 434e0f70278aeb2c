#include "ui/widgets/plainlabel.h"

#include "ui/widgets/theme.h"

#include <QPainter>
#include <QStyle>
#include <QTextDocument>

namespace Treatybook {

using namespace Qt::StringLiterals;

PlainLabel::PlainLabel(const QString &text, QWidget *parent) : QLabel(parent)
{
    setTextFormat(Qt::PlainText);
    setText(text);
}

void PlainLabel::setText(const QString &text)
{
    m_full = text;
    QLabel::setText(shortened(text));
}

void PlainLabel::setSought(const SoughtWords &words)
{
    if (std::exchange(m_sought, words) != words)
        update();
}

QSize PlainLabel::minimumSizeHint() const
{
    if (wordWrap())
        return QLabel::minimumSizeHint();
    return {fontMetrics().horizontalAdvance(u"…"_s), QLabel::minimumSizeHint().height()};
}

int PlainLabel::textFlags() const
{
    return static_cast<int>(alignment()) | (wordWrap() ? Qt::TextWordWrap : 0);
}

void PlainLabel::paintEvent(QPaintEvent *event)
{
    const QRect area = contentsRect();
    const bool isWhole = wordWrap() || fontMetrics().horizontalAdvance(QLabel::text()) <= area.width();
    const QString shown =
        isWhole ? QLabel::text() : fontMetrics().elidedText(QLabel::text(), Qt::ElideRight, area.width());
    if (const QList<FoundRange> found = m_sought.foundIn(shown); !found.isEmpty()) {
        const qreal width = wordWrap() ? area.width() : 0;
        QPainter painter(this);
        const QRect lines = style()->itemTextRect(fontMetrics(), area, textFlags(), isEnabled(), shown);
        for (const QRectF &mark : foundRects(shown, found, font(), width))
            painter.fillRect(mark.translated(area.left(), lines.top()), foundColor(palette()));
    }
    if (isWhole)
        return QLabel::paintEvent(event);
    QPainter painter(this);
    style()->drawItemText(&painter, area, textFlags(), palette(), isEnabled(), shown,
                          foregroundRole());
}

QString shortened(const QString &text, qsizetype longest)
{
    QString result = text.left(longest);
    for (QChar &character : result) {
        if (character.category() == QChar::Other_Control && character != u'\n')
            character = u' ';
    }
    return text.size() > longest ? result + u'…' : result;
}

QString plainToolTip(const QString &text, qsizetype longest)
{
    const QString shown = shortened(text, longest);
    return Qt::mightBeRichText(shown) ? Qt::convertFromPlainText(shown, Qt::WhiteSpaceNormal) : shown;
}

} // namespace Treatybook
