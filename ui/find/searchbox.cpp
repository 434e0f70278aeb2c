#include "ui/find/searchbox.h"

#include "ui/widgets/icons.h"
#include "ui/widgets/undofallthrough.h"

#include <QAction>
#include <QKeyEvent>

namespace Treatybook {

using namespace Qt::StringLiterals;

SearchBox::SearchBox(QWidget *parent) : QLineEdit(parent)
{
    setObjectName(u"search"_s);
    setAccessibleName(tr("Search"));
    setPlaceholderText(tr("Search: words, \"a phrase\", -without"));
    setToolTip(tr("Shows the records in which all words are found; -word leaves out (Ctrl+F)"));
    setClearButtonEnabled(true);
    addAction(icon(Icon::Search), LeadingPosition);
    UndoFallThrough::install(this);
    connect(this, &QLineEdit::textChanged, this,
            [this](const QString &text) { Q_EMIT queryChanged(Query::parse(text)); });
}

void SearchBox::setQuery(const Query &query)
{
    if (query != Query::parse(text()))
        setText(query.text());
}

void SearchBox::startSearch()
{
    setFocus(Qt::ShortcutFocusReason);
    selectAll();
}

QSize SearchBox::sizeHint() const
{
    return {fontMetrics().averageCharWidth() * 60, QLineEdit::sizeHint().height()};
}

void SearchBox::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Escape:
        if (text().isEmpty())
            Q_EMIT left();
        clear();
        return;
    case Qt::Key_Down:
    case Qt::Key_Return:
    case Qt::Key_Enter:
        Q_EMIT left();
        return;
    default:
        QLineEdit::keyPressEvent(event);
    }
}

} // namespace Treatybook
