#pragma once

#include "ui/widgets/dialogs.h"

namespace Treatybook::Test {

/// Nobody is there to answer: no file is chosen, and unsaved text meets the one answer that the test gives.
class SilentDialogs : public Dialogs
{
public:
    explicit SilentDialogs(Unsaved unsaved = Unsaved::Discard) : m_unsaved(unsaved) {}

    QString askOpenFile(QWidget *, const FileQuestion &) override { return {}; }
    QString askSaveFile(QWidget *, const FileQuestion &, bool) override { return {}; }
    Unsaved askUnsaved(QWidget *, int) override { return m_unsaved; }
    void showAbout(QWidget *) override {}

private:
    Unsaved m_unsaved;
};

} // namespace Treatybook::Test
