#pragma once

#include "session/agreementstore.h"
#include "ui/widgets/choicebox.h"
#include "ui/widgets/soughtwords.h"

#include <QAbstractTableModel>
#include <QJsonArray>
#include <QLocale>

namespace Treatybook {

/// The items of one part of a record's draft: a row an item, a column a column of the part, and at the end an empty row
/// in which a new item begins. Cells hold what was typed, also where it is no value of the column; nothing is stored
/// here. GUI thread.
class PartModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Role { ProblemRole = Qt::UserRole };

    PartModel(const FieldInfo &info, const AgreementStore &store, const QLocale &locale, QObject *parent = nullptr);

    const FieldInfo &info() const { return m_info; }
    const ColumnInfo &columnInfo(int column) const { return m_info.part->columns[static_cast<size_t>(column)]; }
    /// -1 if the part has none.
    int columnOf(std::string_view key) const;
    const AgreementStore &store() const { return m_store; }
    const QLocale &locale() const { return m_locale; }
    /// With the draft; cells that are no value are empty in it.
    const Agreement &record() const { return m_record; }

    /// Shows these items of that record, which has them already. Emits nothing if they are shown.
    void setContent(const Agreement &record, const QJsonArray &items);
    const QJsonArray &items() const { return m_items; }
    void setReadOnly(bool readOnly);
    bool isReadOnly() const { return m_readOnly; }
    /// To be marked in cells and inputs.
    void setSought(const SoughtWords &words);
    const SoughtWords &sought() const { return m_sought; }
    /// Whether the empty row is there although there is no item.
    void setAdding(bool adding);

    int itemCount() const { return static_cast<int>(m_items.size()); }
    bool isNewRow(int row) const { return row == itemCount(); }
    ItemId idAt(int row) const;
    int rowOfId(ItemId id) const;

    QString text(int row, int column) const;
    QJsonObject item(int row) const { return m_items.at(row).toObject(); }
    /// In the empty row it makes an item.
    void setText(int row, int column, const QString &text);
    /// The whole item as it once was; a null object takes it away.
    void restore(int row, const QJsonObject &item);
    /// The person leaves the item. If it was edited, values get their canonical form, a participant that was given the
    /// name of a State gets its code unless it has one, and a new item that stayed empty goes.
    void finish(int row);
    void remove(int row);
    /// False at the ends.
    bool move(int row, int step);
    /// Takes back what the person did to these items since they were shown or saved, item by item, or does it again.
    bool canStep(bool undo) const { return !(undo ? m_past : m_future).isEmpty(); }
    void step(bool undo);
    void forgetSteps();
    /// Of a cell: what is wrong, else empty.
    QString problem(int row, int column) const;
    /// What an Item column can refer to in this record, with an entry for none.
    QList<ChoiceBox::Choice> choicesOf(const ColumnInfo &column) const;
    /// Every filled column of an item, a line each.
    QString everything(int row) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

Q_SIGNALS:
    /// By the person.
    void edited();

private:
    QString shown(int row, int column) const;
    bool hasNewRow() const { return !m_readOnly && (m_adding || !m_items.isEmpty()); }
    void remember();
    void addItem();
    void put(int row, int column, const QString &text);
    ItemId unusedId() const;

    const FieldInfo &m_info;
    const AgreementStore &m_store;
    QLocale m_locale;
    Agreement m_record;
    QJsonArray m_items;
    QSet<ItemId> m_new;                 ///< begun here
    QHash<ItemId, QSet<int>> m_touched; ///< columns that the person edited since the item was last left
    SoughtWords m_sought;
    QList<QJsonArray> m_past, m_future; ///< the items before each step that can be taken back, or done again
    bool m_readOnly = false;
    bool m_adding = false;
};

} // namespace Treatybook
