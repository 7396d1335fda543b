-- The roster whole: papers of people, waiting lists, offers, swaps, covers, hours, certificates, messages, proposals.

-- What staff keeps of a person's papers is one document in the types of volunteer-roster: nobody joins on what is in it. The roles and the
-- clearance that were columns move into it; no version with those columns was released.
ALTER TABLE people ADD COLUMN kind TEXT NOT NULL DEFAULT 'volunteer';
ALTER TABLE people ADD COLUMN papers TEXT NOT NULL DEFAULT '{}';
ALTER TABLE people ADD COLUMN wishes TEXT NOT NULL DEFAULT '{}';
ALTER TABLE people ADD COLUMN awaits_approval BOOLEAN NOT NULL DEFAULT FALSE;
-- When somebody asked for their data to be erased, and when they were: the row stays, without anything of the person, for what refers to it.
ALTER TABLE people ADD COLUMN erasure_asked_at TIMESTAMP;
ALTER TABLE people ADD COLUMN erased_at TIMESTAMP;
UPDATE people SET kind = 'staff' WHERE role <> 'volunteer';
UPDATE people SET papers = '{"roles":[' || CASE WHEN crew_roles = '' THEN '' ELSE
        '{"role":"' || replace(crew_roles, ' ', '","confirmed":{"seen":null}},{"role":"') || '","confirmed":{"seen":null}}' END
    || ']' || CASE WHEN cleared_on IS NULL THEN '' ELSE
        ',"clearance":{"register_on":"' || to_char(cleared_on, 'YYYY-MM-DD') || '","certificate_on":"' || to_char(cleared_on, 'YYYY-MM-DD') || '","statements_on":"' || to_char(cleared_on, 'YYYY-MM-DD') || '"'
        || CASE WHEN cleared_until IS NULL THEN '' ELSE ',"held_until":"' || to_char(cleared_until, 'YYYY-MM-DD') || '"' END || '}' END
    || '}';
ALTER TABLE people DROP COLUMN crew_roles;
ALTER TABLE people DROP COLUMN cleared_on;
ALTER TABLE people DROP COLUMN cleared_until;

-- The limits of a season's crew, where they differ from the program's.
CREATE TABLE roster_rules (
    season_id TEXT COLLATE "C" NOT NULL PRIMARY KEY REFERENCES seasons (id),
    rules TEXT NOT NULL,
    changed_by TEXT COLLATE "C" REFERENCES people (id),
    changed_at TIMESTAMP NOT NULL,
    version BIGINT NOT NULL
);

ALTER TABLE shifts ADD COLUMN opens_at TIMESTAMP;
ALTER TABLE shifts ADD COLUMN qualifications TEXT NOT NULL DEFAULT '[]';
ALTER TABLE shifts ADD COLUMN training_places BIGINT NOT NULL DEFAULT 0;
ALTER TABLE shifts ADD COLUMN training_taken BIGINT NOT NULL DEFAULT 0 CHECK (training_taken BETWEEN 0 AND training_places);

-- When an offer ends, or an answer to a moved visit is due.
ALTER TABLE signups ADD COLUMN expires_at TIMESTAMP;
ALTER TABLE signups ADD COLUMN in_training BOOLEAN NOT NULL DEFAULT FALSE;
DROP INDEX signups_one_place;
-- One person has at most one sign-up on a shift that is not over. The states are those of SignupState::is_over, turned round.
CREATE UNIQUE INDEX signups_one_at_a_time ON signups (shift_id, person_id)
    WHERE state IN ('requested', 'waitlisted', 'offered', 'confirmed', 'to-reconfirm', 'checked-in', 'attended', 'no-show');
CREATE INDEX signups_shift ON signups (shift_id, state);
CREATE INDEX signups_due ON signups (expires_at) WHERE expires_at IS NOT NULL;

CREATE TABLE swaps (
    id TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    giver TEXT COLLATE "C" NOT NULL REFERENCES people (id),
    given TEXT COLLATE "C" NOT NULL REFERENCES signups (id),
    given_version BIGINT NOT NULL,
    -- None while it is for anybody who may; that is never a trade.
    taker TEXT COLLATE "C" REFERENCES people (id),
    back TEXT COLLATE "C" REFERENCES signups (id),
    back_version BIGINT,
    state TEXT NOT NULL,
    message TEXT,
    created_at TIMESTAMP NOT NULL,
    changed_at TIMESTAMP NOT NULL,
    changed_by TEXT COLLATE "C" REFERENCES people (id),
    version BIGINT NOT NULL,
    CHECK ((back IS NULL) = (back_version IS NULL)),
    CHECK (giver <> taker),
    CHECK (taker IS NOT NULL OR (back IS NULL AND state IN ('proposed', 'cancelled')))
);
CREATE INDEX swaps_giver ON swaps (giver, state);
CREATE INDEX swaps_taker ON swaps (taker, state);
-- A sign-up is in at most one swap that still waits for an answer.
CREATE UNIQUE INDEX swaps_given_once ON swaps (given) WHERE state IN ('proposed', 'accepted');

-- Who was asked to cover a shift, and what they said; "no" is remembered.
CREATE TABLE cover_asks (
    shift_id TEXT COLLATE "C" NOT NULL REFERENCES shifts (id),
    person_id TEXT COLLATE "C" NOT NULL REFERENCES people (id),
    asked_at TIMESTAMP NOT NULL,
    asked_by TEXT COLLATE "C" REFERENCES people (id),
    answer TEXT,
    answered_at TIMESTAMP,
    PRIMARY KEY (shift_id, person_id),
    CHECK ((answer IS NULL) = (answered_at IS NULL))
);
CREATE INDEX cover_asks_person ON cover_asks (person_id, asked_at);

