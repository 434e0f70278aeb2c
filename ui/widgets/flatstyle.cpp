#include "ui/widgets/flatstyle.h"

#include "ui/widgets/icons.h"
#include "ui/widgets/theme.h"

#include <QAbstractScrollArea>
#include <QPainter>
#include <QPainterPath>
#include <QStyleOption>
#include <QTableView>
#include <QWidget>

namespace Treatybook {

using namespace Qt::StringLiterals;

namespace {

constexpr double Radius = 4.5;

void drawBox(QPainter *painter, const QRect &rect, const QColor &fill, const QColor &border, double width = 1)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setBrush(fill);
    painter->setPen(border.isValid() ? QPen(border, width) : Qt::NoPen);
    const double inset = width / 2;
    painter->drawRoundedRect(QRectF(rect).adjusted(inset, inset, -inset, -inset), Radius, Radius);
    painter->restore();
}

void drawInput(const QStyleOption *option, QPainter *painter, bool readOnly, bool accented = false)
{
    const TimelineStyle look = lookOf(option->palette);
    const bool focus = option->state & QStyle::State_HasFocus;
    const QColor fill = option->palette.color(focus ? QPalette::Base : QPalette::Window);
    if (focus)
        drawBox(painter, option->rect, fill, look.accent, 1.5);
    else if (accented)
        drawBox(painter, option->rect, fill, look.asOf);
    else
        drawBox(painter, option->rect, readOnly ? QColor(Qt::transparent) : fill, readOnly ? look.grid : look.line);
}

void drawChevron(QPainter *painter, const QRect &rect, const QColor &color, bool up = false)
{
    const QPointF center = QRectF(rect).center();
    const double tip = up ? -2 : 2;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(color, 1.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter->drawPolyline(
        QPolygonF{center + QPointF(-3.5, -tip * 0.75), center + QPointF(0, tip), center + QPointF(3.5, -tip * 0.75)});
    painter->restore();
}

bool isPrimary(const QStyleOption *option, const QWidget *widget)
{
    const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option);
    return (button && button->features & QStyleOptionButton::DefaultButton) ||
           (widget && widget->property("primary").toBool());
}

void drawButton(const QStyleOption *option, QPainter *painter, const QWidget *widget)
{
    const TimelineStyle look = lookOf(option->palette);
    const bool enabled = option->state & QStyle::State_Enabled;
    const bool down = option->state & (QStyle::State_Sunken | QStyle::State_On);
    const bool hover = enabled && option->state & QStyle::State_MouseOver;
    if (isPrimary(option, widget) && enabled) {
        const QColor fill = down ? look.blend(look.accent, 0.88) : hover ? look.blend(look.accent, 0.94) : look.accent;
        drawBox(painter, option->rect, fill, {});
    } else {
        drawBox(painter, option->rect, down ? softAccent(option->palette) : option->palette.color(QPalette::Window),
                hover || down ? look.blend(look.accent, 0.6) : look.line);
    }
    if (option->state & QStyle::State_HasFocus && option->state & QStyle::State_KeyboardFocusChange)
        drawBox(painter, option->rect.adjusted(2, 2, -2, -2), Qt::transparent,
                isPrimary(option, widget) && enabled ? look.onTone : look.accent);
}

void drawCombo(const QStyleOptionComboBox *combo, QPainter *painter)
{
    QStyleOption box(*combo);
    drawInput(&box, painter, !(combo->state & QStyle::State_Enabled));
    if (combo->state & QStyle::State_Enabled) {
        const QRect arrow =
            QStyle::visualRect(combo->direction, combo->rect,
                               QRect(combo->rect.right() - 22, combo->rect.top(), 20, combo->rect.height()));
        drawChevron(painter, arrow, lookOf(combo->palette).dim);
    }
}

/// The thumb between the two ends, as long as what is seen is of the whole.
QRect thumbRect(const QStyleOptionSlider *bar)
{
    const bool vertical = bar->orientation == Qt::Vertical;
    const int length = vertical ? bar->rect.height() : bar->rect.width();
    const qint64 range = qint64(bar->maximum) - bar->minimum;
    int thumb = length;
    if (range > 0)
        thumb = qBound(qMin(28, length), int(length * qint64(bar->pageStep) / (range + bar->pageStep)), length);
    const int start = QStyle::sliderPositionFromValue(bar->minimum, bar->maximum, bar->sliderPosition, length - thumb,
                                                      bar->upsideDown);
    const QRect rect =
        vertical ? QRect(0, start, bar->rect.width(), thumb) : QRect(start, 0, thumb, bar->rect.height());
    return QStyle::visualRect(bar->direction, bar->rect, rect.translated(bar->rect.topLeft()));
}

void drawScrollBar(const QStyleOptionSlider *bar, QPainter *painter, const QWidget *widget)
{
    const TimelineStyle look = lookOf(bar->palette);
    const QWidget *holder = widget && widget->parentWidget() ? widget->parentWidget()->parentWidget() : nullptr;
    const auto *area = qobject_cast<const QAbstractScrollArea *>(holder);
    painter->fillRect(bar->rect, bar->palette.color(area ? area->viewport()->backgroundRole() : QPalette::Base));
    if (bar->maximum <= bar->minimum)
        return;
    const bool active = bar->state & QStyle::State_MouseOver || bar->activeSubControls & QStyle::SC_ScrollBarSlider;
    drawBox(painter, thumbRect(bar).adjusted(2, 2, -2, -2), look.blend(look.dim, active ? 0.8 : 0.45), {});
}

void drawHeaderSection(const QStyleOption *option, QPainter *painter)
{
    const TimelineStyle look = lookOf(option->palette);
    painter->fillRect(option->rect, look.band);
    painter->fillRect(QRect(option->rect.left(), option->rect.bottom(), option->rect.width(), 1), look.line);
}

void drawMenuBarItem(const QStyleOptionMenuItem *item, QPainter *painter, const QStyle *style)
{
    painter->fillRect(item->rect, item->palette.color(QPalette::Window));
    if (item->state & QStyle::State_Selected)
        drawBox(painter, item->rect.adjusted(1, 2, -1, -2), softAccent(item->palette), {});
    int flags = Qt::AlignCenter | Qt::TextShowMnemonic | Qt::TextDontClip | Qt::TextSingleLine;
    if (!style->styleHint(QStyle::SH_UnderlineShortcut, item))
        flags |= Qt::TextHideMnemonic;
    style->drawItemText(painter, item->rect, flags, item->palette, item->state & QStyle::State_Enabled, item->text,
                        QPalette::WindowText);
}

} // namespace

