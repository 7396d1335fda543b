-- What keeps somebody from using the site or from reaching the bus, as they told it. Nothing of who tells but the contact that they may leave.
CREATE TABLE barriers (
    id TEXT NOT NULL PRIMARY KEY,
    language TEXT NOT NULL,
    what TEXT NOT NULL,
    place TEXT NOT NULL,
    contact TEXT NOT NULL,
    told_at TEXT NOT NULL,
    answered_at TEXT,
    version INTEGER NOT NULL
) STRICT;
CREATE INDEX barriers_told ON barriers (told_at);
