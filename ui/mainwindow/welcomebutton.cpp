#include "ui/mainwindow/welcomebutton.h"

#include "ui/widgets/plainlabel.h"
#include "ui/widgets/theme.h"

#include <QKeyEvent>
#include <QPainter>
#include <QStyle>
#include <QStyleOptionButton>

namespace Treatybook {

using namespace Qt::StringLiterals;

namespace {

constexpr int Inset = 12, SignSize = 20, Gap = 12;

QFont strong(QFont font)
{
    font.setWeight(QFont::DemiBold);
    return font;
}

} // namespace

WelcomeButton::WelcomeButton(Icon sign, const QString &text, const QString &words, QWidget *parent)
    : QPushButton(QString(text).replace(u'&', "&&"_L1), parent), m_sign(sign), m_words(shortened(words))
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    describe();
}

void WelcomeButton::setRemark(const QString &remark)
{
    m_remark = remark;
    describe();
    update();
}

void WelcomeButton::setPale(bool pale)
{
    m_pale = pale;
    update();
}

void WelcomeButton::describe()
{
    setAccessibleName(QString(text()).replace("&&"_L1, "&"_L1));
    setAccessibleDescription(m_remark.isEmpty() ? m_words : tr("%1, %2", "words, remark").arg(m_words, m_remark));
}

QSize WelcomeButton::sizeHint() const
{
    return {380, 2 * fontMetrics().height() + 18};
}

QSize WelcomeButton::minimumSizeHint() const
{
    return {200, sizeHint().height()};
}

void WelcomeButton::paintEvent(QPaintEvent *)
{
    QStyleOptionButton option;
    initStyleOption(&option);
    const TimelineStyle look = lookOf(palette());
    const bool primary = property("primary").toBool() && isEnabled();
    const bool hot = isEnabled() && (underMouse() || isDown());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(hot ? look.blend(look.accent, 0.6) : look.line);
    painter.setBrush(isDown() || hasFocus() ? softAccent(palette()) : hot ? look.band : look.ground);
    if (hasFocus())
        painter.setPen(QPen(look.accent, 1.5));
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 6, 6);

    const bool pale = m_pale || !isEnabled();
    const QColor sign = pale ? look.dim : primary ? look.accent : look.text;
    const QRect signRect(Inset + 2, (height() - SignSize) / 2, SignSize, SignSize);
    ::Treatybook::icon(m_sign, sign).paint(&painter, style()->visualRect(layoutDirection(), rect(), signRect));

    const QFontMetrics metrics(font()), strongMetrics(strong(font()));
    const int left = signRect.right() + Gap, remark = metrics.horizontalAdvance(m_remark);
    const int right = width() - Inset, top = (height() - 2 * metrics.height() - 2) / 2;
    const auto draw = [&](QRect place, const QString &words, const QFont &face, const QColor &color, Qt::Alignment to) {
        place = style()->visualRect(layoutDirection(), rect(), place);
        painter.setFont(face);
        painter.setPen(color);
        painter.drawText(place, static_cast<int>(QStyle::visualAlignment(layoutDirection(), to) | Qt::AlignVCenter) |
                                    Qt::TextSingleLine,
                         words);
    };
    const QRect title(left, top, right - left - (remark > 0 ? remark + Gap : 0), metrics.height());
    const QString name = strongMetrics.elidedText(QString(text()).replace("&&"_L1, "&"_L1), Qt::ElideMiddle,
                                                  title.width());
    draw(title, name, strong(font()), pale ? look.dim : look.text, Qt::AlignLeft);
    draw({right - remark, top, remark, metrics.height()}, m_remark, font(), look.dim, Qt::AlignRight);
    const QRect below(left, top + metrics.height() + 2, right - left, metrics.height());
    draw(below, metrics.elidedText(m_words, Qt::ElideMiddle, below.width()), font(), look.dim, Qt::AlignLeft);
}

void WelcomeButton::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        click();
    else
        QPushButton::keyPressEvent(event);
}

} // namespace Treatybook
