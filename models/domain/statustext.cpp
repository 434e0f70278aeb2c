#include "domain/statusreason.h"

#include <QCoreApplication>

namespace Treatybook {

static QString statusLabel(Status status, Language language)
{
    return Vocabularies::statuses.label(static_cast<int>(status), language);
}

QString statusText(const StatusRun &run, Language language)
{
    const QString status = statusLabel(run.status, language);
    if (run.possibly != Status::None)
        return QCoreApplication::translate("Treatybook", "%1, possibly %2")
            .arg(status, statusLabel(run.possibly, language));
    return run.certain ? status : QCoreApplication::translate("Treatybook", "%1 (not certain)").arg(status);
}

} // namespace Treatybook
