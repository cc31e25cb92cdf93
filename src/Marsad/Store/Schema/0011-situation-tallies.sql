-- What a situation's page counts, kept as articles come: its page costs the same however many there are.
ALTER TABLE situation ADD COLUMN articles INTEGER DEFAULT 0;
ALTER TABLE situation ADD COLUMN stories INTEGER DEFAULT 0;
ALTER TABLE situation ADD COLUMN outlets INTEGER DEFAULT 0;
ALTER TABLE situation ADD COLUMN statements INTEGER DEFAULT 0;   -- of articles that are no copies
ALTER TABLE situation ADD COLUMN alerts INTEGER DEFAULT 0;

-- Without references: a row that may be refused has a savepoint, and there the search index writes out what it holds back.
CREATE TABLE situation_tally (
    situation_id INTEGER NOT NULL,
    kind         TEXT NOT NULL,         -- story, outlet: articles; party: statements
    key          NOT NULL,              -- the story, the outlet's name; of a party the entity, or the speaker as an article names it
    n            INTEGER NOT NULL,
    first_at     TEXT,                  -- of a party: when it was first heard
    PRIMARY KEY (situation_id, kind, key)
) WITHOUT ROWID;
CREATE INDEX situation_tally_most ON situation_tally(situation_id, n DESC) WHERE kind = 'party';

INSERT INTO situation_tally(situation_id, kind, key, n)
    SELECT m.situation_id, 'story', a.story_id, count(*) FROM situation_article m CROSS JOIN article a ON a.id = m.article_id WHERE a.story_id IS NOT NULL GROUP BY 1, 3;
INSERT INTO situation_tally(situation_id, kind, key, n)
    SELECT m.situation_id, 'outlet', a.outlet, count(*) FROM situation_article m CROSS JOIN article a ON a.id = m.article_id WHERE a.outlet IS NOT NULL GROUP BY 1, 3;
INSERT INTO situation_tally(situation_id, kind, key, n, first_at)
    SELECT m.situation_id, 'party', coalesce(s.entity_id, s.speaker), count(*), min(a.published_at)
    FROM situation_article m CROSS JOIN article a ON a.id = m.article_id CROSS JOIN statement s ON s.article_id = a.id
    WHERE a.copy_of IS NULL AND coalesce(s.entity_id, s.speaker) IS NOT NULL GROUP BY 1, 3;
UPDATE situation SET
    articles = (SELECT count(*) FROM situation_article m WHERE m.situation_id = situation.id),
    stories = (SELECT count(*) FROM situation_tally t WHERE t.situation_id = situation.id AND t.kind = 'story'),
    outlets = (SELECT count(*) FROM situation_tally t WHERE t.situation_id = situation.id AND t.kind = 'outlet'),
    statements = (SELECT count(*) FROM situation_article m CROSS JOIN article a ON a.id = m.article_id CROSS JOIN statement s ON s.article_id = a.id WHERE m.situation_id = situation.id AND a.copy_of IS NULL),
    alerts = (SELECT count(*) FROM situation_article m CROSS JOIN alert l ON l.article_id = m.article_id WHERE m.situation_id = situation.id);
