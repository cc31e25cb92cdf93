-- What stands beside a person's name (stems, separated by a space): by it one who merely shares the name is told apart.
ALTER TABLE name ADD COLUMN around TEXT;

-- The station keeps its own recognitions as decisions too: there are more of them than people make.
CREATE INDEX entity_decision_entity ON entity_decision(entity_id);
CREATE INDEX entity_decision_other ON entity_decision(other_id);
