-- The town: places and their names in addresses.

CREATE TABLE service (
    key TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL
);

CREATE TABLE estates (
    id TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    slug TEXT COLLATE "C" NOT NULL UNIQUE,
    name TEXT NOT NULL,
    sort_key TEXT COLLATE "C" NOT NULL,
    lat DOUBLE PRECISION,
    lon DOUBLE PRECISION,
    certainty TEXT NOT NULL,
    uncertainty BIGINT,
    weight DOUBLE PRECISION NOT NULL CHECK (weight >= 0),
    source TEXT NOT NULL,
    note TEXT NOT NULL,
    version BIGINT NOT NULL,
    updated_at TIMESTAMP NOT NULL,
    CHECK ((lat IS NULL) = (lon IS NULL))
);

CREATE TABLE stops (
    id TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    slug TEXT COLLATE "C" NOT NULL UNIQUE,
    estate_id TEXT COLLATE "C" REFERENCES estates (id),
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    address TEXT NOT NULL,
    directions TEXT NOT NULL,
    lat DOUBLE PRECISION,
    lon DOUBLE PRECISION,
    certainty TEXT NOT NULL,
    uncertainty BIGINT,
    source TEXT NOT NULL,
    details TEXT NOT NULL,
    version BIGINT NOT NULL,
    updated_at TIMESTAMP NOT NULL,
    CHECK ((lat IS NULL) = (lon IS NULL))
);
CREATE INDEX stops_estate ON stops (estate_id);

CREATE TABLE streets (
    id BIGINT NOT NULL PRIMARY KEY,
    name TEXT NOT NULL,
    estate_id TEXT COLLATE "C" REFERENCES estates (id),
    scope TEXT NOT NULL,
    numbers TEXT NOT NULL,
    former_names TEXT NOT NULL,
    certainty TEXT NOT NULL,
    source TEXT NOT NULL
);

CREATE TABLE slug_aliases (
    kind TEXT COLLATE "C" NOT NULL,
    slug TEXT COLLATE "C" NOT NULL,
    target_id TEXT COLLATE "C" NOT NULL,
    PRIMARY KEY (kind, slug)
);

-- People with an account, and their sign-ins.

CREATE TABLE people (
    id TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    email TEXT COLLATE "C" NOT NULL UNIQUE,
    name TEXT NOT NULL,
    role TEXT NOT NULL,
    password_hash TEXT,
    active BOOLEAN NOT NULL,
    born_on DATE,
    crew_roles TEXT NOT NULL,
    cleared_on DATE,
    cleared_until DATE,
    signup_guard BIGINT NOT NULL DEFAULT 0,
    created_at TIMESTAMP NOT NULL,
    version BIGINT NOT NULL
);

CREATE TABLE refresh_tokens (
    id TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    family TEXT COLLATE "C" NOT NULL,
    person_id TEXT COLLATE "C" NOT NULL REFERENCES people (id),
    token_hash TEXT COLLATE "C" NOT NULL UNIQUE,
    issued_at TIMESTAMP NOT NULL,
    expires_at TIMESTAMP NOT NULL,
    used_at TIMESTAMP,
    revoked_at TIMESTAMP
);
CREATE INDEX refresh_tokens_family ON refresh_tokens (family);
CREATE INDEX refresh_tokens_person ON refresh_tokens (person_id);

-- A season, what is asked of it, its plans and releases.

CREATE TABLE seasons (
    id TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    slug TEXT COLLATE "C" NOT NULL UNIQUE,
    name TEXT NOT NULL,
    first_day DATE NOT NULL,
    last_day DATE NOT NULL,
    zone TEXT NOT NULL,
    settings TEXT NOT NULL,
    version BIGINT NOT NULL,
    updated_at TIMESTAMP NOT NULL,
    CHECK (first_day <= last_day)
);

