#include "ui/mainwindow/statussentence.h"

#include "domain/quantitysums.h"
#include "itemmodels/problemsmodel.h"
#include "itemmodels/upcomingmodel.h"
#include "ui/form/agreementform.h"
#include "ui/mainwindow/bookview.h"
#include "ui/panels/bottompanel.h"
#include "ui/widgets/plainlabel.h"

#include <QFileInfo>
#include <QHBoxLayout>
#include <QToolButton>

namespace Treatybook {

using namespace Qt::StringLiterals;

/// Such a book is read before anybody could stop it.
static constexpr qsizetype FewRecords = 5000;
/// What comes next is counted so far ahead.
static constexpr int SoonDays = 90;

StatusSentence::StatusSentence(QWidget *parent) : QWidget(parent)
{
    setObjectName(u"status"_s);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(12, 3, 12, 4);
    layout->setSpacing(18);
    const auto add = [&](PlainLabel *&label, const char *name) {
        label = new PlainLabel(this);
        label->setObjectName(u"status.%1"_s.arg(QLatin1StringView(name)));
        label->setRole(QPalette::PlaceholderText);
        layout->addWidget(label);
    };
    add(m_count, "count");
    m_stop = new QToolButton(this);
    m_stop->setObjectName(u"status.stop"_s);
    m_stop->setText(tr("Stop"));
    m_stop->setToolTip(tr("Stop reading and close the book"));
    m_stop->setAutoRaise(true);
    m_stop->hide();
    connect(m_stop, &QToolButton::clicked, this, &StatusSentence::stopRequested);
    layout->addWidget(m_stop);
    add(m_selection, "selection");
    add(m_sums, "sums");
    add(m_filter, "filter");
    add(m_asOf, "asOf");
    add(m_upcoming, "upcoming");
    add(m_warnings, "warnings");
    layout->addStretch(1);
    add(m_file, "file");
    add(m_saved, "saved");
    // Where there is no room the others give way: they can be long, and say what is seen elsewhere too.
    for (PlainLabel *label : {m_count, m_selection, m_asOf, m_upcoming, m_warnings, m_saved})
        label->setSizePolicy(QSizePolicy::Minimum, QSizePolicy::Preferred);
    tell();
}

void StatusSentence::setBook(BookView *book, std::function<bool()> isToday)
{
    m_book = book;
    m_isToday = std::move(isToday);
    if (book) {
        connect(&book->panel().problems(), &ProblemsModel::totalChanged, this, &StatusSentence::tell);
        connect(&book->panel().upcoming(), &UpcomingModel::countChanged, this, &StatusSentence::tell);
        connect(&book->session(), &Session::changed, this, &StatusSentence::tell);
        connect(&book->session(), &Session::loadProgressed, this, &StatusSentence::tell);
        connect(&book->session(), &Session::loaded, this, &StatusSentence::tell);
        connect(&book->session(), &Session::failed, this, &StatusSentence::tell);
        connect(&book->session(), &Session::sideChanged, this, &StatusSentence::tell);
        connect(&book->session(), &Session::busyChanged, this, &StatusSentence::tell);
        connect(&book->session().selection(), &Selection::changed, this, &StatusSentence::addUp);
        connect(&book->session(), &Session::changed, this, &StatusSentence::addUp);
        connect(&book->session().selection(), &Selection::changed, this, &StatusSentence::tell);
        connect(&book->model(), &AgreementTableModel::filterChanged, this, &StatusSentence::tell);
        connect(&book->model(), &AgreementTableModel::asOfChanged, this, &StatusSentence::tell);
        connect(&book->model(), &QAbstractItemModel::layoutChanged, this, &StatusSentence::tell);
        connect(&book->form(), &AgreementForm::draftsChanged, this, &StatusSentence::tell);
    }
    tell();
}

QString StatusSentence::sentence() const
{
    QStringList parts;
    for (const PlainLabel *label : {m_count, m_selection, m_sums, m_filter, m_asOf, m_upcoming, m_warnings, m_saved}) {
        if (!label->fullText().isEmpty())
            parts.append(label->fullText());
    }
    return parts.join(" · "_L1);
}

void StatusSentence::tell()
{
    const auto set = [](PlainLabel *label, const QString &text) {
        label->setText(text);
        label->setVisible(!text.isEmpty());
    };
    const bool isOpen = m_book && m_book->session().isLoaded();
    if (!isOpen) {
        for (PlainLabel *label : {m_count, m_selection, m_sums, m_filter, m_asOf, m_upcoming, m_warnings, m_file, m_saved})
            set(label, {});
        if (m_book)
            set(m_count, readingWords());
        m_stop->setVisible(m_book && !m_book->session().loadError() && m_book->session().expectedCount() > FewRecords);
        return;
    }
    m_stop->hide();
    const AgreementTableModel &model = m_book->model();
    set(m_count, countWords());
    set(m_selection, selectionWords());
    set(m_filter, model.filter().inWords(model.locale()));
    set(m_asOf, answeringWords());
    m_asOf->setRole(m_isToday() && model.store().side().isNone() ? QPalette::PlaceholderText : QPalette::BrightText);
    const int coming = m_book->panel().upcoming().countWithin(SoonDays);
    set(m_upcoming, coming > 0 ? tr("%Ln due within 90 days", nullptr, coming) : QString());
    const int problems = m_book->panel().problems().total();
    set(m_warnings, problems > 0 ? tr("%Ln warning(s)", nullptr, problems) : QString());
    set(m_file, QFileInfo(m_book->path()).fileName());
    m_file->setToolTip(plainToolTip(m_book->path()));
    set(m_saved, m_book->session().isPartial() ? partialWords() : savedWords());
}

QString StatusSentence::readingWords() const
{
    const AgreementTableModel &model = m_book->model();
    const auto all = static_cast<int>(m_book->session().expectedCount());
    const QString read = model.locale().toString(model.store().count());
    if (m_book->session().loadError())
        return tr("The book could not be read");
    if (all == 0)
        return tr("Reading the book …");
    return model.query().isEmpty() ? tr("Reading %1 of %Ln record(s) …", nullptr, all).arg(read)
                                   : tr("Searching %1 of %Ln record(s) …", nullptr, all).arg(read);
}

QString StatusSentence::partialWords() const
{
    const AgreementTableModel &model = m_book->model();
    return tr("Only %1 of %Ln record(s) could be read", nullptr, static_cast<int>(m_book->session().expectedCount()))
        .arg(model.locale().toString(model.store().count()));
}

QString StatusSentence::countWords() const
{
    const AgreementTableModel &model = m_book->model();
    const auto shown = static_cast<int>(model.visibleSlots().size());
    const auto all = static_cast<int>(model.store().count());
    int instruments = 0;
    for (const Slot slot : model.visibleSlots()) {
        const auto nature = static_cast<Nature>(model.store().columns().choice(Field::Nature, slot));
        const auto kind = static_cast<Kind>(model.store().columns().choice(Field::Kind, slot));
        instruments += nature != Nature::Event && kind != Kind::Group;
    }
    const QString among = tr("%Ln instrument(s)", nullptr, instruments);
    if (shown == all)
        return tr("%Ln record(s) (%1)", nullptr, all).arg(among);
    return tr("%1 of %Ln record(s) (%2)", nullptr, all).arg(model.locale().toString(shown), among);
}

QString StatusSentence::answeringWords() const
{
    const AgreementTableModel &model = m_book->model();
    const QString day = m_isToday() ? tr("as of today")
                                    : tr("as of %1").arg(displayText(Edtf::read(dayText(model.asOf())), model.locale()));
    const OurSide &side = model.store().side();
    return side.isNone() ? day : tr("%1 for %2", "as of a day, for a participant").arg(day, side.label(languageOf(model.locale())));
}

QString StatusSentence::selectionWords() const
{
    const Selection &selection = m_book->session().selection();
    const auto count = static_cast<int>(selection.count());
    const auto hidden = static_cast<int>(count - m_book->deletable().size());
    if (hidden > 0)
        return tr("%1, %2", "selected, hidden")
            .arg(tr("%Ln selected", nullptr, count), tr("%Ln hidden", nullptr, hidden));
    return count > 1 ? tr("%Ln selected", nullptr, count) : QString();
}

/// What the selected records have together, once there are several.
void StatusSentence::addUp()
{
    QuantitySums sums;
    const Session &session = m_book->session();
    const QSet<Slot> &selected = m_book->session().selection().selected();
    if (selected.size() > 1) {
        for (const Slot slot : selected)
            sums.add(session.store().record(slot));
    }
    m_sums->setText(sums.inWords(m_book->model().locale(), 3));
    m_sums->setToolTip(plainToolTip(sums.inWords(m_book->model().locale(), 50)));
    m_sums->setVisible(!sums.sums().isEmpty());
}

QString StatusSentence::savedWords() const
{
    if (m_book->session().capabilities().readOnly)
        return tr("read-only");
    if (m_book->session().isBusy())
        return tr("saving …");
    if (const auto drafts = static_cast<int>(m_book->form().drafts().size()); drafts > 0)
        return tr("%Ln record(s) not saved", nullptr, drafts);
    return tr("all changes saved");
}

} // namespace Treatybook
