-- One event of an append, without its payload: payloads travel beside it in one json array, parsed no further than to
-- find where each ends.
CREATE TYPE es.new_event AS (
  stream_id uuid,
  version int,
  event_id uuid,
  command_id uuid,
  correlation_id uuid,
  causation_id uuid,
  schema_version int,
  occurred_on date,
  type text,
  office text,
  recorded_by text,
  approved_by text,
  source text,
  evidence json
);
