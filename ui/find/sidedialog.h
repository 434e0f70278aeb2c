#pragma once

#include "domain/ourside.h"

#include <QDialog>
#include <QLocale>

QT_FORWARD_DECLARE_CLASS(QLineEdit)
QT_FORWARD_DECLARE_CLASS(QPushButton)

namespace Treatybook {

class AgreementStore;
class PlainLabel;

/// Asks whose view statuses take: one of the participants of the book, offered with how many records they have, or
/// nobody's.
class SideDialog : public QDialog
{
    Q_OBJECT

public:
    SideDialog(const AgreementStore &store, const QLocale &locale, QWidget *parent);

Q_SIGNALS:
    /// Empty: nobody's.
    void sideChosen(const QString &who);

private:
    /// A participant as it is called in so many records.
    struct Known {
        Participant participant;
        int records = 0;
    };

    void collect(const AgreementStore &store);
    void check();
    void finish(const QString &who);

    QList<Known> m_known; ///< those of the most records first
    QLineEdit *m_who;
    PlainLabel *m_note;
    QPushButton *m_accept;
};

} // namespace Treatybook
