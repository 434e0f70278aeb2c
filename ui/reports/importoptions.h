#pragma once

#include "exchange/importplan.h"

#include <QWidget>

QT_FORWARD_DECLARE_CLASS(QComboBox)
QT_FORWARD_DECLARE_CLASS(QFormLayout)

namespace Treatybook {

class Dialogs;
class PlainLabel;

/// Which file is to be imported and how it is read: map, order of dates, separator, guarded cells.
class ImportOptions : public QWidget
{
    Q_OBJECT

public:
    ImportOptions(const QString &path, Dialogs &dialogs, QWidget *parent = nullptr);

    const QString &path() const { return m_path; }
    ImportRequest request() const;

Q_SIGNALS:
    void changed();
    /// A map file cannot be used; the one before stays.
    void failed(const Treatybook::Error &error);

private:
    QComboBox *addChoice(QFormLayout *form, const QString &name, const QString &label, const QStringList &entries);
    void chooseMap(int index);
    void askMap();

    QString m_path;
    Dialogs &m_dialogs;
    ImportMap m_map;
    QString m_mapPath; ///< empty: none
    QComboBox *m_maps;
    QComboBox *m_dates;
    QComboBox *m_delimiters;
    QComboBox *m_cells;
};

} // namespace Treatybook
