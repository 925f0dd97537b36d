-- Filters that each server has in memory to count by topic, and how that memory is kept fresh: a
-- version that rises with each change, and the changes themselves.
CREATE TABLE filter_state (
  kind TEXT PRIMARY KEY,
  version BIGINT NOT NULL,
  -- The changes up to this version are no longer there.
  pruned BIGINT NOT NULL,
  -- How many rows there are of this kind, whether or not they are counted by topic.
  entries BIGINT NOT NULL
);

INSERT INTO filter_state (kind, version, pruned, entries)
VALUES ('subscription', 0, 0, 0), ('mailbox', 0, 0, 0);

CREATE TABLE filter_change (
  kind TEXT NOT NULL,
  version BIGINT NOT NULL,
  entry BIGINT NOT NULL,
  filter TEXT NOT NULL,
  -- 1 for a filter that is there from now on, 0 for one that has gone.
  added INTEGER NOT NULL,
  PRIMARY KEY (kind, version, entry)
);

CREATE TABLE subscription (
  id ${id},
  -- The name of the token that has made it; empty where none is needed.
  owner ${text} NOT NULL,
  subscriber ${text} NOT NULL,
  filter ${text} NOT NULL,
  -- The fence of the claim that has made it, and of the one that holds it now.
  maker BIGINT NOT NULL,
  fence BIGINT NOT NULL,
  epoch TEXT NOT NULL,
  cursor_offset BIGINT NOT NULL,
  cursor_text TEXT NOT NULL,
  -- When its holder was last heard of, in milliseconds since 1970.
  touched BIGINT NOT NULL,
  UNIQUE (owner, subscriber, filter)
);

CREATE INDEX subscription_cursor ON subscription (epoch, cursor_offset);

CREATE INDEX subscription_touched ON subscription (touched);
