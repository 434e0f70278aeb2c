#include "exchange/timelinepng.h"

#include "exchange/safefile.h"
#include "timeline/picture.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QDate>
#include <QGuiApplication>

namespace Treatybook {

Result<void> exportTimelinePng(const ReportInput &input, const QString &path)
{
    PictureInput picture;
    picture.records = input.records;
    picture.items = storeItems(input.store, input.asOf, input.locale);
    picture.title = input.title;
    picture.filterWords = input.filterWords;
    picture.asOf = input.asOf;
    picture.side = input.store.side().label(languageOf(input.locale));
    picture.today = static_cast<Day>(QDate::currentDate().toJulianDay());
    picture.locale = input.locale;
    picture.font = QGuiApplication::font();
    const auto image = timelineImage(picture);
    if (!image)
        return image.error();
    QBuffer buffer;
    if (!buffer.open(QIODevice::WriteOnly) || !image->save(&buffer, "PNG")) {
        return Error{ErrorKind::Unknown,
                     QCoreApplication::translate("Treatybook", "The picture could not be made; nothing was written."), {}};
    }
    return writeFile(path, buffer.data(), input.openBook);
}

} // namespace Treatybook
