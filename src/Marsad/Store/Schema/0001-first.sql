-- Everything here is derived from the archive and can be made again, except: source, situation, watch state, correction, and work.
-- Times are ISO 8601 text in UTC ("2022-01-06T12:00:00Z") unless the column says otherwise.

CREATE TABLE source (
    id            INTEGER PRIMARY KEY,
    feed_url      TEXT NOT NULL UNIQUE,
    outlet        TEXT NOT NULL,
    language      TEXT,
    country       TEXT,
    etag          TEXT,               -- of the feed, for conditional requests
    last_modified TEXT,
    polled_at     TEXT,               -- last finished poll
    next_poll_at  TEXT,
    ok_at         TEXT,               -- last poll without trouble
    failures      INTEGER NOT NULL DEFAULT 0,   -- in a row
    trouble_code  TEXT,               -- of the last poll; NULL when it went well
    trouble       TEXT
);

-- The work list: a page that a feed or a file named, until its walk has ended one way or the other. It is what makes a killed process continue.
CREATE TABLE work (
    id         INTEGER PRIMARY KEY,
    source_id  INTEGER REFERENCES source(id),
    url        TEXT NOT NULL,
    entry_key  TEXT NOT NULL UNIQUE,  -- feed entry id + its updated time, so that an edited article is fetched again
    title      TEXT,
    published  TEXT,
    state      TEXT NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'fetched', 'filed', 'parked', 'skipped')),
    digest     TEXT,
    attempts   INTEGER NOT NULL DEFAULT 0,
    not_before TEXT,
    added_at   TEXT NOT NULL
);
CREATE INDEX work_waiting ON work(not_before) WHERE state IN ('waiting', 'fetched');

CREATE TABLE capture (
    id           INTEGER PRIMARY KEY,
    digest       TEXT NOT NULL,       -- sha256:…, the body's name in the archive
    url          TEXT NOT NULL,
    final_url    TEXT NOT NULL,
    captured_at  TEXT NOT NULL,
    status       INTEGER NOT NULL,
    content_type TEXT,
    length       INTEGER NOT NULL,
    source_id    INTEGER REFERENCES source(id)
);
CREATE INDEX capture_digest ON capture(digest);
CREATE INDEX capture_url ON capture(url, captured_at);

CREATE TABLE story (
    id         INTEGER PRIMARY KEY,
    title      TEXT NOT NULL,
    first_at   TEXT NOT NULL,
    last_at    TEXT NOT NULL
);

CREATE TABLE article (
    id           INTEGER PRIMARY KEY,
    key          TEXT NOT NULL,       -- the record's id
    url          TEXT,                -- canonical
    outlet       TEXT,
    title        TEXT,
    byline       TEXT,
    language     TEXT,
    published    TEXT,                -- as the page says it: a day, a local time or a time with its offset
    published_at TEXT NOT NULL,       -- the instant it is ordered by; when captured, if the page says nothing
    filed_at     TEXT NOT NULL,
    digest       TEXT,                -- of its capture
    source_id    INTEGER REFERENCES source(id),
    version      INTEGER NOT NULL DEFAULT 1,
    current      INTEGER NOT NULL DEFAULT 1,     -- 0: a later version of the same article is known
    copy_of      INTEGER REFERENCES article(id), -- the first article that has the same text
    story_id     INTEGER REFERENCES story(id),
    analyzer     TEXT NOT NULL,
    record       BLOB NOT NULL        -- the data contract's JSON object, UTF-8
);
CREATE UNIQUE INDEX article_version ON article(key, version);
CREATE INDEX article_url ON article(url);
CREATE INDEX article_time ON article(published_at DESC);
CREATE INDEX article_story ON article(story_id);
CREATE INDEX article_copy ON article(copy_of);

-- Bands of each article's MinHash signature: two articles that share one are compared word by word.
CREATE TABLE fingerprint (
    band       INTEGER NOT NULL,
    article_id INTEGER NOT NULL REFERENCES article(id) ON DELETE CASCADE,
    PRIMARY KEY (band, article_id)
) WITHOUT ROWID;

