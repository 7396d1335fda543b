-- The language in which somebody with an account is spoken to: on pages and in letters.
ALTER TABLE people ADD COLUMN language TEXT NOT NULL DEFAULT 'pl';
