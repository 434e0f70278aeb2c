-- What a book of version 1 holds. Texts are the canonical texts of the field and part tables, '' when nothing is filled;
-- lists are joined by "; "; dates are EDTF as written. Column names are the keys of those tables (a test compares them).

CREATE TABLE agreement (
    id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
    version INTEGER NOT NULL CHECK (version > 0),
    sort_day INTEGER, -- Julian day of the earliest day that "date" may mean; NULL when none is known
    title TEXT NOT NULL DEFAULT '',
    short_title TEXT NOT NULL DEFAULT '',
    reference TEXT NOT NULL DEFAULT '',
    nature TEXT NOT NULL DEFAULT '',
    national_category TEXT NOT NULL DEFAULT '',
    kind TEXT NOT NULL DEFAULT '',
    subjects TEXT NOT NULL DEFAULT '',
    date TEXT NOT NULL DEFAULT '',
    in_force TEXT NOT NULL DEFAULT '',
    term TEXT NOT NULL DEFAULT '',
    term_kind TEXT NOT NULL DEFAULT '',
    notice_months TEXT NOT NULL DEFAULT '',
    renewal_months TEXT NOT NULL DEFAULT '',
    place TEXT NOT NULL DEFAULT '',
    languages TEXT NOT NULL DEFAULT '',
    prevailing_text TEXT NOT NULL DEFAULT '',
    summary TEXT NOT NULL DEFAULT '',
    notes TEXT NOT NULL DEFAULT '',
    officer TEXT NOT NULL DEFAULT '',
    file_reference TEXT NOT NULL DEFAULT '',
    handling TEXT NOT NULL DEFAULT '',
    confidence TEXT NOT NULL DEFAULT '',
    verified_on TEXT NOT NULL DEFAULT '',
    status_override TEXT NOT NULL DEFAULT '',
    status_override_reason TEXT NOT NULL DEFAULT '',
    tags TEXT NOT NULL DEFAULT ''
) STRICT, WITHOUT ROWID;

CREATE INDEX agreement_by_day ON agreement (sort_day, id);

CREATE TABLE title (
    record TEXT NOT NULL REFERENCES agreement (id) ON DELETE CASCADE,
    item INTEGER NOT NULL CHECK (item > 0),
    position INTEGER NOT NULL CHECK (position >= 0),
    language TEXT NOT NULL DEFAULT '',
    text TEXT NOT NULL DEFAULT '',
    kind TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (record, item)
) STRICT, WITHOUT ROWID;

CREATE TABLE identifier (
    record TEXT NOT NULL REFERENCES agreement (id) ON DELETE CASCADE,
    item INTEGER NOT NULL CHECK (item > 0),
    position INTEGER NOT NULL CHECK (position >= 0),
    scheme TEXT NOT NULL DEFAULT '',
    value TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (record, item)
) STRICT, WITHOUT ROWID;

CREATE TABLE participant (
    record TEXT NOT NULL REFERENCES agreement (id) ON DELETE CASCADE,
    item INTEGER NOT NULL CHECK (item > 0),
    position INTEGER NOT NULL CHECK (position >= 0),
    name TEXT NOT NULL DEFAULT '',
    code TEXT NOT NULL DEFAULT '',
    body TEXT NOT NULL DEFAULT '',
    role TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (record, item)
) STRICT, WITHOUT ROWID;

CREATE TABLE person (
    record TEXT NOT NULL REFERENCES agreement (id) ON DELETE CASCADE,
    item INTEGER NOT NULL CHECK (item > 0),
    position INTEGER NOT NULL CHECK (position >= 0),
    name TEXT NOT NULL DEFAULT '',
    office TEXT NOT NULL DEFAULT '',
    participant TEXT NOT NULL DEFAULT '',
    role TEXT NOT NULL DEFAULT '',
    note TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (record, item)
) STRICT, WITHOUT ROWID;

CREATE TABLE quantity (
    record TEXT NOT NULL REFERENCES agreement (id) ON DELETE CASCADE,
    item INTEGER NOT NULL CHECK (item > 0),
    position INTEGER NOT NULL CHECK (position >= 0),
    amount TEXT NOT NULL DEFAULT '',
    unit TEXT NOT NULL DEFAULT '',
    stated TEXT NOT NULL DEFAULT '',
    stance TEXT NOT NULL DEFAULT '',
    confidence TEXT NOT NULL DEFAULT '',
    source TEXT NOT NULL DEFAULT '',
    note TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (record, item)
) STRICT, WITHOUT ROWID;

CREATE TABLE action (
    record TEXT NOT NULL REFERENCES agreement (id) ON DELETE CASCADE,
    item INTEGER NOT NULL CHECK (item > 0),
    position INTEGER NOT NULL CHECK (position >= 0),
    kind TEXT NOT NULL DEFAULT '',
    date TEXT NOT NULL DEFAULT '',
    effective TEXT NOT NULL DEFAULT '',
    until TEXT NOT NULL DEFAULT '',
    participant TEXT NOT NULL DEFAULT '',
    place TEXT NOT NULL DEFAULT '',
    amount TEXT NOT NULL DEFAULT '',
    unit TEXT NOT NULL DEFAULT '',
    stated TEXT NOT NULL DEFAULT '',
    complete TEXT NOT NULL DEFAULT '',
    note TEXT NOT NULL DEFAULT '',
    source TEXT NOT NULL DEFAULT '',
    confidence TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (record, item)
) STRICT, WITHOUT ROWID;

