#pragma once

#include "domain/datereader.h"

#include <QLocale>
#include <QWidget>

namespace Treatybook {

class TextLink;

/// What a typed date may mean, one line each, to choose from: "4 May 2004 (day first)". Nothing is seen where there is
/// nothing to choose. The lines are named `choice.0` and so on.
class DateChoices : public QWidget
{
    Q_OBJECT

public:
    /// Tab goes to them from `input`.
    DateChoices(QWidget *input, const QLocale &locale, QWidget *parent);

    void show(const QList<DateReading::Alternative> &choices);

Q_SIGNALS:
    /// EDTF; empty for no date.
    void chosen(const QString &edtf);

private:
    QString textOf(const DateReading::Alternative &choice) const;

    QWidget *m_input;
    QLocale m_locale;
    QList<DateReading::Alternative> m_choices;
    QList<TextLink *> m_links; ///< as many as were ever needed: one that is being pressed must stay
};

} // namespace Treatybook
