#include "domain/statusreason.h"

#include "domain/reasonwriter.h"
#include "domain/tr.h"

namespace Treatybook {

using namespace Qt::StringLiterals;

static QString statusLabel(Status status, Language language)
{
    return Vocabularies::statuses.label(static_cast<int>(status), language);
}

QString statusText(const StatusRun &run, Language language)
{
    const QString status = statusLabel(run.status, language);
    if (run.possibly != Status::None)
        return tr("%1, possibly %2").arg(status, statusLabel(run.possibly, language));
    return run.certain ? status : tr("%1 (not certain)").arg(status);
}

QString statusReason(const Agreement &agreement, const StatusContext &context, const StatusRun &run, Day day,
                     const QLocale &locale, ItemId participant)
{
    if (run.status == Status::None)
        return {};
    const ReasonWriter writer(agreement, context, run, day, locale, participant);
    const QString status = statusText(run, languageOf(locale));
    const QString why = writer.clauses().join("; "_L1);
    return why.isEmpty() ? status : tr("%1: %2").arg(status, why);
}

} // namespace Treatybook
