#pragma once

#include "domain/edtf.h"
#include "domain/text.h"

#include <QSet>

namespace Treatybook {

/// Shares repeated texts and dates while many records are read. Not thread-safe; owned by the reader for one run.
class Pool
{
public:
    /// Short texts (names, places, units, headings) repeat and are shared; long ones are taken as they are.
    Text text(const QString &text);
    Edtf edtf(const QString &text) { return m_edtf.read(text); }

private:
    QSet<Text> m_texts;
    EdtfPool m_edtf;
};

} // namespace Treatybook
