-- Who delivers to a mailbox is decided by its shard: all addresses of a domain are in the same one.
ALTER TABLE mailbox ADD COLUMN shard INTEGER NOT NULL DEFAULT 0;
-- The version of the last change that whoever delivers has to learn of.
ALTER TABLE mailbox ADD COLUMN version BIGINT NOT NULL DEFAULT 0;
-- 1 while nothing is wanted; 1 where somebody has to look what is the matter.
ALTER TABLE mailbox ADD COLUMN paused INTEGER NOT NULL DEFAULT 0;
ALTER TABLE mailbox ADD COLUMN stopped INTEGER NOT NULL DEFAULT 0;
-- The notice that has been tried or is about to be: up to which offset it tells; 0 if there is none.
ALTER TABLE mailbox ADD COLUMN planned BIGINT NOT NULL DEFAULT 0;
-- How often that failed, since when, when the next try is, and what was the matter.
ALTER TABLE mailbox ADD COLUMN tries INTEGER NOT NULL DEFAULT 0;
ALTER TABLE mailbox ADD COLUMN failing_since BIGINT NOT NULL DEFAULT 0;
ALTER TABLE mailbox ADD COLUMN due BIGINT NOT NULL DEFAULT 0;
ALTER TABLE mailbox ADD COLUMN trouble TEXT NOT NULL DEFAULT '';
-- Codes are derived from a secret, so that a mail that has to be sent again has the same one.
ALTER TABLE mailbox DROP COLUMN code_hash;

CREATE INDEX mailbox_shard ON mailbox (shard, id);

CREATE INDEX mailbox_version ON mailbox (version);

CREATE INDEX mailbox_stopped ON mailbox (stopped, id);

CREATE INDEX mailbox_held ON mailbox (shard, position) WHERE paused = 1 OR stopped = 1;

-- Who has asked for codes lately, and for whom.
CREATE TABLE code_request (
  address ${text} NOT NULL,
  source ${text} NOT NULL,
  at BIGINT NOT NULL
);

CREATE INDEX code_request_address ON code_request (address, at);

CREATE INDEX code_request_source ON code_request (source, at);

CREATE INDEX code_request_at ON code_request (at);

CREATE TABLE secret (
  name TEXT PRIMARY KEY,
  value ${bytes} NOT NULL
);

-- The oldest offset that the mailboxes of a shard may still need.
CREATE TABLE delivery_shard (
  shard INTEGER PRIMARY KEY,
  needed_from BIGINT NOT NULL
);