CREATE TABLE entity (
    id   INTEGER PRIMARY KEY,
    type TEXT NOT NULL CHECK (type IN ('PER', 'ORG', 'LOC')),
    name TEXT NOT NULL
);
CREATE TABLE entity_variant (
    entity_id INTEGER NOT NULL REFERENCES entity(id) ON DELETE CASCADE,
    folded    TEXT NOT NULL,
    surface   TEXT NOT NULL,
    PRIMARY KEY (folded, entity_id)
) WITHOUT ROWID;

CREATE TABLE name (
    id         INTEGER PRIMARY KEY,
    article_id INTEGER NOT NULL REFERENCES article(id) ON DELETE CASCADE,
    local_id   TEXT NOT NULL,         -- "n3" of the record
    type       TEXT NOT NULL,
    name       TEXT NOT NULL,
    entity_id  INTEGER REFERENCES entity(id)
);
CREATE INDEX name_article ON name(article_id);
CREATE INDEX name_entity ON name(entity_id);

CREATE TABLE statement (
    id         INTEGER PRIMARY KEY,
    article_id INTEGER NOT NULL REFERENCES article(id) ON DELETE CASCADE,
    local_id   TEXT NOT NULL,
    speaker    TEXT,
    entity_id  INTEGER REFERENCES entity(id),
    role       TEXT,
    via        TEXT,
    addressee  TEXT,
    kind       TEXT NOT NULL,
    type       TEXT NOT NULL,
    content    TEXT NOT NULL,
    start      INTEGER NOT NULL,      -- of the content, code points
    end        INTEGER NOT NULL,
    confidence REAL NOT NULL
);
CREATE INDEX statement_article ON statement(article_id);
CREATE INDEX statement_entity ON statement(entity_id);

CREATE TABLE figure (
    id           INTEGER PRIMARY KEY,
    article_id   INTEGER NOT NULL REFERENCES article(id) ON DELETE CASCADE,
    local_id     TEXT NOT NULL,
    low          REAL NOT NULL,
    high         REAL NOT NULL,
    bound        TEXT NOT NULL,
    category     TEXT NOT NULL,
    of           TEXT,
    statement_id INTEGER REFERENCES statement(id),
    start        INTEGER NOT NULL,
    end          INTEGER NOT NULL
);
CREATE INDEX figure_article ON figure(article_id);
CREATE INDEX figure_category ON figure(category);

-- Search indexes columns that our own folding made; queries are folded the same way.
CREATE VIRTUAL TABLE article_search USING fts5(title, text, content='', contentless_delete=1, tokenize="unicode61 remove_diacritics 0");
CREATE VIRTUAL TABLE statement_search USING fts5(speaker, content, content='', contentless_delete=1, tokenize="unicode61 remove_diacritics 0");

-- What a user follows: words and names, any of which brings an article in, and a span of time.
CREATE TABLE situation (
    id         INTEGER PRIMARY KEY,
    slug       TEXT NOT NULL UNIQUE,
    title_ar   TEXT NOT NULL,
    title_en   TEXT NOT NULL,
    terms      TEXT NOT NULL,         -- JSON array of words or phrases
    from_day   TEXT,
    to_day     TEXT
);
CREATE TABLE situation_article (
    situation_id INTEGER NOT NULL REFERENCES situation(id) ON DELETE CASCADE,
    article_id   INTEGER NOT NULL REFERENCES article(id) ON DELETE CASCADE,
    PRIMARY KEY (situation_id, article_id)
) WITHOUT ROWID;

CREATE TABLE alert (
    id         INTEGER PRIMARY KEY,
    watch      TEXT NOT NULL,         -- the watch's name, which is its file's name
    story_id   INTEGER NOT NULL REFERENCES story(id),
    article_id INTEGER NOT NULL REFERENCES article(id),
    raised_at  TEXT NOT NULL,
    reason     TEXT NOT NULL,         -- JSON: which condition of the watch was met, in which words
    start      INTEGER NOT NULL,      -- of the evidence, code points
    end        INTEGER NOT NULL,
    UNIQUE (watch, story_id)          -- once for a story, however many copies carry it
);

CREATE TABLE parked (
    id        INTEGER PRIMARY KEY,
    work_id   INTEGER REFERENCES work(id),
    url       TEXT NOT NULL,
    digest    TEXT,                   -- NULL where nothing could be fetched
    room      TEXT NOT NULL,
    code      TEXT NOT NULL,
    detail    TEXT NOT NULL,
    analyzer  TEXT NOT NULL,
    parked_at TEXT NOT NULL
);
