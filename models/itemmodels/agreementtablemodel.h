#pragma once

#include "domain/filter.h"
#include "domain/sortkey.h"
#include "itemmodels/visiblerows.h"
#include "session/session.h"

#include <QAbstractTableModel>
#include <QLocale>

namespace Treatybook {

/// The visible records: filtered, sorted, as of a day. Table and timeline share it, and it is what reports mean by
/// "what is shown". Rows are visible records in order, columns are fields. A new filter or order is announced by one
/// layout change, a few changed records by steps of single rows. GUI thread.
class AgreementTableModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Role {
        SlotRole = Qt::UserRole, ///< quint32
        IdRole,                  ///< QUuid
        StatusRole,              ///< int of enum Status, on the as-of day
        CertainRole,             ///< bool, of that status
        WholeTextRole            ///< of the cell, not cut, with its line breaks
    };

    static constexpr qsizetype LongestCell = 500;     ///< characters; what a cell shows of a longer text
    static constexpr qsizetype LongestToolTip = 2000; ///< characters

    explicit AgreementTableModel(Session &session, QObject *parent = nullptr);

    Session &session() const { return m_session; }
    const AgreementStore &store() const { return m_session.store(); }

    /// The fields shown as columns, in order, each once.
    void setFields(const QList<Field> &fields);
    const QList<Field> &fields() const { return m_fields; }

    void setFilter(const Filter &filter);
    const Filter &filter() const { return m_filter; }
    /// The words of the filter alone.
    void setQuery(const Query &query);
    const Query &query() const { return m_filter.query(); }
    /// How many records every facet value would leave, of the records that are known here.
    FacetCounts::Counts facetCounts(const QList<Facet> &facets) { return m_rows.facetCounts(facets); }
    const FacetCounts &facets() { return m_rows.facets(); }
    /// Other facets that are not chosen take no memory from now on, until they are counted.
    void keepOnlyFacets(const QList<Facet> &facets) { m_rows.facets().keepOnly(facets); }
    /// Later keys break the ties of earlier ones; the id breaks the last. Empty values stand last in either direction.
    void setSort(const QList<SortKey> &keys);
    const QList<SortKey> &sortKeys() const { return m_rows.sortKeys(); }
    /// The day that statuses answer for; today until it is set.
    void setAsOf(Day day);
    Day asOf() const { return m_asOf; }
    void setLocale(const QLocale &locale);
    const QLocale &locale() const { return m_locale; }

    const QList<Slot> &visibleSlots() const { return m_order; }
    Slot slotAt(int row) const { return m_order.at(row); }
    int rowOf(Slot slot) const; ///< -1 if it is filtered out
    const Agreement &recordAt(int row) const { return store().record(slotAt(row)); }
    const StatusRun &statusOf(Slot slot) const { return store().timeline(slot).on(m_asOf); }
    /// Text of any field, computed ones included, as of the day: for cells, reports and the card.
    QString text(Slot slot, Field field) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    /// By one column alone; -1 is the order of the ids.
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;

Q_SIGNALS:
    void asOfChanged(Treatybook::Day day);
    /// The filter is another one, whether or not it leaves other records.
    void filterChanged();

private:
    void followSession();
    void applyChange(const StoreChange &change);
    void applySteps(const StoreChange &change);
    void setOrder(const QList<Slot> &order);
    void takeStep(const struct RowStep &step);
    void numberRows(qsizetype first, qsizetype last);
    void announceStatus(int firstRow, int lastRow);
    void announceAll();
    QString toolTip(Slot slot, Field field) const;

    Session &m_session;
    VisibleRows m_rows;
    QList<Field> m_fields;
    Filter m_filter;
    Day m_asOf;
    QLocale m_locale;
    QList<Slot> m_order;
    std::vector<int> m_rowOf; ///< by slot, -1 where hidden
    qsizetype m_followed = 0; ///< records in the book when it was last shown as a whole
};

} // namespace Treatybook
