#pragma once

#include "session/agreementstore.h"

#include <QList>
#include <QLocale>
#include <QString>

namespace Treatybook {

/// What a report is about: exactly the records, in the order and with the fields that are shown, as of a day.
struct ReportInput {
    const AgreementStore &store;
    QList<Slot> records;
    QList<Field> fields;
    Day asOf = NoDay;
    QLocale locale;      ///< of what people read; files for programs ignore it
    QString title;       ///< of the book
    QString filterWords; ///< the filter in words, empty when everything is shown
    QString openBook;    ///< path of the book itself, which no report may overwrite
};

/// What one cell says to people, computed fields included.
QString reportText(const ReportInput &input, Slot slot, Field field);
/// What one cell holds in exchange: keys, EDTF, exact numbers, lists and parts as documented in csvwriter.h. `context`
/// is that of the record.
void appendExchangeText(QByteArray &utf8, const ReportInput &input, Slot slot, Field field,
                        const StatusContext &context);

/// Every field that a file for programs has a column for, in the order of the field table. The time of the last change
/// is not among them: it says something of the book, and two books with equal records make equal files.
QList<Field> exchangeFields();
/// The columns of the table and of the printed list, where nobody chose others.
QList<Field> listFields();

} // namespace Treatybook
