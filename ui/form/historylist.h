#pragma once

#include "domain/repository.h"

#include <QLocale>
#include <QWidget>

QT_FORWARD_DECLARE_CLASS(QTimer)

namespace Treatybook {

class FormSection;

/// The newest changes of one record: when, what, who. Asks the store a moment after the record was set, so that running
/// through a table does not.
class HistoryList : public QWidget
{
    Q_OBJECT

public:
    HistoryList(Repository &repository, const QLocale &locale, FormSection *section);

    void setRecord(const QUuid &id);

private:
    void ask();
    void showEntries(const Result<QList<LogEntry>> &answer);
    void add(const LogEntry &entry);
    QString stepWords(const PatchStep &step) const;

    static constexpr int Shown = 20;

    Repository &m_repository;
    QLocale m_locale;
    FormSection *m_section;
    QTimer *m_timer;
    QUuid m_id;
};

} // namespace Treatybook
