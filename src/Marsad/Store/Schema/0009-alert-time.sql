-- Alerts are shown in the order of the news that raised them.
ALTER TABLE alert ADD COLUMN published_at TEXT NOT NULL DEFAULT '';
UPDATE alert SET published_at = (SELECT a.published_at FROM article a WHERE a.id = article_id);
CREATE INDEX alert_time ON alert(published_at DESC, id DESC);
