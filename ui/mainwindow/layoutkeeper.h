#pragma once

#include <QObject>
#include <QPointer>
#include <QTimer>

QT_FORWARD_DECLARE_CLASS(QAction)
QT_FORWARD_DECLARE_CLASS(QMainWindow)
QT_FORWARD_DECLARE_CLASS(QSplitter)

namespace Treatybook {

class AsOfBox;
class BookView;
class Settings;

/// Remembers how the window is arranged: its place, every named splitter, columns and order of the table; and for each
/// book its record, as-of rule and timeline window. Keeps plain numbers and looks at each before it uses it, since Qt's
/// own saved states crash on damaged bytes. Writes a moment after a change, so that a killed program forgets little.
class LayoutKeeper : public QObject
{
    Q_OBJECT

public:
    /// Puts the window where it was; before it is shown.
    LayoutKeeper(QMainWindow &window, Settings &settings, AsOfBox &asOf);

    /// A part of the window that can be switched off; it is on, unless it was switched off before.
    void keepShown(QAction *action);
    /// Keeps what the present book shows, and arranges the next. Null before a book goes.
    void setBook(BookView *book);
    /// The book has its records: goes to the one it was left at, unless another was chosen meanwhile.
    void bookLoaded();
    /// Everything as on the first day.
    void reset();
    /// The same for a window that does not exist yet.
    static void forget(Settings &settings);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void keep();
    void keepWindow();
    void keepTable();
    void keepFacets();
    void keepBook();
    void placeWindow();
    void arrangeSplitters();
    void arrangeTable();
    void arrangeFacets();
    void restoreAsOf();

    QMainWindow &m_window;
    Settings &m_settings;
    AsOfBox &m_asOf;
    QList<QAction *> m_shown;
    QPointer<BookView> m_book;
    QTimer m_soon;
    bool m_loaded = false; ///< the book has its records, and the window what was remembered of it
};

} // namespace Treatybook
