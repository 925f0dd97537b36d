CREATE TABLE mailbox (
  id ${id},
  filter ${text} NOT NULL,
  address ${text} NOT NULL,
  language TEXT NOT NULL,
  -- 1 once the address has been confirmed.
  confirmed INTEGER NOT NULL,
  created BIGINT NOT NULL,
  -- 1 if a code is to be sent; how many have been; SHA-256 of the last one, and its end.
  wants_code INTEGER NOT NULL,
  codes INTEGER NOT NULL,
  code_hash ${bytes} NOT NULL,
  code_until BIGINT NOT NULL,
  -- Where delivery stands: everything up to this offset has been dealt with.
  epoch TEXT NOT NULL,
  position BIGINT NOT NULL,
  UNIQUE (address, filter)
);

CREATE INDEX mailbox_position ON mailbox (confirmed, position);

CREATE INDEX mailbox_created ON mailbox (confirmed, created);
