#include "session/foldedtext.h"

#include "domain/countries.h"
#include "domain/field.h"
#include "domain/fold.h"

#include <QHash>

namespace Treatybook {

namespace {

void appendLine(QByteArray &lines, QByteArrayView utf8)
{
    const qsizetype before = lines.size();
    appendFolded(lines, utf8);
    if (lines.size() == before)
        return;
    lines.append('\n');
    // Folded as one word; somebody who types the second half of two still finds it.
    if (QByteArrayView(lines).sliced(before).contains(" vietnam"))
        lines.append(" viet nam\n");
}

/// The entry in every language.
QByteArray labels(const Vocabulary &vocabulary, int index)
{
    static thread_local QHash<std::pair<const Vocabulary *, int>, QByteArray> known;
    QByteArray &lines = known[{&vocabulary, index}];
    if (lines.isNull()) {
        lines = "";
        for (int language = 0; language < LanguageCount; ++language)
            appendLine(lines, vocabulary.label(index, static_cast<Language>(language)).toUtf8());
    }
    return lines;
}

/// A participant's code with every name of that State; the code alone if it is none.
QByteArray countryLines(const QByteArray &code)
{
    static thread_local QHash<QByteArray, QByteArray> known;
    const Country *country = Countries::byCode(QString::fromUtf8(code));
    QByteArray own;
    QByteArray &lines = country ? known[code] : own;
    if (lines.isEmpty()) {
        appendLine(lines, code);
        QList<QByteArray> different;
        for (const QString &name : country ? country->allNames() : QStringList()) {
            QByteArray line;
            appendLine(line, name.toUtf8());
            if (!different.contains(line))
                different.append(line);
        }
        lines += different.join();
    }
    return lines;
}

class Collector
{
public:
    void own(QByteArrayView utf8) { appendLine(m_text.own, utf8); }
    void shared(QByteArrayView utf8)
    {
        QByteArray line;
        appendLine(line, utf8);
        share(line);
    }
    void entry(const Vocabulary &vocabulary, int index) { share(labels(vocabulary, index)); }
    void country(const QByteArray &code) { share(countryLines(code)); }

    FoldedText take()
    {
        m_text.own.squeeze();
        return std::move(m_text);
    }

private:
    void share(const QByteArray &lines)
    {
        if (!lines.isEmpty() && !m_text.shared.contains(lines))
            m_text.shared.append(lines);
    }

    FoldedText m_text;
};

/// Entry 0 of these is what nobody chose.
bool isDefault(const FieldInfo &info, const Agreement &record)
{
    return info.field != Field::Nature && info.field != Field::Kind && info.choice(record) == 0;
}

void addScalar(Collector &text, const FieldInfo &info, const Agreement &record)
{
    const auto utf8 = [&] {
        QByteArray value;
        info.appendText(value, record);
        return value;
    };
    switch (info.type) {
    case FieldType::Text:
        if (info.field == Field::Place)
            text.shared(utf8());
        else
            text.own(utf8());
        break;
    case FieldType::LongText:
    case FieldType::Date:
    case FieldType::Interval:
        text.own(utf8());
        break;
    case FieldType::Choice:
        if (!isDefault(info, record))
            text.entry(*info.vocabulary, info.choice(record));
        break;
    case FieldType::List:
        for (const Text &item : info.list(record)) {
            const auto known = info.vocabulary ? info.vocabulary->indexOfKey(item.utf8()) : std::nullopt;
            if (known)
                text.entry(*info.vocabulary, *known);
            else
                text.shared(item.utf8());
        }
        break;
    default:
        break;
    }
}

void addPart(Collector &text, const FieldInfo &field, const Agreement &record)
{
    const PartInfo &part = *field.part;
    QByteArray cell;
    for (qsizetype row = 0, rows = part.count(record); row < rows; ++row) {
        for (size_t column = 0; column < part.columns.size(); ++column) {
            const ColumnInfo &info = part.columns[column];
            if (info.type != FieldType::Text && info.type != FieldType::LongText && info.type != FieldType::Choice)
                continue;
            cell.resize(0);
            part.appendCell(cell, record, row, static_cast<qsizetype>(column));
            if (info.vocabulary)
                text.entry(*info.vocabulary, info.vocabulary->indexOfKey(cell).value_or(0));
            else if (field.field == Field::Participants && info.key == "code")
                text.country(cell);
            else if (field.field == Field::Participants)
                text.shared(cell);
            else
                text.own(cell);
        }
    }
}

} // namespace

FoldedText foldedText(const Agreement &record)
{
    Collector text;
    for (const FieldInfo &info : fieldTable()) {
        if (info.part)
            addPart(text, info, record);
        else if (info.isStored())
            addScalar(text, info, record);
    }
    return text.take();
}

} // namespace Treatybook
