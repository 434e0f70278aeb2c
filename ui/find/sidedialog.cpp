#include "ui/find/sidedialog.h"

#include "domain/fold.h"
#include "session/agreementstore.h"
#include "ui/widgets/plainlabel.h"
#include "ui/widgets/suggester.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace Treatybook {

using namespace Qt::StringLiterals;

static constexpr qsizetype MostSides = 12;

SideDialog::SideDialog(const AgreementStore &store, const QLocale &locale, QWidget *parent)
    : QDialog(parent), m_who(new QLineEdit(this)), m_note(new PlainLabel(this))
{
    setObjectName(u"side"_s);
    setWindowTitle(tr("Our side"));
    collect(store);

    auto *about = new PlainLabel(tr("Statuses can take the view of one participant: a treaty of many is then in force "
                                    "if it is so for that participant. Records in which it takes no part, and those of "
                                    "two sides, keep their status."),
                                 this);
    about->setWordWrap(true);
    auto *label = new QLabel(this); // PlainLabel draws no mnemonic
    label->setTextFormat(Qt::PlainText);
    label->setText(tr("&Participant"));
    label->setBuddy(m_who);
    m_who->setObjectName(u"side.who"_s);
    m_who->setText(store.side().who());
    m_who->setPlaceholderText(tr("Nobody’s view"));
    m_who->setClearButtonEnabled(true);
    m_who->selectAll();
    new Suggester(m_who, [this, locale](const QString &typed) {
        QList<Suggestion> offers;
        const QByteArray sought = fold(typed);
        for (const Known &known : m_known) {
            const QString name = known.participant.name.toString();
            if (offers.size() < MostSides && fold(name).contains(sought))
                offers.append({u"%1 · %2"_s.arg(name, locale.toString(known.records)), name, {}});
        }
        return offers;
    });
    m_note->setObjectName(u"side.note"_s);
    m_note->setWordWrap(true);
    m_note->setRole(QPalette::BrightText);

    auto *buttons = new QDialogButtonBox(this);
    m_accept = buttons->addButton(tr("&Take this view"), QDialogButtonBox::AcceptRole);
    m_accept->setObjectName(u"side.accept"_s);
    m_accept->setDefault(true);
    auto *nobody = buttons->addButton(tr("&Nobody’s view"), QDialogButtonBox::ResetRole);
    nobody->setObjectName(u"side.nobody"_s);
    auto *cancel = buttons->addButton(tr("Cancel"), QDialogButtonBox::RejectRole);
    connect(m_accept, &QPushButton::clicked, this, [this] { finish(m_who->text().simplified()); });
    connect(nobody, &QPushButton::clicked, this, [this] { finish({}); });
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_who, &QLineEdit::textChanged, this, &SideDialog::check);

    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(8);
    layout->addWidget(about);
    layout->addWidget(label);
    layout->addWidget(m_who);
    layout->addWidget(m_note);
    layout->addStretch(1);
    layout->addWidget(buttons);
    setMinimumWidth(460);
    check();
}

void SideDialog::collect(const AgreementStore &store)
{
    QHash<std::pair<Text, Text>, qsizetype> places; // by name and code
    for (Slot slot = 0; slot < store.slotCount(); ++slot) {
        for (const Participant &participant : store.record(slot)->participants) {
            const std::pair called(participant.name, participant.code);
            if (!places.contains(called)) {
                places.insert(called, m_known.size());
                m_known.append({participant, 0});
            }
            ++m_known[places.value(called)].records;
        }
    }
    std::ranges::stable_sort(m_known, std::ranges::greater(), &Known::records);
}

void SideDialog::check()
{
    const OurSide side(m_who->text());
    const bool isKnown =
        side.isNone() || std::ranges::any_of(m_known, [&](const Known &known) { return side.is(known.participant); });
    m_note->setText(isKnown ? QString() : tr("No participant of this book is called so."));
    m_accept->setEnabled(isKnown);
}

void SideDialog::finish(const QString &who)
{
    accept();
    Q_EMIT sideChosen(who);
}

} // namespace Treatybook
