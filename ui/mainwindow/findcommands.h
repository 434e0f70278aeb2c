#pragma once

#include <QObject>
#include <QPointer>

#include <memory>

namespace Treatybook {

class Actions;
class BookView;
class QueryCompletion;
class SearchBox;
class Settings;

/// Ties search box, facets, chips and their commands to the filter of the open book, which is the one truth: whoever
/// changes it, the others follow. Remembers whether the side bar is shown, and what was asked
/// lately.
class FindCommands : public QObject
{
    Q_OBJECT

public:
    FindCommands(Actions &actions, SearchBox &search, Settings &settings, QObject *parent);
    ~FindCommands() override;

    /// Begins without words; null when no book is open.
    void setBook(BookView *book);

private:
    void stepBack();
    void showFacets(bool shown);
    void stepPane(bool forward);
    void update();
    void offerFrom(BookView &book);

    Actions &m_actions;
    SearchBox &m_search;
    Settings &m_settings;
    QPointer<BookView> m_book;
    std::unique_ptr<QueryCompletion> m_completion; ///< of the open book
};

} // namespace Treatybook
