#include "mofile.h"

#include <QFile>
#include <QtEndian>

namespace Treatybook {

namespace {

constexpr quint32 Magic = 0x950412de; // in the byte order of the file

/// The bytes that entry `index` of a table of (length, place) pairs speaks of.
QByteArrayView entry(QByteArrayView file, quint32 table, quint32 index)
{
    const qsizetype at = qsizetype(table) + qsizetype(index) * 8;
    if (at + 8 > file.size())
        return {};
    const auto length = qFromLittleEndian<quint32>(file.data() + at);
    const auto place = qFromLittleEndian<quint32>(file.data() + at + 4);
    if (qsizetype(place) + qsizetype(length) > file.size())
        return {};
    return file.sliced(place, length);
}

} // namespace

QHash<QString, QString> readMoFile(const QString &path)
{
    QHash<QString, QString> texts;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return texts;
    const QByteArray bytes = file.readAll();
    constexpr qsizetype HeaderSize = 20;
    if (bytes.size() < HeaderSize || qFromLittleEndian<quint32>(bytes.constData()) != Magic)
        return texts;
    const auto count = qFromLittleEndian<quint32>(bytes.constData() + 8);
    const auto originals = qFromLittleEndian<quint32>(bytes.constData() + 12);
    const auto translations = qFromLittleEndian<quint32>(bytes.constData() + 16);
    for (quint32 index = 0; index < count; ++index) {
        const QString original = QString::fromUtf8(entry(bytes, originals, index));
        const QString text = QString::fromUtf8(entry(bytes, translations, index));
        if (!original.isEmpty() && !text.isEmpty()) // the empty text has the header of the catalogue
            texts.insert(original, text);
    }
    return texts;
}

} // namespace Treatybook
