-- Bands that have not been put in their place among all others yet (Store/Fingerprints).
CREATE TABLE fingerprint_waiting (
    band       INTEGER NOT NULL,
    article_id INTEGER NOT NULL,
    PRIMARY KEY (band, article_id)
) WITHOUT ROWID;

-- More pieces of the search index are merged at once, so that each word is written over less often.
INSERT INTO article_search(article_search, rank) VALUES ('automerge', 8);
INSERT INTO statement_search(statement_search, rank) VALUES ('automerge', 8);
