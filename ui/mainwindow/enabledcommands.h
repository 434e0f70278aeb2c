#pragma once

namespace Treatybook {

class Actions;
class BookView;

/// Enables what can be done now: without a book, while it is read, on one that must not be changed, with or without a
/// record.
void enableCommands(Actions &actions, const BookView *book, bool hasBackups);

} // namespace Treatybook
