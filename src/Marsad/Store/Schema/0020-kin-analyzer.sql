-- The analyzer whose records were compared; empty where the two records came from different ones. Those are compared again by `marsad reanalyze`.
ALTER TABLE kin ADD COLUMN analyzer TEXT NOT NULL DEFAULT '';
