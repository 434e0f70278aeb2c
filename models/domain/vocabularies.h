#pragma once

#include "domain/vocabulary.h"

namespace Treatybook {

// Enumerators follow the order of the entries in vocabularies.cpp; a test holds the counts together.

enum class Nature : quint8 { Undetermined, Treaty, NonBinding, Contract, Unilateral, Event };

enum class Kind : quint8 {
    Other, Treaty, Convention, Agreement, FrameworkAgreement, Protocol, ExchangeOfNotes, Amendment, Arrangement,
    Memorandum, CooperationPlan, ActionPlan, Programme, Undertaking, JointStatement, AgreedMinutes, Resolution,
    Contract, Charter, Donation, Offer, StatementOfIntent, Declaration, Award, Visit, Meeting, Mission,
    DiplomaticRelations, OpeningOfOffice, Commemoration, Publication, Group
};

enum class TermKind : quint8 { Unknown, Fixed, TacitRenewal, Indefinite, EventBound };

/// How the paper may be handled: printed on reports, and a reason to leave a record out of what is handed out.
enum class Handling : quint8 { None, Internal, Restricted, Confidential };

enum class Confidence : quint8 { NotStated, Confirmed, Probable, Unconfirmed };

enum class ParticipantRole : quint8 {
    Side, Depositary, Observer, Donor, Recipient, Buyer, Seller, Host, Visitor, AwardGiver, Mediator, Witness, Guarantor
};

enum class PersonRole : quint8 {
    Signed, Visited, Hosted, Witnessed, Announced, Presented, Honoured, Founded, Received, Negotiated
};

enum class TitleKind : quint8 { Original, Translation, AlsoKnownAs };

enum class Stance : quint8 { Agreed, Pledged, Authorised, Reported };

/// Acts in the life of an instrument (VCLT Part II and V; UN Treaty Handbook), and of contracts and gifts.
enum class ActionKind : quint8 {
    Proposal, Negotiation, Adoption, Initialling, Signature, DefinitiveSignature, SignatureAdReferendum,
    ExchangeOfNotes, Announcement, Issue, DomesticApproval, CompletionNotice, Ratification, Acceptance, Approval,
    Accession, Succession, FormalConfirmation, ProvisionalApplication, EndOfProvisionalApplication, EntryIntoForce,
    Reservation, Declaration, Objection, WithdrawalOfReservation, TerritorialApplication, Amendment, Extension,
    Suspension, Resumption, NoticeOfDenunciation, NoticeOfNonRenewal, RevocationOfNotice, Denunciation, Withdrawal,
    Termination, Expiry, Supersession, Revival, Abandonment, Registration, Publication, Correction, Delivery, Payment,
    Review, Implementation, Attested
};

/// Named from the record that acts; inverseLabel() of relationKinds gives the name from the other side.
enum class RelationKind : quint8 {
    Amends, Supplements, Implements, Extends, Succeeds, Supersedes, Terminates, Suspends, Enables, Cites, DoneDuring,
    PartOf, Related
};

enum class SourceKind : quint8 { OfficialText, Register, Government, Press, Literature, Inference };

/// The answer for a day (domain rules: statustimeline.h). None is for events, which have no status.
enum class Status : quint8 {
    None, Unknown, NotYet, Proposed, UnderNegotiation, Adopted, NotConcluded, Signed, ProvisionallyApplied, InForce,
    InEffect, BeingPerformed, Performed, Issued, Announced, Agreed, PartlyDelivered, Delivered, Presented, Suspended,
    Terminated, Superseded, Expired
};

namespace Vocabularies {
extern const Vocabulary natures, kinds, termKinds, handlings, confidences, participantRoles, personRoles, titleKinds,
    stances, actionKinds, relationKinds, inverseRelationKinds, sourceKinds, statuses;
/// Known subjects; the list is open, a text that is no key here is a subject of the book's own.
extern const Vocabulary subjects;
} // namespace Vocabularies

/// Label of a subject key, or the text itself where the book added its own.
QString subjectLabel(QStringView keyOrText, Language language);

} // namespace Treatybook
