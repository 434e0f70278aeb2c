#include "domain/query.h"

#include "domain/fold.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace Treatybook {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Treatybook", text);
}

bool opensQuote(QChar c)
{
    return c == u'"' || c == u'“' || c == u'”' || c == u'„' || c == u'«' || c == u'»';
}

/// Cuts the text into words and phrases.
class Scanner
{
public:
    explicit Scanner(QStringView text) : m_rest(text) {}

    /// False at the end of the text.
    bool next(Query::Term &term)
    {
        m_rest = m_rest.trimmed();
        if (m_rest.isEmpty())
            return false;
        term = {};
        if (m_rest.startsWith(u'-') && m_rest.size() > 1) {
            term.excluded = true;
            m_rest = m_rest.sliced(1);
        }
        term.text = (opensQuote(m_rest.front()) ? phrase(term.wholeWords) : word()).trimmed().toString();
        const QByteArray folded = fold(term.text);
        if (!folded.isEmpty())
            term.needle = ' ' + folded;
        return true;
    }

private:
    QStringView phrase(bool &closed)
    {
        m_rest = m_rest.sliced(1);
        const auto end = std::find_if(m_rest.begin(), m_rest.end(), opensQuote);
        closed = end != m_rest.end();
        const QStringView found = m_rest.first(end - m_rest.begin());
        m_rest = m_rest.sliced(found.size() + (closed ? 1 : 0));
        return found;
    }

    QStringView word()
    {
        const auto ends = [](QChar c) { return c.isSpace() || opensQuote(c); };
        const auto end = std::find_if(m_rest.begin(), m_rest.end(), ends);
        const QStringView found = m_rest.first(end - m_rest.begin());
        m_rest = m_rest.sliced(found.size());
        return found;
    }

    QStringView m_rest;
};

/// Every text that has `a` also has `b`.
bool implies(const Query::Term &a, const Query::Term &b)
{
    return b.wholeWords ? a == b : a.needle.startsWith(b.needle);
}

QString quotedList(const QList<Query::Term> &terms, bool excluded, const QLocale &locale)
{
    QStringList quoted;
    for (const Query::Term &term : terms) {
        if (term.excluded == excluded)
            quoted.append(tr("“%1”").arg(term.text));
    }
    return locale.createSeparatedList(quoted);
}

} // namespace

Query Query::parse(const QString &text)
{
    Query query;
    query.m_text = text;
    Scanner scanner(text);
    for (Term term; scanner.next(term);) {
        if (!term.needle.isEmpty() && !query.m_terms.contains(term))
            query.m_terms.append(term);
    }
    return query;
}

Query Query::without(qsizetype term) const
{
    QStringList left;
    for (qsizetype i = 0; i < m_terms.size(); ++i) {
        const Term &own = m_terms.at(i);
        // A phrase that is still open is the last term, and stays open.
        const bool open = !own.wholeWords && std::ranges::any_of(own.text, [](QChar c) { return c.isSpace(); });
        const QString text = own.wholeWords ? QStringLiteral("\"%1\"").arg(own.text)
                             : open         ? QLatin1Char('"') + own.text
                                            : own.text;
        if (i != term)
            left.append(own.excluded ? QLatin1Char('-') + text : text);
    }
    return parse(left.join(QLatin1Char(' ')));
}

bool Query::narrows(const Query &wider) const
{
    return std::ranges::all_of(wider.m_terms, [this](const Term &old) {
        return std::ranges::any_of(m_terms, [&](const Term &own) {
            return own.excluded == old.excluded && (own.excluded ? implies(old, own) : implies(own, old));
        });
    });
}

QString Query::inWords(const QLocale &locale) const
{
    const QString wanted = quotedList(m_terms, false, locale);
    const QString unwanted = quotedList(m_terms, true, locale);
    if (unwanted.isEmpty())
        return wanted.isEmpty() ? QString() : tr("containing %1").arg(wanted);
    if (wanted.isEmpty())
        return tr("without %1").arg(unwanted);
    return tr("containing %1, without %2").arg(wanted, unwanted);
}

} // namespace Treatybook
