#pragma once

#include "domain/facet.h"
#include "itemmodels/facetcounts.h"

#include <QAbstractItemModel>
#include <QCollator>
#include <QHash>
#include <QTimer>

namespace Treatybook {

class AgreementTableModel;

/// The facets of the visible records: headings, and below each its values with their counts, the most frequent or all
/// of them. Follows filter, day and book one turn of the event loop later, in place: what stays keeps its index. A
/// choice is made through the filter of the records. GUI thread.
class FacetModel : public QAbstractItemModel
{
    Q_OBJECT

public:
    enum Role {
        FacetRole = Qt::UserRole, ///< int of enum Facet
        RowRole,                  ///< int of enum class Row
        ValueRole,                ///< QString
        CountRole,                ///< int
        ShareRole,                ///< double, count ÷ the largest of the facet
        ExcludedRole,             ///< bool
        ChosenCountRole           ///< of a heading: int, how many values are wanted or excluded
    };
    enum class Row : quint8 {
        Heading,
        Search, ///< the place of a search among many values
        Value,
        More ///< shows all values, or few again
    };

    static constexpr int FewValues = 8;    ///< shown unless all are asked for; of status and decade half as many again
    static constexpr int ManyValues = 20;  ///< of more than these one can be searched for
    static constexpr int MostValues = 500; ///< shown at all; a search finds the others

    explicit FacetModel(AgreementTableModel &records, QObject *parent = nullptr);

    QModelIndex headingOf(Facet facet) const { return index(static_cast<int>(facet), 0); }
    /// Invalid if it is not among the values shown.
    QModelIndex valueIndex(Facet facet, const QString &value) const;
    Facet facetOf(const QModelIndex &index) const;
    Row rowOf(const QModelIndex &index) const;
    /// Those that are counted; the usual ones until others are chosen.
    void setShown(const QList<Facet> &facets);
    const QList<Facet> &shown() const { return m_shown; }
    /// It was chosen to be shown, and some record of the book has a value of it or nobody would expect it otherwise; or
    /// it narrows.
    bool isVisible(Facet facet) const;
    /// Some record of the book has a value of it; of those that are counted.
    bool isUsed(Facet facet) const { return section(facet).used; }

    /// All values, or the most frequent only.
    void setShowsAll(Facet facet, bool all);
    bool showsAll(Facet facet) const { return section(facet).all; }
    /// Of all values those that have this text in their name, and the chosen ones.
    void setNeedle(Facet facet, const QString &text);

    /// The records that have this value alone; again, whatever value they have.
    void narrowTo(const QModelIndex &value);
    /// With the other chosen values of the facet, or without this one.
    void toggle(const QModelIndex &value);
    /// Without the records that have this value, or no longer so.
    void toggleExcluded(const QModelIndex &value);
    void clear(Facet facet);
    /// Something has happened that the counts do not know yet; refreshed() follows with the next frame.
    bool isStale() const { return m_timer.isActive(); }

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &index) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex & = {}) const override { return 1; }
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    /// The check state toggles.
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;

Q_SIGNALS:
    /// Everything answers for the filter, day and book of now.
    void refreshed();
    void shownChanged();

private:
    struct Item {
        Row row{};
        QString value, label;
        int count = 0;
        double share = 0;
        bool chosen = false;
        bool excluded = false;
        bool isSameAs(const Item &other) const { return row == other.row && value == other.value; }
        bool operator==(const Item &) const = default;
    };
    struct Label {
        QString text;
        QCollatorSortKey key;
    };
    struct Section {
        QList<Item> items;
        QString heading;
        int chosen = 0;
        bool all = false;
        bool used = false;
        QString needle;
        QHash<quint32, Label> labels; ///< by number, made when first compared
    };

    Section &section(Facet facet) { return m_sections[static_cast<size_t>(facet)]; }
    const Section &section(Facet facet) const { return m_sections[static_cast<size_t>(facet)]; }
    const Item *itemAt(const QModelIndex &index) const;
    template <class Change>
    void changeFilter(Change change);
    void refresh();
    void refresh(Facet facet, const std::vector<quint32> &counts);
    void leaveOut(Facet facet);
    void setHeading(Facet facet);
    QString shortDay(Day day) const;
    static QString accessibleText(const Item &item);
    QString labelOf(Facet facet, const QString &value) const;
    const Label &label(Facet facet, quint32 number);
    QList<quint32> shownNumbers(Facet facet, const std::vector<quint32> &counts, qsizetype &total);
    QList<Item> itemsOf(Facet facet, const std::vector<quint32> &counts);
    void setItems(Facet facet, const QList<Item> &items);
    void arrange(Facet facet, const QList<Item> &items);

    AgreementTableModel &m_records;
    QList<Facet> m_shown = usualFacets();
    std::array<Section, FacetCount> m_sections;
    QCollator m_collator;
    QTimer m_timer; ///< one refresh for all that happens in a frame
};

} // namespace Treatybook
