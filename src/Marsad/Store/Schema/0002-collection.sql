-- What is followed may be more than a feed: "page" is read for its links; the other kinds tell themselves by their bytes, and the column says what came last.
ALTER TABLE source ADD COLUMN kind TEXT NOT NULL DEFAULT 'feed' CHECK (kind IN ('feed', 'sitemap', 'page', 'list'));
ALTER TABLE source ADD COLUMN trust TEXT NOT NULL DEFAULT 'usual' CHECK (trust IN ('high', 'usual', 'low'));   -- a person's judgement of the outlet
ALTER TABLE source ADD COLUMN removed_at TEXT;    -- what came from it keeps naming it
ALTER TABLE source ADD COLUMN missed_since TEXT;  -- its feed may have lost entries since then: its sitemaps are to be asked

-- What happened to a source, for people: trouble that began, recovery, moves. The latest hundred of each.
CREATE TABLE source_event (
    id        INTEGER PRIMARY KEY,
    source_id INTEGER NOT NULL REFERENCES source(id) ON DELETE CASCADE,
    at        TEXT NOT NULL,
    what      TEXT NOT NULL CHECK (what IN ('trouble', 'recovered', 'moved', 'ended', 'caught')),
    code      TEXT,                 -- of the trouble that began or is over
    detail    TEXT
);
CREATE INDEX source_event_source ON source_event(source_id, id);

-- Sitemaps under a source, for conditional requests.
CREATE TABLE sitemap (
    url           TEXT PRIMARY KEY,
    etag          TEXT,
    last_modified TEXT,
    read_at       TEXT NOT NULL
) WITHOUT ROWID;

-- A page is one page under all its addresses (Feeds/PageKey). What pages say of their other addresses (rel=canonical, rel=amphtml, redirects) is learned here.
ALTER TABLE work ADD COLUMN page TEXT;   -- the key it entered under; NULL in rows of older versions
ALTER TABLE work ADD COLUMN guid TEXT;   -- the feed's own id of the entry, where it is no address
CREATE INDEX work_page ON work(page);
CREATE INDEX work_guid ON work(source_id, guid) WHERE guid IS NOT NULL;
CREATE TABLE page_alias (
    key  TEXT PRIMARY KEY,
    page TEXT NOT NULL
) WITHOUT ROWID;
