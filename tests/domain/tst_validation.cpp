#include "domain/validation.h"

#include "recordbuilder.h"
#include "support/testregistry.h"

#include <QTest>

using namespace Treatybook;
using namespace Treatybook::Test;
using namespace Qt::StringLiterals;
using Kinds = ActionKind;

class TstValidation : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void issues_data();
    void issues();
    void order();
};

static RecordBuilder good()
{
    return RecordBuilder(Nature::NonBinding, Kind::CooperationPlan)
        .participant("Viet Nam", "VN")
        .participant("Cuba", "CU")
        .date("2014-01-05")
        .term("2014-02/2016")
        .source();
}

static const QUuid ParentId = QUuid::createUuidV5(QUuid(), QByteArray("parent"));

static QString severityName(Severity severity)
{
    return severity == Severity::Error ? u"error"_s : severity == Severity::Warning ? u"warning"_s : u"hint"_s;
}

void TstValidation::issues_data()
{
    QTest::addColumn<Agreement>("record");
    QTest::addColumn<QStringList>("expected"); // "severity field item: sentence", items counted from 1
    const auto row = [](const char *name, const Agreement &record, const QStringList &expected = {}) {
        QTest::newRow(name) << record << expected;
    };

    row("nothing", good());
    row("no title", good().title(" "), {u"error title 0: The title is empty."_s});
    row("negotiation and notes do not disagree", good().act(Kinds::Negotiation, "2013").act(Kinds::Review, "2015"));
    row("in force first", good().inForce("2013"),
        {u"warning in_force 0: Entry into force (2013) lies before the date (5 January 2014)."_s});
    row("in force in the same year", good().inForce("2014"));
    row("end before date", good().date("2017"),
        {u"warning term 0: The term (February 2014 – 2016) ends before the record begins."_s});
    row("signed inside its term", good().date("2014-03"),
        {u"hint term 0: The date (March 2014) lies after the beginning of the term (February 2014 – 2016), as is common with plans."_s});
    row("termination before the date", good().act(Kinds::Termination, "2013"),
        {u"warning actions 1: Termination (2013) lies before the beginning."_s});
    row("until before its beginning", good().act(Kinds::Suspension, "2015", "", "2014"),
        {u"warning actions 1: Suspension (2015) lies before the beginning."_s});
    row("same participant twice", good().participant("Socialist Republic of Viet Nam", "VN"),
        {u"warning participants 3: Socialist Republic of Viet Nam stands here twice with the same body and role."_s});
    row("same State, another body", good().participant("Viet Nam", "VN", ParticipantRole::Side, "Ministry of Health"));
    row("same State, another role", good().participant("Viet Nam", "VN", ParticipantRole::Depositary));
    row("related to itself", good().relation(RelationKind::Cites, good().record().id()),
        {u"warning relations 1: The record is related to itself."_s});
    row("within its parent", good().term("2014-02/2015").relation(RelationKind::Implements, ParentId));
    row("beyond its parent", good().relation(RelationKind::Implements, ParentId),
        {u"warning relations 1: The term (February 2014 – 2016) reaches beyond the term of the record that it implements or belongs to."_s});
    row("only cites", good().relation(RelationKind::Cites, ParentId));
    row("act of another day", good().act(Kinds::Signature, "2014-01-06"),
        {u"warning date 1: Date (5 January 2014) disagrees with the action: Signature (6 January 2014)."_s});
    row("act of a wider day", good().act(Kinds::Signature, "2014"));
    row("one act agrees", good().act(Kinds::Signature, "2014-01-06").act(Kinds::Signature, "2014-01-05"));
    row("entry of another day", good().inForce("2014-03-01").act(Kinds::EntryIntoForce, "2014-04-01"),
        {u"warning in_force 1: Entry into force (1 March 2014) disagrees with the action: Entry into force (1 April 2014)."_s});
    row("expired on another day", good().act(Kinds::Expiry, "2015-05-05"),
        {u"warning term 1: Term (February 2014 – 2016) disagrees with the action: Expiry (5 May 2015)."_s});
    row("expired the day after", good().act(Kinds::Expiry, "2017-01-01"));
    row("expired after an extension",
        good().act(Kinds::Extension, "2016", "", "2018").act(Kinds::Expiry, "2019-01-01"));
    row("sources disagree on the date",
        good().source("2014-01-05", "date").source("2014-01-07", "date").source("2014-01-08", "date"),
        {u"warning date 3: Sources disagree on Date: one of them says 2014-01-07."_s});
    row("sources overlap", good().source("2014", "date").source("2014-01-05", "signed"));
    row("sources disagree on a place", good().source("Hanoi", "place").source("Havana", "place"),
        {u"warning place 3: Sources disagree on Place: one of them says Havana."_s});
    row("a value of nobody knows which field", good().source("200000 doses", "title").source("150000", "quantities"));
    row("sources disagree on the amount",
        good().quantity(150'000, "doses", Stance::Agreed, 1).quantity(200'000, "doses", Stance::Agreed, 2),
        {u"warning quantities 2: Sources disagree on the quantity: one of them says 200,000 doses."_s});
    row("agreed and authorised",
        good().quantity(150'000, "doses", Stance::Agreed, 1).quantity(200'000, "doses", Stance::Authorised, 2));
    row("sources agree on a place", good().source("Hanoi", "place").source("hanoi ", "place"));
    row("unread date", good().date("spring"),
        {u"error date 0: “spring” cannot be read as a date and is kept as written:"_s});
    row("date in words", good().date("5 Jan 2014"),
        {u"error date 0: “5 Jan 2014” is kept as written and not used; in EDTF it would be 2014-01-05."_s});
    row("date with blanks", good().date(" 2014-01-05"),
        {u"error date 0: “ 2014-01-05” is kept as written and not used; in EDTF it would be 2014-01-05."_s});
    row("date of several meanings", good().date("01/05/2014"),
        {u"error date 0: “01/05/2014” may have several meanings and is kept as written:"_s});
    row("unread date of an act", good().act(Kinds::Review, "spring"),
        {u"error actions 1: “spring” cannot be read as a date and is kept as written:"_s});
    row("unread obligation", good().obligation("spring"),
        {u"error obligations 1: “spring” cannot be read as a date and is kept as written:"_s});
    row("no participant, source or date", RecordBuilder(Nature::Undetermined),
        {u"hint participants 0: No participant is recorded."_s, u"hint date 0: No date is recorded."_s,
         u"hint sources 0: No source is recorded."_s});
    const QString oldStyle = u"A day that old may be of the Julian calendar (Old Style); it is taken as Gregorian."_s;
    row("before 1752", good().term("").date("1702-05-01"), {u"hint date 0: "_s + oldStyle});
    row("before 1752, nobody named", RecordBuilder(Nature::Treaty).date("1702-05-01").source(),
        {u"hint date 0: "_s + oldStyle, u"hint participants 0: No participant is recorded."_s});
    row("only a year", good().term("").date("1702"));
    row("after 1752", good().term("").date("1752-09-14"));
    row("Russia 1917", good().term("").date("1917-05-01").participant("Russia", "RU"), {u"hint date 0: "_s + oldStyle});
    row("Russian Empire 1899", good().term("").date("1899-05-01").participant("Russian Empire"),
        {u"hint date 0: "_s + oldStyle});
    row("Russia 1918", good().term("").date("1918-02-14").participant("Russia", "RU"));
    row("Greece 1920", good().term("").act(Kinds::Review, "1920-05-01").date("").participant("Greece", "GR"),
        {u"hint actions 1: "_s + oldStyle});
}

