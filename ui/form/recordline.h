#pragma once

#include "session/agreementstore.h"

#include <QLineEdit>

namespace Treatybook {

/// Another record of the book, chosen by typing words of it; shown by its title.
class RecordLine : public QLineEdit
{
    Q_OBJECT

public:
    explicit RecordLine(const AgreementStore &store, QWidget *parent = nullptr);

    /// The id of a record, or what somebody typed that means none.
    void setKey(const QString &key);
    /// The id, if one record was chosen or is called exactly so; else the text as typed.
    QString key() const { return m_key; }

Q_SIGNALS:
    /// By the person, not by setKey().
    void edited();

private:
    QList<Slot> found(const QString &typed) const;
    void takeText(const QString &typed);

    const AgreementStore &m_store;
    QString m_key;
};

} // namespace Treatybook
