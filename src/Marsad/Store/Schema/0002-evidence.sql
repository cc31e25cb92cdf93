-- Each capture's line in the archive's log; NULL for those made before there was one.
ALTER TABLE capture ADD COLUMN entry INTEGER;
