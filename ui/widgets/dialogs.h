#pragma once

#include <QString>

QT_FORWARD_DECLARE_CLASS(QWidget)

namespace Treatybook {

/// What has to be asked in a window of its own. Behind an interface, so that tests answer by a script.
class Dialogs
{
public:
    virtual ~Dialogs() = default;

    struct FileQuestion {
        QString title, folder, name, filter;
        QString suffix; ///< added where the person typed none
    };

    /// Empty if the person gave up.
    virtual QString askOpenFile(QWidget *parent, const FileQuestion &question) = 0;
    /// The same; asks before an existing file is taken, unless `mayReplace` is false: then the caller refuses it.
    virtual QString askSaveFile(QWidget *parent, const FileQuestion &question, bool mayReplace) = 0;
    enum class Unsaved { Save, Discard, Stay };
    /// Before text that was never saved would go for good.
    virtual Unsaved askUnsaved(QWidget *parent, int records) = 0;
    virtual void showAbout(QWidget *parent) = 0;
};

/// The desktop's own.
class NativeDialogs : public Dialogs
{
public:
    QString askOpenFile(QWidget *parent, const FileQuestion &question) override;
    QString askSaveFile(QWidget *parent, const FileQuestion &question, bool mayReplace) override;
    Unsaved askUnsaved(QWidget *parent, int records) override;
    void showAbout(QWidget *parent) override;
};

} // namespace Treatybook
