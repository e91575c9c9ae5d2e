-- Natural keys (document number, person with an open case …) and the one stream that holds each.
CREATE TABLE es.natural_key (
  key text PRIMARY KEY,
  stream_id uuid NOT NULL
);
