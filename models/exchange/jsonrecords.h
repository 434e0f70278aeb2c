#pragma once

#include "domain/changeset.h"
#include "domain/result.h"

namespace Treatybook {

/// Records as text that people can read and review; the lossless form, attachments' content and history apart:
/// {"format": "treatybook-records", "version": 1, "views": […], "records": [{…}]}, records as in recordjson.h.
struct RecordFile {
    QList<Agreement> records;
    QString views; ///< the saved views as JSON text, empty if there are none
};

/// The Error names the record and what is wrong with it.
Result<RecordFile> readRecordFile(const QByteArray &json);

/// One change that adds everything of the file.
ChangeSet additions(const RecordFile &file, const QString &text);

/// The sample book that comes with the program: Viet Nam – Cuba.
Result<RecordFile> sampleRecords();

} // namespace Treatybook