FlatStyle::FlatStyle() : QProxyStyle(u"Fusion"_s) {}

void FlatStyle::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                              const QWidget *widget) const
{
    switch (element) {
    case PE_PanelLineEdit:
        if (const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option); frame && frame->lineWidth > 0)
            drawInput(option, painter, option->state & State_ReadOnly, widget && widget->property("accented").toBool());
        return;
    case PE_FrameLineEdit:
    case PE_PanelMenuBar:
    case PE_FrameStatusBarItem:
        return;
    case PE_Frame:
        drawBox(painter, option->rect, Qt::transparent,
                option->state & State_HasFocus ? lookOf(option->palette).accent : lookOf(option->palette).line);
        return;
    case PE_PanelButtonCommand:
        drawButton(option, painter, widget);
        return;
    case PE_PanelButtonTool:
        if (!(option->state & State_AutoRaise) || isPrimary(option, widget))
            drawButton(option, painter, widget);
        else if (option->state & (State_Sunken | State_On | State_MouseOver) && option->state & State_Enabled)
            drawBox(painter, option->rect, softAccent(option->palette), {});
        return;
    case PE_FrameFocusRect:
        if (option->state & State_KeyboardFocusChange || qstyleoption_cast<const QStyleOptionFocusRect *>(option))
            drawBox(painter, option->rect, Qt::transparent, lookOf(option->palette).accent);
        return;
    case PE_IndicatorHeaderArrow:
        if (const auto *header = qstyleoption_cast<const QStyleOptionHeader *>(option); header && widget)
            drawChevron(painter, QRect(option->rect.left(), 0, option->rect.width(), widget->height()),
                        lookOf(option->palette).dim, header->sortIndicator == QStyleOptionHeader::SortUp);
        return;
    case PE_PanelScrollAreaCorner:
        painter->fillRect(option->rect, option->palette.color(QPalette::Base));
        return;
    case PE_PanelStatusBar:
        painter->fillRect(QRect(option->rect.left(), option->rect.top(), option->rect.width(), 1),
                          lookOf(option->palette).line);
        return;
    default:
        QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
}

