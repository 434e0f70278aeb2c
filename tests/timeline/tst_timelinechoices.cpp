#include "support/testregistry.h"
#include "timeline/timelinechoices.h"

#include <QJsonArray>
#include <QTest>

using namespace Treatybook;
using namespace Qt::StringLiterals;

class TstTimelineChoices : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void comesBackAsItWas()
    {
        for (const EncodingInfo &encoding : encodingTable()) {
            for (const GroupByInfo &group : groupByTable()) {
                for (const ColourByInfo &colour : colourByTable) {
                    TimelineChoices choices;
                    choices.encoding = encoding.encoding;
                    choices.groupBy = group.by;
                    choices.colourBy = colour.value;
                    choices.collapsed = {u"defence"_s, QString()};
                    choices.hidden = {u"health"_s};
                    QVERIFY(TimelineChoices::fromJson(choices.toJson()) == choices);
                }
            }
        }
        QVERIFY(TimelineChoices().toJson().isEmpty());
        QVERIFY(TimelineChoices::fromJson({}) == TimelineChoices());
    }

    void whatIsNotUnderstoodIsTheUsual()
    {
        const QJsonObject json{{u"show"_s, u"hologram"_s},
                               {u"groupBy"_s, 7},
                               {u"colourBy"_s, QJsonArray{u"status"_s}},
                               {u"collapsed"_s, u"defence"_s},
                               {u"hidden"_s, QJsonArray{1, true, u"health"_s}}};
        TimelineChoices expected;
        expected.hidden = {u"health"_s};
        QVERIFY(TimelineChoices::fromJson(json) == expected);
    }

    void aFileOfSomebodyElseIsBounded()
    {
        QJsonArray many;
        for (int i = 0; i < 5000; ++i)
            many.append(QString::number(i));
        QCOMPARE(TimelineChoices::fromJson({{u"hidden"_s, many}}).hidden.size(), 1000);
    }
};

TREATYBOOK_TEST(TstTimelineChoices)
#include "tst_timelinechoices.moc"
