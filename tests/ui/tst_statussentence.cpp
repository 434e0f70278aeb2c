#include "ui/mainwindow/statussentence.h"

#include "support/booksession.h"
#include "support/testregistry.h"
#include "tests/domain/recordbuilder.h"
#include "tests/ui/fakewindow.h"
#include "ui/widgets/plainlabel.h"

#include <QTest>

using namespace Treatybook;
using namespace Treatybook::Test;
using namespace Qt::StringLiterals;

class TstStatusSentence : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_window = std::make_unique<FakeWindow>();
        m_window->makeBook(u"a"_s, QList<Agreement>{rice("5000"), rice("2500.5"), titled(u"Visit"_s)});
        m_window->start();
        QVERIFY(m_window->open(u"a"_s));
    }
    void cleanup() { m_window.reset(); }

    /// A sum of one would say nothing; neither does a record without quantities.
    void addsUpWhatIsSelected()
    {
        const QSet<Slot> all{0, 1, 2};
        Selection &selection = m_window->book().session().selection();
        selection.set({0}, 0);
        QCOMPARE(sums(), QString());
        selection.set(all, 0);
        QCOMPARE(sums(), u"pledged 7,500.5 t"_s);
        QVERIFY(label().isVisible());

        const AgreementStore &store = m_window->book().session().store();
        const Slot first = store.slotOf(m_ids.first()).value();
        Agreement record = store.record(first);
        record.editExtras().quantities[0].amount = *Decimal::parse(u"6000"_s);
        QVERIFY(change(m_window->book().session(), record));
        QCOMPARE(sums(), u"pledged 8,500.5 t"_s);
        QVERIFY(remove(m_window->book().session(), m_ids.first()));
        QCOMPARE(sums(), u"pledged 2,500.5 t"_s); // with the visit
        selection.set({}, {});
        QCOMPARE(sums(), QString());
        QVERIFY(!label().isVisible());
    }

private:
    Agreement rice(const char *tonnes)
    {
        Agreement record = RecordBuilder(Nature::Unilateral);
        record.edit().id = numberedId(static_cast<quint32>(m_ids.size()) + 1);
        m_ids.append(record.id());
        Quantity quantity;
        quantity.id = ItemId(1);
        quantity.amount = *Decimal::parse(QString::fromLatin1(tonnes));
        quantity.unit = RecordBuilder::text("t");
        quantity.stance = Stance::Pledged;
        record.editExtras().quantities.append(quantity);
        return record;
    }
    PlainLabel &label() const { return *(*m_window)->findChild<PlainLabel *>(u"status.sums"_s); }
    QString sums() const { return label().fullText(); }

    std::unique_ptr<FakeWindow> m_window;
    QList<QUuid> m_ids;
};

TREATYBOOK_TEST(TstStatusSentence)
#include "tst_statussentence.moc"
