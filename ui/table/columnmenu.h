#pragma once

#include "domain/field.h"

#include <QMenu>

namespace Treatybook {

class TableColumns;

/// Which columns a table shows, for its heading and for the menu bar: every field, in the sections of the form.
class ColumnMenu : public QMenu
{
    Q_OBJECT

public:
    explicit ColumnMenu(TableColumns &columns, QWidget *parent);

private:
    void fill();
    void addField(QMenu *menu, Field field);

    TableColumns &m_columns;
};

} // namespace Treatybook