CREATE TABLE relation (
    record TEXT NOT NULL REFERENCES agreement (id) ON DELETE CASCADE,
    item INTEGER NOT NULL CHECK (item > 0),
    position INTEGER NOT NULL CHECK (position >= 0),
    kind TEXT NOT NULL DEFAULT '',
    other TEXT NOT NULL DEFAULT '',
    effective TEXT NOT NULL DEFAULT '',
    partly TEXT NOT NULL DEFAULT '',
    confidence TEXT NOT NULL DEFAULT '',
    source TEXT NOT NULL DEFAULT '',
    note TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (record, item)
) STRICT, WITHOUT ROWID;

CREATE TABLE source (
    record TEXT NOT NULL REFERENCES agreement (id) ON DELETE CASCADE,
    item INTEGER NOT NULL CHECK (item > 0),
    position INTEGER NOT NULL CHECK (position >= 0),
    title TEXT NOT NULL DEFAULT '',
    author TEXT NOT NULL DEFAULT '',
    publisher TEXT NOT NULL DEFAULT '',
    date TEXT NOT NULL DEFAULT '',
    address TEXT NOT NULL DEFAULT '',
    accessed TEXT NOT NULL DEFAULT '',
    language TEXT NOT NULL DEFAULT '',
    translator TEXT NOT NULL DEFAULT '',
    locator TEXT NOT NULL DEFAULT '',
    kind TEXT NOT NULL DEFAULT '',
    supports TEXT NOT NULL DEFAULT '',
    value TEXT NOT NULL DEFAULT '',
    note TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (record, item)
) STRICT, WITHOUT ROWID;

CREATE TABLE obligation (
    record TEXT NOT NULL REFERENCES agreement (id) ON DELETE CASCADE,
    item INTEGER NOT NULL CHECK (item > 0),
    position INTEGER NOT NULL CHECK (position >= 0),
    what TEXT NOT NULL DEFAULT '',
    who TEXT NOT NULL DEFAULT '',
    due TEXT NOT NULL DEFAULT '',
    done TEXT NOT NULL DEFAULT '',
    evidence TEXT NOT NULL DEFAULT '',
    source TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (record, item)
) STRICT, WITHOUT ROWID;

CREATE TABLE attachment (
    record TEXT NOT NULL REFERENCES agreement (id) ON DELETE CASCADE,
    item INTEGER NOT NULL CHECK (item > 0),
    position INTEGER NOT NULL CHECK (position >= 0),
    name TEXT NOT NULL DEFAULT '',
    media_type TEXT NOT NULL DEFAULT '',
    size TEXT NOT NULL DEFAULT '',
    sha256 TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (record, item)
) STRICT, WITHOUT ROWID;

CREATE TABLE own_field (
    record TEXT NOT NULL REFERENCES agreement (id) ON DELETE CASCADE,
    item INTEGER NOT NULL CHECK (item > 0),
    position INTEGER NOT NULL CHECK (position >= 0),
    name TEXT NOT NULL DEFAULT '',
    text TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (record, item)
) STRICT, WITHOUT ROWID;

-- The change log: one row a change set, in the order of commits, never changed afterwards.
CREATE TABLE change_log (
    cursor INTEGER PRIMARY KEY CHECK (cursor > 0),
    id TEXT NOT NULL UNIQUE CHECK (length(id) = 36),
    origin TEXT NOT NULL CHECK (origin IN ('edit', 'undo', 'redo')),
    refers_to TEXT NOT NULL DEFAULT '',
    text TEXT NOT NULL DEFAULT '',
    actor TEXT NOT NULL DEFAULT '',
    time TEXT NOT NULL -- UTC, ISO 8601
) STRICT;

-- The changes of a set; "record" is '' for a setting, "version" NULL where no record remains.
CREATE TABLE change_entry (
    cursor INTEGER NOT NULL REFERENCES change_log (cursor),
    position INTEGER NOT NULL CHECK (position >= 0),
    record TEXT NOT NULL DEFAULT '',
    version INTEGER,
    change TEXT NOT NULL, -- JSON
    PRIMARY KEY (cursor, position)
) STRICT, WITHOUT ROWID;

CREATE INDEX change_entry_by_record ON change_entry (record, cursor, position);

-- Removed records: what relations call them, and where their versions go on if they come back.
CREATE TABLE tombstone (
    id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
    title TEXT NOT NULL DEFAULT '',
    version INTEGER NOT NULL CHECK (version > 0)
) STRICT, WITHOUT ROWID;

CREATE TABLE setting (
    key TEXT NOT NULL PRIMARY KEY CHECK (key <> ''),
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Contents of attachments in chunks of 1 MiB, under the SHA-256 of the whole.
CREATE TABLE blob_chunk (
    sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
    chunk INTEGER NOT NULL CHECK (chunk >= 0),
    bytes BLOB NOT NULL CHECK (length(bytes) <= 1048576),
    PRIMARY KEY (sha256, chunk)
) STRICT;
