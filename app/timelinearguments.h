#pragma once

#include "exchange/timelinereport.h"

QT_FORWARD_DECLARE_CLASS(QCommandLineParser)

namespace Treatybook::TimelineArguments {

/// The options of “export” that say how a timeline is drawn, for a parser that reads them.
void add(QCommandLineParser &parser);
/// A line for each.
QString help();
/// The first of them that is set; empty if none is.
QString firstSet(const QCommandLineParser &parser);
/// Error: what is wrong, in a sentence.
Result<TimelineOptions> parse(const QCommandLineParser &parser, bool isImage);

} // namespace Treatybook::TimelineArguments
