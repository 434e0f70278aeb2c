#include "ui/form/partdetails.h"

#include "ui/form/columninput.h"
#include "ui/form/partitems.h"
#include "ui/form/partmodel.h"
#include "ui/widgets/plainlabel.h"

#include <QGridLayout>

namespace Treatybook {

using namespace Qt::StringLiterals;

constexpr int DetailWidth = 112;

PartDetails::PartDetails(PartModel &model, QWidget *parent) : QWidget(parent), m_model(model)
{
    setObjectName(u"details.%1"_s.arg(model.info().keyText()));
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 6, 0, 10);
    grid->setHorizontalSpacing(10);
    grid->setVerticalSpacing(5);
    grid->setColumnMinimumWidth(0, DetailWidth);
    grid->setColumnStretch(1, 1);
    for (int column = 0; column < model.columnCount(); ++column) {
        const ColumnInfo &info = model.columnInfo(column);
        auto *label = new PlainLabel(info.labelText(), this);
        label->setRole(QPalette::PlaceholderText);
        label->setAlignment(Qt::AlignRight | Qt::AlignTop);
        label->setContentsMargins(0, 6, 0, 0);
        label->setWordWrap(true);
        const bool isWordy = info.key == "note" || info.key == "what" || info.key == "evidence";
        auto *input = new ColumnInput(info, model.locale(), &model,
                                      isWordy ? ColumnInput::Shape::Box : ColumnInput::Shape::Usual, this);
        input->setInputName(u"detail.%1.%2"_s.arg(model.info().keyText(), info.keyText()), info.labelText());
        label->setBuddy(input);
        auto *message = new PlainLabel(this);
        message->setWordWrap(true);
        message->setRole(QPalette::BrightText);
        message->hide();
        grid->addWidget(label, column * 2, 0, Qt::AlignTop);
        grid->addWidget(input, column * 2, 1);
        grid->addWidget(message, column * 2 + 1, 1);
        m_inputs.append(input);
        m_messages.append(message);
        connect(input, &ColumnInput::edited, this,
                [this, column, input] { m_model.setText(m_row, column, cellText(input->value())); });
        connect(input, &ColumnInput::countryChosen, this, [this](const QString &name, const QString &code) {
            m_model.setText(m_row, m_model.columnOf("name"), name);
            m_model.setText(m_row, m_model.columnOf("code"), code);
        });
    }
    connect(&model, &QAbstractItemModel::dataChanged, this, &PartDetails::fill);
}

void PartDetails::setRow(int row)
{
    m_row = row;
    fill();
}

void PartDetails::focusColumn(int column)
{
    m_inputs.at(column)->focusTarget()->setFocus();
}

void PartDetails::fill()
{
    if (m_row < 0 || m_row >= m_model.itemCount())
        return;
    for (int column = 0; column < m_inputs.size(); ++column) {
        ColumnInput *input = m_inputs.at(column);
        const ColumnInfo &info = m_model.columnInfo(column);
        const QString text = m_model.text(m_row, column);
        if (info.type == FieldType::Item || cellText(input->value()) != text) {
            const QJsonValue value = cellValue(info, text);
            input->setValue(value.isUndefined() ? QJsonValue(QString()) : value);
        }
        input->setReadOnly(m_model.isReadOnly());
        input->setSought(m_model.sought());
        const bool isDate = info.type == FieldType::Date || info.type == FieldType::Interval; // says so itself
        const QString problem = isDate ? QString() : m_model.problem(m_row, column);
        m_messages.at(column)->setText(problem);
        m_messages.at(column)->setVisible(!problem.isEmpty());
    }
}

} // namespace Treatybook
