#pragma once

#include "domain/statuscontext.h"

#include <QDate>

#include <map>
#include <optional>
#include <set>

namespace Treatybook::Test {

inline constexpr qint64 Past = -100'000'000;
inline constexpr qint64 Future = 100'000'000;
using Kinds = ActionKind;

struct When {
    qint64 day = Future;
    bool doubt = false;
    bool dated = true;
    const Action *act = nullptr;
};
using Maybe = std::optional<When>;

inline Maybe first(const Maybe &x, const Maybe &y)
{
    if (!x || !y)
        return x ? x : y;
    if (x->day != y->day)
        return x->day < y->day ? x : y;
    return x->doubt ? y : x;
}

inline Maybe last(const Maybe &x, const Maybe &y)
{
    if (!x || !y)
        return x ? x : y;
    When later = x->day >= y->day ? *x : *y;
    later.doubt = x->doubt || y->doubt;
    later.dated = x->dated || y->dated;
    return later;
}

inline qint64 monthsLater(qint64 day, int months)
{
    return QDate::fromJulianDay(day).addMonths(months).toJulianDay();
}

inline bool isDeed(Kind kind)
{
    static const std::set<Kind> deeds{Kind::JointStatement, Kind::Declaration,       Kind::Resolution, Kind::Offer,
                                      Kind::Undertaking,    Kind::StatementOfIntent, Kind::Donation,   Kind::Award};
    return deeds.count(kind) > 0;
}

inline bool consents(const Action &x)
{
    static const std::set<Kinds> kinds{Kinds::DefinitiveSignature, Kinds::CompletionNotice,  Kinds::Ratification,
                                       Kinds::Acceptance,          Kinds::Approval,          Kinds::Accession,
                                       Kinds::Succession,          Kinds::FormalConfirmation};
    return kinds.count(x.kind) > 0;
}

/// The dates and acts of a record as they read on one day, with all dates late, or all early.
class StatusReading
{
public:
    StatusReading(const Agreement &agreement, const StatusContext &context, ItemId view, bool late, qint64 today)
        : a(agreement), c(context), e(agreement.extras()), isLate(late), day(today)
    {
        for (const Participant &p : a->participants) {
            if (sideRole(p.role))
                sides.insert(state(p.id));
        }
        many = sides.size() > 2;
        if (many && view != ItemId::None)
            me = state(view);
        for (const Action &x : a->actions) {
            if (consents(x) && mine(x))
                myConsent = first(myConsent, raw(x));
        }
        signedOn = signing();
        enteredOn = entry();
    }

protected:
    static bool sideRole(ParticipantRole role)
    {
        return role != ParticipantRole::Depositary && role != ParticipantRole::Observer &&
               role != ParticipantRole::Witness && role != ParticipantRole::Mediator &&
               role != ParticipantRole::Guarantor;
    }
    const Participant *find(ItemId id) const
    {
        for (const Participant &p : a->participants) {
            if (p.id == id)
                return &p;
        }
        return nullptr;
    }
    /// The names of random records are those of States.
    QString state(ItemId id) const { return find(id) ? find(id)->name.toString() : QString(); }
    bool mine(const Action &x) const { return !me.isEmpty() && state(x.participant) == me; }
    bool counts(const Action &x) const { return !many || x.participant == ItemId::None || mine(x); }

    qint64 pick(const Edtf &date) const
    {
        const DayRange range = date.instant();
        if (isLate)
            return range.latest == NoDay ? Future : range.latest;
        return range.earliest == NoDay ? Past : range.earliest;
    }
    static const Edtf &dateOf(const Action &x) { return x.effective.isDated() ? x.effective : x.date; }
    When raw(const Action &x) const
    {
        const Edtf &date = dateOf(x);
        return {pick(date), date.isQualified() || x.confidence == Confidence::Unconfirmed, date.isDated(), &x};
    }
    When when(const Action &x) const
    {
        When w = raw(x);
        if (!w.dated && !isLate && signedOn)
            w.day = signedOn->day;
        return w;
    }
    When when(const StatusContext::Incoming &r) const
    {
        const Edtf &date = r.effective.isDated() ? r.effective : r.inForce.isDated() ? r.inForce : r.date;
        return {pick(date), date.isQualified() || r.confidence == Confidence::Unconfirmed};
    }

