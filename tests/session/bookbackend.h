#pragma once

#include "support/booksession.h"

#include <QTemporaryDir>

namespace Treatybook::Test {

/// One book, in memory or in a file, that several clients may open: the same tests run over all of them.
class BookBackend
{
public:
    enum class Kind { Fake, SlowFake, File, ThreadedFile };

    explicit BookBackend(Kind kind);

    /// A data row for each kind, in a column "kind".
    static void addRows();

    /// Another client, its records read.
    std::unique_ptr<Session> open();
    std::unique_ptr<Repository> repository();

private:
    Kind m_kind;
    std::shared_ptr<FakeStore> m_store;
    QTemporaryDir m_folder;
    QString m_path;
};

/// Where the store is not what its records say, or not what a newly opened one (`fresh`) holds; empty if all is well.
QString storeProblem(const AgreementStore &store, const AgreementStore &fresh);

} // namespace Treatybook::Test

Q_DECLARE_METATYPE(Treatybook::Test::BookBackend::Kind)
