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
    WHERE signups.shift_id = shifts.id AND signups.state = 'offered' AND signups.in_training = 0);
UPDATE signups SET state = 'withdrawn' WHERE state IN ('requested', 'waitlisted', 'offered', 'closed', 'rejected', 'declined', 'expired');
UPDATE signups SET state = 'confirmed' WHERE state IN ('checked-in', 'attended', 'no-show');
UPDATE signups SET state = 'released' WHERE in_training = 1 AND state IN ('confirmed', 'to-reconfirm');
ALTER TABLE signups DROP COLUMN in_training;
ALTER TABLE signups DROP COLUMN expires_at;
CREATE UNIQUE INDEX signups_one_place ON signups (shift_id, person_id) WHERE state IN ('confirmed', 'to-reconfirm');
ALTER TABLE shifts DROP COLUMN training_taken;
ALTER TABLE shifts DROP COLUMN training_places;
ALTER TABLE shifts DROP COLUMN qualifications;
ALTER TABLE shifts DROP COLUMN opens_at;
DROP TABLE roster_rules;
ALTER TABLE people ADD COLUMN crew_roles TEXT NOT NULL DEFAULT '';
ALTER TABLE people ADD COLUMN cleared_on TEXT;
ALTER TABLE people ADD COLUMN cleared_until TEXT;
UPDATE people SET
    crew_roles = coalesce((SELECT group_concat(json_extract(value, '$.role'), ' ') FROM json_each(papers, '$.roles')), ''),
    cleared_on = json_extract(papers, '$.clearance.register_on'),
    cleared_until = json_extract(papers, '$.clearance.held_until');
ALTER TABLE people DROP COLUMN erased_at;
ALTER TABLE people DROP COLUMN erasure_asked_at;
ALTER TABLE people DROP COLUMN awaits_approval;
ALTER TABLE people DROP COLUMN wishes;
ALTER TABLE people DROP COLUMN papers;
ALTER TABLE people DROP COLUMN kind;
