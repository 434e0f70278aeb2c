#pragma once

#include "domain/field.h"

#include <span>

namespace Treatybook {

/// Which fields stand in which section of the form, declared once.
struct FormSectionInfo {
    const char *title; ///< English, for translation in context "Treatybook"
    std::span<const Field> fields;

    QString titleText() const;
};

/// In order. Every stored field but the id is in exactly one of them.
std::span<const FormSectionInfo> formSections();

/// What the date of such a record is called: signed, issued, announced …
QString dateLabel(const Agreement &agreement);

} // namespace Treatybook
