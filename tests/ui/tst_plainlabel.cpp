#include "ui/widgets/plainlabel.h"

#include "support/testregistry.h"

#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTest>
#include <QTextDocument>

using namespace Treatybook;
using namespace Qt::StringLiterals;

class TstPlainLabel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsMarkupAsItIs()
    {
        // A red picture that a rich text would load and draw.
        const QTemporaryDir folder;
        QImage red(40, 40, QImage::Format_RGB32);
        red.fill(Qt::red);
        QVERIFY(red.save(folder.filePath(u"secret.png"_s)));
        PlainLabel label(u"<img src=\"%1\">"_s.arg(folder.filePath(u"secret.png"_s)));
        label.resize(400, 60);
        const QImage shown = label.grab().toImage();
        for (int y = 0; y < shown.height(); ++y) {
            for (int x = 0; x < shown.width(); ++x)
                QVERIFY(shown.pixelColor(x, y) != QColor(Qt::red));
        }
    }

    void longTextIsCut()
    {
        QElapsedTimer timer;
        timer.start();
        PlainLabel label(QString(1'000'000, u'W'));
        label.resize(200, 30);
        label.grab();
        QVERIFY(timer.elapsed() < 200);
        QCOMPARE(label.fullText().size(), 1'000'000);
        QCOMPARE(shortened(label.fullText()).size(), 501);
    }

    void controlCharactersAreBlanks() { QCOMPARE(shortened(u"a\u0007b\nc"_s), u"a b\nc"_s); }

    void toolTipsAreNeverRichText_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("plain") << u"a < b & c"_s;
        QTest::newRow("image") << u"<img src=/etc/passwd>"_s;
        QTest::newRow("bold") << u"<b>Title</b>\nnext"_s;
        QTest::newRow("by accident") << u"a<b>c"_s;
    }
    void toolTipsAreNeverRichText()
    {
        QFETCH(QString, text);
        const QString toolTip = plainToolTip(text);
        if (Qt::mightBeRichText(toolTip)) {
            QTextDocument document;
            document.setHtml(toolTip);
            QCOMPARE(document.toPlainText(), text);
        } else {
            QCOMPARE(toolTip, text);
        }
    }
};

TREATYBOOK_TEST(TstPlainLabel)
#include "tst_plainlabel.moc"
