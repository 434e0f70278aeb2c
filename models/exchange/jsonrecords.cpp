#include "exchange/jsonrecords.h"

#include "domain/recordjson.h"
#include "domain/savedview.h"
#include "domain/tr.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

static void initResources() // outside the namespace, as the macro asks for
{
    Q_INIT_RESOURCE(samples);
}

namespace Treatybook {

using namespace Qt::StringLiterals;

Result<RecordFile> readRecordFile(const QByteArray &json)
{
    QJsonParseError parseError;
    const QJsonDocument document = QJsonDocument::fromJson(json, &parseError);
    if (parseError.error != QJsonParseError::NoError) {
        const auto line = json.left(parseError.offset).count('\n') + 1;
        return Error{ErrorKind::Invalid, tr("The file is no JSON: line %1: %2").arg(line).arg(parseError.errorString()), {}};
    }
    const QJsonObject root = document.object();
    if (root.value("format"_L1).toString() != "treatybook-records"_L1)
        return Error{ErrorKind::Foreign, tr("The file holds no Treatybook records (“format” is missing)."), {}};
    if (root.value("version"_L1).toInt() != 1)
        return Error{ErrorKind::Newer, tr("The file was written by a newer version of Treatybook."), {}};

    RecordFile file;
    Pool pool;
    const QJsonArray records = root.value("records"_L1).toArray();
    for (qsizetype i = 0; i < records.size(); ++i) {
        auto record = recordFromJson(records.at(i).toObject(), pool);
        if (!record) {
            const QString title = records.at(i).toObject().value("title"_L1).toString();
            return Error{ErrorKind::Invalid, tr("Record %1 (“%2”): %3").arg(i + 1).arg(title, record.error().message), {}};
        }
        file.records.append(*record);
    }
    if (root.contains("views"_L1))
        file.views = QString::fromUtf8(QJsonDocument(root.value("views"_L1).toArray()).toJson(QJsonDocument::Compact));
    return file;
}

ChangeSet additions(const RecordFile &file, const QString &text)
{
    ChangeSet set(text);
    for (const Agreement &record : file.records)
        set.changes.append(Change::add(record));
    if (!file.views.isEmpty())
        set.changes.append(Change::setting({ViewsSetting, {}, file.views}));
    return set;
}

Result<RecordFile> sampleRecords()
{
    initResources();
    QFile file(u":/samples/vietnam-cuba.json"_s);
    if (!file.open(QIODevice::ReadOnly))
        return Error{ErrorKind::Missing, tr("The sample is missing from this build of the program."), {}};
    return readRecordFile(file.readAll());
}

} // namespace Treatybook
