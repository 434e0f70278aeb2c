#pragma once

#include "itemmodels/agreementtablemodel.h"
#include "ui/form/draft.h"

#include <QTimer>
#include <QWidget>

#include <functional>

QT_FORWARD_DECLARE_CLASS(QPushButton)
QT_FORWARD_DECLARE_CLASS(QScrollArea)

namespace Treatybook {

class Banner;
class FormHeader;
class FormPage;
class PlainLabel;

/// The record that is current in the selection, in sections built from the field table. What is typed is a draft of
/// that record, kept when another one is shown; saving commits one change of the touched fields and nothing else.
class AgreementForm : public QWidget
{
    Q_OBJECT

public:
    explicit AgreementForm(AgreementTableModel &model, QWidget *parent = nullptr);

    /// Null if none is shown.
    QUuid recordId() const { return m_id; }
    /// The shown record has a draft.
    bool isDirty() const { return m_drafts.contains(m_id); }
    /// Records with unsaved text.
    QSet<QUuid> drafts() const;

    void save();
    void revert();
    /// All drafts as one change; `done` hears whether they are saved.
    void saveAll(const std::function<void(bool)> &done);
    /// The drafts that could not be saved, once more.
    void retrySave();
    /// Takes what was typed along to the form of another client of the same records.
    QHash<QUuid, Draft> takeDrafts();
    void adoptDrafts(const QHash<QUuid, Draft> &drafts);
    /// Puts the cursor into the title.
    void startEditing() { editField(Field::Title); }
    /// Puts the cursor into a field or part, whose section unfolds; computed fields are passed over.
    void editField(Field field);

Q_SIGNALS:
    /// The other record of a relation was pressed.
    void recordRequested(const QUuid &id);
    void dirtyChanged(bool dirty);
    /// Not for what the person mends here: a conflict, or a value that cannot be saved.
    void saveFailed(const Treatybook::Error &error);
    /// The set of records with unsaved text changed.
    void draftsChanged();

private:
    QWidget *buildFooter();
    void showCurrent();
    void applyChange(const StoreChange &change);
    std::optional<Slot> slot() const { return m_model.store().slotOf(m_id); }

    /// Inputs that show something else are set; `anew` all of them, which takes their own undo away.
    void fill(bool anew);
    void fillHeader();
    void buildPage();
    void followFilter();
    void edited(Field field, const QJsonValue &value);
    void draftChanged();
    void commit(const QSet<QUuid> &ids, const std::function<void(bool)> &done);
    bool canBeSaved(const QUuid &id);
    QString changeText(const QSet<QUuid> &ids) const;
    void saved(const QHash<QUuid, Draft> &drafts, const Result<Receipt> &result);
    void showFailure(const Error &error);
    void settle(const QUuid &id, const std::function<void(Draft &)> &change);

    AgreementTableModel &m_model;
    QUuid m_id;
    QHash<QUuid, Draft> m_drafts;
    bool m_wasDirty = false;
    QSet<QUuid> m_unsaved; ///< of the last save that failed
    bool m_saving = false;
    QTimer m_marking;

    FormHeader *m_header;
    Banner *m_banner;
    QScrollArea *m_scroll;
    FormPage *m_page = nullptr; ///< made for the first record
    QWidget *m_footer;
    QPushButton *m_save;
    QPushButton *m_revert;
    PlainLabel *m_note;
    PlainLabel *m_nothing;
};

} // namespace Treatybook
