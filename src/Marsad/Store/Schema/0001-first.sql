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
    trouble       TEXT,
    state         TEXT NOT NULL DEFAULT 'followed' CHECK (state IN ('followed', 'paused', 'ended')),   -- ended: the host said it is gone for good
    interval_s    INTEGER,            -- between the last two polls; follows how often the source publishes
    added_at      TEXT
);

-- The work list: a page that a feed or a file named, until its walk has ended one way or the other. It is what makes a killed process continue.
CREATE TABLE work (
    id         INTEGER PRIMARY KEY,
    source_id  INTEGER REFERENCES source(id),
    url        TEXT NOT NULL,
    host       TEXT,                  -- of a page on the web: hosts are asked one page at a time
    entry_key  TEXT NOT NULL UNIQUE,  -- page + what the feed said of this version of it, so that an edited article is fetched again
    title      TEXT,
    published  TEXT,
    updated    TEXT,                  -- when the feed says it was last changed
    state      TEXT NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'fetched', 'filed', 'parked', 'skipped')),
    digest     TEXT,
    attempts   INTEGER NOT NULL DEFAULT 0,
    not_before TEXT,
    etag       TEXT,                  -- of the page, for conditional requests
    last_modified TEXT,
    rechecks   INTEGER NOT NULL DEFAULT 0,   -- how often the page was looked at again for a silent edit
    recheck_at TEXT,                  -- NULL: not any more
    added_at   TEXT NOT NULL
);
CREATE INDEX work_waiting ON work(host, id) WHERE state IN ('waiting', 'fetched');
CREATE INDEX work_recheck ON work(recheck_at) WHERE recheck_at IS NOT NULL;
CREATE INDEX work_url ON work(url);

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
    identity     TEXT NOT NULL,       -- what makes it the same article next time: "id:…" as given, else "url:…", else "digest:…" of its words
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
    content      TEXT NOT NULL,       -- digest of what was read, the analyzer apart: the same words are not filed twice
    source_id    INTEGER REFERENCES source(id),
    version      INTEGER NOT NULL DEFAULT 1,
    current      INTEGER NOT NULL DEFAULT 1,     -- 0: a later version of the same article is known
    copy_of      INTEGER REFERENCES article(id), -- the first article that has the same text
    story_id     INTEGER REFERENCES story(id),
    analyzer     TEXT NOT NULL,
    record       BLOB NOT NULL        -- the data contract's JSON object, UTF-8
);
CREATE UNIQUE INDEX article_version ON article(identity, version);
CREATE INDEX article_key ON article(key);
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

-- The hashes of all its word runs, sorted: what that comparison reads.
CREATE TABLE sketch (
    article_id INTEGER PRIMARY KEY REFERENCES article(id) ON DELETE CASCADE,
    runs       BLOB NOT NULL          -- 32-bit little-endian
);

-- What an article is about, for finding the story it belongs to: names, places, rare words, as hashes. Ordered so that a look-up reads a few days only.
CREATE TABLE article_term (
    term       INTEGER NOT NULL,
    day        INTEGER NOT NULL,      -- days since 0001-01-01
    article_id INTEGER NOT NULL REFERENCES article(id) ON DELETE CASCADE,
    weight     REAL NOT NULL,
    PRIMARY KEY (term, day, article_id)
) WITHOUT ROWID;
CREATE INDEX article_term_article ON article_term(article_id);

-- In how many articles a word has stood: what makes a word rare.
CREATE TABLE word_count (
    term     INTEGER PRIMARY KEY,
    articles INTEGER NOT NULL
);

CREATE TABLE entity (
    id   INTEGER PRIMARY KEY,
    type TEXT NOT NULL CHECK (type IN ('PER', 'ORG', 'LOC')),
    name TEXT NOT NULL
);
CREATE TABLE entity_variant (
    entity_id INTEGER NOT NULL REFERENCES entity(id) ON DELETE CASCADE,
    folded    TEXT NOT NULL,
    surface   TEXT NOT NULL,
    skeleton  TEXT NOT NULL,          -- what stays the same when a foreign name is written in another way
    PRIMARY KEY (folded, entity_id)
) WITHOUT ROWID;
CREATE INDEX entity_variant_skeleton ON entity_variant(skeleton);

-- Every word that was ever part of a name, so that a search for one spelling finds the others.
CREATE TABLE spelling (
    skeleton TEXT NOT NULL,
    folded   TEXT NOT NULL,
    PRIMARY KEY (skeleton, folded)
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
    place        TEXT,                -- the place named nearest in the same paragraph
    statement_id INTEGER REFERENCES statement(id),
    start        INTEGER NOT NULL,
    end          INTEGER NOT NULL
);
CREATE INDEX figure_article ON figure(article_id);
CREATE INDEX figure_category ON figure(category);

-- Search indexes what our own folding made of the words, and their light stems; queries are made the same way (Store/Search). Only current versions stand in it.
CREATE VIRTUAL TABLE article_search USING fts5(title, text, stems, content='', contentless_delete=1, tokenize="unicode61 remove_diacritics 0");
CREATE VIRTUAL TABLE statement_search USING fts5(speaker, content, stems, content='', contentless_delete=1, tokenize="unicode61 remove_diacritics 0");

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

-- Pages that hurt, with all that is needed to try them again.
CREATE TABLE parked (
    id           INTEGER PRIMARY KEY,
    identity     TEXT NOT NULL UNIQUE, -- of the page: one that hurts twice stands here once
    work_id      INTEGER REFERENCES work(id),
    source_id    INTEGER REFERENCES source(id),
    url          TEXT NOT NULL,        -- or the path of the file
    outlet       TEXT,
    content_type TEXT,
    captured_at  TEXT NOT NULL,
    digest       TEXT,                 -- of its body in the archive; NULL where nothing could be fetched, or where the input itself is kept
    input        BLOB,                 -- the article as it was given, where it came as one of many in a file
    room         TEXT NOT NULL,
    code         TEXT NOT NULL,
    detail       TEXT NOT NULL,
    stack        TEXT,                 -- where we were wrong, not the page
    analyzer     TEXT NOT NULL,
    attempts     INTEGER NOT NULL DEFAULT 1,
    parked_at    TEXT NOT NULL
);

-- How far an input file has been taken in; moves in the transaction that files its articles.
CREATE TABLE intake (
    path  TEXT PRIMARY KEY,
    stamp TEXT NOT NULL,              -- length and time of change: another stamp is another file
    next  INTEGER NOT NULL            -- the number of articles already dealt with
) WITHOUT ROWID;
