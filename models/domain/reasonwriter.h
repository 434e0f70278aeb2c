#pragma once

#include "domain/statusrules.h"

#include <QCoreApplication>
#include <QLocale>

namespace Treatybook {

/// Makes the clauses of one reason; the rules are evaluated again for the day, so that runs need no words.
class ReasonWriter
{
    Q_DECLARE_TR_FUNCTIONS(Treatybook)

public:
    ReasonWriter(const Agreement &agreement, const StatusContext &context, const StatusRun &run, Day day,
                 const QLocale &locale, ItemId participant)
        : m_agreement(agreement)
        , m_context(context)
        , m_run(run)
        , m_day(day)
        , m_locale(locale)
        , m_rules(agreement, context, participant, BoundMode::Latest)
    {
    }

    QStringList clauses() const;

private:
    QString cause() const;
    QString endingCause(const StatusFacts::Ending &ending) const;
    QString leadingCause() const;
    QString lifeCause() const;
    QString termEndCause(int index, Day first) const;
    QString termClause() const;
    QString concludedOn() const;
    QString ratifiedClause() const;
    QStringList laterEndings() const;
    QStringList relations() const;

    QString text(const Edtf &value) const { return displayText(value, m_locale); }
    QString text(Day day) const { return text(Edtf::read(dayText(day))); }
    QString knownAs(Day day) const;
    const Action *action(int index) const;
    /// As well as it is known.
    QString actDate(int index) const;
    QString actor(int index) const;
    QString otherTitle(int index) const;

    const Agreement &m_agreement;
    const StatusContext &m_context;
    const StatusRun &m_run;
    Day m_day;
    const QLocale &m_locale;
    StatusRules m_rules;
};

} // namespace Treatybook
