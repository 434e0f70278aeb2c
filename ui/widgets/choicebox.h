#pragma once

#include "domain/vocabulary.h"

#include <QComboBox>

namespace Treatybook {

/// One of some choices: an entry of a vocabulary, shown by its label, or whatever else has a key. The wheel changes it
/// only while it has the focus, so that scrolling a form does not edit it.
class ChoiceBox : public QComboBox
{
    Q_OBJECT

public:
    struct Choice {
        QString key, label;
        bool operator==(const Choice &) const = default;
    };

    ChoiceBox(const Vocabulary &vocabulary, Language language, QWidget *parent = nullptr);
    explicit ChoiceBox(const QList<Choice> &choices, QWidget *parent = nullptr);

    void setChoices(const QList<Choice> &choices);
    /// A key that is none of the choices stays until another one is chosen.
    void setKey(const QString &key);
    const QString &key() const { return m_key; }

Q_SIGNALS:
    /// By the person, not by setKey().
    void edited();

protected:
    void wheelEvent(QWheelEvent *event) override;

private:
    QList<Choice> m_choices;
    QString m_key;
};

} // namespace Treatybook
