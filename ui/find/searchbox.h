#pragma once

#include "domain/query.h"

#include <QLineEdit>

namespace Treatybook {

/// Filters on each keystroke. Esc clears; on an empty box it gives the focus back.
class SearchBox : public QLineEdit
{
    Q_OBJECT

public:
    explicit SearchBox(QWidget *parent = nullptr);

    /// Shows a query that was changed elsewhere; nothing happens if it is what the text asks for.
    void setQuery(const Query &query);
    /// Puts the cursor in and selects what is there.
    void startSearch();

    QSize sizeHint() const override;

Q_SIGNALS:
    void queryChanged(const Treatybook::Query &query);
    /// Down or Enter: on to what was found. Esc in the empty box as well.
    void left();

protected:
    void keyPressEvent(QKeyEvent *event) override;
};

} // namespace Treatybook
