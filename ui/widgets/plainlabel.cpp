#include "ui/widgets/plainlabel.h"

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

QSize PlainLabel::minimumSizeHint() const
{
    if (wordWrap())
        return QLabel::minimumSizeHint();
    return {fontMetrics().horizontalAdvance(u"…"_s), QLabel::minimumSizeHint().height()};
}

void PlainLabel::paintEvent(QPaintEvent *event)
{
    const QString shown = QLabel::text();
    if (wordWrap() || fontMetrics().horizontalAdvance(shown) <= contentsRect().width())
        return QLabel::paintEvent(event);
    QPainter painter(this);
    const QString elided = fontMetrics().elidedText(shown, Qt::ElideRight, contentsRect().width());
    style()->drawItemText(&painter, contentsRect(), static_cast<int>(alignment()), palette(), isEnabled(), elided,
                          foregroundRole());
}

QString shortened(const QString &text)
{
    constexpr qsizetype Longest = 500;
    QString result = text.left(Longest);
    for (QChar &character : result) {
        if (character.category() == QChar::Other_Control && character != u'\n')
            character = u' ';
    }
    return text.size() > Longest ? result + u'…' : result;
}

QString plainToolTip(const QString &text)
{
    const QString shown = shortened(text);
    return Qt::mightBeRichText(shown) ? Qt::convertFromPlainText(shown, Qt::WhiteSpaceNormal) : shown;
}

} // namespace Treatybook
