-- Newest version of each stream, which an append compares with the version its decision rests on.
CREATE TABLE es.stream (
  stream_id uuid PRIMARY KEY,
  stream_type text NOT NULL,
  bureau text NOT NULL,
  owner text NOT NULL, -- owning office, frozen when the stream opens; the key of the topic
  version int NOT NULL
) WITH (fillfactor = 70);