void FlatStyle::drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                            const QWidget *widget) const
{
    const TimelineStyle look = lookOf(option->palette);
    switch (element) {
    case CE_HeaderSection:
    case CE_HeaderEmptyArea:
        drawHeaderSection(option, painter);
        return;
    case CE_MenuBarEmptyArea:
        painter->fillRect(option->rect, option->palette.color(QPalette::Window));
        return;
    case CE_MenuBarItem:
        if (const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option))
            drawMenuBarItem(item, painter, proxy());
        return;
    case CE_ToolBar:
        painter->fillRect(option->rect, option->palette.color(QPalette::Base));
        painter->fillRect(QRect(option->rect.left(), option->rect.top(), option->rect.width(), 1), look.line);
        painter->fillRect(QRect(option->rect.left(), option->rect.bottom(), option->rect.width(), 1), look.line);
        return;
    case CE_Splitter:
        painter->fillRect(option->rect, look.line);
        return;
    case CE_PushButtonLabel:
    case CE_ToolButtonLabel:
        if (isPrimary(option, widget) && option->state & State_Enabled) {
            if (const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option)) {
                QStyleOptionButton copy(*button);
                copy.palette.setColor(QPalette::ButtonText, look.onTone);
                QProxyStyle::drawControl(element, &copy, painter, widget);
                return;
            }
            if (const auto *button = qstyleoption_cast<const QStyleOptionToolButton *>(option)) {
                QStyleOptionToolButton copy(*button);
                copy.palette.setColor(QPalette::ButtonText, look.onTone);
                QProxyStyle::drawControl(element, &copy, painter, widget);
                return;
            }
        }
        break;
    default:
        break;
    }
    if (const auto *button = qstyleoption_cast<const QStyleOptionToolButton *>(option);
        element == CE_ToolButtonLabel && button && button->toolButtonStyle == Qt::ToolButtonTextBesideIcon) {
        QStyleOptionToolButton copy(*button);
        copy.rect.adjust(4, 0, 0, 0);
        QProxyStyle::drawControl(element, &copy, painter, widget);
        return;
    }
    QProxyStyle::drawControl(element, option, painter, widget);
}

void FlatStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
                                   const QWidget *widget) const
{
    if (control == CC_ComboBox) {
        if (const auto *combo = qstyleoption_cast<const QStyleOptionComboBox *>(option))
            return drawCombo(combo, painter);
    } else if (control == CC_ScrollBar) {
        if (const auto *bar = qstyleoption_cast<const QStyleOptionSlider *>(option))
            return drawScrollBar(bar, painter, widget);
    } else if (control == CC_ToolButton) {
        const auto *button = qstyleoption_cast<const QStyleOptionToolButton *>(option);
        if (button && button->features & QStyleOptionToolButton::HasMenu) {
            QStyleOptionToolButton plain(*button); // our chevron stands for Fusion's small arrow
            plain.features &= ~(QStyleOptionToolButton::HasMenu | QStyleOptionToolButton::MenuButtonPopup);
            plain.subControls = SC_ToolButton;
            const QRect arrow(button->rect.right() - 20, button->rect.top(), 16, button->rect.height());
            proxy()->drawPrimitive(PE_PanelButtonTool, &plain, painter, widget);
            plain.rect.adjust(6, 0, -18, 0);
            proxy()->drawControl(CE_ToolButtonLabel, &plain, painter, widget);
            const TimelineStyle look = lookOf(option->palette);
            const bool enabled = option->state & State_Enabled;
            drawChevron(painter, visualRect(button->direction, button->rect, arrow),
                        isPrimary(option, widget) && enabled ? look.onTone : look.dim);
            return;
        }
    }
    QProxyStyle::drawComplexControl(control, option, painter, widget);
}

