#pragma once

#include "exchange/importplan.h"

#include <QAbstractTableModel>

namespace Treatybook {

/// Where each column of the file goes, with a value of it as an example.
class ImportColumns : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Header, Example, Target, Why, ColumnCount };

    explicit ImportColumns(QObject *parent = nullptr) : QAbstractTableModel(parent) {}

    /// `sample` are rows of the file.
    void setLayout(const ImportLayout &layout, const QList<QStringList> &sample);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    QString text(const ImportInput &input, int column) const;
    QString example(const ImportInput &input) const;

    QList<ImportInput> m_inputs;
    QList<QStringList> m_sample;
};

} // namespace Treatybook