    bool deed() const
    {
        if (a->nature == Nature::Treaty)
            return false;
        if (a->kind == Kind::Award || a->kind == Kind::Donation)
            return true;
        if (a->nature == Nature::Contract || (a->nature == Nature::Undetermined && a->inForce.isDated()))
            return false;
        return isDeed(a->kind) || (a->nature == Nature::Unilateral && a->kind != Kind::Contract);
    }
    bool isContract() const
    {
        if (a->nature == Nature::Treaty || deed())
            return false;
        const bool entered = a->nature == Nature::Undetermined && a->inForce.isDated();
        return a->nature == Nature::Contract || (a->kind == Kind::Contract && !entered);
    }
    bool isArrangement() const { return a->nature == Nature::NonBinding && !deed() && !isContract(); }
    bool isTreaty() const { return !deed() && !isContract() && !isArrangement(); }

    bool signs(const Action &x) const
    {
        switch (x.kind) {
        case Kinds::Signature:
        case Kinds::DefinitiveSignature:
        case Kinds::SignatureAdReferendum:
        case Kinds::ExchangeOfNotes:
            return true;
        default:
            return deed() && (x.kind == Kinds::Announcement || x.kind == Kinds::Issue);
        }
    }

    Maybe signingActs(bool onlyMine) const
    {
        Maybe undated, unnamed, notes;
        std::map<QString, Maybe> bySide;
        for (const Action &x : a->actions) {
            if (!signs(x) || (onlyMine && !mine(x)))
                continue;
            const When w = raw(x);
            const Participant *who = find(x.participant);
            if (!w.dated)
                undated = w;
            else if (x.kind == Kinds::ExchangeOfNotes)
                notes = last(notes, w);
            else if (!many && who && sideRole(who->role))
                bySide[state(x.participant)] = first(bySide[state(x.participant)], w);
            else
                unnamed = first(unnamed, w);
        }
        Maybe both;
        for (const auto &[name, w] : bySide)
            both = last(both, w);
        const Maybe found = first(first(both, unnamed), notes);
        return found ? found : undated;
    }
    Maybe stated(const Edtf &field, const Maybe &acts) const
    {
        if (field.isEmpty() || (!field.isDated() && acts && acts->dated))
            return acts;
        const When own{pick(field), field.isQualified(), field.isDated()};
        if (!acts || !acts->dated || (acts->doubt && !own.doubt))
            return own;
        const auto width = [](const Edtf &value) {
            const DayRange r = value.instant();
            return std::pair(r.earliest == NoDay ? qint64(std::numeric_limits<qint32>::min()) : r.earliest,
                             r.latest == NoDay ? qint64(std::numeric_limits<qint32>::max()) : r.latest);
        };
        const auto [low, high] = width(field);
        const auto [actLow, actHigh] = width(dateOf(*acts->act));
        const bool overlap = low <= actHigh && actLow <= high;
        return overlap && actHigh - actLow < high - low ? acts : Maybe(own);
    }
    Maybe signing() const
    {
        if (myConsent) {
            if (const Maybe own = signingActs(true))
                return own;
            bool named = false;
            for (const Action &x : a->actions)
                named |= signs(x) && x.participant != ItemId::None;
            const Kinds kind = myConsent->act->kind;
            if (named || kind == Kinds::Accession || kind == Kinds::Succession)
                return myConsent;
        }
        return stated(a->date, signingActs(false));
    }
    Maybe entry() const
    {
        Maybe whole, any, own;
        for (const Action &x : a->actions) {
            if (x.kind != Kinds::EntryIntoForce)
                continue;
            any = first(any, when(x));
            if (!many || x.participant == ItemId::None)
                whole = first(whole, when(x));
            if (mine(x))
                own = first(own, when(x));
        }
        const Maybe all = stated(a->inForce, whole ? whole : any);
        if (!myConsent)
            return all;
        return own ? own : all ? last(all, myConsent) : Maybe();
    }

    qint64 termFirst(bool late) const
    {
        const Day bound = late && a->term.termStartVague() ? a->term.start().latest : a->term.start().earliest;
        return bound != NoDay ? bound : late && a->term.termStartVague() ? Future : Past;
    }
    qint64 lastOf(const Edtf &term) const
    {
        if (term.termEndVague() && !isLate)
            return std::max<qint64>(term.end().earliest == NoDay ? Past : term.end().earliest,
                                    term.start().earliest == NoDay ? Past : term.start().earliest);
        return term.end().latest == NoDay ? Future : term.end().latest;
    }

