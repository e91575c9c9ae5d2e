-- One event of an append, with its data: what PostgreSQL checks to be JSON as it arrives, and looks at no further.
CREATE TYPE es.sent_event AS (
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
  evidence json,
  data json
);
