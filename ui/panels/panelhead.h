#pragma once

#include "ui/widgets/icons.h"

#include <QWidget>

QT_FORWARD_DECLARE_CLASS(QBoxLayout)
QT_FORWARD_DECLARE_CLASS(QComboBox)
QT_FORWARD_DECLARE_CLASS(QTabBar)
QT_FORWARD_DECLARE_CLASS(QToolButton)

namespace Treatybook {

class ChangesModel;

/// The tabs above a list of the bottom panel, with what is chosen for it and done with it; in two lines where one is
/// too narrow.
class PanelHead : public QWidget
{
    Q_OBJECT

public:
    /// The number of the tabs is that of BottomPanel::Page.
    enum Tab { Upcoming, Problems, Changes };

    PanelHead(ChangesModel &changes, int days, QWidget *parent = nullptr);

    void setTab(int tab);
    void focusTabs();
    /// Shown on the tabs; none are not.
    void setCounts(int upcoming, int problems);

    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void tabChanged(int tab);
    /// Of the whole book, or of what is shown only.
    void scopeChosen(bool onlyShown);
    void daysChosen(int days);
    void copyRequested();
    void saveRequested();
    void closeRequested();

protected:
    void resizeEvent(QResizeEvent *event) override;
    bool event(QEvent *event) override;

private:
    QToolButton *addButton(const char *name, Icon sign, const QString &text, const QString &toolTip);
    void arrange();
    void showControlsOf(int tab);

    QTabBar *m_tabs;
    QWidget *m_controls, *m_since;
    QComboBox *m_period;
    QBoxLayout *m_layout;
};

} // namespace Treatybook
