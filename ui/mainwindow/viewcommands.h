#pragma once

#include "domain/savedview.h"
#include "timeline/timelinechoices.h"
#include "ui/table/tablecolumns.h"

#include <QObject>
#include <QPointer>

#include <optional>

namespace Treatybook {

class Actions;
class AsOfBox;
class BookView;
class SearchBox;

/// Ties the saved views of the open book to what the window shows: query, order, columns and day.
class ViewCommands : public QObject
{
    Q_OBJECT

public:
    ViewCommands(Actions &actions, SearchBox &search, AsOfBox &asOf, QObject *parent);

    /// Null when no book is open.
    void setBook(BookView *book);

Q_SIGNALS:
    void failed(const Treatybook::Error &error);

private:
    void apply(const SavedView &view);
    void takeColumns(const SavedView &view);
    void takeTimeline(const SavedView &view);
    /// That view with what is shown instead of what it had.
    SavedView shown(SavedView view) const;
    std::optional<Day> chosenDay() const;
    bool isShown(const SavedView &view) const;
    void mark();

    Actions &m_actions;
    SearchBox &m_search;
    AsOfBox &m_asOf;
    QPointer<BookView> m_book;
    QString m_chosen; ///< of several views that show the same, the one that is meant
    /// While a view shows columns of its own, those of before; none are the usual ones.
    std::optional<QList<TableColumn>> m_ownColumns;
    std::optional<TimelineChoices> m_ownTimeline; ///< while a view has replaced them
};

} // namespace Treatybook
