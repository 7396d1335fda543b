-- Everything of the roster is lost but accounts, shifts and sign-ups. Roles are kept without their ends, the clearance as the day of the
-- register's check. Sign-ups that hold no place and are not given back yet become given back, since the older program knows no waiting.
DROP INDEX visits_late;
ALTER TABLE visits DROP COLUMN delay_revisions;
ALTER TABLE visits DROP COLUMN delay_reason;
ALTER TABLE visits DROP COLUMN delay_minutes;
DROP TABLE crew_proposals;
DROP TABLE unsubscribed;
DROP TABLE messages;
DROP TABLE personal_feeds;
DROP TABLE links;
DROP TABLE certificate_asks;
DROP TABLE certificates;
DROP TABLE absences;
DROP TABLE worked_hours;
DROP TABLE cover_asks;
DROP TABLE swaps;
DROP INDEX signups_due;
DROP INDEX signups_shift;
DROP INDEX signups_one_at_a_time;
UPDATE shifts SET taken = taken - (SELECT count(*) FROM signups
    WHERE signups.shift_id = shifts.id AND signups.state = 'offered' AND NOT signups.in_training);
UPDATE signups SET state = 'withdrawn' WHERE state IN ('requested', 'waitlisted', 'offered', 'closed', 'rejected', 'declined', 'expired');
UPDATE signups SET state = 'confirmed' WHERE state IN ('checked-in', 'attended', 'no-show');
UPDATE signups SET state = 'released' WHERE in_training AND state IN ('confirmed', 'to-reconfirm');
ALTER TABLE signups DROP COLUMN in_training;
ALTER TABLE signups DROP COLUMN expires_at;
CREATE UNIQUE INDEX signups_one_place ON signups (shift_id, person_id) WHERE state IN ('confirmed', 'to-reconfirm');
ALTER TABLE shifts DROP COLUMN training_taken;
ALTER TABLE shifts DROP COLUMN training_places;
ALTER TABLE shifts DROP COLUMN qualifications;
ALTER TABLE shifts DROP COLUMN opens_at;
DROP TABLE roster_rules;
ALTER TABLE people ADD COLUMN crew_roles TEXT NOT NULL DEFAULT '';
ALTER TABLE people ADD COLUMN cleared_on DATE;
ALTER TABLE people ADD COLUMN cleared_until DATE;
UPDATE people SET
    crew_roles = coalesce((SELECT string_agg(held ->> 'role', ' ') FROM jsonb_array_elements(papers::jsonb -> 'roles') AS held), ''),
    cleared_on = (papers::jsonb -> 'clearance' ->> 'register_on')::date,
    cleared_until = (papers::jsonb -> 'clearance' ->> 'held_until')::date;
ALTER TABLE people DROP COLUMN erased_at;
ALTER TABLE people DROP COLUMN erasure_asked_at;
ALTER TABLE people DROP COLUMN awaits_approval;
ALTER TABLE people DROP COLUMN wishes;
ALTER TABLE people DROP COLUMN papers;
ALTER TABLE people DROP COLUMN kind;
