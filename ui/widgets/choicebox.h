#pragma once

#include "domain/vocabulary.h"

#include <QComboBox>

namespace Treatybook {

/// One entry of a vocabulary, shown by its label. The wheel changes it only while it has the focus, so that scrolling a
/// form does not edit it.
class ChoiceBox : public QComboBox
{
    Q_OBJECT

public:
    ChoiceBox(const Vocabulary &vocabulary, Language language, QWidget *parent = nullptr);

    void setKey(const QString &key);
    QString key() const;

Q_SIGNALS:
    /// By the person, not by setKey().
    void edited();

protected:
    void wheelEvent(QWheelEvent *event) override;

private:
    const Vocabulary &m_vocabulary;
};

} // namespace Treatybook
