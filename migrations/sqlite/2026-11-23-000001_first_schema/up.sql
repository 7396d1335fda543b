-- The town: places and their names in addresses.

CREATE TABLE service (
    key TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL
) STRICT;

CREATE TABLE estates (
    id TEXT NOT NULL PRIMARY KEY,
    slug TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    sort_key TEXT NOT NULL,
    lat REAL,
    lon REAL,
    certainty TEXT NOT NULL,
    uncertainty INTEGER,
    weight REAL NOT NULL CHECK (weight >= 0),
    source TEXT NOT NULL,
    note TEXT NOT NULL,
    version INTEGER NOT NULL,
    updated_at TEXT NOT NULL,
    CHECK ((lat IS NULL) = (lon IS NULL))
) STRICT;

CREATE TABLE stops (
    id TEXT NOT NULL PRIMARY KEY,
    slug TEXT NOT NULL UNIQUE,
    estate_id TEXT REFERENCES estates (id),
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    address TEXT NOT NULL,
    directions TEXT NOT NULL,
    lat REAL,
    lon REAL,
    certainty TEXT NOT NULL,
    uncertainty INTEGER,
    source TEXT NOT NULL,
    details TEXT NOT NULL,
    version INTEGER NOT NULL,
    updated_at TEXT NOT NULL,
    CHECK ((lat IS NULL) = (lon IS NULL))
) STRICT;
CREATE INDEX stops_estate ON stops (estate_id);

CREATE TABLE streets (
    id INTEGER NOT NULL PRIMARY KEY,
    name TEXT NOT NULL,
    estate_id TEXT REFERENCES estates (id),
    scope TEXT NOT NULL,
    numbers TEXT NOT NULL,
    former_names TEXT NOT NULL,
    certainty TEXT NOT NULL,
    source TEXT NOT NULL
) STRICT;

CREATE TABLE slug_aliases (
    kind TEXT NOT NULL,
    slug TEXT NOT NULL,
    target_id TEXT NOT NULL,
    PRIMARY KEY (kind, slug)
) STRICT;

-- People with an account, and their sign-ins.

CREATE TABLE people (
    id TEXT NOT NULL PRIMARY KEY,
    email TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    role TEXT NOT NULL,
    password_hash TEXT,
    active INTEGER NOT NULL,
    born_on TEXT,
    crew_roles TEXT NOT NULL,
    cleared_on TEXT,
    cleared_until TEXT,
    signup_guard INTEGER NOT NULL DEFAULT 0,
    created_at TEXT NOT NULL,
    version INTEGER NOT NULL
) STRICT;

CREATE TABLE refresh_tokens (
    id TEXT NOT NULL PRIMARY KEY,
    family TEXT NOT NULL,
    person_id TEXT NOT NULL REFERENCES people (id),
    token_hash TEXT NOT NULL UNIQUE,
    issued_at TEXT NOT NULL,
    expires_at TEXT NOT NULL,
    used_at TEXT,
    revoked_at TEXT
) STRICT;
CREATE INDEX refresh_tokens_family ON refresh_tokens (family);
CREATE INDEX refresh_tokens_person ON refresh_tokens (person_id);

-- A season, what is asked of it, its plans and releases.

CREATE TABLE seasons (
    id TEXT NOT NULL PRIMARY KEY,
    slug TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    first_day TEXT NOT NULL,
    last_day TEXT NOT NULL,
    zone TEXT NOT NULL,
    settings TEXT NOT NULL,
    version INTEGER NOT NULL,
    updated_at TEXT NOT NULL,
    CHECK (first_day <= last_day)
) STRICT;

CREATE TABLE requests (
    id TEXT NOT NULL PRIMARY KEY,
    season_id TEXT NOT NULL REFERENCES seasons (id),
    stop_id TEXT NOT NULL REFERENCES stops (id),
    rules TEXT NOT NULL,
    version INTEGER NOT NULL,
    updated_at TEXT NOT NULL,
    UNIQUE (season_id, stop_id)
) STRICT;
CREATE INDEX requests_stop ON requests (stop_id);

CREATE TABLE events (
    id TEXT NOT NULL PRIMARY KEY,
    season_id TEXT NOT NULL REFERENCES seasons (id),
    slug TEXT NOT NULL,
    name TEXT NOT NULL,
    day TEXT NOT NULL,
    start INTEGER CHECK (start BETWEEN 0 AND 1440),
    "end" INTEGER CHECK ("end" BETWEEN 0 AND 1440),
    place TEXT NOT NULL,
    stop_id TEXT REFERENCES stops (id),
    estate_id TEXT REFERENCES estates (id),
    effect TEXT NOT NULL,
    source TEXT NOT NULL,
    details TEXT NOT NULL,
    version INTEGER NOT NULL,
    updated_at TEXT NOT NULL,
    UNIQUE (season_id, slug),
    CHECK ("end" IS NULL OR (start IS NOT NULL AND start < "end"))
) STRICT;

