#pragma once

#include "ui/widgets/markedlineedit.h"

namespace Treatybook {

class LongTextEdit;

/// One line of text. A text that a line edit would cut (32,767 characters) or whose line breaks it would not show is
/// edited in a box instead.
class TextEdit : public QWidget
{
    Q_OBJECT

public:
    explicit TextEdit(QWidget *parent = nullptr);

    void setText(const QString &text);
    QString text() const;
    void setReadOnly(bool readOnly);
    void setSought(const SoughtWords &words);
    QLineEdit *lineEdit() const { return m_line; }
    /// The name that tests and screen readers find; on whichever of the two is in use.
    void setInputName(const QString &objectName, const QString &accessibleName);

Q_SIGNALS:
    /// By the person, not by setText().
    void edited();

private:
    bool isLong() const;

    MarkedLineEdit *m_line;
    LongTextEdit *m_box = nullptr; ///< made when first needed
    SoughtWords m_sought;
    bool m_readOnly = false;
    QString m_objectName, m_accessibleName;
};

} // namespace Treatybook