CREATE TABLE requests (
    id TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    season_id TEXT COLLATE "C" NOT NULL REFERENCES seasons (id),
    stop_id TEXT COLLATE "C" NOT NULL REFERENCES stops (id),
    rules TEXT NOT NULL,
    version BIGINT NOT NULL,
    updated_at TIMESTAMP NOT NULL,
    UNIQUE (season_id, stop_id)
);
CREATE INDEX requests_stop ON requests (stop_id);

CREATE TABLE events (
    id TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    season_id TEXT COLLATE "C" NOT NULL REFERENCES seasons (id),
    slug TEXT COLLATE "C" NOT NULL,
    name TEXT NOT NULL,
    day DATE NOT NULL,
    start INTEGER CHECK (start BETWEEN 0 AND 1440),
    "end" INTEGER CHECK ("end" BETWEEN 0 AND 1440),
    place TEXT NOT NULL,
    stop_id TEXT COLLATE "C" REFERENCES stops (id),
    estate_id TEXT COLLATE "C" REFERENCES estates (id),
    effect TEXT NOT NULL,
    source TEXT NOT NULL,
    details TEXT NOT NULL,
    version BIGINT NOT NULL,
    updated_at TIMESTAMP NOT NULL,
    UNIQUE (season_id, slug),
    CHECK ("end" IS NULL OR (start IS NOT NULL AND start < "end"))
);

CREATE TABLE plans (
    id TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    season_id TEXT COLLATE "C" NOT NULL REFERENCES seasons (id),
    kind TEXT NOT NULL,
    base_plan TEXT COLLATE "C" REFERENCES plans (id),
    changes TEXT,
    state TEXT NOT NULL,
    seed TEXT NOT NULL,
    iteration_limit BIGINT,
    second_limit BIGINT,
    problem TEXT NOT NULL,
    best TEXT,
    best_at TIMESTAMP,
    keep_now BOOLEAN NOT NULL,
    result TEXT,
    progress TEXT,
    error TEXT,
    requested_by TEXT COLLATE "C" REFERENCES people (id),
    requested_at TIMESTAMP NOT NULL,
    claims BIGINT NOT NULL,
    claimed_at TIMESTAMP,
    heartbeat_at TIMESTAMP,
    finished_at TIMESTAMP,
    version BIGINT NOT NULL,
    CHECK ((best IS NULL) = (best_at IS NULL)),
    CHECK ((kind = 'solve') = (changes IS NULL)),
    CHECK (kind = 'solve' OR base_plan IS NOT NULL),
    CHECK ((state = 'ready') = (result IS NOT NULL)),
    CHECK ((state = 'failed') = (error IS NOT NULL))
);
CREATE INDEX plans_season ON plans (season_id, id);
CREATE INDEX plans_waiting ON plans (requested_at, id) WHERE state = 'queued';

CREATE TABLE releases (
    id TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    season_id TEXT COLLATE "C" NOT NULL REFERENCES seasons (id),
    number BIGINT NOT NULL CHECK (number >= 1),
    plan_id TEXT COLLATE "C" REFERENCES plans (id),
    publication TEXT NOT NULL,
    published_by TEXT COLLATE "C" REFERENCES people (id),
    published_at TIMESTAMP NOT NULL,
    UNIQUE (season_id, number)
);

CREATE TABLE public_revision (
    id BIGINT NOT NULL PRIMARY KEY CHECK (id = 1),
    revision BIGINT NOT NULL,
    changed_at TIMESTAMP
);
INSERT INTO public_revision (id, revision) VALUES (1, 0);

-- Visits as they now stand, and the crew's work on them.

