#pragma once

#include <QProcess>
#include <QString>

namespace Treatybook::Test {

/// What another program reads out of a file.
inline QString readWith(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.start(program, arguments);
    if (!process.waitForFinished() || process.exitCode() != 0)
        return QStringLiteral("%1 failed: %2").arg(program, QString::fromLocal8Bit(process.readAllStandardError()));
    return QString::fromUtf8(process.readAllStandardOutput());
}

/// Without what a reader may make of the lines: blanks, breaks, ligatures.
inline QString squeezed(QString text)
{
    text = text.normalized(QString::NormalizationForm_KC);
    return text.remove(u' ').remove(u'\n').remove(u'\f').remove(u'\u00AD');
}

} // namespace Treatybook::Test
