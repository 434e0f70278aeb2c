#pragma once

#include "domain/vocabulary.h"
#include "ui/widgets/markedlineedit.h"


#include <functional>

QT_FORWARD_DECLARE_CLASS(QCompleter)

namespace Treatybook {

/// Texts in order on one line, separated by "; " (a backslash keeps a ";" in a text). With a vocabulary its entries
/// show as labels and come back as keys; other texts stay as they are. While one types, entries and what other records
/// hold are offered. Backspace after a separator takes the whole text before it, Alt+Up and Alt+Down move the one under
/// the cursor, and a double click selects it.
class ListEdit : public MarkedLineEdit
{
    Q_OBJECT

public:
    /// `vocabulary` may be null.
    ListEdit(const Vocabulary *vocabulary, Language language, QWidget *parent = nullptr);

    void setItems(const QStringList &items);
    QStringList items() const;
    /// What is offered besides the vocabulary, such as what other records hold; asked when the line gets the focus.
    void setSuggestions(std::function<QStringList()> source);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;

private:
    QString labelOf(const QString &item) const;
    /// Where the text under the cursor begins and ends, with the blanks around it.
    std::pair<int, int> itemAt(int position) const;
    void replaceText(int start, int end, const QString &text);
    void gatherOffers();
    void offer();
    void complete(const QString &label);
    bool removeItemBefore();
    bool moveItem(int step);

    const Vocabulary *m_vocabulary;
    Language m_language;
    std::function<QStringList()> m_source;
    QStringList m_labels;       ///< that can be offered
    QList<QByteArray> m_folded; ///< the same, with a blank before every word
    QCompleter *m_completer;
};

} // namespace Treatybook
