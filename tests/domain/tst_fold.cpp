#include "domain/fold.h"

#include "support/testregistry.h"

#include <QTest>

using namespace Treatybook;
using namespace Qt::StringLiterals;

class TstFold : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void folds_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *name, const QString &text, const QString &expected) {
            QTest::newRow(name) << text << expected;
        };
        row("empty", u""_s, u""_s);
        row("signs only", u" – … ?! "_s, u""_s);
        row("case", u"Defence PLAN"_s, u"defence plan"_s);
        row("Vietnamese", u"Quốc phòng và Y tế"_s, u"quoc phong va y te"_s);
        row("d with stroke", u"Đào tạo, đoàn"_s, u"dao tao doan"_s);
        row("decomposed already", u"Que\u0302\u0301"_s, u"que"_s);
        row("Spanish", u"José Martí, ¿año?"_s, u"jose marti ano"_s);
        row("no decomposition", u"Łódź, Ørsted, Ħal, ıŋ"_s, u"lodz orsted hal i\u014B"_s);
        row("one letter for two", u"Straße STRASSE ẞ Ærø œuvre"_s, u"strasse strasse ss aero oeuvre"_s);
        row("Greek and Cyrillic", u"Ἀθῆναι Договор й"_s, u"αθηναι договор и"_s);
        row("final sigma", u"ΛΌΓΟΣ λόγος"_s, u"λογοσ λογοσ"_s);
        row("ligature", u"ofﬁcial"_s, u"official"_s);
        row("full width", u"ＡＢＣ１２"_s, u"abc12"_s);
        row("signs part words", u"2014–2016; nld.com.vn/109/NQ-CP"_s, u"2014 2016 nld com vn 109 nq cp"_s);
        row("soft hyphen joins", u"agree\u00ADment"_s, u"agreement"_s);
        row("zero width joiner joins", u"a\u200Bb\u200Dc"_s, u"abc"_s);
        row("ideographs stand alone", u"中国 abc条約"_s, u"中 国 abc 条 約"_s);
        row("Thai letters stand alone", u"ไทย"_s, u"ไ ท ย"_s);
        row("vowel signs stay", u"की"_s, u"की"_s);
        row("half", u"½"_s, u"1 2"_s);
        row("emoji part words", u"a😀b"_s, u"a b"_s);
        row("beyond the first plane", u"𐐀𐐨"_s, u"𐐨𐐨"_s);
        row("line breaks", u"one\r\n two\tthree"_s, u"one two three"_s);
        row("Viet Nam", u"Viet Nam, Vietnam, VIỆT NAM's, Việt-Nam"_s, u"vietnam vietnam vietnam s vietnam"_s);
        row("not Viet Nam", u"soviet name, viet, nam"_s, u"soviet name vietnam"_s);
        row("co-operation", u"Co-operation co-ordinated co owner Co, Cuba"_s,
            u"cooperation coordinated coowner co cuba"_s);
    }
    void folds()
    {
        QFETCH(QString, text);
        QFETCH(QString, expected);
        QCOMPARE(QString::fromUtf8(fold(text)), expected);
    }

    void spellingsAreEqual_data()
    {
        QTest::addColumn<QString>("british");
        QTest::addColumn<QString>("american");
        const char *pairs[][2] = {
            {"defence", "defense"},
            {"licence", "license"},
            {"offence", "offense"},
            {"programme", "program"},
            {"programmes", "programs"},
            {"programming", "programing"},
            {"organisation", "organization"},
            {"authorised", "authorized"},
            {"analyse", "analyze"},
            {"labour", "labor"},
            {"honoured", "honored"},
            {"favourable", "favorable"},
            {"colour", "color"},
            {"neighbouring", "neighboring"},
            {"harbours", "harbors"},
            {"armoured", "armored"},
            {"behaviour", "behavior"},
            {"endeavours", "endeavors"},
            {"centre", "center"},
            {"centres", "centers"},
            {"theatre", "theater"},
            {"kilometres", "kilometers"},
            {"dialogue", "dialog"},
            {"catalogues", "catalogs"},
            {"cancelled", "canceled"},
            {"fulfil", "fulfill"},
            {"pretence", "pretense"},
        };
        for (const auto &[british, american] : pairs)
            QTest::newRow(british) << QString::fromLatin1(british) << QString::fromLatin1(american);
    }
    void spellingsAreEqual()
    {
        QFETCH(QString, british);
        QFETCH(QString, american);
        QCOMPARE(fold(british), fold(american));
        // However much of one is typed, it finds the other.
        for (qsizetype typed = 1; typed <= british.size(); ++typed)
            QVERIFY2(fold(american).startsWith(fold(british.first(typed))), qPrintable(british.first(typed)));
        for (qsizetype typed = 1; typed <= american.size(); ++typed)
            QVERIFY2(fold(british).startsWith(fold(american.first(typed))), qPrintable(american.first(typed)));
    }

    void otherWordsStayApart()
    {
        for (const auto &[a, b] : {std::pair{u"hour"_s, u"hor"_s},
                                   {u"four"_s, u"for"_s},
                                   {u"tour"_s, u"tor"_s},
                                   {u"sense"_s, u"sence"_s},
                                   {u"comma"_s, u"coma"_s}})
            QVERIFY2(fold(a) != fold(b), qPrintable(a));
    }

    void appendsWithBlanks()
    {
        QByteArray out = " before";
        appendFolded(out, u"Một hai"_s.toUtf8());
        QCOMPARE(out, QByteArray(" before mot hai"));
        appendFolded(out, "—");
        QCOMPARE(out, QByteArray(" before mot hai"));
    }

    void brokenUtf8PartsWords()
    {
        for (const QByteArray &broken :
             {QByteArray("a\xC3"), QByteArray("a\xE1\xBB"), QByteArray("a\x80\xFF"), QByteArray("a\xF5\x90\x90\x90")}) {
            QByteArray out;
            appendFolded(out, broken);
            QCOMPARE(out, QByteArray(" a"));
        }
    }

    void foldingTwiceChangesNothing()
    {
        for (char32_t codePoint = 1; codePoint < 0x3000; ++codePoint) {
            if (QChar::isSurrogate(codePoint))
                continue;
            const QByteArray once = fold(u'x' + QString::fromUcs4(&codePoint, 1) + u'y');
            QVERIFY2(fold(QString::fromUtf8(once)) == once, QByteArray::number(codePoint, 16).constData());
        }
    }
};

TREATYBOOK_TEST(TstFold)
#include "tst_fold.moc"
