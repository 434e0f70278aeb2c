#include "ui/table/agreementtable.h"

#include "support/booksession.h"
#include "support/records.h"
#include "support/testregistry.h"
#include "ui/table/emptynote.h"
#include "ui/table/sortheader.h"

#include <QApplication>
#include <QClipboard>
#include <QHeaderView>
#include <QHelpEvent>
#include <QMimeData>
#include <QPushButton>
#include <QSignalSpy>
#include <QStyleOptionHeaderV2>
#include <QTest>
#include <QTextDocument>
#include <QToolTip>

using namespace Treatybook;
using namespace Treatybook::Test;
using namespace Qt::StringLiterals;

class TstAgreementTable : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_session = fakeSession();
        QList<Agreement> records;
        for (const auto &[title, kind] : {std::pair{u"Alpha plan"_s, Kind::CooperationPlan},
                                          {u"Beta visit"_s, Kind::Visit},
                                          {u"Gamma plan"_s, Kind::CooperationPlan},
                                          {u"Delta visit"_s, Kind::Visit},
                                          {u"Epsilon plan"_s, Kind::CooperationPlan}}) {
            Agreement record(QUuid::createUuid());
            record.edit().title = title;
            record.edit().kind = kind;
            records.append(record);
        }
        QVERIFY(add(*m_session, records));
        m_model = std::make_unique<AgreementTableModel>(*m_session);
        m_model->setLocale(QLocale(QLocale::English));
        m_model->setFields({Field::Title, Field::Kind, Field::Participants, Field::Date, Field::Term, Field::Status});
        m_model->setSort({{Field::Title, Qt::AscendingOrder}});
        m_table = std::make_unique<AgreementTable>(*m_model);
        m_table->resize(1100, 400);
        m_table->show();
    }
    void cleanup()
    {
        m_table.reset();
        m_model.reset();
        m_session.reset();
    }

    void clickSelectsForEverybody()
    {
        click(2);
        QCOMPARE(selectedTitles(), QStringList{u"Delta visit"_s});
        QCOMPARE(current(), u"Delta visit"_s);
        click(3, Qt::ControlModifier);
        QCOMPARE(selectedTitles(), (QStringList{u"Delta visit"_s, u"Epsilon plan"_s}));
        QCOMPARE(current(), u"Epsilon plan"_s);
    }

    /// Whoever rests on a cell reads the text, neither its markup nor somebody else's.
    void toolTipsSayTheTextItself()
    {
        const QString title = u"<b>Treaty</b> of <img src=\"file:///etc/hostname\"> & peace"_s;
        Agreement record(QUuid::createUuid());
        record.edit().title = title;
        QVERIFY(add(*m_session, {record}));
        for (const QString &expected : {title, u"Alpha plan"_s}) {
            int row = 0;
            while (m_model->recordAt(row)->title.toString() != expected)
                ++row;
            const QPoint place = m_table->visualRect(m_model->index(row, 0)).center();
            QHelpEvent help(QEvent::ToolTip, place, m_table->viewport()->mapToGlobal(place));
            QApplication::sendEvent(m_table->viewport(), &help);
            QString told = QToolTip::text();
            if (Qt::mightBeRichText(told)) {
                QTextDocument document;
                document.setHtml(told);
                told = document.toPlainText();
            }
            QCOMPARE(told, expected);
            QToolTip::hideText();
        }
    }

    void followsTheSelectionOfOthers()
    {
        m_session->selection().select(m_model->slotAt(4));
        QCOMPARE(m_table->currentIndex().row(), 4);
        QCOMPARE(rows(), QList<int>{4});
        m_session->selection().set({m_model->slotAt(0), m_model->slotAt(1), m_model->slotAt(3)}, m_model->slotAt(3));
        QCOMPARE(rows(), (QList<int>{0, 1, 3}));
        m_session->selection().clear();
        QCOMPARE(rows(), QList<int>());
        QVERIFY(!m_table->currentIndex().isValid());
    }

    void selectionOutlivesTheFilter()
    {
        click(1);
        click(2, Qt::ControlModifier); // Beta, Delta
        m_model->setQuery(Query::parse(u"plan"_s));
        QCOMPARE(m_model->rowCount(), 3);
        QCOMPARE(rows(), QList<int>());
        QCOMPARE(m_session->selection().count(), 2);
        click(0, Qt::ControlModifier); // the hidden ones stay
        QCOMPARE(m_session->selection().count(), 3);
        m_model->setQuery({});
        QCOMPARE(selectedTitles(), (QStringList{u"Alpha plan"_s, u"Beta visit"_s, u"Delta visit"_s}));
        m_model->setQuery(Query::parse(u"plan"_s));
        click(0); // a plain click selects one and nothing else
        m_model->setQuery({});
        QCOMPARE(selectedTitles(), QStringList{u"Alpha plan"_s});
    }

    void selectionOutlivesTheOrder()
    {
        click(0);
        m_model->setSort({{Field::Title, Qt::DescendingOrder}});
        QCOMPARE(rows(), QList<int>{4});
        QCOMPARE(current(), u"Alpha plan"_s);
    }

    void selectionOutlivesEdits()
    {
        click(0);
        const Agreement before = m_model->recordAt(0);
        Agreement after = before;
        after.edit().title = u"Zeta plan"_s;
        QVERIFY(change(*m_session, after));
        QTRY_COMPARE(m_model->recordAt(4)->title.toString(), u"Zeta plan"_s);
        QCOMPARE(rows(), QList<int>{4});
        QCOMPARE(current(), u"Zeta plan"_s);
        QVERIFY(add(*m_session, {titled(u"Aaa"_s)}));
        QTRY_COMPARE(m_model->rowCount(), 6);
        QCOMPARE(selectedTitles(), QStringList{u"Zeta plan"_s});
        QVERIFY(remove(*m_session, m_model->recordAt(0).id()));
        QTRY_COMPARE(m_model->rowCount(), 5);
        QCOMPARE(selectedTitles(), QStringList{u"Zeta plan"_s});
    }

    void headingsSort()
    {
        clickHeading(Field::Title);
        QCOMPARE(m_model->sortKeys(), (QList<SortKey>{{Field::Title, Qt::DescendingOrder}}));
        clickHeading(Field::Kind);
        QCOMPARE(m_model->sortKeys(), (QList<SortKey>{{Field::Kind, Qt::AscendingOrder}}));
        clickHeading(Field::Title, Qt::ShiftModifier);
        QCOMPARE(m_model->sortKeys(),
                 (QList<SortKey>{{Field::Kind, Qt::AscendingOrder}, {Field::Title, Qt::AscendingOrder}}));
        clickHeading(Field::Title, Qt::ShiftModifier);
        QCOMPARE(m_model->sortKeys(),
                 (QList<SortKey>{{Field::Kind, Qt::AscendingOrder}, {Field::Title, Qt::DescendingOrder}}));
    }

    void headingsShowTheirRanks()
    {
        struct Open : SortHeader {
            using SortHeader::initStyleOptionForIndex, SortHeader::SortHeader;
        };
        Open header(*m_model, nullptr);
        header.setModel(m_model.get());
        const auto shown = [&](Field field) {
            QStyleOptionHeaderV2 option;
            header.initStyleOptionForIndex(&option, static_cast<int>(m_model->fields().indexOf(field)));
            const QString arrow = option.sortIndicator == QStyleOptionHeader::SortDown ? u"a"_s
                                  : option.sortIndicator == QStyleOptionHeader::SortUp ? u"z"_s
                                                                                       : QString();
            return QString(option.text + u'|' + arrow);
        };
        m_table->setSort({{Field::Kind, Qt::DescendingOrder}});
        QCOMPARE(shown(Field::Kind), u"Kind|z"_s); // one needs no rank
        QCOMPARE(shown(Field::Title), u"Title|"_s);
        m_table->setSort({{Field::Kind, Qt::AscendingOrder}, {Field::Title, Qt::DescendingOrder}});
        QCOMPARE(shown(Field::Kind), u"¹ Kind|a"_s);
        QCOMPARE(shown(Field::Title), u"² Title|z"_s);
        header.resizeSection(static_cast<int>(m_model->fields().indexOf(Field::Kind)), 50);
        QVERIFY2(shown(Field::Kind).contains(u'…'), qPrintable(shown(Field::Kind))); // nobody takes it for the whole
        QVERIFY(qobject_cast<SortHeader *>(m_table->horizontalHeader()));
        QStyleOptionHeaderV2 gone;
        header.initStyleOptionForIndex(&gone, static_cast<int>(m_model->fields().size())); // a column that goes
        QCOMPARE(gone.text, QString());
    }

    void enterOpens()
    {
        QSignalSpy activated(m_table.get(), &AgreementTable::recordActivated);
        click(1);
        QTest::keyClick(m_table.get(), Qt::Key_Return);
        QCOMPARE(activated.count(), 1);
        QTest::keyClick(m_table.get(), Qt::Key_Down);
        QCOMPARE(current(), u"Delta visit"_s);
    }

    void copiesAsTextAndAsTable()
    {
        m_model->setFields({Field::Title, Field::Kind});
        Agreement alpha = m_model->recordAt(0);
        const QString end(600, u'x'); // more than a cell shows
        alpha.edit().title = Text(u"Alpha <b>plan</b>\tof\ntwo "_s + end);
        QVERIFY(change(*m_session, alpha));
        m_session->selection().set({m_model->slotAt(3), m_model->slotAt(0)}, m_model->slotAt(0));
        m_table->setFocus();
        QTest::keyClick(m_table.get(), Qt::Key_C, Qt::ControlModifier);
        const QMimeData *copied = QApplication::clipboard()->mimeData();
        QCOMPARE(copied->text(), u"Title\tKind\nAlpha <b>plan</b> of two %1\tCooperation plan\n"
                                 "Epsilon plan\tCooperation plan\n"_s.arg(end));
        QCOMPARE(copied->html(), u"<table><tr><th>Title</th><th>Kind</th></tr>"
                                 "<tr><td>Alpha &lt;b&gt;plan&lt;/b&gt; of two %1</td><td>Cooperation plan</td></tr>"
                                 "<tr><td>Epsilon plan</td><td>Cooperation plan</td></tr></table>"_s.arg(end));
    }

    void lettersGoToATitle()
    {
        m_table->setFocus();
        m_table->setCurrentIndex(m_model->index(0, 0));
        QTest::keyClicks(m_table.get(), u"DEL"_s);
        QCOMPARE(current(), u"Delta visit"_s);
        QTest::qWait(QApplication::keyboardInputInterval() + 50);
        QTest::keyClicks(m_table.get(), u"zzz"_s); // nobody is called so
        QCOMPARE(current(), u"Delta visit"_s);
        QTest::qWait(QApplication::keyboardInputInterval() + 50);
        m_table->keyboardSearch(u"é"_s); // accents do not matter; from the top after the last
        QCOMPARE(current(), u"Epsilon plan"_s);
        QTest::qWait(QApplication::keyboardInputInterval() + 50);
        QTest::keyClicks(m_table.get(), u"a"_s);
        QCOMPARE(current(), u"Alpha plan"_s);
    }

    void pressBelowTheRowsKeepsTheSelection()
    {
        click(1);
        QTest::mouseClick(m_table->viewport(), Qt::LeftButton, {}, QPoint(50, m_table->viewport()->height() - 5));
        QCOMPARE(current(), u"Beta visit"_s);
    }

    void narrowTableKeepsTitleDateAndStatus()
    {
        QVERIFY(!hidden(Field::Participants));
        m_table->resize(620, 400);
        QCoreApplication::processEvents();
        QVERIFY(hidden(Field::Participants));
        QVERIFY(!hidden(Field::Title) && !hidden(Field::Date) && !hidden(Field::Status));
        m_table->resize(1500, 400);
        QCoreApplication::processEvents();
        QVERIFY(!hidden(Field::Participants) && !hidden(Field::Kind) && !hidden(Field::Term));
    }

    void emptyTableSaysWhy()
    {
        auto *note = m_table->findChild<EmptyNote *>(u"table.empty"_s);
        QVERIFY(!note->isVisible());
        m_model->setQuery(Query::parse(u"zzz"_s));
        QCOMPARE(m_model->rowCount(), 0);
        QVERIFY(note->isVisible());
        QCOMPARE(note->text(), u"No record matches: containing “zzz”"_s);
        Filter filter(Query::parse(u"zzzz"_s));
        filter.narrowTo(Facet::Kind, u"treaty"_s);
        m_model->setFilter(filter);
        QCOMPARE(note->text(), u"No record matches: containing “zzzz”; Kind: Treaty"_s);
        QTest::mouseClick(note->findChild<QPushButton *>(u"table.empty.clear"_s), Qt::LeftButton);
        QCOMPARE(m_model->rowCount(), 5);
        QVERIFY(!note->isVisible());
        m_model->setQuery(Query::parse(u"pl*n"_s));
        QVERIFY2(note->text().contains(u"Signs such as *"_s), qPrintable(note->text()));
    }

    void emptyTableOffersToAskLess()
    {
        const auto button = [this](int part) {
            return m_table->findChild<QPushButton *>(u"table.empty.without.%1"_s.arg(part));
        };
        m_model->setQuery(Query::parse(u"visit zzz plan"_s));
        QVERIFY(!button(0)); // not while somebody types
        m_model->setQuery(Query::parse(u"visit plan beta"_s));
        QTRY_VERIFY(button(1));
        QVERIFY2(button(1)->text().startsWith(u"Without plan: 1 record"_s), qPrintable(button(1)->text()));
        QVERIFY(!button(0) && !button(2)); // without these it is still too much
        QTest::mouseClick(button(1), Qt::LeftButton);
        QCOMPARE(m_model->query().canonicalText(), u"visit beta"_s);
        QCOMPARE(m_model->rowCount(), 1);
        // Facets count too.
        Filter filter(Query::parse(u"plan beta"_s));
        filter.narrowTo(Facet::Kind, u"cooperation-plan"_s);
        m_model->setFilter(filter);
        QTRY_VERIFY(button(1) && button(1)->text().startsWith(u"Without beta: 3 record"_s));
        QVERIFY(!button(0));
        QTest::mouseClick(button(1), Qt::LeftButton);
        QCOMPARE(m_model->rowCount(), 3);
        m_model->setQuery(Query::parse(u"zzz"_s));
        QTRY_VERIFY(!button(0)); // that would be everything
    }

