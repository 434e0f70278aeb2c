#include "ui/table/columnmenu.h"

#include "ui/form/formlayout.h"
#include "ui/table/tablecolumns.h"

namespace Treatybook {

using namespace Qt::StringLiterals;

ColumnMenu::ColumnMenu(TableColumns &columns, QWidget *parent) : QMenu(tr("&Columns"), parent), m_columns(columns)
{
    setObjectName(u"table.columns"_s);
    connect(this, &QMenu::aboutToShow, this, &ColumnMenu::fill);
    fill();
}

void ColumnMenu::fill()
{
    clear();
    for (const FormSectionInfo &section : formSections()) {
        QMenu *menu = section.fields.size() > 1 ? addMenu(section.titleText()) : this;
        for (const Field field : section.fields)
            addField(menu, field);
    }
    QMenu *worked = addMenu(tr("Worked out"));
    for (const FieldInfo &info : fieldTable()) {
        if (!info.isStored())
            addField(worked, info.field);
    }
    addSeparator();
    QAction *usual = addAction(tr("&Usual columns"));
    usual->setObjectName(u"table.columns.usual"_s);
    usual->setEnabled(!m_columns.isUsual());
    connect(usual, &QAction::triggered, this, [this] {
        m_columns.setColumns({});
        Q_EMIT m_columns.changed();
    });
}

void ColumnMenu::addField(QMenu *menu, Field field)
{
    QAction *action = menu->addAction(fieldInfo(field).labelText());
    action->setObjectName(u"table.columns."_s + fieldInfo(field).keyText());
    action->setCheckable(true);
    action->setChecked(m_columns.isShown(field));
    action->setEnabled(!action->isChecked() || m_columns.columns().size() > 1);
    connect(action, &QAction::toggled, this, [this, field](bool on) { m_columns.setShown(field, on); });
}

} // namespace Treatybook
