-- Where a plan takes its travel times from, why it has none, and a season's own matrix.

ALTER TABLE plans ADD COLUMN travel TEXT NOT NULL DEFAULT 'estimate';
ALTER TABLE plans ADD COLUMN failure TEXT;

CREATE TABLE travel_matrices (
    season_id TEXT COLLATE "C" NOT NULL PRIMARY KEY REFERENCES seasons (id),
    matrix TEXT NOT NULL,
    uploaded_by TEXT COLLATE "C" REFERENCES people (id),
    uploaded_at TIMESTAMP NOT NULL
);
