#include "domain/vocabularies.h"

#include "support/testregistry.h"

#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace Treatybook;
using namespace Qt::StringLiterals;
namespace V = Vocabularies;

class TstVocabularies : public QObject
{
    Q_OBJECT

    static QList<const Vocabulary *> all()
    {
        return {&V::natures,
                &V::kinds,
                &V::subjects,
                &V::termKinds,
                &V::handlings,
                &V::confidences,
                &V::personRoles,
                &V::participantRoles,
                &V::titleKinds,
                &V::stances,
                &V::actionKinds,
                &V::relationKinds,
                &V::inverseRelationKinds,
                &V::sourceKinds,
                &V::statuses};
    }

    static void addVocabularies()
    {
        QTest::addColumn<const Vocabulary *>("vocabulary");
        for (const Vocabulary *vocabulary : all())
            QTest::newRow(std::string(vocabulary->name()).c_str()) << vocabulary;
    }

private Q_SLOTS:
    void keysAreStableWords_data() { addVocabularies(); }
    void keysAreStableWords()
    {
        QFETCH(const Vocabulary *, vocabulary);
        static const QRegularExpression kebabCase(u"^[a-z]+(-[a-z]+)*$"_s);
        QSet<QString> seen;
        for (int i = 0; i < vocabulary->size(); ++i) {
            const QString key = vocabulary->key(i);
            QVERIFY2(!seen.contains(key), qPrintable(key));
            seen.insert(key);
            QVERIFY2(kebabCase.match(key).hasMatch() || (i == 0 && key.isEmpty()), qPrintable(key));
            QCOMPARE(vocabulary->indexOfKey(key), std::optional(i));
        }
        QVERIFY(!vocabulary->indexOfKey(u"no-such-key"_s));
    }

    void labelsAreFilled_data() { addVocabularies(); }
    void labelsAreFilled()
    {
        QFETCH(const Vocabulary *, vocabulary);
        for (int language = 0; language < LanguageCount; ++language) {
            QSet<QString> seen;
            for (int i = 0; i < vocabulary->size(); ++i) {
                const QString label = vocabulary->label(i, static_cast<Language>(language));
                QCOMPARE(label.isEmpty(), vocabulary->key(i).isEmpty());
                QCOMPARE(label, label.trimmed());
                QVERIFY2(!seen.contains(label), qPrintable(label));
                seen.insert(label);
            }
        }
    }

    void understandsLabels_data() { addVocabularies(); }
    void understandsLabels()
    {
        QFETCH(const Vocabulary *, vocabulary);
        for (int i = 0; i < vocabulary->size(); ++i) {
            const QString key = vocabulary->key(i);
            QCOMPARE(vocabulary->indexOf(key.toUpper()), std::optional(i));
            for (int language = 0; language < LanguageCount && !key.isEmpty(); ++language) {
                // A word of one language may mean another entry in a second one; it must mean one with that label.
                const QString label = vocabulary->label(i, static_cast<Language>(language));
                const auto found = vocabulary->indexOf(label.toUpper());
                QVERIFY2(found, qPrintable(label));
                bool has = vocabulary->key(*found).compare(label, Qt::CaseInsensitive) == 0;
                for (int other = 0; other < LanguageCount; ++other)
                    has |=
                        vocabulary->label(*found, static_cast<Language>(other)).compare(label, Qt::CaseInsensitive) ==
                        0;
                QVERIFY2(has, qPrintable(label));
            }
        }
    }

