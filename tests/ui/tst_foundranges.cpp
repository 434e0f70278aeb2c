#include "ui/table/foundranges.h"

#include "support/testregistry.h"

#include <QTest>

using namespace Treatybook;
using namespace Qt::StringLiterals;

class TstFoundRanges : public QObject
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
        row("after signs", u"(COVID-19)"_s, u"covid"_s, u"COVID"_s);
    }
    void marks()
    {
        QFETCH(QString, text);
        QFETCH(QString, query);
        QStringList parts;
        for (const FoundRange &range : foundRanges(text, Query::parse(query)))
            parts.append(text.mid(range.start, range.length));
        QTEST(parts.join(u'|'), "marked");
    }
};

TREATYBOOK_TEST(TstFoundRanges)
#include "tst_foundranges.moc"
