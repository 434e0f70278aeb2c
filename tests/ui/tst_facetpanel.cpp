#include "ui/find/facetpanel.h"

#include "itemmodels/agreementtablemodel.h"
#include "itemmodels/facetmodel.h"
#include "support/booksession.h"
#include "support/records.h"
#include "support/testregistry.h"
#include "ui/find/facetdelegate.h"
#include "ui/find/facetmenu.h"

#include <QAction>
#include <QContextMenuEvent>
#include <QMenu>
#include <QRegularExpression>
#include <QTimer>

#include <QAccessible>
#include <QElapsedTimer>
#include <QLineEdit>
#include <QTest>

using namespace Treatybook;
using namespace Treatybook::Test;
using namespace Qt::StringLiterals;

class TstFacetPanel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_session = fakeSession();
        QVERIFY(add(*m_session, {made(u"rice"_s, Kind::Treaty, {u"Cuba"_s, u"Viet Nam"_s}),
                                 made(u"ring"_s, Kind::Agreement, {u"Viet Nam"_s}),
                                 made(u"plan"_s, Kind::Agreement, {u"Viet Nam"_s, u"France"_s})}));
        show();
    }
    void cleanup()
    {
        m_panel.reset();
        m_model.reset();
        m_session.reset();
    }

    void aClickNarrowsAndClears()
    {
        click(value(Facet::Kind, u"agreement"_s));
        QCOMPARE(chosen(), u"kind: agreement"_s);
        QCOMPARE(m_model->rowCount(), 2);
        click(value(Facet::Kind, u"treaty"_s));
        QCOMPARE(chosen(), u"kind: treaty"_s);
        click(value(Facet::Kind, u"treaty"_s));
        QCOMPARE(chosen(), QString());
    }

    void ctrlAndTheBoxAdd()
    {
        click(value(Facet::Participant, u"Cuba"_s));
        click(value(Facet::Participant, u"France"_s), Qt::ControlModifier);
        QCOMPARE(chosen(), u"party: Cuba, France"_s);
        const QRect box = FacetDelegate::boxRect(m_panel->visualRect(value(Facet::Kind, u"treaty"_s)));
        QTest::mouseClick(m_panel->viewport(), Qt::LeftButton, {}, box.center());
        settle();
        QCOMPARE(chosen(), u"party: Cuba, France; kind: treaty"_s);
        click(value(Facet::Participant, u"Cuba"_s), Qt::ControlModifier);
        QCOMPARE(chosen(), u"party: France; kind: treaty"_s);
        QCOMPARE(m_model->rowCount(), 0);
        QVERIFY(value(Facet::Participant, u"France"_s).isValid()); // of no record now
    }

    void altExcludes()
    {
        click(value(Facet::Participant, u"Cuba"_s), Qt::AltModifier);
        QCOMPARE(chosen(), u"party: -Cuba"_s);
        QCOMPARE(m_model->rowCount(), 2);
        QVERIFY(value(Facet::Participant, u"Cuba"_s).data(FacetModel::ExcludedRole).toBool());
        const QRect box = FacetDelegate::boxRect(m_panel->visualRect(value(Facet::Participant, u"France"_s)));
        QTest::mouseClick(m_panel->viewport(), Qt::LeftButton, Qt::AltModifier, box.center());
        settle();
        QCOMPARE(chosen(), u"party: -Cuba, -France"_s);
        click(value(Facet::Participant, u"France"_s), Qt::ControlModifier); // wanted after all
        QCOMPARE(chosen(), u"party: France, -Cuba"_s);
        click(value(Facet::Participant, u"Cuba"_s), Qt::AltModifier);
        QCOMPARE(chosen(), u"party: France"_s);
        click(value(Facet::Participant, u"Cuba"_s), Qt::AltModifier);
        click(value(Facet::Participant, u"Viet Nam"_s)); // that alone
        QCOMPARE(chosen(), u"party: Viet Nam"_s);

        m_panel->setFocus();
        QTest::keyClicks(m_panel.get(), u"cub"_s);
        key(Qt::Key_Space, Qt::AltModifier);
        QCOMPARE(chosen(), u"party: Viet Nam, -Cuba"_s);
        QCOMPARE(current(), u"Cuba"_s);
        key(Qt::Key_Return, Qt::AltModifier);
        QCOMPARE(chosen(), u"party: Viet Nam"_s);
        key(Qt::Key_Space, Qt::AltModifier);
        key(Qt::Key_Delete);
        QCOMPARE(chosen(), QString());
    }

    void theMenuSaysItInWords()
    {
        QCOMPARE(menuOf(value(Facet::Kind, u"treaty"_s), u"facets.not"_s),
                 u"Only this value|Also this value|Exclude this value|(Clear)|Hide this facet||Facets to show"_s);
        QCOMPARE(chosen(), u"kind: -treaty"_s);
        QCOMPARE(menuOf(value(Facet::Kind, u"treaty"_s), u"facets.also"_s),
                 u"Only this value|Also this value|No longer exclude this value|Clear|Hide this facet||Facets to show"_s);
        QCOMPARE(chosen(), u"kind: treaty"_s);
        menuOf(value(Facet::Kind, u"agreement"_s), u"facets.only"_s);
        QCOMPARE(chosen(), u"kind: agreement"_s);
        QCOMPARE(menuOf(m_panel->facets().headingOf(Facet::Kind), u"facets.clear"_s),
                 u"Clear|Hide this facet||Facets to show"_s);
        QCOMPARE(chosen(), QString());
        menuOf(m_panel->facets().headingOf(Facet::Kind), u"facets.hide"_s);
        QVERIFY(m_panel->isRowHidden(static_cast<int>(Facet::Kind), {}));
        QVERIFY(!m_panel->isRowHidden(static_cast<int>(Facet::Nature), {}));
    }

    void whichFacetsAreShownIsChosen()
    {
        const auto item = [this](const QString &key) {
            Q_EMIT m_panel->facetMenu()->aboutToShow();
            return m_panel->facetMenu()->findChild<QAction *>(u"facets.shown."_s + key);
        };
        QVERIFY(!item(u"usual"_s)->isEnabled());
        QVERIFY(item(u"kind"_s)->isChecked() && !item(u"role"_s)->isChecked());
        QVERIFY(m_panel->isRowHidden(static_cast<int>(Facet::Role), {}));
        item(u"role"_s)->trigger();
        QVERIFY(!m_panel->isRowHidden(static_cast<int>(Facet::Role), {}));
        QVERIFY(m_panel->isExpanded(m_panel->facets().headingOf(Facet::Role)));
        click(value(Facet::Role, u"side"_s), Qt::AltModifier);
        QCOMPARE(m_model->rowCount(), 0);
        item(u"role"_s)->trigger();
        QVERIFY(!m_panel->isRowHidden(static_cast<int>(Facet::Role), {})); // it narrows
        m_model->setFilter({});
        settle();
        QVERIFY(m_panel->isRowHidden(static_cast<int>(Facet::Role), {}));
        item(u"kind"_s)->trigger();
        QVERIFY(m_panel->isRowHidden(static_cast<int>(Facet::Kind), {}));
        item(u"usual"_s)->trigger();
        QCOMPARE(m_panel->facets().shown(), usualFacets());
        QVERIFY(!m_panel->isRowHidden(static_cast<int>(Facet::Kind), {}));
    }

    void aDoubleClickIsOneClick()
    {
        const QModelIndex cuba = value(Facet::Participant, u"Cuba"_s);
        const QPoint point = m_panel->visualRect(cuba).center();
        QTest::mouseClick(m_panel->viewport(), Qt::LeftButton, {}, point);
        QTest::mouseDClick(m_panel->viewport(), Qt::LeftButton, {}, point);
        QVERIFY(chosen() == u"party: Cuba"_s || chosen().isEmpty()); // the sequence has a click of its own
        m_model->setFilter({});
        settle();
        const QPoint place = m_panel->visualRect(value(Facet::Participant, u"Cuba"_s)).center();
        QTest::mousePress(m_panel->viewport(), Qt::LeftButton, {}, place);
        QTest::mouseRelease(m_panel->viewport(), Qt::LeftButton, {}, place);
        QMouseEvent second(QEvent::MouseButtonDblClick, place, m_panel->viewport()->mapToGlobal(place), Qt::LeftButton,
                           Qt::LeftButton, {});
        QCoreApplication::sendEvent(m_panel->viewport(), &second);
        QTest::mouseRelease(m_panel->viewport(), Qt::LeftButton, {}, place);
        QCOMPARE(chosen(), u"party: Cuba"_s);
    }

    void aHeadingFoldsAndClears()
    {
        const QModelIndex heading = m_panel->facets().headingOf(Facet::Kind);
        QVERIFY(m_panel->isExpanded(heading));
        click(heading, {}, QPoint(20, 15));
        QVERIFY(!m_panel->isExpanded(heading));
        click(heading, {}, QPoint(20, 15));
        QVERIFY(m_panel->isExpanded(heading));
        click(value(Facet::Kind, u"agreement"_s));
        click(value(Facet::Participant, u"France"_s));
        const QRect rect = m_panel->visualRect(heading);
        click(heading, {}, QPoint(rect.width() - 25, rect.height() / 2 + 3));
        QCOMPARE(chosen(), u"party: France"_s);
        QVERIFY(m_panel->isExpanded(heading));
        click(heading, {}, QPoint(rect.width() - 25, rect.height() / 2 + 3)); // nothing to clear: it folds
        QVERIFY(!m_panel->isExpanded(heading));
    }

    void byKeyboard()
    {
        m_panel->setFocus();
        key(Qt::Key_Home);
        QCOMPARE(current(), u"Nature"_s);
        key(Qt::Key_Down);
        QCOMPARE(current(), u"Treaty (binding)"_s);
        key(Qt::Key_Up);
        key(Qt::Key_Space); // folds
        QVERIFY(!m_panel->isExpanded(m_panel->currentIndex()));
        key(Qt::Key_Space);
        QTest::keyClicks(m_panel.get(), u"cub"_s); // type-ahead
        QCOMPARE(current(), u"Cuba"_s);
        key(Qt::Key_Space);
        QCOMPARE(chosen(), u"party: Cuba"_s);
        QCOMPARE(current(), u"Cuba"_s);
        QTest::qWait(QApplication::keyboardInputInterval() + 50);
        QTest::keyClicks(m_panel.get(), u"fra"_s);
        key(Qt::Key_Space, Qt::ControlModifier);
        QCOMPARE(chosen(), u"party: Cuba, France"_s);
        key(Qt::Key_Space);
        QCOMPARE(chosen(), u"party: France"_s);
        key(Qt::Key_Delete);
        QCOMPARE(chosen(), QString());
        key(Qt::Key_End);
        QVERIFY(!m_panel->indexBelow(m_panel->currentIndex()).isValid());
        key(Qt::Key_Left);
        QVERIFY(!m_panel->currentIndex().parent().isValid()); // its heading
    }

    void facetsThatTheBookDoesNotUseAreHidden()
    {
        QVERIFY(m_panel->isRowHidden(static_cast<int>(Facet::Tag), {}));
        QVERIFY(!m_panel->isRowHidden(static_cast<int>(Facet::Kind), {}));
        m_model->setQuery(Query::parse(u"zzz"_s));
        settle();
        QVERIFY(!m_panel->isRowHidden(static_cast<int>(Facet::Kind), {})); // only the filter takes its values away
        m_model->setQuery({});
        Agreement after = m_session->store().record(liveSlots(m_session->store()).first());
        after.editExtras().tags = {u"mine"_s};
        QVERIFY(change(*m_session, after));
        settle();
        QVERIFY(!m_panel->isRowHidden(static_cast<int>(Facet::Tag), {}));
        click(value(Facet::Tag, u"mine"_s));
        QCOMPARE(chosen(), u"tag: mine"_s);
    }

    void amongManyOneCanSearch()
    {
        addMany(300);
        const QModelIndex heading = m_panel->facets().headingOf(Facet::Participant);
        QCOMPARE(m_panel->facets().rowCount(heading), FacetModel::FewValues + 1);
        const QModelIndex more = m_panel->facets().index(FacetModel::FewValues, 0, heading);
        m_panel->scrollTo(more);
        click(more, {}, QPoint(50, 8));
        auto *search = m_panel->findChild<QLineEdit *>(u"facet.party.search"_s);
        QVERIFY(search && search->isVisible() && search->hasFocus());
        QTest::keyClicks(search, u"state 29"_s);
        QCOMPARE(m_panel->facets().rowCount(heading), 13); // search, 29, 290 to 299, fewer
        QTest::keyClick(search, Qt::Key_Down);
        QVERIFY(m_panel->hasFocus());
        QCOMPARE(current(), u"State 29"_s);
        key(Qt::Key_Space);
        QCOMPARE(chosen(), u"party: State 29"_s);
        QVERIFY(search->isVisible()); // in place
        search->setFocus();
        QTest::keyClick(search, Qt::Key_Escape);
        QVERIFY(search->text().isEmpty() && search->hasFocus());
        QTest::keyClick(search, Qt::Key_Escape);
        QVERIFY(m_panel->hasFocus());
        key(Qt::Key_End);
        while (m_panel->facets().rowOf(m_panel->currentIndex()) != FacetModel::Row::More)
            key(Qt::Key_Up);
        QCOMPARE(current(), u"Fewer"_s);
        key(Qt::Key_Space);
        QVERIFY(m_panel->facets().rowCount(heading) < 12);
        QVERIFY(!m_panel->findChild<QLineEdit *>(u"facet.party.search"_s) ||
                !m_panel->findChild<QLineEdit *>(u"facet.party.search"_s)->isVisible());
    }

    void showFacetGoesToWhatIsChosen()
    {
        click(value(Facet::Participant, u"Cuba"_s));
        m_panel->collapseAll();
        m_panel->showFacet(Facet::Participant);
        QVERIFY(m_panel->hasFocus());
        QCOMPARE(current(), u"Cuba"_s);
        m_panel->showFacet(Facet::Kind);
        QCOMPARE(current(), u"Kind"_s);
    }

    void saysWhatItShows()
    {
        click(value(Facet::Participant, u"Cuba"_s));
        QAccessibleInterface *panel = QAccessible::queryAccessibleInterface(m_panel.get());
        QVERIFY(panel);
        QCOMPARE(panel->text(QAccessible::Name), u"Facets"_s);
        bool found = false;
        for (int i = 0; i < panel->childCount(); ++i) {
            QAccessibleInterface *child = panel->child(i);
            if (child && child->text(QAccessible::Name).startsWith(u"Cuba, 1 record"_s))
                found = child->state().checked;
        }
        QVERIFY(found);
    }

    void paintsInBothLooks()
    {
        const QImage plain = m_panel->grab().toImage();
        click(value(Facet::Participant, u"Cuba"_s));
        QVERIFY(m_panel->grab().toImage() != plain);
        m_panel->resize(60, 100); // narrower than anything fits
        m_panel->grab();
        m_panel->setLayoutDirection(Qt::RightToLeft);
        m_panel->grab();
    }

