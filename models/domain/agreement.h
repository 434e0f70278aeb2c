#pragma once

#include "domain/parts.h"

#include <QSharedData>
#include <QSharedDataPointer>

#include <optional>

namespace Treatybook {

/// What most records fill. Field meanings: domain table in field.cpp.
struct AgreementMain : QSharedData {
    QUuid id;
    Text title, shortTitle, reference, place, summary, notes;
    Nature nature{};
    Kind kind{};
    TermKind termKind{};
    Handling handling{};
    Confidence confidence{};
    Status statusOverride{};
    Edtf date, inForce, term;
    QList<Text> subjects;
    QList<Participant> participants;
    QList<Action> actions;
    QList<Source> sources;

    bool operator==(const AgreementMain &other) const;
};

/// What few records fill, behind one pointer: a hundred thousand empty lists would take 30 MB.
struct AgreementExtras : QSharedData {
    Text nationalCategory, prevailingText, officer, fileReference, statusOverrideReason;
    Edtf verifiedOn;
    std::optional<int> noticeMonths, renewalMonths;
    QList<Text> languages, tags;
    QList<TitleVariant> titles;
    QList<Identifier> identifiers;
    QList<Person> persons;
    QList<Quantity> quantities;
    QList<Relation> relations;
    QList<Obligation> obligations;
    QList<Attachment> attachments;
    QList<OwnField> ownFields;

    bool operator==(const AgreementExtras &other) const;
};

/// The one noun: an implicitly shared value. Reading is `a->title` and `a.extras().tags`; writing is
/// `a.edit().title = …` and `a.editExtras().tags = …`, which detach. Equality is by content; the version of a stored
/// record lives beside it. Safe to copy to other threads.
class Agreement
{
public:
    Agreement() : m_main(new AgreementMain) {}
    explicit Agreement(const QUuid &id) : Agreement() { m_main->id = id; }

    const AgreementMain *operator->() const { return m_main.constData(); }
    const AgreementMain &main() const { return *m_main; }
    const AgreementExtras &extras() const;
    AgreementMain &edit() { return *m_main; }
    AgreementExtras &editExtras();

    const QUuid &id() const { return m_main->id; }
    bool isEvent() const { return m_main->nature == Nature::Event; }
    /// What fits on a bar: the short title, else the title.
    Text label() const { return m_main->shortTitle.isEmpty() ? m_main->title : m_main->shortTitle; }

    bool isSharedWith(const Agreement &other) const { return m_main == other.m_main && m_extras == other.m_extras; }
    friend bool operator==(const Agreement &a, const Agreement &b)
    {
        return a.isSharedWith(b) || (*a.m_main == *b.m_main && a.extras() == b.extras());
    }

private:
    QSharedDataPointer<AgreementMain> m_main;
    QSharedDataPointer<AgreementExtras> m_extras; ///< null: nothing of it is filled
};

} // namespace Treatybook

Q_DECLARE_TYPEINFO(Treatybook::Agreement, Q_RELOCATABLE_TYPE);
