#pragma once

#include "exchange/jsonrecords.h"
#include "exchange/report.h"
#include "session/session.h"
#include "storage/book.h"

#include <QSignalSpy>
#include <QTest>

#include <memory>

namespace Treatybook::Test {

/// The result of a call, waiting for it in the event loop as the program does.
template <class T>
T await(QFuture<T> future)
{
    if (!QTest::qWaitFor([&] { return future.isFinished(); }, 20000))
        qFatal("no answer within 20 s");
    return future.result();
}

/// An open book whose records are read.
inline std::unique_ptr<Session> openSession(const QString &path, BookOptions options = {.executor = BookOptions::Executor::Direct})
{
    auto repository = openBook(path, options);
    if (!repository)
        qFatal("%s", qPrintable(repository.error().message));
    auto session = std::make_unique<Session>(std::move(*repository));
    session->load();
    if (!QTest::qWaitFor([&] { return session->isLoaded(); }, 20000))
        qFatal("the book was not read within 20 s");
    return session;
}

/// A new book with these records.
inline std::unique_ptr<Session> newBook(const QString &path, const QList<Agreement> &records)
{
    if (const auto created = createBook(path); !created)
        qFatal("%s", qPrintable(created.error().message));
    auto session = openSession(path);
    if (!records.isEmpty()) {
        RecordFile file;
        file.records = records;
        if (const auto receipt = await(session->execute(additions(file, QStringLiteral("test")))); !receipt)
            qFatal("%s", qPrintable(receipt.error().message));
    }
    return session;
}

/// Everything that is in the book, in order of date.
inline ReportInput everything(const Session &session, const QList<Field> &fields, Day asOf)
{
    QList<Slot> records;
    for (Slot slot = 0; slot < session.store().slotCount(); ++slot) {
        if (session.store().isLive(slot))
            records.append(slot);
    }
    std::sort(records.begin(), records.end(), [&](Slot a, Slot b) {
        const int order = Edtf::compare(session.store().record(a)->date, session.store().record(b)->date);
        return order != 0 ? order < 0 : session.store().record(a).id() < session.store().record(b).id();
    });
    return {.store = session.store(), .records = records, .fields = fields, .asOf = asOf, .locale = QLocale::c(),
            .title = QStringLiteral("Test"), .filterWords = {}, .openBook = {}};
}

} // namespace Treatybook::Test