-- How long somebody was there: first as the shift says, then as staff corrected it. Only added to; the last line counts. The longest day, on
-- which the clocks go back, has 1500 minutes.
CREATE TABLE worked_hours (
    id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    signup_id TEXT COLLATE "C" NOT NULL REFERENCES signups (id),
    minutes BIGINT NOT NULL CHECK (minutes BETWEEN 0 AND 1500),
    reason TEXT,
    by TEXT COLLATE "C" REFERENCES people (id),
    at TIMESTAMP NOT NULL
);
CREATE INDEX worked_hours_signup ON worked_hours (signup_id, id);

-- Days on which somebody in socially useful work was expected and did not come.
CREATE TABLE absences (
    id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    person_id TEXT COLLATE "C" NOT NULL REFERENCES people (id),
    day DATE NOT NULL,
    reason TEXT NOT NULL,
    noted_by TEXT COLLATE "C" REFERENCES people (id),
    noted_at TIMESTAMP NOT NULL,
    UNIQUE (person_id, day)
);

-- Certificates as they were handed out. A correction is a new version of the same number; the code is what a public page verifies.
CREATE TABLE certificates (
    id TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    person_id TEXT COLLATE "C" REFERENCES people (id),
    number BIGINT NOT NULL,
    edition BIGINT NOT NULL CHECK (edition >= 1),
    code TEXT COLLATE "C" NOT NULL UNIQUE,
    content TEXT NOT NULL,
    issued_by TEXT COLLATE "C" REFERENCES people (id),
    issued_at TIMESTAMP NOT NULL,
    UNIQUE (number, edition)
);
CREATE INDEX certificates_person ON certificates (person_id);

-- Who asks for a certificate, and of which days; one open wish a person. Gone when staff has answered.
CREATE TABLE certificate_asks (
    person_id TEXT COLLATE "C" NOT NULL PRIMARY KEY REFERENCES people (id),
    first_day DATE NOT NULL,
    last_day DATE NOT NULL,
    asked_at TIMESTAMP NOT NULL
);

-- Links that work once: invitations, a guardian's consent, a new password, confirming an address. Only the hash is kept.
CREATE TABLE links (
    token_hash TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    purpose TEXT NOT NULL,
    person_id TEXT COLLATE "C" REFERENCES people (id),
    detail TEXT NOT NULL,
    made_by TEXT COLLATE "C" REFERENCES people (id),
    made_at TIMESTAMP NOT NULL,
    expires_at TIMESTAMP NOT NULL,
    used_at TIMESTAMP
);
CREATE INDEX links_person ON links (person_id);

-- A person's own calendar feed: its secret is in the address, here only its hash. A new one ends the old.
CREATE TABLE personal_feeds (
    person_id TEXT COLLATE "C" NOT NULL PRIMARY KEY REFERENCES people (id),
    token_hash TEXT COLLATE "C" NOT NULL UNIQUE,
    made_at TIMESTAMP NOT NULL
);

-- Messages that are to leave, written with what they tell of. One message a matter: the same matter again while it waits replaces the text.
CREATE TABLE messages (
    id TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    person_id TEXT COLLATE "C" REFERENCES people (id),
    address TEXT,
    kind TEXT NOT NULL,
    matter TEXT COLLATE "C" NOT NULL UNIQUE,
    content TEXT NOT NULL,
    made_at TIMESTAMP NOT NULL,
    due_at TIMESTAMP NOT NULL,
    state TEXT NOT NULL,
    tries BIGINT NOT NULL,
    claimed_at TIMESTAMP,
    ended_at TIMESTAMP,
    error TEXT
);
CREATE INDEX messages_due ON messages (due_at) WHERE state = 'waiting';
CREATE INDEX messages_state ON messages (state, id);

-- Which kinds of message somebody does not want.
CREATE TABLE unsubscribed (
    person_id TEXT COLLATE "C" NOT NULL REFERENCES people (id),
    kind TEXT NOT NULL,
    since TIMESTAMP NOT NULL,
    PRIMARY KEY (person_id, kind)
);

-- A proposed crew for a season, to be looked at, changed and offered.
CREATE TABLE crew_proposals (
    id TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    season_id TEXT COLLATE "C" NOT NULL REFERENCES seasons (id),
    state TEXT NOT NULL,
    seed TEXT NOT NULL,
    proposal TEXT NOT NULL,
    made_by TEXT COLLATE "C" REFERENCES people (id),
    made_at TIMESTAMP NOT NULL,
    ended_at TIMESTAMP,
    version BIGINT NOT NULL
);
CREATE INDEX crew_proposals_season ON crew_proposals (season_id, id);

-- That a visit of today is late, and why; the clock takes it away once the visit is over.
ALTER TABLE visits ADD COLUMN delay_minutes BIGINT CHECK (delay_minutes BETWEEN 5 AND 240);
ALTER TABLE visits ADD COLUMN delay_reason TEXT;
-- How many of its revisions only said that it is late, or on time again: those are no changes of the timetable.
ALTER TABLE visits ADD COLUMN delay_revisions BIGINT NOT NULL DEFAULT 0;
CREATE INDEX visits_late ON visits (day) WHERE delay_minutes IS NOT NULL;
