ALTER TABLE seasons DROP COLUMN sketch;
