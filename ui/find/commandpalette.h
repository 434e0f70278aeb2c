#pragma once

#include <QFrame>
#include <QPointer>

#include <functional>

QT_FORWARD_DECLARE_CLASS(QAction)
QT_FORWARD_DECLARE_CLASS(QLineEdit)
QT_FORWARD_DECLARE_CLASS(QListView)
QT_FORWARD_DECLARE_CLASS(QStandardItemModel)

namespace Treatybook {

/// Something that can be chosen by its name.
struct PaletteEntry {
    QString name;
    QString note; ///< dim, at the right: a shortcut, a date
    std::function<void()> run;
};

/// A line and a list at the top of the window: whatever is typed is looked for among the names of commands and records.
/// Up and Down choose, Enter does it, Esc goes back to where the focus was.
class CommandPalette : public QFrame
{
    Q_OBJECT

public:
    /// What is there for a typed text, the best first; asked anew at every keystroke.
    using Source = std::function<QList<PaletteEntry>(const QString &typed)>;

    CommandPalette(Source source, QWidget *window);

    void open();

protected:
    bool eventFilter(QObject *object, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void follow(const QString &typed);
    void place();
    void step(int by);
    void run(int row);
    void close(bool goesBack);

    Source m_source;
    QList<PaletteEntry> m_entries;
    QLineEdit *m_line;
    QListView *m_list;
    QStandardItemModel *m_rows;
    QPointer<QWidget> m_before; ///< that had the focus
};

/// The commands whose text has all words of `typed` at word starts, in their order; those that are off are left out.
QList<PaletteEntry> commandsNamed(const QList<QAction *> &actions, const QString &typed);

} // namespace Treatybook
