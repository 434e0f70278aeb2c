#pragma once

#include "app/commandline.h"
#include "exchange/report.h"
#include "itemmodels/agreementtablemodel.h"
#include "session/session.h"

#include <memory>

namespace Treatybook {

/// A book read for one verb, filtered, sorted and as of the day that the command line gives.
class LoadedBook
{
public:
    static Result<LoadedBook> open(const CommandLine &command);

    AgreementTableModel &model() const { return *m_model; }
    /// With the fields that were asked for, else with the `usual` ones.
    ReportInput report(const QList<Field> &usual) const;

private:
    LoadedBook() = default;

    QString m_path;
    QList<Field> m_fields; ///< that options or view ask for
    std::unique_ptr<Session> m_session;
    std::unique_ptr<AgreementTableModel> m_model;
};

} // namespace Treatybook
