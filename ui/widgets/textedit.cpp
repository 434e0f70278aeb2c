#include "ui/widgets/textedit.h"

#include "ui/widgets/longtextedit.h"
#include "ui/widgets/undofallthrough.h"

#include <QVBoxLayout>

namespace Treatybook {

namespace {

constexpr qsizetype LineLimit = 32767; // of QLineEdit

bool needsBox(const QString &text)
{
    const auto isBreak = [](QChar unit) {
        return unit == u'\n' || unit == u'\r' || unit == QChar::LineSeparator || unit == QChar::ParagraphSeparator;
    };
    return text.size() >= LineLimit || std::any_of(text.begin(), text.end(), isBreak);
}

} // namespace

TextEdit::TextEdit(QWidget *parent) : QWidget(parent), m_line(new MarkedLineEdit(this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_line);
    setFocusProxy(m_line);
    UndoFallThrough::install(m_line);
    connect(m_line, &QLineEdit::textEdited, this, &TextEdit::edited);
}

void TextEdit::setText(const QString &text)
{
    const bool useBox = needsBox(text);
    if (useBox && !m_box) {
        m_box = new LongTextEdit(this);
        m_box->setObjectName(m_objectName);
        m_box->setAccessibleName(m_accessibleName);
        m_box->setReadOnly(m_readOnly);
        m_box->setSought(m_sought);
        layout()->addWidget(m_box);
        connect(m_box, &LongTextEdit::edited, this, &TextEdit::edited);
    }
    m_line->setVisible(!useBox);
    m_line->setObjectName(useBox ? QString() : m_objectName);
    if (m_box) {
        m_box->setVisible(useBox);
        m_box->setObjectName(useBox ? m_objectName : QString());
    }
    setFocusProxy(useBox ? static_cast<QWidget *>(m_box) : m_line);
    if (useBox) {
        m_box->setText(text);
        return;
    }
    const int cursor = m_line->cursorPosition();
    m_line->setText(text);
    m_line->setCursorPosition(m_line->hasFocus() ? cursor : 0);
}

QString TextEdit::text() const
{
    return isLong() ? m_box->text() : m_line->text();
}

void TextEdit::setReadOnly(bool readOnly)
{
    m_readOnly = readOnly;
    m_line->setReadOnly(readOnly);
    if (m_box)
        m_box->setReadOnly(readOnly);
}

void TextEdit::setSought(const SoughtWords &words)
{
    m_sought = words;
    m_line->setSought(words);
    if (m_box)
        m_box->setSought(words);
}

void TextEdit::setInputName(const QString &objectName, const QString &accessibleName)
{
    m_objectName = objectName;
    m_accessibleName = accessibleName;
    m_line->setObjectName(objectName);
    m_line->setAccessibleName(accessibleName);
}

bool TextEdit::isLong() const
{
    return m_box && !m_box->isHidden();
}

} // namespace Treatybook
