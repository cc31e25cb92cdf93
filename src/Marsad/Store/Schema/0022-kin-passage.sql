-- Of a quotation: the passage that it repeats, in its own words. NULL for what was compared before, until it is compared again.
ALTER TABLE kin ADD COLUMN passage TEXT;
UPDATE kin SET analyzer = '' WHERE kind = 'quotation';
