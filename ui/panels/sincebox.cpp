#include "ui/panels/sincebox.h"

#include "domain/datereader.h"
#include "itemmodels/changesmodel.h"

#include <QToolTip>

namespace Treatybook {

using namespace Qt::StringLiterals;

SinceBox::SinceBox(ChangesModel &changes, QWidget *parent) : QLineEdit(parent), m_changes(changes)
{
    setObjectName(u"panel.since"_s);
    setAccessibleName(tr("Since which day"));
    setToolTip(tr("The day to compare with the as-of day; empty is a year before it"));
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(this, &QLineEdit::editingFinished, this, &SinceBox::takeText);
    connect(&changes, &ChangesModel::followed, this, &SinceBox::showDay);
    showDay();
}

QSize SinceBox::sizeHint() const
{
    return {fontMetrics().horizontalAdvance(u"30 September 2021"_s) + 24, QLineEdit::sizeHint().height()};
}

/// A year or month is compared from its first day.
void SinceBox::takeText()
{
    if (!isModified())
        return;
    setModified(false);
    const QString typed = text().trimmed();
    const DateReading reading = readDate(typed, FieldType::Date);
    const Day day = reading.value.instant().earliest;
    if (typed.isEmpty())
        m_changes.setSince({});
    else if (reading.isSure() && day != NoDay)
        m_changes.setSince(day);
    else
        QToolTip::showText(mapToGlobal(QPoint(0, height())),
                           tr("“%1” is no day. Expected one such as 2020-12-31.").arg(typed), this);
    showDay();
}

void SinceBox::showDay()
{
    if (hasFocus() && isModified())
        return;
    setText(Treatybook::displayText(Edtf::read(dayText(m_changes.since())), locale()));
    setCursorPosition(0);
}

} // namespace Treatybook
