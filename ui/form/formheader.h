#pragma once

#include "timeline/style.h"

#include <QWidget>

namespace Treatybook {

class PlainLabel;
class SoughtWords;

/// What one sees first of a record: its title, its status on the day, and why.
class FormHeader : public QWidget
{
    Q_OBJECT

public:
    explicit FormHeader(QWidget *parent = nullptr);

    void setTitle(const QString &title);
    void setSought(const SoughtWords &words);
    /// Something to know before reading on; empty: nothing.
    void setAside(const QString &text);
    /// `reason` says why; words of the status itself at its start are left out.
    void setStatus(const QString &status, const QString &reason, Tone tone);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    PlainLabel *m_title;
    PlainLabel *m_aside;
    class StatusPill *m_pill;
    PlainLabel *m_reason;
};

} // namespace Treatybook
