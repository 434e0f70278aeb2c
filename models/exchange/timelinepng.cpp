#include "exchange/timelinepng.h"

#include "domain/tr.h"
#include "exchange/safefile.h"

#include <QBuffer>

namespace Treatybook {

Result<void> exportTimelinePng(const ReportInput &input, const TimelineOptions &options, const QString &path)
{
    const auto image = timelineImage(pictureOf(input, options), options.size);
    if (!image)
        return image.error();
    QBuffer buffer;
    if (!buffer.open(QIODevice::WriteOnly) || !image->save(&buffer, "PNG")) {
        return Error{ErrorKind::Unknown, tr("The picture could not be made; nothing was written."), {}};
    }
    return writeFile(path, buffer.data(), input.openBook);
}

} // namespace Treatybook
