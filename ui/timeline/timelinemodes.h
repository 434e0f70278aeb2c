#pragma once

#include "timeline/timelinechoices.h"

#include <QObject>

QT_FORWARD_DECLARE_CLASS(QAction)
QT_FORWARD_DECLARE_CLASS(QActionGroup)
QT_FORWARD_DECLARE_CLASS(QMenu)
QT_FORWARD_DECLARE_CLASS(QWidget)

namespace Treatybook {

class TimelineView;

/// How a timeline shows its records: the commands for encoding and groups, a bar and menus of them.
class TimelineModes : public QObject
{
    Q_OBJECT

public:
    explicit TimelineModes(TimelineView &view);

    /// Auto, Rows, Lanes, Density side by side, and what it is grouped by.
    QWidget *makeBar(QWidget *parent);
    /// Of the bar, what has room in that many pixels: the rest is in the menus as well.
    void setRoom(int width);
    /// All that the timeline can do, with menus for encoding and groups.
    void fill(QMenu &menu) const;

private:
    QAction *addCommand(const QString &name, const QString &text, const QString &tip, const QKeySequence &keys = {});
    static QString tipOf(Encoding encoding);
    void addEncodings();
    void addGroupings();
    void addColourings();
    void addGroupCommands();
    void addSigns();
    QWidget *makeChoice(QWidget *parent, const QString &name, const QString &label, QActionGroup *group);
    void follow();
    void showMenu(const QPoint &place, const std::optional<QString> &group);
    template <class Change>
    void change(Change change);

    TimelineView &m_view;
    QActionGroup *m_encodings, *m_groupings, *m_colourings;
    QList<QAction *> m_commands, m_groupCommands, m_signCommands;
    QList<QMenu *> m_menus;
    QList<QWidget *> m_words; ///< before the boxes of the bar
    QWidget *m_colourChoice = nullptr;
    std::optional<QString> m_asked; ///< the group whose menu is open
};

} // namespace Treatybook
