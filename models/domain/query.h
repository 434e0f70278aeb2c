#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

QT_FORWARD_DECLARE_CLASS(QLocale)

namespace Treatybook {

/// What somebody looks for, as typed in the search box or given to `--query`. All terms must hold: `word` is found at
/// the start of words, `"a phrase"` as whole words in that order, `-word` and `-"a phrase"` must not be found. A phrase
/// whose quote is not closed yet may still end within a word. A value.
class Query
{
public:
    struct Term {
        QString text;      ///< as typed, without minus and quotes
        QByteArray needle; ///< folded words with a blank before each, see fold.h
        bool wholeWords = false;
        bool excluded = false;
        friend bool operator==(const Term &a, const Term &b)
        {
            return a.needle == b.needle && a.wholeWords == b.wholeWords && a.excluded == b.excluded;
        }
    };

    Query() = default;
    /// Understands any text; signs that no word holds are passed over.
    static Query parse(const QString &text);

    /// As it was typed.
    const QString &text() const { return m_text; }
    /// It asks for nothing: every record matches.
    bool isEmpty() const { return m_terms.isEmpty(); }
    const QList<Term> &terms() const { return m_terms; }

    /// The same without one of its terms, its text written anew.
    Query without(qsizetype term) const;

    /// Whatever matches this also matches `wider`, so that its hits need only be searched again.
    bool narrows(const Query &wider) const;
    /// For reports and the status sentence: "containing “vaccine” and “rice”, without “health”". Empty if it asks for
    /// nothing.
    QString inWords(const QLocale &locale) const;

    /// They ask for the same, however it was typed.
    friend bool operator==(const Query &a, const Query &b) { return a.m_terms == b.m_terms; }

private:
    QString m_text;
    QList<Term> m_terms;
};

} // namespace Treatybook
