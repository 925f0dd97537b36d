CREATE TABLE lease (
  name ${text} PRIMARY KEY,
  holder TEXT NOT NULL,
  -- Rises each time that somebody takes it.
  fence BIGINT NOT NULL,
  -- Until when it is held, in milliseconds since 1970.
  held_until BIGINT NOT NULL
);

CREATE TABLE server (
  name ${text} PRIMARY KEY,
  -- When it was last heard of, in milliseconds since 1970.
  heard BIGINT NOT NULL
);
