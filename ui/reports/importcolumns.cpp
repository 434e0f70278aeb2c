#include "ui/reports/importcolumns.h"

#include "ui/widgets/plainlabel.h"

namespace Treatybook {

using namespace Qt::StringLiterals;

void ImportColumns::setLayout(const ImportLayout &layout, const QList<QStringList> &sample)
{
    beginResetModel();
    m_inputs = layout.inputs();
    m_sample = sample;
    endResetModel();
}

int ImportColumns::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_inputs.size());
}

int ImportColumns::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(ColumnCount);
}

/// The first row that says something.
QString ImportColumns::example(const ImportInput &input) const
{
    for (const QStringList &cells : m_sample) {
        if (input.column >= cells.size())
            continue;
        if (const QString text = input.text(cells); !text.isEmpty())
            return text;
    }
    return {};
}

static QString targetText(const ImportTarget &target)
{
    switch (target.kind) {
    case ImportTarget::Kind::Nothing:
        return {};
    case ImportTarget::Kind::OwnField:
        return ImportColumns::tr("%1 (own field)").arg(target.name);
    case ImportTarget::Kind::Scalar:
    case ImportTarget::Kind::WholePart:
        return target.info().labelText();
    case ImportTarget::Kind::List:
    case ImportTarget::Kind::Item:
        break;
    }
    return u"%1 (%2)"_s.arg(target.info().labelText(), target.key());
}

static QString originText(ImportInput::Origin origin)
{
    switch (origin) {
    case ImportInput::Origin::Map:
        return ImportColumns::tr("by the map");
    case ImportInput::Origin::Automatic:
        return ImportColumns::tr("by its header");
    case ImportInput::Origin::OwnField:
        return ImportColumns::tr("no field of that name");
    case ImportInput::Origin::Computed:
        return ImportColumns::tr("left out: the program works it out");
    case ImportInput::Origin::LeftOut:
        return ImportColumns::tr("left out, as the map says");
    case ImportInput::Origin::Fixed:
        return ImportColumns::tr("the same for every row");
    }
    return {};
}

QString ImportColumns::text(const ImportInput &input, int column) const
{
    switch (column) {
    case Header:
        return input.header;
    case Example:
        return example(input);
    case Target:
        return targetText(input.target);
    default:
        return originText(input.origin);
    }
}

QVariant ImportColumns::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const ImportInput &input = m_inputs[index.row()];
    if (role == Qt::DisplayRole)
        return shortened(text(input, index.column()));
    if (role == Qt::ToolTipRole)
        return plainToolTip(text(input, index.column()));
    return {};
}

QVariant ImportColumns::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Header:
        return tr("Column");
    case Example:
        return tr("Example");
    case Target:
        return tr("Goes to");
    default:
        return tr("Why");
    }
}

} // namespace Treatybook
