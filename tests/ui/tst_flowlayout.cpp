#include "ui/widgets/flowlayout.h"

#include "support/testregistry.h"
#include "ui/widgets/plainlabel.h"

#include <QTest>

using namespace Treatybook;
using namespace Qt::StringLiterals;

class TstFlowLayout : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void breaksLinesWhereTheWidthEnds()
    {
        QWidget parent;
        auto *flow = new FlowLayout(&parent);
        flow->setContentsMargins(5, 5, 5, 5);
        flow->setSpacing(4);
        QList<QWidget *> boxes;
        for (int i = 0; i < 5; ++i) {
            auto *box = new QWidget(&parent);
            box->setFixedSize(40, 20);
            boxes.append(box);
            flow->insertWidget(i, box);
        }
        QCOMPARE(flow->heightForWidth(5 * 44 + 10), 30);
        QCOMPARE(flow->heightForWidth(3 * 44 + 10), 54);
        QCOMPARE(flow->heightForWidth(20), 5 * 24 + 6); // never less than one a line
        parent.resize(3 * 44 + 10, 54);
        parent.show();
        QCOMPARE(boxes.at(2)->pos(), QPoint(5 + 2 * 44, 5));
        QCOMPARE(boxes.at(3)->pos(), QPoint(5, 29));
        boxes.at(0)->hide();
        QTRY_COMPARE(boxes.at(3)->pos(), QPoint(5 + 2 * 44, 5)); // what is hidden takes no room
        delete flow->takeAt(4);
        QCOMPARE(flow->count(), 4);
    }

    void nothingIsWiderThanTheLine()
    {
        QWidget parent;
        auto *flow = new FlowLayout(&parent);
        auto *wide = new PlainLabel(QString(500, u'x'), &parent);
        flow->addWidget(wide);
        flow->setContentsMargins(5, 5, 5, 5);
        parent.resize(200, 60);
        parent.setLayoutDirection(Qt::RightToLeft);
        parent.show();
        QCOMPARE(wide->width(), 190);
    }
};

TREATYBOOK_TEST(TstFlowLayout)
#include "tst_flowlayout.moc"