    void countsFollowTheEnums()
    {
        QCOMPARE(V::natures.size(), static_cast<int>(Nature::Event) + 1);
        QCOMPARE(V::kinds.size(), static_cast<int>(Kind::Group) + 1);
        QCOMPARE(V::termKinds.size(), static_cast<int>(TermKind::EventBound) + 1);
        QCOMPARE(V::handlings.size(), static_cast<int>(Handling::Confidential) + 1);
        QCOMPARE(V::confidences.size(), static_cast<int>(Confidence::Unconfirmed) + 1);
        QCOMPARE(V::participantRoles.size(), static_cast<int>(ParticipantRole::Guarantor) + 1);
        QCOMPARE(V::personRoles.size(), static_cast<int>(PersonRole::Negotiated) + 1);
        QCOMPARE(V::titleKinds.size(), static_cast<int>(TitleKind::AlsoKnownAs) + 1);
        QCOMPARE(V::stances.size(), static_cast<int>(Stance::Reported) + 1);
        QCOMPARE(V::actionKinds.size(), static_cast<int>(ActionKind::Attested) + 1);
        QCOMPARE(V::relationKinds.size(), static_cast<int>(RelationKind::Related) + 1);
        QCOMPARE(V::inverseRelationKinds.size(), V::relationKinds.size());
        QCOMPARE(V::sourceKinds.size(), static_cast<int>(SourceKind::Inference) + 1);
        QCOMPARE(V::statuses.size(), static_cast<int>(Status::Expired) + 1);
    }

    /// Spot checks in each vocabulary: an entry put in at the wrong place shifts all that follow.
    void entriesFollowTheEnums()
    {
        QCOMPARE(V::natures.key(static_cast<int>(Nature::NonBinding)), u"non-binding"_s);
        QCOMPARE(V::kinds.key(static_cast<int>(Kind::Memorandum)), u"memorandum"_s);
        QCOMPARE(V::kinds.key(static_cast<int>(Kind::CooperationPlan)), u"cooperation-plan"_s);
        QCOMPARE(V::kinds.key(static_cast<int>(Kind::DiplomaticRelations)), u"diplomatic-relations"_s);
        QCOMPARE(V::termKinds.key(static_cast<int>(TermKind::TacitRenewal)), u"tacit-renewal"_s);
        QCOMPARE(V::handlings.key(static_cast<int>(Handling::Restricted)), u"restricted"_s);
        QCOMPARE(V::confidences.key(static_cast<int>(Confidence::Probable)), u"probable"_s);
        QCOMPARE(V::participantRoles.key(static_cast<int>(ParticipantRole::AwardGiver)), u"award-giver"_s);
        QCOMPARE(V::personRoles.key(static_cast<int>(PersonRole::Honoured)), u"honoured"_s);
        QCOMPARE(V::titleKinds.key(static_cast<int>(TitleKind::Translation)), u"translation"_s);
        QCOMPARE(V::stances.key(static_cast<int>(Stance::Authorised)), u"authorised"_s);
        QCOMPARE(V::actionKinds.key(static_cast<int>(ActionKind::EntryIntoForce)), u"entry-into-force"_s);
        QCOMPARE(V::actionKinds.key(static_cast<int>(ActionKind::NoticeOfNonRenewal)), u"notice-of-non-renewal"_s);
        QCOMPARE(V::actionKinds.key(static_cast<int>(ActionKind::Delivery)), u"delivery"_s);
        QCOMPARE(V::relationKinds.key(static_cast<int>(RelationKind::Supersedes)), u"supersedes"_s);
        QCOMPARE(V::inverseRelationKinds.label(static_cast<int>(RelationKind::Supersedes), Language::English),
                 u"superseded by"_s);
        QCOMPARE(V::sourceKinds.key(static_cast<int>(SourceKind::Press)), u"press"_s);
        QCOMPARE(V::statuses.key(static_cast<int>(Status::InForce)), u"in-force"_s);
        QCOMPARE(V::statuses.key(static_cast<int>(Status::Suspended)), u"suspended"_s);
    }

    void languageFollowsTheLocale()
    {
        QCOMPARE(languageOf(QLocale(QLocale::Vietnamese)), Language::Vietnamese);
        QCOMPARE(languageOf(QLocale(QLocale::Spanish, QLocale::Cuba)), Language::Spanish);
        QCOMPARE(languageOf(QLocale(QLocale::French)), Language::English);
        QCOMPARE(languageOf(QLocale::c()), Language::English);
    }

    void ownSubjectsAreTheirLabel()
    {
        QCOMPARE(subjectLabel(u"health", Language::Vietnamese), u"Y tế"_s);
        QCOMPARE(subjectLabel(u"Fisheries", Language::Vietnamese), u"Fisheries"_s);
    }
};

TREATYBOOK_TEST(TstVocabularies)
#include "tst_vocabularies.moc"
