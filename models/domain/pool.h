#pragma once

#include "domain/edtf.h"
#include "domain/text.h"

#include <QHash>
#include <QList>
#include <QSet>

namespace Treatybook {

/// Shares repeated texts, lists and dates while many records are read. Not thread-safe; owned by the reader for one
/// run.
class Pool
{
public:
    /// Short texts (names, places, units, headings) repeat and are shared; long ones are taken as they are.
    Text text(QByteArrayView utf8);
    Text text(const QString &text) { return this->text(QByteArrayView(text.toUtf8())); }
    /// The texts of a cell, see splitList(). Short cells are shared whole: most lists are one of a few.
    QList<Text> list(QByteArrayView utf8);
    Edtf edtf(QByteArrayView utf8) { return m_edtf.read(utf8); }
    Edtf edtf(const QString &text) { return edtf(QByteArrayView(text.toUtf8())); }

private:
    QSet<Text> m_texts;
    QHash<QByteArray, QList<Text>> m_lists; ///< by their cells
    EdtfPool m_edtf;
};

} // namespace Treatybook