private:
    void click(int row, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::mouseClick(m_table->viewport(), Qt::LeftButton, modifiers,
                          m_table->visualRect(m_model->index(row, 0)).center());
    }
    void clickHeading(Field field, Qt::KeyboardModifiers modifiers = {})
    {
        QHeaderView *header = m_table->horizontalHeader();
        const int x = header->sectionViewportPosition(column(field)) + 30;
        QTest::mouseClick(header->viewport(), Qt::LeftButton, modifiers, QPoint(x, header->height() / 2));
    }
    int column(Field field) const { return static_cast<int>(m_model->fields().indexOf(field)); }
    bool hidden(Field field) const { return m_table->isColumnHidden(column(field)); }
    QList<int> rows() const
    {
        QList<int> result;
        for (const QModelIndex &index : m_table->selectionModel()->selectedRows())
            result.append(index.row());
        std::sort(result.begin(), result.end());
        return result;
    }
    /// Of the session, in the order of titles; the table must show the same.
    QStringList selectedTitles() const
    {
        QStringList titles, shown;
        for (const Slot slot : m_session->selection().selected())
            titles.append(m_session->store().record(slot)->title.toString());
        for (const int row : rows())
            shown.append(m_model->recordAt(row)->title.toString());
        titles.sort();
        shown.sort();
        return titles == shown ? titles : QStringList{u"table shows"_s} + shown;
    }
    QString current() const
    {
        const auto slot = m_session->selection().current();
        return slot ? m_session->store().record(*slot)->title.toString() : QString();
    }

    std::unique_ptr<Session> m_session;
    std::unique_ptr<AgreementTableModel> m_model;
    std::unique_ptr<AgreementTable> m_table;
};

TREATYBOOK_TEST(TstAgreementTable)
#include "tst_agreementtable.moc"
