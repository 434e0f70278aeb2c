#include "ui/find/searchbox.h"

#include "ui/find/searchnote.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/plainlabel.h"
#include "ui/widgets/suggester.h"
#include "ui/widgets/theme.h"
#include "ui/widgets/undofallthrough.h"

#include <QAbstractItemView>
#include <QAction>
#include <QKeyEvent>
#include <QPainter>
#include <QTextLayout>

namespace Treatybook {

using namespace Qt::StringLiterals;

SearchBox::SearchBox(QWidget *parent) : QLineEdit(parent)
{
    setObjectName(u"search"_s);
    setAccessibleName(tr("Search"));
    setPlaceholderText(tr("Search: words, field:value, signed>=2011"));
    m_help = tr("Shows the records in which everything is found that you type (Ctrl+F):\n"
                "words, \"a phrase\", -without, this OR that, (brackets),\n"
                "party:cuba  kind:plan  title:health  status:expired\n"
                "signed:2017  signed>=2011  term:2014..2018  is:in-force\n"
                "Alt+Down offers what was asked lately.");
    setToolTip(plainToolTip(m_help));
    setClearButtonEnabled(true);
    addAction(icon(Icon::Search), LeadingPosition);
    UndoFallThrough::install(this);
    connect(this, &QLineEdit::textChanged, this, &SearchBox::read);
    m_suggester = new Suggester(this, [this](const QString &) {
        QList<Suggestion> suggestions;
        for (const Offer &offer : offersNow())
            suggestions.append({offer.label, offer.text, QString::number(offer.cursor)});
        return suggestions;
    });
    connect(m_suggester, &Suggester::chosen, this, [this](const QString &, const QString &cursor) {
        setCursorPosition(cursor.toInt());
        if (text().first(cursorPosition()).endsWith(u':')) // a field: its values next
            QMetaObject::invokeMethod(m_suggester, &Suggester::offer, Qt::QueuedConnection);
    });
}

QList<SearchBox::Offer> SearchBox::offersNow() const
{
    if (!m_isOfferingRecent)
        return m_offers ? m_offers(text(), cursorPosition()) : QList<Offer>();
    QList<Offer> offers;
    for (const QString &recent : m_recent)
        offers.append({recent, recent, recent.size()});
    return offers;
}

void SearchBox::showRecent()
{
    m_isOfferingRecent = true;
    m_suggester->offer();
    m_isOfferingRecent = false;
}

void SearchBox::remember()
{
    const QString asked = text().trimmed();
    if (m_query.isEmpty() || m_query.text() != text() || (!m_recent.isEmpty() && m_recent.first() == asked))
        return;
    m_recent.removeAll(asked);
    m_recent.prepend(asked);
    m_recent = m_recent.first(qMin(m_recent.size(), MostRecent));
    Q_EMIT recentChanged(m_recent);
}

void SearchBox::read(const QString &text)
{
    const Query query = Query::parse(text);
    m_mistake = query.mistake();
    setToolTip(plainToolTip(m_mistake ? m_mistake->sentence : m_help));
    setAccessibleDescription(m_mistake ? m_mistake->sentence : QString());
    const bool isRefused = !query.isUsable();
    if (isRefused && !m_note)
        m_note = new SearchNote(this);
    if (m_note)
        m_note->say(isRefused ? m_mistake->sentence : QString());
    update();
    if (!isRefused)
        take(query);
    else if (isFieldOfLastWord(text))
        take(Query::parse(text.first(m_mistake->begin)));
}

/// A sign came after the word that was typed last: it was the name of a field, and nobody looks for that as a word.
bool SearchBox::isFieldOfLastWord(const QString &text) const
{
    const QString &asked = m_query.text();
    const qsizetype begin = m_mistake->begin;
    const auto isSign = [](QChar c) { return c == u':' || c == u'=' || c == u'<' || c == u'>'; };
    return asked.size() > begin && asked.size() < text.size() && text.startsWith(asked) &&
           isSign(text.at(asked.size())) && std::ranges::none_of(QStringView(asked).sliced(begin), isSign) &&
           Query::parse(text.first(begin)).isUsable();
}

void SearchBox::take(const Query &query)
{
    m_query = query;
    Q_EMIT queryChanged(query);
}

void SearchBox::setQuery(const Query &query)
{
    if (query != m_query)
        setText(query.text());
}

void SearchBox::startSearch()
{
    setFocus(Qt::ShortcutFocusReason);
    selectAll();
}

void SearchBox::editPart(qsizetype part)
{
    startSearch();
    // A refused text is another one than that of the query.
    if (part >= 0 && part < m_query.parts().size() && text() == m_query.text()) {
        const Query::Part &own = m_query.parts().at(part);
        setSelection(static_cast<int>(own.begin), static_cast<int>(own.text.size()));
    }
}

bool SearchBox::closeOffers()
{
    const bool wasOpen = m_suggester->popup()->isVisible();
    m_suggester->popup()->hide();
    return wasOpen;
}

QSize SearchBox::sizeHint() const
{
    return {fontMetrics().averageCharWidth() * 60, QLineEdit::sizeHint().height()};
}

void SearchBox::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Down && event->modifiers() == Qt::AltModifier) {
        showRecent();
        return;
    }
    if (QAbstractItemView *offers = m_suggester->popup(); offers->isVisible()) {
        const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
        if (event->key() == Qt::Key_Escape || (isEnter && offers->currentIndex().isValid())) {
            event->ignore(); // the list takes it
            return;
        }
        if (isEnter)
            offers->hide();
    }
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

void SearchBox::focusOutEvent(QFocusEvent *event)
{
    QLineEdit::focusOutEvent(event);
    if (event->reason() != Qt::PopupFocusReason)
        remember();
    if (m_note)
        m_note->hide();
}

/// The box keeps its layout to itself: the same text is laid out again and put where the cursor is seen.
QRect SearchBox::placeOf(const QueryMistake &mistake) const
{
    QTextLayout layout(displayText(), font());
    layout.beginLayout();
    const QTextLine line = layout.createLine();
    layout.endLayout();
    const QRect cursor = cursorRect();
    const double origin = cursor.center().x() - line.cursorToX(cursorPosition());
    const double from = line.cursorToX(static_cast<int>(mistake.begin));
    const double to = line.cursorToX(static_cast<int>(qMin(mistake.begin + mistake.length, text().size())));
    const QRect place(qRound(origin + qMin(from, to)), cursor.top(), qMax(6, qRound(qAbs(to - from))), cursor.height());
    return place & rect().adjusted(24, 0, -24, 0); // between the icon and the button
}

void SearchBox::paintEvent(QPaintEvent *event)
{
    QLineEdit::paintEvent(event);
    if (!m_mistake)
        return;
    const QRect place = placeOf(*m_mistake);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(lookOf(palette()).asOf, 1.4));
    constexpr double Half = 2.5; // of a wave, in pixels
    QPolygonF wave;
    bool isUp = false;
    for (double x = place.left(); x <= place.right() + 1; x += Half, isUp = !isUp)
        wave.append({x, place.bottom() - (isUp ? 2.5 : 0.5)});
    painter.drawPolyline(wave);
}

} // namespace Treatybook
