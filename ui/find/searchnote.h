#pragma once

#include <QFrame>

namespace Treatybook {

class PlainLabel;

/// Says below a line of text what is wrong with it, over whatever is there, so that nothing moves while a person types.
/// Takes neither focus nor clicks. Lives as long as the line.
class SearchNote : public QFrame
{
    Q_OBJECT

public:
    explicit SearchNote(QWidget *line);

    /// Hides if there is nothing to say.
    void say(const QString &sentence);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void place();

    QWidget *m_line;
    PlainLabel *m_text;
};

} // namespace Treatybook
