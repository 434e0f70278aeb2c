#include "ui/widgets/longtextedit.h"
#include "ui/widgets/markedlineedit.h"
#include "ui/widgets/plainlabel.h"
#include "ui/widgets/soughtwords.h"

#include "support/testregistry.h"

#include <QTest>

using namespace Treatybook;
using namespace Qt::StringLiterals;

namespace {

/// What the mark changes of the picture; null if nothing.
QRect markedPlace(const QImage &before, const QImage &after)
{
    QRect place;
    for (int y = 0; y < before.height(); ++y) {
        for (int x = 0; x < before.width(); ++x) {
            if (before.pixel(x, y) != after.pixel(x, y))
                place |= QRect(x, y, 1, 1);
        }
    }
    return place;
}

/// Whether some letter is painted there; the ground is the colour of the first pixel.
bool hasInk(const QImage &picture, const QRect &place)
{
    if (!picture.rect().contains(place))
        return false;
    for (int y = place.top(); y <= place.bottom(); ++y) {
        for (int x = place.left(); x <= place.right(); ++x) {
            if (picture.pixel(x, y) != picture.pixel(place.left(), place.top()))
                return true;
        }
    }
    return false;
}

} // namespace

class TstSoughtWords : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void marks_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("query");
        QTest::addColumn<QString>("marked"); // parts joined by "|"
        const auto row = [](const char *name, const QString &text, const QString &query, const QString &marked) {
            QTest::newRow(name) << text << query << marked;
        };
        row("no query", u"Defence plan"_s, u""_s, u""_s);
        row("word start", u"Defence cooperation plan"_s, u"coop"_s, u"coop"_s);
        row("not inside a word", u"Cooperation"_s, u"operation"_s, u""_s);
        row("case", u"Plan of the PLANNERS"_s, u"plan"_s, u"Plan|PLAN"_s);
        row("marks", u"Hợp tác y tế"_s, u"y te"_s, u"y|tế"_s);
        row("decomposed", u"te\u0302\u0301 bào"_s, u"te"_s, u"te\u0302\u0301"_s);
        row("đ", u"Đại sứ"_s, u"dai"_s, u"Đại"_s);
        row("several words", u"Trade agreement"_s, u"agree tra"_s, u"Tra|agree"_s);
        row("the longest of two", u"Cooperation"_s, u"co coop"_s, u"Coop"_s);
        row("left out", u"Trade agreement"_s, u"agree -trade"_s, u"agree"_s);
        row("spelling", u"Defence"_s, u"defense"_s, u"Defence"_s);
        row("phrase", u"Test of an y tế agreement, te y"_s, u"\"y te\""_s, u"y tế"_s);
        row("phrase, begun", u"Plan of action, plan of acts"_s, u"\"plan of act"_s, u"Plan of act|plan of act"_s);
        row("phrase over its own end", u"a b a b c"_s, u"\"a b a\" \"a b c\""_s, u"a b a b c"_s);
        row("closed phrase", u"Plan of action, plan of act"_s, u"\"plan of act\""_s, u"plan of act"_s);
        row("two words that are one", u"Viet Nam – Cuba: co-operation"_s, u"vietnam cooperat"_s,
            u"Viet Nam|co-operat"_s);
        row("one word that is two", u"Vietnam"_s, u"\"viet nam\""_s, u"Vietnam"_s);
        row("inside a word", u"Information"_s, u"title:mation"_s, u"mation"_s);
        row("over words", u"Trade agreement"_s, u"title:\"de agree\""_s, u"de agree"_s);
        row("beyond the BMP", u"𝐀𝐁 plan"_s, u"a"_s, u"𝐀"_s);
        row("value of a field", u"Trade agreement"_s, u"title:agreement"_s, u"agreement"_s);
        row("after signs", u"(COVID-19)"_s, u"covid"_s, u"COVID"_s);
    }
    void marks()
    {
        QFETCH(QString, text);
        QFETCH(QString, query);
        QStringList parts;
        for (const FoundRange &range : SoughtWords(Query::parse(query)).foundIn(text))
            parts.append(text.mid(range.start, range.length));
        QTEST(parts.join(u'|'), "marked");
    }

    /// "title:plan" is no reason to mark a place.
    void valuesAreMarkedInTheirFieldOnly()
    {
        const SoughtWords words(Query::parse(u"rice title:plan (party:cuba OR -place:plan) source:press"_s));
        const auto marked = [&](Field field) {
            const QString text = u"plan of rice, Cuba, press"_s;
            QStringList parts;
            for (const FoundRange &range : words.in(field).foundIn(text))
                parts.append(text.mid(range.start, range.length));
            return parts.join(u'|');
        };
        QCOMPARE(marked(Field::Title), u"plan|rice"_s);
        QCOMPARE(marked(Field::Place), u"rice"_s);
        QCOMPARE(marked(Field::Participants), u"rice|Cuba"_s);
        QCOMPARE(marked(Field::Sources), u"rice|press"_s);
        QVERIFY(SoughtWords(Query::parse(u"title:plan"_s)).in(Field::Notes).isEmpty());
    }

    void isPaintedBehindTheWord_data()
    {
        QTest::addColumn<QString>("input");
        QTest::addColumn<QString>("text");
        const QString line = u"One agreement of many"_s;
        const QString wide = u"A plan of the ministries that is wide and long, an agreement to follow in time"_s;
        QTest::newRow("label") << u"label"_s << line;
        QTest::newRow("wrapped label") << u"wrapped"_s << wide;
        QTest::newRow("line") << u"line"_s << line;
        QTest::newRow("scrolled line") << u"line"_s << u"many words "_s.repeated(20) + line;
        QTest::newRow("line from right to left") << u"line"_s << u"اتفاق agreement اتفاق"_s;
        QTest::newRow("box") << u"box"_s << line;
        QTest::newRow("box with lines") << u"box"_s << u"One\r\ntwo\n\u2028an agreement of three"_s;
    }
    /// Tight around its letters: ink at both edges, and none beyond them where the blanks are.
    void isPaintedBehindTheWord()
    {
        QFETCH(QString, input);
        QFETCH(QString, text);
        const SoughtWords words(Query::parse(u"agreement"_s));
        std::unique_ptr<QWidget> widget;
        std::function<void(const SoughtWords &)> mark;
        const auto make = [&]<class Widget>(Widget *made) {
            widget.reset(made);
            made->setText(text);
            mark = [made](const SoughtWords &sought) { made->setSought(sought); };
            return made;
        };
        if (input == "line"_L1)
            make(new MarkedLineEdit)->setCursorPosition(int(text.size()));
        else if (input == "box"_L1)
            make(new LongTextEdit);
        else
            make(new PlainLabel)->setWordWrap(input == "wrapped"_L1);
        widget->resize(240, 150);
        widget->grab(); // a box takes its height when it is laid out
        const QImage before = widget->grab().toImage();
        mark(words);
        const QImage after = widget->grab().toImage();
        const QRect place = markedPlace(before, after);
        QVERIFY(!place.isNull());
        QCOMPARE_GE(place.width(), 30);
        const auto column = [&](int x) { return QRect(x, place.top(), 2, place.height()); };
        QVERIFY(hasInk(before, column(place.left()) | column(place.left() + 2)));
        QVERIFY(hasInk(before, column(place.right() - 1) | column(place.right() - 3)));
        QVERIFY(!hasInk(before, column(place.left() - 2)));
        QVERIFY(!hasInk(before, column(place.right() + 1)));
        mark({});
        QCOMPARE(widget->grab().toImage(), before);
    }

    void marksFollowWhatIsTyped()
    {
        MarkedLineEdit line;
        LongTextEdit box;
        for (QWidget *widget : {static_cast<QWidget *>(&line), static_cast<QWidget *>(&box)})
            widget->resize(240, 60);
        line.setSought(SoughtWords(Query::parse(u"agree"_s)));
        box.setSought(SoughtWords(Query::parse(u"agree"_s)));
        QTest::keyClicks(&line, u"Agre"_s);
        QTest::keyClicks(&box, u"Agre"_s);
        QVERIFY(box.extraSelections().isEmpty());
        const QImage before = line.grab().toImage();
        QTest::keyClicks(&line, u"e"_s);
        QTest::keyClicks(&box, u"e"_s);
        QCOMPARE(box.extraSelections().size(), 1);
        QVERIFY(markedPlace(before, line.grab().toImage()).width() > 20);
    }
};

TREATYBOOK_TEST(TstSoughtWords)
#include "tst_soughtwords.moc"
