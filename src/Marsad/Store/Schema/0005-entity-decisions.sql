-- What people decided on who is who. Not derived: kept, and laid over every joining of names.
ALTER TABLE entity ADD COLUMN merged_into INTEGER REFERENCES entity(id);   -- whom a person said it is; follows from the decisions that stand

CREATE TABLE entity_decision (
    id         INTEGER PRIMARY KEY,
    kind       TEXT NOT NULL CHECK (kind IN ('merge', 'split_forms', 'split_articles')),
    entity_id  INTEGER NOT NULL REFERENCES entity(id),   -- the one that is kept, or that something is split off from
    other_id   INTEGER NOT NULL REFERENCES entity(id),   -- the one that goes into it, or that was made by the split
    what       TEXT NOT NULL,         -- JSON array: the folded forms, or the identities of the articles, that were split off
    who        TEXT NOT NULL,
    decided_at TEXT NOT NULL,
    undone_by  TEXT,
    undone_at  TEXT
);