void TstValidation::issues()
{
    QFETCH(Agreement, record);
    QFETCH(QStringList, expected);
    const Agreement parent = RecordBuilder(Nature::Undetermined).term("2011/2015");
    const auto lookup = [&](const QUuid &id) { return id == ParentId ? &parent : nullptr; };
    const QLocale english(QLocale::English);

    QStringList found;
    for (const Issue &issue : validate(record, lookup)) {
        const QString text = issueText(issue, record, english);
        QString line = u"%1 %2 %3: %4"_s.arg(severityName(issue.severity()), fieldInfo(issue.field).keyText())
                           .arg(qint64(issue.item) % 100)
                           .arg(text);
        if (issue.code == IssueCode::UnreadDate) {
            QVERIFY(!text.endsWith(u": "_s)); // the reason follows
            line.truncate(line.contains(u"written:"_s) ? line.indexOf(u"written:"_s) + 8 : line.size());
        }
        found.append(line);
    }
    expected.sort();
    found.sort();
    QCOMPARE(found, expected);
}

void TstValidation::order()
{
    const QList<Issue> issues = validate(RecordBuilder(Nature::Undetermined).title(""), {});
    QVERIFY(issues.size() >= 4);
    QVERIFY(std::is_sorted(issues.cbegin(), issues.cend(),
                           [](const Issue &a, const Issue &b) { return a.field < b.field; }));
    QCOMPARE(issues.first().code, IssueCode::NoTitle);
}

TREATYBOOK_TEST(TstValidation)
#include "tst_validation.moc"
