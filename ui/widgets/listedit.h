#pragma once

#include "domain/vocabulary.h"

#include <QLineEdit>

QT_FORWARD_DECLARE_CLASS(QCompleter)

namespace Treatybook {

/// Texts in order on one line, separated by "; " (a backslash keeps a ";" in a text). With a vocabulary its entries
/// show as labels, are completed while one types, and come back as keys; other texts stay as they are.
class ListEdit : public QLineEdit
{
    Q_OBJECT

public:
    /// `vocabulary` may be null.
    ListEdit(const Vocabulary *vocabulary, Language language, QWidget *parent = nullptr);

    void setItems(const QStringList &items);
    QStringList items() const;
    /// What is offered besides the vocabulary, such as what other records hold.
    void setSuggestions(const QStringList &suggestions);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    QString labelOf(const QString &item) const;
    qsizetype itemStart() const;
    void offer();
    void complete(const QString &label);

    const Vocabulary *m_vocabulary;
    Language m_language;
    QCompleter *m_completer = nullptr;
};

} // namespace Treatybook
