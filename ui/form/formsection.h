#pragma once

#include <QAbstractButton>

QT_FORWARD_DECLARE_CLASS(QGridLayout)

namespace Treatybook {

class FieldEditor;
class PlainLabel;

/// The heading of a section; pressing it folds the section.
class SectionHeading : public QAbstractButton
{
    Q_OBJECT

public:
    explicit SectionHeading(const QString &title, QWidget *parent = nullptr);

    /// Dim, at the right: "3 changes".
    void setNote(const QString &note);
    /// Buttons at the right, before the note.
    void setTools(QWidget *tools);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_note;
    QWidget *m_tools = nullptr;
};

/// A heading and below it labelled inputs and lists.
class FormSection : public QWidget
{
    Q_OBJECT

public:
    explicit FormSection(const QString &title, QWidget *parent = nullptr);

    /// With its label at the left, as the input's buddy.
    PlainLabel *addEditor(FieldEditor *editor);
    /// Over the whole width; with a small heading where the section has more than one.
    void addList(QWidget *list, const QString &heading = {});
    void setNote(const QString &note) { m_heading->setNote(note); }
    /// Unfolds.
    void open() { m_heading->setChecked(true); }
    /// There is nothing below the heading.
    void setEmpty(bool empty);
    SectionHeading *heading() const { return m_heading; }

private:
    void showBody();

    SectionHeading *m_heading;
    QWidget *m_body;
    QGridLayout *m_grid;
    bool m_empty = false;
};

} // namespace Treatybook
