#pragma once

#include "session/agreementstore.h"
#include "ui/widgets/icons.h"

#include <QJsonArray>
#include <QLocale>
#include <QWidget>

QT_FORWARD_DECLARE_CLASS(QToolButton)

namespace Treatybook {

class PartDetails;
class PartModel;
class PartTable;
class PlainLabel;
class SoughtWords;

/// One part of the record in the form: a small table edited in place, buttons to add, remove and order its items, and
/// on demand every column of the current one. It edits a draft; the form saves it.
class PartEditor : public QWidget
{
    Q_OBJECT

public:
    PartEditor(const FieldInfo &info, const AgreementStore &store, const QLocale &locale, QWidget *parent = nullptr);

    Field field() const { return m_info.field; }
    /// The record with its draft, and the items as the draft has them. Emits nothing.
    void setContent(const Agreement &record, const QJsonArray &items);
    const QJsonArray &items() const;
    int count() const;
    void setReadOnly(bool readOnly);
    void setSought(const SoughtWords &words);
    void setMessage(const QString &text, bool isHint);
    /// The buttons, to be put elsewhere than above the table; then there is no heading either.
    QWidget *takeTools();

    /// Keeps what was typed in an open editor.
    void finishEditing();
    /// What was done so far is saved, and undone in the book.
    void forgetSteps();
    /// Puts the cursor where a value cannot be saved.
    void focusProblem();
    /// Puts the cursor into the table, or on the button that adds where it is empty.
    void startEditing();
    /// Whether there is anything to see below the heading.
    bool isOpen() const;

Q_SIGNALS:
    /// By the person.
    void edited();
    /// An item is about to be added, so a folded section should open.
    void opening();
    void openChanged();
    /// Another record was pressed.
    void recordRequested(const QUuid &id);

private:
    QToolButton *addButton(const QString &name, Icon sign, const QString &text, const QString &toolTip);
    void add();
    void setDetails(bool shown);
    void follow();

    const FieldInfo &m_info;
    PartModel *m_model;
    QWidget *m_head;
    PlainLabel *m_heading;
    QWidget *m_tools;
    QToolButton *m_add, *m_remove, *m_up, *m_down, *m_more;
    PartTable *m_table;
    PartDetails *m_details = nullptr; ///< made when first opened
    PlainLabel *m_message;
    ItemId m_shownItem{};
    bool m_wasOpen = false;
};

} // namespace Treatybook
