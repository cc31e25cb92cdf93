-- What a longer and a shorter form of a person's name have in common: given and family name, the first two, the last two, as skeletons.
CREATE TABLE person_key (
    key       TEXT NOT NULL,
    entity_id INTEGER NOT NULL REFERENCES entity(id) ON DELETE CASCADE,
    PRIMARY KEY (key, entity_id)
) WITHOUT ROWID;
