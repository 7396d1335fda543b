-- Uploaded matrices are lost, and which travel a plan was made with.
DROP TABLE travel_matrices;
ALTER TABLE plans DROP COLUMN failure;
ALTER TABLE plans DROP COLUMN travel;
