#pragma once

#include "recordbuilder.h"

namespace Treatybook::Test {

// Records that several tests of status speak of.

inline Day dayOf(const QString &text)
{
    const auto day = parseDay(text);
    return day ? *day : NoDay;
}

inline RecordBuilder treaty()
{
    return RecordBuilder(Nature::Treaty, Kind::Treaty).participant("Viet Nam", "VN").participant("Cuba", "CU");
}

inline RecordBuilder multilateral()
{
    return treaty().participant("Laos", "LA");
}

inline RecordBuilder plan(const char *date, const char *term)
{
    return RecordBuilder(Nature::NonBinding, Kind::CooperationPlan)
        .participant("Viet Nam", "VN")
        .participant("Cuba", "CU")
        .date(date)
        .term(term);
}

inline RecordBuilder contract(const char *date)
{
    return RecordBuilder(Nature::Contract, Kind::Contract)
        .participant("Viet Nam", "VN", ParticipantRole::Buyer)
        .participant("Cuba", "CU", ParticipantRole::Seller)
        .date(date);
}

inline RecordBuilder donation(const char *date)
{
    return RecordBuilder(Nature::Unilateral, Kind::Donation).date(date);
}

inline RecordBuilder vaccine()
{
    return contract("[2021-09-18..2021-09-20]")
        .act(ActionKind::DomesticApproval, "2021-09-20")
        .quantity(5'000'000, "doses")
        .quantity(10'000'000, "doses", Stance::Authorised, 2)
        .quantity(10'000'000, "doses", Stance::Reported, 3)
        .deliver("2021-09-24", 900'000, "doses");
}

} // namespace Treatybook::Test
