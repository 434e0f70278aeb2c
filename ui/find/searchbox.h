#pragma once

#include "domain/query.h"

#include <QLineEdit>

#include <functional>

namespace Treatybook {

class SearchNote;
class Suggester;

/// Filters on each keystroke, in the language of queries. A mistake is underlined and explained, and what was found
/// last stays. Offers fields and values while one types, and what was asked lately with Alt+Down. Esc clears; on an
/// empty box it gives the focus back.
class SearchBox : public QLineEdit
{
    Q_OBJECT

public:
    explicit SearchBox(QWidget *parent = nullptr);

    /// A text that the box may have next, with what the list shows of it and where the cursor is then.
    struct Offer {
        QString text, label;
        qsizetype cursor = 0;
    };
    using Offers = std::function<QList<Offer>(const QString &text, qsizetype cursor)>;

    static constexpr qsizetype MostRecent = 12;

    void setOffers(const Offers &offers) { m_offers = offers; }
    /// Queries of before, the latest first.
    void setRecent(const QStringList &texts) { m_recent = texts; }

    /// Shows a query that was changed elsewhere; nothing happens if it is what was understood last.
    void setQuery(const Query &query);
    /// Puts the cursor in and selects what is there.
    void startSearch();
    /// The same with one part of the query; -1 is all of it.
    void editPart(qsizetype part);
    /// False if no list of offers was open.
    bool closeOffers();

    QSize sizeHint() const override;

Q_SIGNALS:
    /// Never with a mistake that cannot be answered.
    void queryChanged(const Treatybook::Query &query);
    /// Down or Enter: on to what was found. Esc in the empty box as well.
    void left();
    /// A query was looked at and left: it is the first of these now.
    void recentChanged(const QStringList &texts);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void read(const QString &text);
    bool isFieldOfLastWord(const QString &text) const;
    void take(const Query &query);
    QList<Offer> offersNow() const;
    void remember();
    void showRecent();
    QRect placeOf(const QueryMistake &mistake) const;

    Query m_query; ///< that was understood last
    std::optional<QueryMistake> m_mistake;
    QString m_help;
    Offers m_offers;
    QStringList m_recent;
    Suggester *m_suggester;
    bool m_isOfferingRecent = false;
    SearchNote *m_note = nullptr; ///< made when first needed; a child of the window
};

} // namespace Treatybook
