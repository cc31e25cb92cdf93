-- What people decided on items of records. Not derived: kept apart by the article's identity and the words the item stands on, laid over every record that is made of it.
CREATE TABLE correction (
    id         INTEGER PRIMARY KEY,
    identity   TEXT NOT NULL,         -- of the article, all its versions
    kind       TEXT NOT NULL CHECK (kind IN ('statement', 'name', 'figure', 'time', 'event')),
    decision   TEXT NOT NULL CHECK (decision IN ('confirmed', 'corrected', 'rejected')),
    start      INTEGER NOT NULL,      -- of the words, code points
    quote      TEXT NOT NULL,         -- the words
    fields     TEXT NOT NULL,         -- JSON: the item's fields as the person left them
    before     TEXT NOT NULL,         -- JSON: as they were shown to the person
    analyzer   TEXT NOT NULL,         -- whose record the person looked at
    who        TEXT NOT NULL,
    decided_at TEXT NOT NULL,
    undone_by  TEXT,
    undone_at  TEXT
);
CREATE INDEX correction_identity ON correction(identity);

ALTER TABLE statement ADD COLUMN review TEXT;   -- the decision that holds: confirmed, corrected; rejected ones have no row
ALTER TABLE figure ADD COLUMN review TEXT;
