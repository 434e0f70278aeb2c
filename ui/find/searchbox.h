#pragma once

#include "domain/query.h"

#include <QLineEdit>

namespace Treatybook {

class SearchNote;

/// Filters on each keystroke, in the language of queries. A mistake is underlined and explained, and what was found
/// last stays. Esc clears; on an empty box it gives the focus back.
class SearchBox : public QLineEdit
{
    Q_OBJECT

public:
    explicit SearchBox(QWidget *parent = nullptr);

    /// Shows a query that was changed elsewhere; nothing happens if it is what was understood last.
    void setQuery(const Query &query);
    /// Puts the cursor in and selects what is there.
    void startSearch();
    /// The same with one part of the query; -1 is all of it.
    void editPart(qsizetype part);

    QSize sizeHint() const override;

Q_SIGNALS:
    /// Never with a mistake that cannot be answered.
    void queryChanged(const Treatybook::Query &query);
    /// Down or Enter: on to what was found. Esc in the empty box as well.
    void left();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void read(const QString &text);
    QRect placeOf(const QueryMistake &mistake) const;

    Query m_query; ///< that was understood last
    std::optional<QueryMistake> m_mistake;
    QString m_help;
    SearchNote *m_note = nullptr; ///< made when first needed; a child of the window
};

} // namespace Treatybook
