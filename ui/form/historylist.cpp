#include "ui/form/historylist.h"

#include "domain/recordjson.h"
#include "domain/whendone.h"
#include "ui/form/formsection.h"
#include "ui/form/partrow.h"
#include "ui/widgets/plainlabel.h"

#include <QTimer>
#include <QVBoxLayout>

namespace Treatybook {

using namespace Qt::StringLiterals;

HistoryList::HistoryList(Repository &repository, const QLocale &locale, FormSection *section)
    : QWidget(section), m_repository(repository), m_locale(locale), m_section(section), m_timer(new QTimer(this))
{
    setObjectName(u"form.history"_s);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    m_timer->setSingleShot(true);
    m_timer->setInterval(150);
    connect(m_timer, &QTimer::timeout, this, &HistoryList::ask);
}

void HistoryList::setRecord(const QUuid &id)
{
    if (id != m_id)
        showEntries(QList<LogEntry>()); // never another record's while waiting
    m_id = id;
    m_timer->start();
}

void HistoryList::ask()
{
    if (m_id.isNull())
        return;
    whenDone(m_repository.history(m_id, 0, Shown), this, [this, id = m_id](const Result<QList<LogEntry>> &answer) {
        if (id == m_id)
            showEntries(answer);
    });
}

void HistoryList::showEntries(const Result<QList<LogEntry>> &answer)
{
    qDeleteAll(findChildren<PartRow *>());
    if (!answer) {
        m_section->setNote(tr("cannot be read"));
        setToolTip(plainToolTip(answer.error().message));
        return;
    }
    for (const LogEntry &entry : *answer)
        add(entry);
    const int count = static_cast<int>(answer->size());
    m_section->setNote(count < Shown ? tr("%n change(s)", nullptr, count)
                                     : tr("the last %n change(s)", nullptr, count));
}

void HistoryList::add(const LogEntry &entry)
{
    const QDateTime time = entry.time.toLocalTime();
    const QString when = time.date() == QDate::currentDate() ? m_locale.toString(time.time(), QLocale::ShortFormat)
                                                             : m_locale.toString(time.date(), QLocale::ShortFormat);
    QStringList words;
    for (const Change &change : entry.set.changes) {
        if (change.id != m_id)
            continue;
        if (change.type == Change::Type::Add)
            words.append(tr("added"));
        else if (change.type == Change::Type::Remove)
            words.append(tr("deleted"));
        for (const PatchStep &step : change.steps)
            words.append(stepWords(step));
    }
    QString text = words.join(", "_L1);
    if (entry.set.origin == ChangeSet::Origin::Undo)
        text = tr("undone: %1").arg(text);
    auto *row = new PartRow(when, text, entry.actor, this);
    row->setToolTip(plainToolTip(
        u"%1\n%2\n%3"_s.arg(m_locale.toString(time, QLocale::LongFormat), entry.set.text, words.join(u'\n'))));
    layout()->addWidget(row);
}

QString HistoryList::stepWords(const PatchStep &step) const
{
    const FieldInfo &info = fieldInfo(step.field);
    if (info.part)
        return step.before.isNull()  ? tr("%1: item added").arg(info.labelText())
               : step.after.isNull() ? tr("%1: item removed").arg(info.labelText())
                                     : tr("%1: item changed").arg(info.labelText());
    const auto words = [&](const QJsonValue &value) {
        Agreement scratch;
        Pool pool;
        if (!setFieldFromJson(scratch, step.field, value, pool))
            return value.toString();
        const QString text = displayText(scratch, step.field, m_locale);
        return text.isEmpty() ? tr("(empty)") : text;
    };
    return tr("%1: %2 → %3", "field, before, after").arg(info.labelText(), words(step.before), words(step.after));
}

} // namespace Treatybook
