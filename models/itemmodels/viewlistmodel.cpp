#include "itemmodels/viewlistmodel.h"

#include "domain/query.h"
#include "domain/whendone.h"

namespace Treatybook {

using namespace Qt::StringLiterals;

static QFuture<Result<Receipt>> refused(const QString &sentence)
{
    QPromise<Result<Receipt>> promise;
    promise.start();
    promise.addResult(Error{ErrorKind::Invalid, sentence, {}});
    promise.finish();
    return promise.future();
}

ViewListModel::ViewListModel(Session &session, QObject *parent) : QAbstractListModel(parent), m_session(session)
{
    connect(&session, &Session::changed, this, [this](const StoreChange &change) {
        if (change.settings)
            follow();
    });
    connect(&session, &Session::loaded, this, &ViewListModel::follow);
    follow();
}

void ViewListModel::follow()
{
    const QList<SavedView> views = readViews(m_session.store().setting(ViewsSetting));
    if (views == m_views)
        return;
    beginResetModel();
    m_views = views;
    endResetModel();
}

QFuture<Result<Receipt>> ViewListModel::commit(const QList<SavedView> &views, const QString &what)
{
    const QString before = m_session.store().setting(ViewsSetting);
    ChangeSet set(what);
    set.changes.append(Change::setting({ViewsSetting, before, writeViews(views)}));
    QFuture<Result<Receipt>> future = m_session.execute(set);
    whenDone(future, this, [this](const Result<Receipt> &result) {
        if (!result)
            Q_EMIT failed(result.error());
    });
    return future;
}

QFuture<Result<Receipt>> ViewListModel::add(SavedView view)
{
    view.setName(freeViewName(m_views, view.name()));
    return commit(m_views + QList<SavedView>{view}, tr("Save the view “%1”").arg(view.name()));
}

QFuture<Result<Receipt>> ViewListModel::replace(qsizetype row, const SavedView &view)
{
    QList<SavedView> views = m_views;
    views[row] = view;
    return commit(views, tr("Change the view “%1”").arg(view.name()));
}

QFuture<Result<Receipt>> ViewListModel::rename(qsizetype row, const QString &name)
{
    const QString trimmed = name.simplified();
    if (trimmed.isEmpty())
        return refused(tr("A view needs a name."));
    if (const qsizetype other = findView(m_views, trimmed); other >= 0 && other != row)
        return refused(tr("There is a view “%1” already. Choose another name.").arg(m_views.at(other).name()));
    QList<SavedView> views = m_views;
    const QString before = views.at(row).name();
    views[row].setName(trimmed);
    return commit(views, tr("Rename the view “%1”").arg(before));
}

QFuture<Result<Receipt>> ViewListModel::duplicate(qsizetype row)
{
    QList<SavedView> views = m_views;
    SavedView copy = views.at(row);
    copy.setName(freeViewName(views, copy.name()));
    views.insert(row + 1, copy);
    return commit(views, tr("Duplicate the view “%1”").arg(m_views.at(row).name()));
}

QFuture<Result<Receipt>> ViewListModel::remove(qsizetype row)
{
    QList<SavedView> views = m_views;
    views.removeAt(row);
    return commit(views, tr("Delete the view “%1”").arg(m_views.at(row).name()));
}

QFuture<Result<Receipt>> ViewListModel::move(qsizetype from, qsizetype to)
{
    QList<SavedView> views = m_views;
    views.move(from, to);
    return commit(views, tr("Move the view “%1”").arg(m_views.at(from).name()));
}

int ViewListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_views.size());
}

QVariant ViewListModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const SavedView &view = m_views.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
    case Qt::EditRole:
        return view.name();
    case QueryRole:
        return view.query();
    case MistakeRole: {
        const Query query = Query::parse(view.query());
        return query.mistake() ? query.mistake()->sentence : QString();
    }
    default:
        return {};
    }
}

bool ViewListModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (!index.isValid() || role != Qt::EditRole || value.toString() == m_views.at(index.row()).name())
        return false;
    const auto future = rename(index.row(), value.toString());
    if (future.isFinished() && !future.result())
        Q_EMIT failed(future.result().error());
    return !future.isFinished() || future.result();
}

Qt::ItemFlags ViewListModel::flags(const QModelIndex &index) const
{
    return index.isValid() ? Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsEditable : Qt::NoItemFlags;
}

} // namespace Treatybook
