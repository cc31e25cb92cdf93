-- What an article is to an earlier one that it shares words with: a copy of some kind, an update, or a text of its own that quotes it.
CREATE TABLE kin (
    article_id INTEGER PRIMARY KEY REFERENCES article(id) ON DELETE CASCADE,
    of_id      INTEGER NOT NULL REFERENCES article(id) ON DELETE CASCADE, -- the article that it was compared with
    kind       TEXT NOT NULL,             -- same, retitled, cut, merged, update, quotation
    own        REAL NOT NULL,             -- the share of its words that the other does not have
    changes    TEXT NOT NULL DEFAULT '[]' -- of an update: [{"category", "of", "before", "after"}], amounts as the two texts write them
);
CREATE INDEX kin_of ON kin(of_id);
