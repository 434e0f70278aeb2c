#include "ui/form/formlayout.h"

#include "domain/tr.h"

#include <array>

namespace Treatybook {

namespace {

using enum Field;

constexpr std::array Identity{Title,  ShortTitle, Titles,           Reference, Identifiers,
                              Nature, Kind,       NationalCategory, Subjects,  Tags};
constexpr std::array Dates{Date, InForce, Term, TermKind, NoticeMonths, RenewalMonths, Place};
constexpr std::array Who{Participants, Persons};
constexpr std::array Content{Summary,    Notes,    Quantities, Languages,     PrevailingText, Confidence,
                             VerifiedOn, Handling, Officer,    FileReference, StatusOverride, StatusOverrideReason,
                             OwnFields};
constexpr std::array ActionFields{Actions};
constexpr std::array RelationFields{Relations};
constexpr std::array SourceFields{Sources};
constexpr std::array ObligationFields{Obligations};
constexpr std::array AttachmentFields{Attachments};

#define TITLE(text) QT_TRANSLATE_NOOP("Treatybook", text)
constexpr std::array Sections{
    FormSectionInfo{TITLE("Identity"), Identity},
    FormSectionInfo{TITLE("Dates and term"), Dates},
    FormSectionInfo{TITLE("Participants and persons"), Who},
    FormSectionInfo{TITLE("Content"), Content},
    FormSectionInfo{TITLE("Actions"), ActionFields},
    FormSectionInfo{TITLE("Relations"), RelationFields},
    FormSectionInfo{TITLE("Sources"), SourceFields},
    FormSectionInfo{TITLE("Obligations"), ObligationFields},
    FormSectionInfo{TITLE("Attachments"), AttachmentFields},
};
#undef TITLE

} // namespace

QString FormSectionInfo::titleText() const
{
    return tr(title);
}

std::span<const FormSectionInfo> formSections()
{
    return Sections;
}

QString dateLabel(const Agreement &agreement)
{
    switch (agreement->nature) {
    case Nature::Event:
        return fieldInfo(Field::Date).labelText();
    case Nature::Unilateral:
        return agreement->kind == Kind::Award || agreement->kind == Kind::Donation ? fieldInfo(Field::Date).labelText()
                                                                                   : tr("Announced");
    default:
        break;
    }
    const bool issued = agreement->kind == Kind::JointStatement || agreement->kind == Kind::Declaration ||
                        agreement->kind == Kind::Resolution;
    return issued ? tr("Issued") : tr("Signed");
}

} // namespace Treatybook
