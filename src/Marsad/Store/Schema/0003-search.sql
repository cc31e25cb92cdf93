-- Search by fields, and suggestions while typing.

-- Every form of an entity's name, so that a word of it finds it; kept by the triggers below.
CREATE VIRTUAL TABLE entity_search USING fts5(folded, entity_id UNINDEXED, prefix='2 3', tokenize="unicode61 remove_diacritics 0");
INSERT INTO entity_search(folded, entity_id) SELECT folded, entity_id FROM entity_variant;

CREATE TRIGGER entity_variant_added AFTER INSERT ON entity_variant BEGIN
    INSERT INTO entity_search(folded, entity_id) VALUES (new.folded, new.entity_id);
END;
CREATE TRIGGER entity_variant_removed AFTER DELETE ON entity_variant BEGIN
    DELETE FROM entity_search WHERE rowid IN (SELECT rowid FROM entity_search WHERE entity_search MATCH '"' || replace(old.folded, '"', ' ') || '"' AND entity_id = old.entity_id AND folded = old.folded);
END;
CREATE TRIGGER entity_variant_moved AFTER UPDATE OF entity_id ON entity_variant BEGIN
    DELETE FROM entity_search WHERE rowid IN (SELECT rowid FROM entity_search WHERE entity_search MATCH '"' || replace(old.folded, '"', ' ') || '"' AND entity_id = old.entity_id AND folded = old.folded);
    INSERT INTO entity_search(folded, entity_id) VALUES (new.folded, new.entity_id);
END;

CREATE INDEX article_outlet ON article(outlet, published_at DESC);
CREATE INDEX statement_via ON statement(via) WHERE via IS NOT NULL;
CREATE INDEX statement_type ON statement(type, article_id);
