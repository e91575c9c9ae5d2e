-- One command of an append, to be remembered as its receipt. `version` and `last` are those of its last event.
CREATE TYPE es.new_command AS (
  command_id uuid,
  request_hash text, -- hex
  stream_id uuid,
  version int,
  last int,
  event_ids uuid[]
);