CREATE TABLE plans (
    id TEXT NOT NULL PRIMARY KEY,
    season_id TEXT NOT NULL REFERENCES seasons (id),
    kind TEXT NOT NULL,
    base_plan TEXT REFERENCES plans (id),
    changes TEXT,
    state TEXT NOT NULL,
    seed TEXT NOT NULL,
    iteration_limit INTEGER,
    second_limit INTEGER,
    problem TEXT NOT NULL,
    best TEXT,
    best_at TEXT,
    keep_now INTEGER NOT NULL CHECK (keep_now IN (0, 1)),
    result TEXT,
    progress TEXT,
    error TEXT,
    requested_by TEXT REFERENCES people (id),
    requested_at TEXT NOT NULL,
    claims INTEGER NOT NULL,
    claimed_at TEXT,
    heartbeat_at TEXT,
    finished_at TEXT,
    version INTEGER NOT NULL,
    CHECK ((best IS NULL) = (best_at IS NULL)),
    CHECK ((kind = 'solve') = (changes IS NULL)),
    CHECK (kind = 'solve' OR base_plan IS NOT NULL),
    CHECK ((state = 'ready') = (result IS NOT NULL)),
    CHECK ((state = 'failed') = (error IS NOT NULL))
) STRICT;
CREATE INDEX plans_season ON plans (season_id, id);
CREATE INDEX plans_waiting ON plans (requested_at, id) WHERE state = 'queued';

CREATE TABLE releases (
    id TEXT NOT NULL PRIMARY KEY,
    season_id TEXT NOT NULL REFERENCES seasons (id),
    number INTEGER NOT NULL CHECK (number >= 1),
    plan_id TEXT REFERENCES plans (id),
    publication TEXT NOT NULL,
    published_by TEXT REFERENCES people (id),
    published_at TEXT NOT NULL,
    UNIQUE (season_id, number)
) STRICT;

CREATE TABLE public_revision (
    id INTEGER NOT NULL PRIMARY KEY CHECK (id = 1),
    revision INTEGER NOT NULL,
    changed_at TEXT
) STRICT;
INSERT INTO public_revision (id, revision) VALUES (1, 0);

-- Visits as they now stand, and the crew's work on them.

CREATE TABLE visits (
    id TEXT NOT NULL PRIMARY KEY,
    season_id TEXT NOT NULL REFERENCES seasons (id),
    stop_id TEXT NOT NULL REFERENCES stops (id),
    event_id TEXT REFERENCES events (id),
    bus TEXT NOT NULL,
    day TEXT NOT NULL,
    position INTEGER NOT NULL CHECK (position >= 1),
    arrival INTEGER NOT NULL,
    set_up INTEGER NOT NULL,
    public_start INTEGER NOT NULL,
    public_end INTEGER NOT NULL,
    departure INTEGER NOT NULL,
    state TEXT NOT NULL,
    decided_by TEXT NOT NULL,
    reason TEXT,
    note TEXT,
    moved_from_day TEXT,
    moved_from_start INTEGER,
    sequence INTEGER NOT NULL CHECK (sequence >= 0),
    first_release INTEGER NOT NULL,
    last_release INTEGER NOT NULL,
    created_at TEXT NOT NULL,
    revised_at TEXT NOT NULL,
    version INTEGER NOT NULL,
    CHECK (0 <= arrival AND arrival <= set_up AND set_up <= public_start),
    CHECK (public_start < public_end AND public_end <= departure AND departure <= 1440),
    CHECK ((moved_from_day IS NULL) = (moved_from_start IS NULL)),
    CHECK (first_release <= last_release)
) STRICT;
CREATE INDEX visits_season ON visits (season_id, day);
CREATE INDEX visits_day ON visits (day);
CREATE INDEX visits_stop ON visits (stop_id, day);

CREATE TABLE shifts (
    id TEXT NOT NULL PRIMARY KEY,
    visit_id TEXT NOT NULL REFERENCES visits (id),
    role TEXT NOT NULL,
    places INTEGER NOT NULL,
    taken INTEGER NOT NULL,
    state TEXT NOT NULL,
    crew_day TEXT NOT NULL,
    crew_start INTEGER NOT NULL,
    crew_end INTEGER NOT NULL,
    minimum_age INTEGER,
    version INTEGER NOT NULL,
    CHECK (taken BETWEEN 0 AND places),
    CHECK (0 <= crew_start AND crew_start < crew_end AND crew_end <= 1440)
) STRICT;
CREATE INDEX shifts_visit ON shifts (visit_id);

CREATE TABLE signups (
    id TEXT NOT NULL PRIMARY KEY,
    shift_id TEXT NOT NULL REFERENCES shifts (id),
    person_id TEXT NOT NULL REFERENCES people (id),
    state TEXT NOT NULL,
    created_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    changed_by TEXT REFERENCES people (id),
    version INTEGER NOT NULL
) STRICT;
-- One person holds at most one place on a shift. The states are those of SignupState::holds_place.
CREATE UNIQUE INDEX signups_one_place ON signups (shift_id, person_id) WHERE state IN ('confirmed', 'to-reconfirm');
CREATE INDEX signups_person ON signups (person_id);

-- What happened: only added to.

CREATE TABLE signup_log (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    signup_id TEXT NOT NULL REFERENCES signups (id),
    from_state TEXT,
    to_state TEXT NOT NULL,
    at TEXT NOT NULL,
    actor TEXT REFERENCES people (id),
    reason TEXT
) STRICT;
CREATE INDEX signup_log_signup ON signup_log (signup_id, id);

CREATE TABLE audit (
    id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    at TEXT NOT NULL,
    actor TEXT REFERENCES people (id),
    action TEXT NOT NULL,
    thing TEXT NOT NULL,
    thing_id TEXT NOT NULL,
    detail TEXT NOT NULL
) STRICT;
CREATE INDEX audit_thing ON audit (thing, thing_id, id);

CREATE TABLE idempotency (
    actor TEXT NOT NULL REFERENCES people (id),
    key TEXT NOT NULL,
    request_hash TEXT NOT NULL,
    status INTEGER,
    body TEXT,
    created_at TEXT NOT NULL,
    PRIMARY KEY (actor, key)
) STRICT;
CREATE INDEX idempotency_age ON idempotency (created_at);
