#pragma once

#include "app/application.h"
#include "ui/mainwindow/actions.h"

#include <QImage>
#include <QTemporaryDir>

#include <memory>

namespace Treatybook::Screens {

/// Answers every question with a file of a folder.
class ScriptedDialogs : public Dialogs
{
public:
    QString askOpenFile(QWidget *, const FileQuestion &) override { return openPath; }
    QString askSaveFile(QWidget *, const FileQuestion &, bool) override { return savePath; }
    Unsaved askUnsaved(QWidget *, int) override { return Unsaved::Discard; }
    void showAbout(QWidget *) override {}

    QString openPath, savePath;
};

/// The real window of a person who starts the program for the first time, with what a state needs to act in it.
class Stage
{
public:
    /// `books` holds what several states may use; it outlives the stage.
    explicit Stage(const QString &books);
    ~Stage();

    MainWindow &window() { return m_application->window(); }
    BookView &book() { return *window().book(); }
    ScriptedDialogs &dialogs() { return *m_dialogs; }
    /// In a folder that ends with the stage.
    QString path(const QString &name) const { return m_home.filePath(name); }

    /// Opens it and waits until its records are there.
    void open(const QString &path);
    void openSample();
    /// As many generated records as that, with titles of any length; made once for all states.
    void openGenerated(int count);
    /// Quits and starts again with the same home.
    void restart();
    /// Settings as they are in the file, for a start that finds them so.
    void writeSettings(const QByteArray &bytes);

    void trigger(Command command);
    void search(const QString &text);
    void setAsOf(const QString &day);
    /// Makes the record with that title current.
    void choose(const QString &title);
    template <class T>
    T *find(const QString &name)
    {
        T *found = window().findChild<T *>(name);
        if (!found)
            qFatal("there is no %s", qPrintable(name));
        return found;
    }
    /// Lets the window come to rest.
    void settle(int milliseconds = 250);

    /// The window with the menus and dialogs before it.
    QImage picture();

private:
    void start();

    QString m_books;
    QTemporaryDir m_home;
    ScriptedDialogs *m_dialogs = nullptr;
    std::unique_ptr<Application> m_application;
};

} // namespace Treatybook::Screens
