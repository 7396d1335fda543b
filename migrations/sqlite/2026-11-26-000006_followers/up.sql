-- Who wants to be told of visits, without an account: an address or a browser's push subscription, a language, and nothing else about anybody.
CREATE TABLE followers (
    id TEXT NOT NULL PRIMARY KEY,
    language TEXT NOT NULL,
    email TEXT UNIQUE,
    endpoint TEXT UNIQUE,
    p256dh TEXT,
    auth TEXT,
    -- When the last letter that asks to confirm leaves: at most one an hour.
    asked_at TEXT,
    created_at TEXT NOT NULL,
    told_at TEXT,
    CHECK ((email IS NULL) <> (endpoint IS NULL)),
    CHECK ((endpoint IS NULL) = (p256dh IS NULL) AND (endpoint IS NULL) = (auth IS NULL))
) STRICT;

-- What they follow: the town (without a place), an estate or a stop, by its id, so that a rename changes nothing. It ends with its season.
CREATE TABLE follows (
    follower_id TEXT NOT NULL REFERENCES followers (id) ON DELETE CASCADE,
    season_id TEXT NOT NULL REFERENCES seasons (id),
    scope TEXT NOT NULL,
    place TEXT NOT NULL,
    confirmed_at TEXT,
    created_at TEXT NOT NULL,
    PRIMARY KEY (follower_id, season_id, scope, place),
    CHECK ((scope = 'town') = (place = ''))
) STRICT;
CREATE INDEX follows_place ON follows (season_id, scope, place, follower_id);

-- What followers are to be told: one row, however many they are, written with the change itself. `cursor` is the last follower it was passed on to.
CREATE TABLE announcements (
    id TEXT NOT NULL PRIMARY KEY,
    season_id TEXT NOT NULL REFERENCES seasons (id),
    matter TEXT NOT NULL UNIQUE,
    content TEXT NOT NULL,
    made_at TEXT NOT NULL,
    due_at TEXT NOT NULL,
    state TEXT NOT NULL,
    cursor TEXT NOT NULL
) STRICT;
CREATE INDEX announcements_open ON announcements (state, due_at);

-- An announcement on its way to one browser; gone as soon as the push service has it.
CREATE TABLE pushes (
    announcement_id TEXT NOT NULL REFERENCES announcements (id) ON DELETE CASCADE,
    follower_id TEXT NOT NULL REFERENCES followers (id) ON DELETE CASCADE,
    due_at TEXT NOT NULL,
    tries INTEGER NOT NULL,
    claimed_at TEXT,
    PRIMARY KEY (announcement_id, follower_id)
) STRICT;
CREATE INDEX pushes_due ON pushes (due_at);
CREATE INDEX pushes_follower ON pushes (follower_id);

-- A message goes to a person, to an address, or to a follower, and with a follower goes what was written to them.
ALTER TABLE messages ADD COLUMN follower_id TEXT REFERENCES followers (id) ON DELETE CASCADE
    CHECK (person_id IS NOT NULL OR address IS NOT NULL OR follower_id IS NOT NULL);
CREATE INDEX messages_follower ON messages (follower_id) WHERE follower_id IS NOT NULL;
