#pragma once

#include "domain/agreement.h"

#include <QSet>

namespace Treatybook {

struct Country;

/// Whose view statuses take: a State under any of its names and codes, or a body by its name; or nobody's, and they say
/// what holds for the instrument. Only a multilateral instrument can stand differently for one of its participants
/// (VCLT 55). A value; any thread.
class OurSide
{
public:
    OurSide() = default;
    /// `VN`, `Viet Nam`, `vietnam`, `OPEC`; empty: nobody's.
    explicit OurSide(const QString &who);

    bool isNone() const { return m_who.isEmpty(); }
    /// As it was given.
    const QString &who() const { return m_who; }
    /// For people: a State by the name to show first, others as given.
    QString label(Language language) const;

    bool is(const Participant &participant) const;
    /// The participant whose status is asked for; None where the instrument answers for all, or for want of such a
    /// participant.
    ItemId in(const Agreement &record) const;

    friend bool operator==(const OurSide &a, const OurSide &b) { return a.m_who == b.m_who; }

private:
    QString m_who;
    const Country *m_country = nullptr;
    QSet<QByteArray> m_names; ///< folded
};

/// The key of the book's setting.
inline const QString OurSideSetting = QStringLiteral("our_side");

} // namespace Treatybook
