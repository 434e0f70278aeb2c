#pragma once

#include "domain/daynumber.h"
#include "domain/result.h"
#include "domain/text.h"

#include <QExplicitlySharedDataPointer>
#include <QHash>

QT_FORWARD_DECLARE_CLASS(QLocale)

namespace Treatybook {

struct EdtfSyntax;

/// A date in the Extended Date/Time Format (Library of Congress, 4 February 2019; ISO 8601-2), with the days that it
/// may mean. Understood: year, month, day; negative years; `?` `~` `%` at the end of a date; `X` for digits from the
/// right; intervals, open (`..`) or unknown at one end; one of a set `[a,b]` `[a..b]` `[..b]` `[a..]`.
/// An immutable value of eight bytes; copies share and may go to other threads.
class Edtf
{
public:
    enum class Kind : quint8 {
        Empty,
        Instant,  ///< one day, known between two bounds; sets are instants too
        Interval, ///< four bounds: of its start and of its end
        Unread    ///< kept as written
    };

    Edtf() = default;
    /// Exactly the forms above, without blanks. The error names what is wrong or not supported; empty text is an empty
    /// value.
    static Result<Edtf> parse(QStringView text);
    /// The same, but what cannot be read is kept as written. (Unpaired surrogates, which every entrance refuses, become
    /// U+FFFD.)
    static Edtf read(QStringView text);

    Kind kind() const { return m_data ? m_data->kind : Kind::Empty; }
    bool isEmpty() const { return !m_data; }
    bool isUnread() const { return kind() == Kind::Unread; }
    bool isInterval() const { return kind() == Kind::Interval; }
    /// Bounds are known on one side at least.
    bool isDated() const { return kind() == Kind::Instant || kind() == Kind::Interval; }

    /// EDTF, or as written if unread.
    QString text() const { return wholeText(utf8()); }
    QByteArrayView utf8() const { return m_data ? m_data->text.utf8() : QByteArrayView(); }
    /// Why an unread value could not be read; a sentence for people, made anew each time. Else empty.
    QString problem() const;

    /// The bounds of an instant; of an interval from its earliest start to its latest end.
    DayRange instant() const { return m_data ? DayRange{m_data->start.earliest, m_data->end.latest} : DayRange(); }
    /// Of a set the bounds of each of its dates, one of which is meant; else those of the whole.
    QList<DayRange> choices() const;
    /// The bounds of the first and of the last day of an interval; of an instant both are instant().
    DayRange start() const { return m_data ? m_data->start : DayRange(); }
    DayRange end() const { return m_data ? m_data->end : DayRange(); }

    bool hasOpenStart() const { return has(OpenStart); }       ///< "../2014": no start
    bool hasOpenEnd() const { return has(OpenEnd); }           ///< "2014/..": no end
    bool hasUnknownStart() const { return has(UnknownStart); } ///< "/2014": nobody recorded it
    bool hasUnknownEnd() const { return has(UnknownEnd); }     ///< "2014/"

    /// As a period of application, where a year or month means the whole of it: the first and the last day, inclusive.
    /// NoDay if open or unknown.
    Day termFirst() const { return start().earliest; }
    Day termLast() const { return end().latest; }
    /// That bound is no certain day even then: it has unknown digits or is one of a set.
    bool termStartVague() const { return has(StartVague); }
    bool termEndVague() const { return has(EndVague); }

    /// `~` and `?` anywhere; `%` is both. They do not move the bounds.
    bool isApproximate() const { return has(StartApproximate | EndApproximate); }
    bool isUncertain() const { return has(StartUncertain | EndUncertain); }
    bool isQualified() const { return startQualified() || endQualified(); }
    bool startQualified() const { return has(StartApproximate | StartUncertain); }
    bool endQualified() const { return has(EndApproximate | EndUncertain); }
    /// An instant whose bounds are one day, qualified or not.
    bool isExactDay() const
    {
        return kind() == Kind::Instant && m_data->start.earliest != NoDay &&
               m_data->start.earliest == m_data->start.latest;
    }

    /// Total order, below, at or above 0: by earliest, then latest day, an unbounded side standing at the known one,
    /// then text; unread values after all dates, empty ones last.
    static int compare(const Edtf &a, const Edtf &b);
    /// By text.
    friend bool operator==(const Edtf &a, const Edtf &b)
    {
        return a.m_data == b.m_data || (a.m_data && b.m_data && a.m_data->text == b.m_data->text);
    }
    friend size_t qHash(const Edtf &value, size_t seed = 0)
    {
        return value.m_data ? qHash(value.m_data->text, seed) : seed;
    }
    /// Both are the same block of memory, as after pooling.
    bool isSharedWith(const Edtf &other) const { return m_data == other.m_data; }

private:
    enum Flag : quint16 {
        OpenStart = 1,
        OpenEnd = 2,
        UnknownStart = 4,
        UnknownEnd = 8,
        StartVague = 16,
        EndVague = 32,
        StartApproximate = 64,
        EndApproximate = 128,
        StartUncertain = 256,
        EndUncertain = 512
    };

    struct Data : QSharedData {
        Kind kind = Kind::Unread;
        quint16 flags = 0;
        DayRange start, end;
        Text text;
    };

    Edtf(QStringView text, Kind kind);
    Edtf(QStringView text, const EdtfSyntax &syntax);
    bool has(int flags) const { return m_data && (m_data->flags & flags); }

    QExplicitlySharedDataPointer<const Data> m_data; ///< null: empty
};

/// For people, with no more precision than is known: "2004", "18–20 September 2021", "since 2014", "about 2004",
/// "by 20 September 2021"; years before 1 as BC; unread values as written. Translated, months in `locale`.
QString displayText(const Edtf &value, const QLocale &locale);

/// Remembers the values that it has read, so that a hundred thousand records share them. Not thread-safe.
class EdtfPool
{
public:
    Edtf read(QByteArrayView utf8);

private:
    QHash<QByteArray, Edtf> m_values;
};

} // namespace Treatybook

Q_DECLARE_TYPEINFO(Treatybook::Edtf, Q_RELOCATABLE_TYPE);
