-- The log as a whole: one row, whose lock puts all publications in order.
CREATE TABLE log (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  epoch TEXT NOT NULL,
  -- The offset of the last event; offsets are 1, 2, 3 and so on over all topics.
  head BIGINT NOT NULL,
  -- How many events are kept, and how many bytes of content.
  kept_events BIGINT NOT NULL,
  kept_bytes BIGINT NOT NULL,
  -- The highest offset that retention has taken; 0 if none.
  purged_offset BIGINT NOT NULL
);

CREATE TABLE topic (
  id ${id},
  name ${text} NOT NULL UNIQUE,
  mode TEXT NOT NULL,
  description TEXT NOT NULL,
  created BIGINT NOT NULL,
  -- The seq of the last event, its offset and its time; 0 if there is none.
  head BIGINT NOT NULL,
  head_offset BIGINT NOT NULL,
  changed BIGINT NOT NULL,
  -- The seq of the oldest event that is kept; what is kept has no holes.
  first BIGINT NOT NULL,
  -- The offset of the event before that, which retention has taken; 0 if none.
  purged_offset BIGINT NOT NULL
);

CREATE INDEX topic_head_offset ON topic (head_offset);

CREATE TABLE event (
  event_offset ${key},
  topic BIGINT NOT NULL,
  seq BIGINT NOT NULL,
  -- When it was appended, in milliseconds since 1970.
  at BIGINT NOT NULL,
  type TEXT NOT NULL,
  content ${bytes} NOT NULL,
  UNIQUE (topic, seq)
);

-- Idempotency keys, and what came of their publications.
CREATE TABLE publication_key (
  name ${text} PRIMARY KEY,
  topic BIGINT NOT NULL,
  -- SHA-256 of the content and its type.
  hash ${bytes} NOT NULL,
  event_offset BIGINT NOT NULL,
  seq BIGINT NOT NULL,
  at BIGINT NOT NULL
);

CREATE INDEX publication_key_at ON publication_key (at);
