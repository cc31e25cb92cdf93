-- So that filing the millionth article costs what the ten thousandth did.

CREATE INDEX entity_variant_entity ON entity_variant(entity_id);

-- What an article is about, whole: its terms and their weights, ten bytes each, big-endian: 64 bits of hash, 16 of weight in ten-thousandths.
CREATE TABLE subject (
    article_id INTEGER PRIMARY KEY REFERENCES article(id) ON DELETE CASCADE,
    day        INTEGER NOT NULL,      -- since 0001-01-01
    terms      BLOB NOT NULL
);
INSERT INTO subject(article_id, day, terms)
    SELECT article_id, max(day), unhex(group_concat(printf('%016X%04X', term, CAST(round(weight * 10000) AS INTEGER)), '')) FROM article_term GROUP BY article_id;

-- The same by term, a week at a time: what is filed today lies together with what was filed yesterday, however large the archive, and a look-up reads two weeks at most.
CREATE TABLE story_term (
    week       INTEGER NOT NULL,      -- day / 7
    term       INTEGER NOT NULL,
    day        INTEGER NOT NULL,
    article_id INTEGER NOT NULL,      -- subject says which rows are an article's
    weight     INTEGER NOT NULL,      -- in ten-thousandths
    PRIMARY KEY (week, term, day, article_id)
) WITHOUT ROWID;
INSERT INTO story_term(week, term, day, article_id, weight) SELECT day / 7, term, day, article_id, CAST(round(weight * 10000) AS INTEGER) FROM article_term;
DROP TABLE article_term;

-- The rows are written by the store itself: a statement that sets off a trigger has a savepoint, and at each of them FTS5 writes out what it holds back of every index.
DROP TRIGGER entity_variant_added;

-- What is held back of a batch of articles is more than the megabyte that FTS5 keeps by itself; written out at once it need not be merged.
INSERT INTO article_search(article_search, rank) VALUES ('hashsize', 16777216);
INSERT INTO statement_search(statement_search, rank) VALUES ('hashsize', 4194304);

-- A situation's page shows its latest: it finds them without going through all that belongs to it.
ALTER TABLE situation_article ADD COLUMN published_at TEXT NOT NULL DEFAULT '';
UPDATE situation_article SET published_at = (SELECT a.published_at FROM article a WHERE a.id = article_id);
CREATE INDEX situation_article_time ON situation_article(situation_id, published_at DESC, article_id DESC);

CREATE INDEX alert_article ON alert(article_id);
CREATE INDEX article_shown ON article(published_at DESC, id DESC) WHERE current = 1 AND copy_of IS NULL;
CREATE INDEX article_source ON article(source_id, current, published_at) WHERE source_id IS NOT NULL;
