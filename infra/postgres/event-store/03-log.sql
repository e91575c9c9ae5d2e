-- Identity of this log. It changes when the log is rewound or replaced (restore to a point in time, import into a new
-- store), and tells every consumer that its checkpoint belongs to another history.
CREATE TABLE es.log (
  only_one boolean PRIMARY KEY DEFAULT true CHECK (only_one),
  log_id uuid NOT NULL DEFAULT gen_random_uuid(),
  opened_at timestamptz NOT NULL DEFAULT now()
);
INSERT INTO es.log DEFAULT VALUES;
