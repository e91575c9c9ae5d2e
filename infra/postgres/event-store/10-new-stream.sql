-- One stream of an append: what the decision rests on and what becomes of it. Type, bureau and owner count only when the
-- stream opens. `last` is the place of its last event in the list of events, from 1.
CREATE TYPE es.new_stream AS (
  stream_id uuid,
  stream_type text,
  bureau text,
  owner text,
  expected int,
  version int,
  last int,
  hold text[],
  release text[]
);
