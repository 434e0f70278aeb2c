#pragma once

#include <QWidget>

QT_FORWARD_DECLARE_CLASS(QPushButton)

namespace Treatybook {

class AgreementTableModel;
class PlainLabel;

/// What stands in the table in place of rows: why there are none, and a button that clears the filter if that is why.
class EmptyNote : public QWidget
{
    Q_OBJECT

public:
    EmptyNote(AgreementTableModel &records, QWidget *parent);

    QString text() const;

private:
    void follow();

    AgreementTableModel &m_records;
    PlainLabel *m_text;
    QPushButton *m_clear;
};

} // namespace Treatybook