private:
    static Agreement made(const QString &title, Kind kind, const QStringList &participants)
    {
        Agreement record = titled(title);
        record.edit().nature = Nature::Treaty;
        record.edit().kind = kind;
        for (const QString &name : participants)
            record.edit().participants.append({newItemId(), name, {}, {}, {}});
        return record;
    }
    void show()
    {
        m_model = std::make_unique<AgreementTableModel>(*m_session);
        m_model->setLocale(QLocale(QLocale::English));
        m_model->setAsOf(dayNumber(2018, 1, 1));
        m_panel = std::make_unique<FacetPanel>(*m_model);
        m_panel->resize(230, 700);
        m_panel->show();
        QVERIFY(QTest::qWaitForWindowActive(m_panel.get()));
    }
    void addMany(int states)
    {
        QList<Agreement> records;
        for (int i = 0; i < states; ++i)
            records.append(made(u"many"_s, Kind::Treaty, {u"State %1"_s.arg(i)}));
        QVERIFY(add(*m_session, records));
        settle();
    }
    void settle()
    {
        QTest::qWait(1);
        QTRY_VERIFY(!m_panel->facets().isStale());
    }
    QModelIndex value(Facet facet, const QString &text) const { return m_panel->facets().valueIndex(facet, text); }
    void click(const QModelIndex &index, Qt::KeyboardModifiers modifiers = {}, QPoint within = QPoint(60, 8))
    {
        QVERIFY(index.isValid());
        QTest::mouseClick(m_panel->viewport(), Qt::LeftButton, modifiers,
                          m_panel->visualRect(index).topLeft() + within);
        settle();
    }
    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::keyClick(m_panel.get(), key, modifiers);
        settle();
    }
    QString current() const { return m_panel->currentIndex().data().toString(); }
    /// "kind: treaty; party: Cuba, -France", with a minus before what is excluded.
    QString chosen() const
    {
        QStringList parts;
        for (const FacetChoice &choice : m_model->filter().choices())
            parts.append(facetInfo(choice.facet).keyText() + u": "_s +
                         (choice.values + QStringList(choice.excluded).replaceInStrings(QRegularExpression(u"^"_s), u"-"_s))
                             .join(u", "_s));
        return parts.join(u"; "_s);
    }
    /// Opens the menu at a row and triggers one of its items. What the menu says, in brackets what is not enabled.
    QString menuOf(const QModelIndex &index, const QString &name)
    {
        QStringList texts;
        QTimer::singleShot(0, this, [&] {
            auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
            if (!menu)
                return;
            QAction *wanted = nullptr;
            for (QAction *action : menu->actions()) {
                const QString text = action->text().remove(u'&');
                texts.append(action->isEnabled() ? text : u'(' + text + u')');
                if (action->objectName() == name)
                    wanted = action;
            }
            menu->close();
            if (wanted)
                wanted->trigger();
        });
        m_panel->setCurrentIndex(index);
        QContextMenuEvent event(QContextMenuEvent::Mouse, m_panel->visualRect(index).center(),
                                m_panel->viewport()->mapToGlobal(m_panel->visualRect(index).center()));
        QCoreApplication::sendEvent(m_panel->viewport(), &event);
        settle();
        return texts.join(u'|');
    }

    std::unique_ptr<Session> m_session;
    std::unique_ptr<AgreementTableModel> m_model;
    std::unique_ptr<FacetPanel> m_panel;
};

TREATYBOOK_TEST(TstFacetPanel)
#include "tst_facetpanel.moc"
