#include "app/translation.h"

#include <QCoreApplication>
#include <QLocale>
#include <QTranslator>

namespace Treatybook {

using namespace Qt::StringLiterals;

void installTranslation()
{
    auto *translator = new QTranslator(QCoreApplication::instance());
    if (translator->load(QLocale(), u"treatybook"_s, u"_"_s, u":/i18n"_s) || translator->load(u":/i18n/treatybook_en"_s))
        QCoreApplication::installTranslator(translator);
}

} // namespace Treatybook