    QList<When> conclusions() const
    {
        QList<When> all;
        if (signedOn)
            all.append(*signedOn);
        if (enteredOn)
            all.append(*enteredOn);
        bool underWay = false;
        for (const Action &x : a->actions) {
            underWay |= x.kind == Kinds::Proposal || x.kind == Kinds::Negotiation || x.kind == Kinds::Adoption ||
                        x.kind == Kinds::Initialling;
            if (x.kind == Kinds::Delivery || (x.kind == Kinds::ProvisionalApplication && counts(x)))
                all.append(when(x));
            if (signedOn)
                continue;
            if (consents(x) && (!myConsent || mine(x)))
                all.append(when(x));
            if (x.kind == Kinds::Attested) {
                all.append(when(x));
                if (!isLate)
                    all.last().day = Past;
            }
        }
        if (all.isEmpty() && !underWay && a->term.isDated() && termFirst(false) != Past)
            all.append({isLate ? Future : termFirst(false), false, false});
        return all;
    }

    bool revoked(const Action &notice, qint64 effect) const
    {
        for (const Action &x : a->actions) {
            const bool other = x.participant != ItemId::None && notice.participant != ItemId::None &&
                               x.participant != notice.participant;
            const qint64 when = raw(x).day;
            if (x.kind == Kinds::RevocationOfNotice && !other && pick(notice.date) <= when && when < effect)
                return true;
        }
        return false;
    }

    struct End {
        qint64 last = Future;
        qint64 from = Past;
        bool doubt = false;
    };
    /// Tacit renewal, period by period.
    End renewed(End end) const
    {
        if (a->termKind != TermKind::TacitRenewal || end.last == Past || end.last == Future)
            return end;
        const int notice = e.noticeMonths.value_or(0);
        const int period = e.renewalMonths.value_or(0);
        End best{Future, end.from, end.doubt};
        for (const Action &x : a->actions) {
            const When given = when(x);
            if (x.kind != Kinds::NoticeOfNonRenewal || !counts(x) || given.day == Future)
                continue;
            qint64 ends = Future;
            const auto inTime = [&](qint64 firstOut) { return given.day <= monthsLater(firstOut, -notice) - 1; };
            if (inTime(end.last + 1)) {
                ends = end.last;
            } else if (period == 0) {
                ends = isLate ? Future : std::max(end.last, given.day);
            } else {
                int count = 1;
                while (!inTime(monthsLater(end.last + 1, count * period)))
                    ++count;
                ends = monthsLater(end.last + 1, count * period) - 1;
            }
            if (ends < best.last && !revoked(x, ends + 1))
                best = {ends, end.from, end.doubt || given.doubt};
        }
        return best;
    }
    std::optional<End> termEnd() const
    {
        std::optional<End> end;
        qint64 standing = Future;
        if (a->term.isDated()) {
            end = End{lastOf(a->term), Past, a->term.endQualified()};
            if (a->term.hasUnknownEnd() && !isLate) {
                end->last = termFirst(false);
                for (const Action &x : a->actions) {
                    if (x.kind == Kinds::Attested && x.date.instant().earliest != NoDay)
                        end->last = std::max<qint64>(end->last, x.date.instant().earliest);
                }
            }
            standing = end->last;
        }
        std::multimap<qint64, std::pair<End, bool>> moves; // those of one day stay in order
        for (const Action &x : a->actions) {
            const bool anew = x.kind == Kinds::Revival && !x.until.isEmpty();
            if ((x.kind != Kinds::Extension && !anew) || (!x.until.isDated() && !isLate))
                continue;
            const qint64 until = x.until.isEmpty() ? Future : pick(x.until);
            moves.insert({when(x).day, {End{until, when(x).day, when(x).doubt || x.until.isQualified()}, anew}});
        }
        for (const StatusContext::Incoming &r : c.incoming) {
            const bool known = r.term.isDated() && !r.term.hasUnknownEnd();
            if (r.kind != RelationKind::Extends || (!known && !isLate))
                continue;
            moves.insert(
                {when(r).day,
                 {End{known ? lastOf(r.term) : Future, when(r).day, when(r).doubt || r.term.endQualified()}, false}});
        }
        for (const auto &[from, move] : moves) {
            if (from > day)
                break;
            End moved = move.first;
            if (!move.second && a->term.isDated())
                moved.last = std::max(moved.last, standing);
            standing = moved.last;
            end = moved;
        }
        return end ? std::optional(renewed(*end)) : end;
    }

    const Agreement &a;
    const StatusContext &c;
    const AgreementExtras &e;
    bool isLate;
    qint64 day;
    std::set<QString> sides;
    QString me; ///< empty: the instrument
    bool many = false;
    Maybe myConsent, signedOn, enteredOn;
};

} // namespace Treatybook::Test
