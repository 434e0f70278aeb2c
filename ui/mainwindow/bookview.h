#pragma once

#include "itemmodels/agreementtablemodel.h"

#include <QWidget>

QT_FORWARD_DECLARE_CLASS(QSplitter)

namespace Treatybook {

class AgreementForm;
class AgreementTable;
class BottomPanel;
class ChipBar;
class FacetPanel;
class TimelinePane;
class TimelineView;
class ViewsPanel;

/// One open book: owns its session, and shows it as timeline, table and form on one model and one selection.
class BookView : public QWidget
{
    Q_OBJECT

public:
    BookView(std::unique_ptr<Repository> repository, const QString &path, Day asOf, QWidget *parent = nullptr);
    ~BookView() override;

    Session &session() const { return *m_session; }
    AgreementTableModel &model() const { return *m_model; }
    AgreementForm &form() const { return *m_form; }
    AgreementTable &table() const { return *m_table; }
    TimelineView &timeline() const;
    TimelinePane &timelinePane() const { return *m_timelinePane; }
    FacetPanel &facets() const { return *m_facets; }
    ViewsPanel &views() const { return *m_views; }
    ChipBar &chips() const { return *m_chips; }
    /// What comes next and problems; hidden at first.
    BottomPanel &panel() const { return *m_panel; }
    /// Views and facets.
    QWidget &sideBar() const { return *m_sideBar; }
    const QString &path() const { return m_path; }
    /// In the order in which F6 goes through them.
    QList<QWidget *> panes() const;
    /// Of the file, without its suffix.
    QString name() const;

    /// Adds an empty record and puts the cursor into its title.
    void addRecord();
    void duplicateCurrent();
    /// All that are selected and not hidden by the filter.
    void deleteSelected();
    QList<Slot> deletable() const;
    /// Somebody moved a border between the parts.
    bool hasOwnSizes() const { return m_userSizes; }
    /// The parts as large as on the first day.
    void arrangeAsUsual();

Q_SIGNALS:
    /// `again` tries the same change once more.
    void failed(const Treatybook::Error &error, const std::function<void()> &again);
    void deleted(const QString &what);
    /// The as-of line was dragged.
    void asOfRequested(Treatybook::Day day);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void add(const Agreement &record, const QString &what);
    void commit(const ChangeSet &set, const std::function<void()> &done);
    void select(const QUuid &id);

    std::unique_ptr<Session> m_session;
    QString m_path;
    AgreementTableModel *m_model;
    ChipBar *m_chips;
    QWidget *m_sideBar;
    ViewsPanel *m_views;
    FacetPanel *m_facets;
    TimelinePane *m_timelinePane;
    AgreementTable *m_table;
    BottomPanel *m_panel;
    AgreementForm *m_form;
    QSplitter *m_splitter;
    QSplitter *m_lists;
    bool m_userSizes = false; ///< somebody moved a border
};

} // namespace Treatybook
