#pragma once

#include "domain/statuscontext.h"

namespace Treatybook::Test {

/// Records for tests, in a few words: RecordBuilder(Nature::Treaty).date("2004").act(ActionKind::Ratification, "2005").
/// Participants are items 1, 2 …, acts 101, quantities 201, obligations 301, relations 401, sources 501.
class RecordBuilder
{
public:
    explicit RecordBuilder(Nature nature, Kind kind = Kind::Agreement)
    {
        m_record.edit().id = QUuid::createUuidV5(QUuid(), QByteArray("record"));
        m_record.edit().title = Text(QByteArrayView("Record"));
        m_record.edit().nature = nature;
        m_record.edit().kind = kind;
    }

    RecordBuilder &date(const char *value) { return set(m_record.edit().date, value); }
    RecordBuilder &inForce(const char *value) { return set(m_record.edit().inForce, value); }
    RecordBuilder &term(const char *value) { return set(m_record.edit().term, value); }
    RecordBuilder &tacitRenewal(std::optional<int> noticeMonths, std::optional<int> renewalMonths)
    {
        m_record.edit().termKind = TermKind::TacitRenewal;
        m_record.editExtras().noticeMonths = noticeMonths;
        m_record.editExtras().renewalMonths = renewalMonths;
        return *this;
    }
    RecordBuilder &title(const char *value)
    {
        m_record.edit().title = Text(QByteArrayView(value));
        return *this;
    }
    RecordBuilder &participant(const char *name, const char *code = "", ParticipantRole role = ParticipantRole::Side,
                               const char *body = "")
    {
        auto &list = m_record.edit().participants;
        list.append({next(list, 0), text(name), text(code), text(body), role});
        return *this;
    }
    RecordBuilder &act(ActionKind kind, const char *date, const char *effective = "", const char *until = "",
                       int participant = 0)
    {
        auto &list = m_record.edit().actions;
        Action action;
        action.id = next(list, 100);
        action.kind = kind;
        action.date = edtf(date);
        action.effective = edtf(effective);
        action.until = edtf(until);
        action.participant = ItemId(participant);
        list.append(action);
        return *this;
    }
    RecordBuilder &by(int participant, ActionKind kind, const char *date, const char *effective = "")
    {
        return act(kind, date, effective, "", participant);
    }
    /// Of the last act.
    RecordBuilder &unconfirmed()
    {
        m_record.edit().actions.last().confidence = Confidence::Unconfirmed;
        return *this;
    }
    RecordBuilder &deliver(const char *date, qint64 amount, const char *unit, bool complete = false)
    {
        act(ActionKind::Delivery, date);
        Action &action = m_record.edit().actions.last();
        action.amount = Decimal(amount, 0);
        action.unit = text(unit);
        action.complete = complete;
        return *this;
    }
    RecordBuilder &quantity(qint64 amount, const char *unit, Stance stance = Stance::Agreed, int source = 0)
    {
        auto &list = m_record.editExtras().quantities;
        Quantity quantity;
        quantity.id = next(list, 200);
        quantity.amount = Decimal(amount, 0);
        quantity.unit = text(unit);
        quantity.stance = stance;
        quantity.source = ItemId(source);
        list.append(quantity);
        return *this;
    }
    RecordBuilder &obligation(const char *due, const char *done = "")
    {
        auto &list = m_record.editExtras().obligations;
        Obligation obligation;
        obligation.id = next(list, 300);
        obligation.what = text("Report");
        obligation.due = edtf(due);
        obligation.done = edtf(done);
        list.append(obligation);
        return *this;
    }
    RecordBuilder &relation(RelationKind kind, const QUuid &other, const char *effective = "", bool partly = false)
    {
        auto &list = m_record.editExtras().relations;
        Relation relation;
        relation.id = next(list, 400);
        relation.kind = kind;
        relation.other = other;
        relation.effective = edtf(effective);
        relation.partly = partly;
        list.append(relation);
        return *this;
    }
    RecordBuilder &source(const char *value = "", const char *supports = "")
    {
        auto &list = m_record.edit().sources;
        Source source;
        source.id = next(list, 500);
        source.title = text("Source");
        source.value = text(value);
        if (*supports)
            source.supports.append(text(supports));
        list.append(source);
        return *this;
    }
    RecordBuilder &overridden(Status status)
    {
        m_record.edit().statusOverride = status;
        return *this;
    }

    Agreement record() const { return m_record; }
    operator Agreement() const { return m_record; }

    static Text text(const char *value) { return Text(QByteArrayView(value)); }
    static Edtf edtf(const char *value) { return Edtf::read(QString::fromUtf8(value)); }

private:
    template <class List>
    static ItemId next(const List &list, int base)
    {
        return ItemId(base + list.size() + 1);
    }
    RecordBuilder &set(Edtf &field, const char *value)
    {
        field = edtf(value);
        return *this;
    }

    Agreement m_record;
};

/// What a later record says of the one under test.
inline StatusContext::Incoming incoming(RelationKind kind, const char *title, const char *date,
                                        const char *effective = "", bool partly = false)
{
    StatusContext::Incoming relation;
    relation.kind = kind;
    relation.partly = partly;
    relation.from = QUuid::createUuidV5(QUuid(), QByteArray(title));
    relation.title = RecordBuilder::text(title);
    relation.date = RecordBuilder::edtf(date);
    relation.effective = RecordBuilder::edtf(effective);
    return relation;
}

} // namespace Treatybook::Test
