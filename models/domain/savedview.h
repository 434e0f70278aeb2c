#pragma once

#include "domain/daynumber.h"
#include "domain/result.h"
#include "domain/sortkey.h"

#include <QJsonObject>
#include <QList>

#include <optional>

namespace Treatybook {

/// A named way to look at a book: which records, in which order and columns, as of which day. It travels with the book,
/// in its setting "views". A value; what other versions wrote into it is kept.
class SavedView
{
public:
    SavedView() = default;
    explicit SavedView(const QJsonObject &json) : m_json(json) {}

    QString name() const;
    /// As typed; it may have a mistake by now, such as a field that is no more.
    QString query() const;
    /// By date if it was not said. Names that are no fields are left out.
    QList<SortKey> sort() const;
    struct Column {
        Field field;
        int width = 0; ///< pixels; 0: as wide as such a column likes to be
        bool operator==(const Column &) const = default;
    };

    /// Empty: those that are shown without a view.
    QList<Column> columns() const;
    QList<Field> fields() const;
    /// It says nothing of a day: the one that is chosen stays.
    bool keepsDay() const;
    /// Nothing means today, whatever day that is, unless it keeps the day.
    std::optional<Day> asOf() const;

    /// How the timeline shows it, as TimelineChoices has it; empty: as usual.
    QJsonObject timeline() const;

    void setName(const QString &name);
    void setQuery(const QString &query);
    void setSort(const QList<SortKey> &keys);
    void setColumns(const QList<Column> &columns);
    void keepDay();
    void setAsOf(std::optional<Day> day);
    void setTimeline(const QJsonObject &choices);

    const QJsonObject &json() const { return m_json; }
    bool operator==(const SavedView &) const = default;

private:
    QJsonObject m_json;
};

/// The key of the setting.
inline const QString ViewsSetting = QStringLiteral("views");

/// The setting as text; entries that are no views are passed over.
QList<SavedView> readViews(const QString &setting);
QString writeViews(const QList<SavedView> &views);

/// By name, whatever case and accents; -1 if there is none.
qsizetype findView(const QList<SavedView> &views, const QString &name);
/// The name, or one with a number that no other view has.
QString freeViewName(const QList<SavedView> &views, const QString &name);

/// "signed,-title", as `sort:` and the setting have it.
QString sortText(const QList<SortKey> &keys);

} // namespace Treatybook
