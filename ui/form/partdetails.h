#pragma once

#include <QWidget>

namespace Treatybook {

class ColumnInput;
class PartModel;
class PlainLabel;

/// All columns of one item below its table, with a label and an input each.
class PartDetails : public QWidget
{
    Q_OBJECT

public:
    explicit PartDetails(PartModel &model, QWidget *parent = nullptr);

    /// -1 shows none.
    void setRow(int row);
    void focusColumn(int column);

private:
    void fill();

    PartModel &m_model;
    int m_row = -1;
    QList<ColumnInput *> m_inputs; ///< by column
    QList<PlainLabel *> m_messages;
};

} // namespace Treatybook
