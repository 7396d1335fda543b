-- What keeps somebody from using the site or from reaching the bus, as they told it. Nothing of who tells but the contact that they may leave.
CREATE TABLE barriers (
    id TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    language TEXT NOT NULL,
    what TEXT NOT NULL,
    place TEXT NOT NULL,
    contact TEXT NOT NULL,
    told_at TIMESTAMP NOT NULL,
    answered_at TIMESTAMP,
    version BIGINT NOT NULL
);
CREATE INDEX barriers_told ON barriers (told_at);
