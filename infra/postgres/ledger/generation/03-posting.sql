-- The rows every figure adds up (fixed-width columns first, to keep rows short). Written once.
create table ledger_g0.posting (
  position bigint not null,
  stream_id uuid not null,
  person uuid,
  on_date date not null,
  cohort_on date,
  account integer not null,
  fact_key text collate "C" not null,
  amount numeric not null
);
