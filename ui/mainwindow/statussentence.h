#pragma once

#include <QWidget>

#include <functional>

QT_FORWARD_DECLARE_CLASS(QToolButton)

namespace Treatybook {

class BookView;
class PlainLabel;

/// The line at the foot of the window: how much of the book is shown and why, for which day, and whether all is saved.
class StatusSentence : public QWidget
{
    Q_OBJECT

public:
    explicit StatusSentence(QWidget *parent = nullptr);

    /// Null when no book is open. It follows the book until another is set.
    void setBook(BookView *book, std::function<bool()> isToday);
    /// The whole line, as people read it.
    QString sentence() const;

Q_SIGNALS:
    /// The reading of the book is to be given up.
    void stopRequested();

private:
    void tell();
    QString readingWords() const;
    QString partialWords() const;
    QString countWords() const;
    QString answeringWords() const;
    void addUp();
    QString selectionWords() const;
    QString savedWords() const;

    BookView *m_book = nullptr;
    std::function<bool()> m_isToday;
    QToolButton *m_stop;
    PlainLabel *m_count, *m_selection, *m_sums, *m_filter, *m_asOf, *m_upcoming, *m_warnings, *m_file, *m_saved;
};

} // namespace Treatybook
