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
class FieldEditor;
class FormHeader;
class FormSection;
class HistoryList;
class PartEditor;
class PartList;
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
    void buildSections();
    void addPart(const FieldInfo &info, FormSection *section, bool isAlone);
    QWidget *buildFooter();
    void showCurrent();
    void applyChange(const StoreChange &change);
    std::optional<Slot> slot() const { return m_model.store().slotOf(m_id); }

    /// Inputs that show something else are set; `anew` all of them, which takes their own undo away.
    void fill(bool anew);
    void fillHeader();
    void fillMessages();
    void fillRelations();
    void markFound();
    void fillSection(const PartEditor *editor);
    QString countNote(qsizetype count) const;
    void edited(Field field, const QJsonValue &value);
    void finishEditing();
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
    QWidget *m_footer;
    QPushButton *m_save;
    QPushButton *m_revert;
    PlainLabel *m_note;
    PlainLabel *m_nothing;
    QHash<Field, FieldEditor *> m_editors;
    QHash<Field, PartEditor *> m_parts;
    QHash<Field, FormSection *> m_partSections; ///< of one part and nothing else
    PartList *m_incoming = nullptr;
    PartList *m_attachments = nullptr;
    FormSection *m_attachmentSection = nullptr;
    PlainLabel *m_dateLabel = nullptr;
    HistoryList *m_history = nullptr;
};

} // namespace Treatybook
