-- The day that a figure's sentence names (a TIMEX3 value): the dead of an earlier year are another quantity. Empty until an article is read anew.
ALTER TABLE figure ADD COLUMN day TEXT;
