#pragma once

#include "support/fakerepository.h"
#include "support/records.h"
#include "support/silentdialogs.h"
#include "ui/mainwindow/bookview.h"
#include "ui/mainwindow/mainwindow.h"
#include "ui/mainwindow/settings.h"

#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

namespace Treatybook::Test {

/// The real window over books in memory, closed and opened again as often as a test likes; only the settings are kept.
class FakeWindow
{
public:
    FakeWindow() : m_settings(std::make_shared<Settings>()) {}

    MainWindow &operator*() { return *m_window; }
    MainWindow *operator->() { return m_window.get(); }
    BookView &book() { return *m_window->book(); }
    Settings &settings() { return *m_settings; }
    QString path(const QString &name) const { return m_folder.filePath(name + QStringLiteral(".treatybook")); }

    void makeBook(const QString &name, const QStringList &titles)
    {
        QList<Agreement> records;
        for (const QString &title : titles)
            records.append(titled(title));
        makeBook(name, records);
    }
    void makeBook(const QString &name, const QList<Agreement> &records)
    {
        QFile file(path(name)); // only its name counts
        if (!file.open(QIODevice::WriteOnly))
            qFatal("no file");
        auto store = std::make_shared<FakeStore>();
        ChangeSet set(QStringLiteral("Fill"));
        for (const Agreement &record : records)
            set.changes.append(Change::add(record));
        if (!records.isEmpty() && !store->commit(set))
            qFatal("no records");
        m_stores.insert(name, store);
    }
    void start()
    {
        m_window = std::make_unique<MainWindow>(services(), m_dialogs);
        m_window->show();
    }
    void quit()
    {
        m_window->close();
        m_window.reset();
    }
    void restart()
    {
        quit();
        start();
    }
    /// False if it did not come.
    bool open(const QString &name)
    {
        m_window->openBook(path(name));
        return isOpen(name);
    }
    bool isOpen(const QString &name)
    {
        return QTest::qWaitFor([&] {
            return m_window->book() && m_window->book()->name() == name && book().session().isLoaded() &&
                   (book().model().rowCount() == 0 || book().session().selection().current());
        });
    }

private:
    BookServices services()
    {
        return {.open = [this](const QString &path, bool) -> Result<std::unique_ptr<Repository>> {
                    const auto store = m_stores.value(QFileInfo(path).completeBaseName());
                    if (!store || !QFile::exists(path))
                        return Error{ErrorKind::Missing, QStringLiteral("There is no such book."), {}};
                    return std::unique_ptr<Repository>(
                        std::make_unique<FakeRepository>(store, std::make_shared<FakeRepository::Behaviour>()));
                },
                .create = [](const QString &) -> Result<void> { return {}; },
                .sample = [this]() -> Result<QString> { return path(QStringLiteral("sample")); },
                .today = [] { return dayNumber(2026, 3, 31); },
                .settings = m_settings};
    }

    QTemporaryDir m_folder;
    SilentDialogs m_dialogs;
    std::shared_ptr<Settings> m_settings;
    QHash<QString, std::shared_ptr<FakeStore>> m_stores;
    std::unique_ptr<MainWindow> m_window;
};

} // namespace Treatybook::Test
