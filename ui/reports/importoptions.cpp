#include "ui/reports/importoptions.h"

#include "ui/widgets/dialogs.h"
#include "ui/widgets/plainlabel.h"

#include <QComboBox>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QFormLayout>

#include <array>

namespace Treatybook {

using namespace Qt::StringLiterals;

static constexpr qint64 LargestMap = 1024 * 1024; ///< bytes; a map is written by a person

// In the order of the entries of the boxes; the first entry of each means that nothing was chosen.
static constexpr std::array DateOrders{DateOrder::DayMonthYear, DateOrder::MonthDayYear, DateOrder::YearMonthDay};
static constexpr std::array Delimiters{',', ';', '\t', '|'};

static constexpr int ByHeader = 0, MapFile = 1; // of the box of maps; the last entry asks for a file

static Result<ImportMap> readMap(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return Error{
            ErrorKind::Missing,
            ImportOptions::tr("The map %1 cannot be read: %2").arg(QDir::toNativeSeparators(path), file.errorString()),
            {}};
    }
    const QByteArray json = file.read(LargestMap + 1);
    if (json.size() > LargestMap) {
        return Error{
            ErrorKind::Invalid,
            ImportOptions::tr("%1 is larger than any map. Choose a JSON file that says which column goes where.")
                .arg(QFileInfo(path).fileName()),
            {}};
    }
    return ImportMap::fromJson(json);
}

ImportOptions::ImportOptions(const QString &path, Dialogs &dialogs, QWidget *parent)
    : QWidget(parent), m_path(path), m_dialogs(dialogs)
{
    auto *form = new QFormLayout(this);
    form->setContentsMargins({});
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    auto *file = new PlainLabel(QDir::toNativeSeparators(path), this);
    file->setObjectName(u"import.file"_s);
    form->addRow(tr("File:"), file);
    m_maps = addChoice(form, u"map"_s, tr("&Columns go where"), {tr("their headers say"), tr("a map file says…")});
    m_dates = addChoice(form, u"dateOrder"_s, tr("&Dates like 04/05/2004"),
                        {tr("are read as the map says, and flagged if it says nothing"), tr("are day/month/year"),
                         tr("are month/day/year"), tr("are year/month/day")});
    m_delimiters =
        addChoice(form, u"delimiter"_s, tr("Columns are &separated by"),
                  {tr("what the file shows"), tr("commas"), tr("semicolons"), tr("tabs"), tr("upright lines")});
    m_cells = addChoice(form, u"cells"_s, tr("&Apostrophes before formulas"),
                        {tr("are taken away from our own exports"), tr("are taken away"), tr("belong to the text")});
    setFocusProxy(m_maps);
    connect(m_maps, &QComboBox::activated, this, &ImportOptions::chooseMap);
    for (const QComboBox *box : {m_dates, m_delimiters, m_cells})
        connect(box, &QComboBox::currentIndexChanged, this, &ImportOptions::changed);
}

QComboBox *ImportOptions::addChoice(QFormLayout *form, const QString &name, const QString &label,
                                    const QStringList &entries)
{
    auto *box = new QComboBox(this);
    box->setObjectName(u"import."_s + name);
    box->addItems(entries);
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    form->addRow(label, box);
    return box;
}

ImportRequest ImportOptions::request() const
{
    ImportRequest request;
    request.path = m_path;
    request.map = m_map;
    if (const int order = m_dates->currentIndex(); order > 0)
        request.options.dateOrder = DateOrders[static_cast<size_t>(order - 1)];
    if (const int delimiter = m_delimiters->currentIndex(); delimiter > 0)
        request.delimiter = Delimiters[static_cast<size_t>(delimiter - 1)];
    if (const int cells = m_cells->currentIndex(); cells > 0)
        request.options.raw = cells == 2;
    return request;
}

void ImportOptions::chooseMap(int index)
{
    if (index == m_maps->count() - 1)
        return askMap();
    if (index == ByHeader && !m_mapPath.isEmpty()) {
        m_map = {};
        m_mapPath.clear();
        m_maps->removeItem(MapFile);
        Q_EMIT changed();
    }
}

void ImportOptions::askMap()
{
    m_maps->setCurrentIndex(m_mapPath.isEmpty() ? ByHeader : MapFile);
    const QString path = m_dialogs.askOpenFile(
        this,
        {tr("Choose a map"), QFileInfo(m_path).absolutePath(), {}, tr("Maps (*.json);;All files (*)"), u"json"_s});
    if (path.isEmpty())
        return;
    auto map = readMap(path);
    if (!map)
        return Q_EMIT failed(map.error());
    m_map = std::move(*map);
    const QString entry = tr("%1 says", "name of a map file").arg(QFileInfo(path).fileName());
    if (m_mapPath.isEmpty())
        m_maps->insertItem(MapFile, entry);
    else
        m_maps->setItemText(MapFile, entry);
    m_mapPath = path;
    m_maps->setCurrentIndex(MapFile);
    Q_EMIT changed();
}

} // namespace Treatybook