QRect FlatStyle::subControlRect(ComplexControl control, const QStyleOptionComplex *option, SubControl subControl,
                                const QWidget *widget) const
{
    if (control == CC_ScrollBar) {
        if (const auto *bar = qstyleoption_cast<const QStyleOptionSlider *>(option)) {
            const QRect thumb = thumbRect(bar);
            const bool vertical = bar->orientation == Qt::Vertical;
            switch (subControl) {
            case SC_ScrollBarSlider:
                return thumb;
            case SC_ScrollBarGroove:
                return bar->rect;
            case SC_ScrollBarSubPage:
                return vertical ? QRect(bar->rect.topLeft(), QPoint(bar->rect.right(), thumb.top() - 1))
                                : QRect(bar->rect.topLeft(), QPoint(thumb.left() - 1, bar->rect.bottom()));
            case SC_ScrollBarAddPage:
                return vertical ? QRect(QPoint(bar->rect.left(), thumb.bottom() + 1), bar->rect.bottomRight())
                                : QRect(QPoint(thumb.right() + 1, bar->rect.top()), bar->rect.bottomRight());
            default:
                return {};
            }
        }
    }
    const QRect rect = QProxyStyle::subControlRect(control, option, subControl, widget);
    return control == CC_ComboBox && subControl == SC_ComboBoxEditField ? rect.adjusted(3, 0, 0, 0) : rect;
}

QSize FlatStyle::sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size,
                                  const QWidget *widget) const
{
    QSize result = QProxyStyle::sizeFromContents(type, option, size, widget);
    const int line = option ? option->fontMetrics.height() : 0;
    switch (type) {
    case CT_ComboBox:
        result.rwidth() += 6; // the text is moved to the right
        [[fallthrough]];
    case CT_LineEdit:
        result.setHeight(qMax(result.height(), line + 12));
        break;
    case CT_PushButton:
        result = QSize(qMax(size.width() + 24, 72), line + 13);
        break;
    case CT_ToolButton: {
        const auto *button = qstyleoption_cast<const QStyleOptionToolButton *>(option);
        const bool menu = button && button->features & QStyleOptionToolButton::HasMenu;
        result = QSize(size.width() + (menu ? 28 : 12), qMax(size.height() + 8, line + 12));
        break;
    }
    case CT_ItemViewItem:
        result.setHeight(qMax(result.height(), line + 8));
        break;
    case CT_MenuItem:
        if (const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option);
            item && item->menuItemType != QStyleOptionMenuItem::Separator)
            result.setHeight(qMax(result.height(), line + 10));
        break;
    case CT_MenuBarItem:
        result += QSize(4, 4);
        break;
    default:
        break;
    }
    return result;
}

QRect FlatStyle::subElementRect(SubElement element, const QStyleOption *option, const QWidget *widget) const
{
    const QRect rect = QProxyStyle::subElementRect(element, option, widget);
    const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option);
    if (element == SE_LineEditContents && frame && frame->lineWidth > 0)
        return rect.adjusted(4, 0, -4, 0);
    return rect;
}

QIcon FlatStyle::standardIcon(StandardPixmap standard, const QStyleOption *option, const QWidget *widget) const
{
    // Qt's own are pictures in a few sizes, grey on any ground.
    if (standard == SP_LineEditClearButton)
        return icon(Icon::Close);
    return QProxyStyle::standardIcon(standard, option, widget);
}

int FlatStyle::pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
{
    switch (metric) {
    case PM_ScrollBarExtent:
        return 12;
    case PM_ToolBarItemSpacing:
        return 6;
    case PM_ToolBarFrameWidth:
    case PM_ToolBarItemMargin:
        return 4;
    case PM_MenuButtonIndicator:
        return 16;
    case PM_FocusFrameHMargin: // so that cells stand below their headings
        return qobject_cast<const QTableView *>(widget) ? 7 : QProxyStyle::pixelMetric(metric, option, widget);
    case PM_HeaderMargin:
        return 8;
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int FlatStyle::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                         QStyleHintReturn *returnData) const
{
    if (hint == SH_EtchDisabledText || hint == SH_ComboBox_Popup)
        return 0;
    return QProxyStyle::styleHint(hint, option, widget, returnData);
}

} // namespace Treatybook