CREATE TABLE visits (
    id TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    season_id TEXT COLLATE "C" NOT NULL REFERENCES seasons (id),
    stop_id TEXT COLLATE "C" NOT NULL REFERENCES stops (id),
    event_id TEXT COLLATE "C" REFERENCES events (id),
    bus TEXT COLLATE "C" NOT NULL,
    day DATE NOT NULL,
    position BIGINT NOT NULL CHECK (position >= 1),
    arrival INTEGER NOT NULL,
    set_up INTEGER NOT NULL,
    public_start INTEGER NOT NULL,
    public_end INTEGER NOT NULL,
    departure INTEGER NOT NULL,
    state TEXT NOT NULL,
    decided_by TEXT NOT NULL,
    reason TEXT,
    note TEXT,
    moved_from_day DATE,
    moved_from_start INTEGER,
    sequence BIGINT NOT NULL CHECK (sequence >= 0),
    first_release BIGINT NOT NULL,
    last_release BIGINT NOT NULL,
    created_at TIMESTAMP NOT NULL,
    revised_at TIMESTAMP NOT NULL,
    version BIGINT NOT NULL,
    CHECK (0 <= arrival AND arrival <= set_up AND set_up <= public_start),
    CHECK (public_start < public_end AND public_end <= departure AND departure <= 1440),
    CHECK ((moved_from_day IS NULL) = (moved_from_start IS NULL)),
    CHECK (first_release <= last_release)
);
CREATE INDEX visits_season ON visits (season_id, day);
CREATE INDEX visits_day ON visits (day);
CREATE INDEX visits_stop ON visits (stop_id, day);

CREATE TABLE shifts (
    id TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    visit_id TEXT COLLATE "C" NOT NULL REFERENCES visits (id),
    role TEXT NOT NULL,
    places BIGINT NOT NULL,
    taken BIGINT NOT NULL,
    state TEXT NOT NULL,
    crew_day DATE NOT NULL,
    crew_start INTEGER NOT NULL,
    crew_end INTEGER NOT NULL,
    minimum_age BIGINT,
    version BIGINT NOT NULL,
    CHECK (taken BETWEEN 0 AND places),
    CHECK (0 <= crew_start AND crew_start < crew_end AND crew_end <= 1440)
);
CREATE INDEX shifts_visit ON shifts (visit_id);

CREATE TABLE signups (
    id TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    shift_id TEXT COLLATE "C" NOT NULL REFERENCES shifts (id),
    person_id TEXT COLLATE "C" NOT NULL REFERENCES people (id),
    state TEXT NOT NULL,
    created_at TIMESTAMP NOT NULL,
    changed_at TIMESTAMP NOT NULL,
    changed_by TEXT COLLATE "C" REFERENCES people (id),
    version BIGINT NOT NULL
);
-- One person holds at most one place on a shift. The states are those of SignupState::holds_place.
CREATE UNIQUE INDEX signups_one_place ON signups (shift_id, person_id) WHERE state IN ('confirmed', 'to-reconfirm');
CREATE INDEX signups_person ON signups (person_id);

-- What happened: only added to.

CREATE TABLE signup_log (
    id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    signup_id TEXT COLLATE "C" NOT NULL REFERENCES signups (id),
    from_state TEXT,
    to_state TEXT NOT NULL,
    at TIMESTAMP NOT NULL,
    actor TEXT COLLATE "C" REFERENCES people (id),
    reason TEXT
);
CREATE INDEX signup_log_signup ON signup_log (signup_id, id);

CREATE TABLE audit (
    id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    at TIMESTAMP NOT NULL,
    actor TEXT COLLATE "C" REFERENCES people (id),
    action TEXT NOT NULL,
    thing TEXT NOT NULL,
    thing_id TEXT COLLATE "C" NOT NULL,
    detail TEXT NOT NULL
);
CREATE INDEX audit_thing ON audit (thing, thing_id, id);

CREATE TABLE idempotency (
    actor TEXT COLLATE "C" NOT NULL REFERENCES people (id),
    key TEXT COLLATE "C" NOT NULL,
    request_hash TEXT NOT NULL,
    status BIGINT,
    body TEXT,
    created_at TIMESTAMP NOT NULL,
    PRIMARY KEY (actor, key)
);
CREATE INDEX idempotency_age ON idempotency (created_at);
