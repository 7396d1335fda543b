-- What people chose is lost; they are spoken to in Polish again.
ALTER TABLE people DROP COLUMN language;
