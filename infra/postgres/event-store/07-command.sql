-- Receipts: a command that was accepted once is answered with the same receipt for ever after.
CREATE TABLE es.command (
  command_id uuid PRIMARY KEY,
  request_hash bytea NOT NULL, -- of everything the caller said
  stream_id uuid NOT NULL,
  version int NOT NULL, -- of the stream after the command's last event
  position bigint NOT NULL, -- of the command's last event
  event_ids uuid[] NOT NULL
);
