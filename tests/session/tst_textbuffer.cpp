#include "session/textbuffer.h"

#include "domain/query.h"
#include "support/testregistry.h"

#include <QRandomGenerator>
#include <QTest>

#include <algorithm>

using namespace Treatybook;
using namespace Qt::StringLiterals;

class TstTextBuffer : public QObject
{
    Q_OBJECT

    static Query::Term term(const QString &text) { return Query::parse(text).terms().first(); }

private Q_SLOTS:
    void findsEachTextOnce()
    {
        TextBuffer buffer;
        buffer.resize(4);
        buffer.set(2, " rice and rice\n rice\n");
        buffer.set(0, " rice\n");
        buffer.set(3, " ricecake\n");
        std::vector<quint32> found = buffer.find(term(u"rice"_s));
        std::ranges::sort(found);
        QCOMPARE(found, (std::vector<quint32>{0, 2, 3}));
        found = buffer.find(term(u"\"rice\""_s));
        std::ranges::sort(found);
        QCOMPARE(found, (std::vector<quint32>{0, 2}));
        QVERIFY(buffer.contains(3, term(u"rice"_s)));
        QVERIFY(!buffer.contains(3, term(u"\"rice\""_s)));
        QVERIFY(!buffer.contains(1, term(u"rice"_s)));
        QVERIFY(buffer.at(1).isEmpty());
        QVERIFY(buffer.find(term(u"vaccine"_s)).empty());
        QVERIFY(TextBuffer().find(term(u"rice"_s)).empty());
    }

    void aPhraseDoesNotCrossTexts()
    {
        TextBuffer buffer;
        buffer.resize(2);
        buffer.set(0, " rice\n");
        buffer.set(1, " cake\n");
        QVERIFY(buffer.find(term(u"\"rice cake\""_s)).empty());
    }

    void survivesManyChanges()
    {
        constexpr quint32 Count = 30;
        TextBuffer buffer;
        buffer.resize(Count);
        std::vector<QByteArray> expected(Count);
        QRandomGenerator random(6);
        for (int i = 0; i < 3000; ++i) {
            const quint32 number = random.bounded(Count);
            QByteArray text;
            for (int n = random.bounded(4); n > 0; --n)
                text += QByteArray(" ") + "abc"[random.bounded(3)] + "abc"[random.bounded(3)];
            expected[number] = text.isEmpty() ? text : text + '\n';
            buffer.set(number, expected[number]);
            const Query::Term sought = term(QString(QChar(u"abc"_s.at(random.bounded(3)))));
            std::vector<quint32> found = buffer.find(sought), naive;
            std::ranges::sort(found);
            for (quint32 n = 0; n < Count; ++n) {
                QCOMPARE(buffer.at(n), QByteArrayView(expected[n]));
                if (expected[n].contains(sought.needle))
                    naive.push_back(n);
            }
            QCOMPARE(found, naive);
            QVERIFY2(buffer.byteCount() <= Count * 10 * 2 + 10, "void ranges are given back");
        }
    }
};

TREATYBOOK_TEST(TstTextBuffer)
#include "tst_textbuffer.moc"
