#pragma once

#include <QTimer>
#include <QWidget>

QT_FORWARD_DECLARE_CLASS(QPushButton)
QT_FORWARD_DECLARE_CLASS(QVBoxLayout)

namespace Treatybook {

class AgreementTableModel;
class PlainLabel;

/// What stands in the table in place of rows: why there are none, and buttons that clear the filter, or the one part of
/// a query without which something would be found.
class EmptyNote : public QWidget
{
    Q_OBJECT

public:
    EmptyNote(AgreementTableModel &records, QWidget *parent);

    QString text() const;

private:
    void follow();
    QString reason() const;
    void offerLess();

    AgreementTableModel &m_records;
    PlainLabel *m_text;
    QPushButton *m_clear;
    QVBoxLayout *m_less; ///< buttons, one for each part that may go
    QTimer m_soon;
};

} // namespace Treatybook
