#pragma once

#include "session/agreementstore.h"

#include <QLocale>
#include <QWidget>

QT_FORWARD_DECLARE_CLASS(QVBoxLayout)

namespace Treatybook {

class PartRow;
class PlainLabel;

/// What the form shows and does not edit, a line each: attachments, or the relations that other records have to this
/// one. The tool tip of a line has everything the item says.
class PartList : public QWidget
{
    Q_OBJECT

public:
    PartList(const FieldInfo &info, const QLocale &locale, QWidget *parent = nullptr);

    Field field() const { return m_info.field; }
    void setRecord(const AgreementStore &store, Slot slot);
    qsizetype count() const;
    void setMessage(const QString &text, bool isHint);

Q_SIGNALS:
    /// The other record of a relation was pressed.
    void recordRequested(const QUuid &id);

private:
    void clear();
    PartRow *add(const QString &lead, const QString &text, const QString &tail, const QString &toolTip);
    void addAttachments(const Agreement &record);
    void addIncoming(const AgreementStore &store, Slot slot);
    void addRelation(const QString &lead, const Agreement &other, const QString &toolTip);
    QString everything(const Agreement &record, qsizetype row) const;

    const FieldInfo &m_info;
    QLocale m_locale;
    QVBoxLayout *m_rows;
    PlainLabel *m_message;
};

} // namespace Treatybook
