#pragma once

#include "itemmodels/agreementtablemodel.h"

#include <QWidget>

namespace Treatybook {

class Draft;
class FieldEditor;
class FormSection;
class HistoryList;
class PartEditor;
class PartList;
class PlainLabel;
class SoughtWords;

/// The inputs of a record in their sections, built from the field table, with what is wrong beside each. It knows
/// nothing of saving: what is typed is told, and shown again as the draft has it.
class FormPage : public QWidget
{
    Q_OBJECT

public:
    explicit FormPage(const AgreementTableModel &model, QWidget *parent = nullptr);

    /// The record as the draft leaves it. Inputs that show something else are set; `anew` all of them, which takes
    /// their own undo away.
    void setRecord(Slot slot, const Draft &draft, bool anew);
    void showMessages(Slot slot, const Draft &draft);
    /// Those of other records to this one; this one's own are in its part.
    void showRelations(Slot slot);
    void setSought(const SoughtWords &words);

    /// Unfolds the section of its input. Null if nobody edits that field.
    QWidget *reveal(Field field);
    void startEditing(Field field);
    void focusProblem(Field field);
    /// Takes what is being typed into a list.
    void finishEditing();
    /// It is saved: undone in the book from now on, not in the input.
    void forgetSteps(Field field);

Q_SIGNALS:
    void edited(Treatybook::Field field, const QJsonValue &value);
    /// The other record of a relation was pressed.
    void recordRequested(const QUuid &id);

private:
    void addField(const FieldInfo &info, FormSection *section);
    void addPart(const FieldInfo &info, FormSection *section, bool isAlone);
    void fillSection(const PartEditor *editor);
    QString countNote(qsizetype count) const;

    const AgreementTableModel &m_model;
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
