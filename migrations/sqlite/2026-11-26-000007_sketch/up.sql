-- What the sketch of the town shows beside the stops (sketch.geojson of the season files), as JSON.
ALTER TABLE seasons ADD COLUMN sketch TEXT;
