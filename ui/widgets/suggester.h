#pragma once

#include <QCompleter>

#include <functional>

QT_FORWARD_DECLARE_CLASS(QLineEdit)
QT_FORWARD_DECLARE_CLASS(QStandardItemModel)

namespace Treatybook {

/// One thing that is offered while a person types.
struct Suggestion {
    QString label; ///< what the list shows: "Viet Nam · VN"
    QString text;  ///< what the line then holds
    QString key;   ///< for chosen()
};

/// Offers below a line of text what `source` finds for it, asked anew at every keystroke. Lives as long as the line.
class Suggester : public QCompleter
{
    Q_OBJECT

public:
    using Source = std::function<QList<Suggestion>(const QString &typed)>;

    Suggester(QLineEdit *line, Source source);

    /// Offers for what is there now, without a keystroke.
    void offer();

Q_SIGNALS:
    /// By the person; the line holds the text already.
    void chosen(const QString &text, const QString &key);

private:
    void ask(const QString &typed);
    void fill(const QString &typed);

    QLineEdit *m_line;
    Source m_source;
    QStandardItemModel *m_offers;
};

} // namespace Treatybook
