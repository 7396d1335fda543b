-- Followers cannot come back: they must ask again.
DELETE FROM messages WHERE follower_id IS NOT NULL;
DROP INDEX messages_follower;
ALTER TABLE messages DROP COLUMN follower_id;
DROP TABLE pushes;
DROP TABLE announcements;
DROP TABLE follows;
DROP TABLE followers;
