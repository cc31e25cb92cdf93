-- Alerts are shown in the order of the news that raised them.
ALTER TABLE alert ADD COLUMN published_at TEXT NOT NULL DEFAULT '';
UPDATE alert SET published_at = (SELECT a.published_at FROM article a WHERE a.id = article_id);
CREATE INDEX alert_time ON alert(published_at DESC, id DESC);

-- Every article that is filed is looked up here; what the station recognised by itself is not gone through.
CREATE INDEX entity_decision_apart ON entity_decision(id) WHERE kind = 'split_articles' AND undone_at IS NULL;
