#pragma once

#include "domain/savedview.h"
#include "session/session.h"

#include <QAbstractListModel>

namespace Treatybook {

/// The saved views of the open book, in their order. Every change goes through the session, so that it can be undone.
/// GUI thread.
class ViewListModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role {
        QueryRole = Qt::UserRole, ///< QString
        MistakeRole               ///< QString; why the query cannot be answered, else empty
    };

    explicit ViewListModel(Session &session, QObject *parent = nullptr);

    const QList<SavedView> &views() const { return m_views; }

    // Each is one step of undo; the model changes when the store has it.
    /// At the end, under a name that is free.
    QFuture<Result<Receipt>> add(SavedView view);
    QFuture<Result<Receipt>> replace(qsizetype row, const SavedView &view);
    /// Empty names, and those of other views, are refused: Invalid.
    QFuture<Result<Receipt>> rename(qsizetype row, const QString &name);
    QFuture<Result<Receipt>> duplicate(qsizetype row);
    QFuture<Result<Receipt>> remove(qsizetype row);
    QFuture<Result<Receipt>> move(qsizetype from, qsizetype to);

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role = Qt::EditRole) override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

Q_SIGNALS:
    void failed(const Treatybook::Error &error);

private:
    void follow();
    QFuture<Result<Receipt>> commit(const QList<SavedView> &views, const QString &what);

    Session &m_session;
    QList<SavedView> m_views;
};

} // namespace Treatybook
