-- A clerk's list, one row per fact, as it stands now.
create table ledger_g0.register_row (
  stream_id uuid not null,
  person uuid,
  position bigint not null,
  ordered_by date not null,
  register text collate "C" not null,
  bureau text collate "C" not null,
  office text collate "C" not null,
  fact_key text collate "C" not null,
  columns json not null,
  -- Which register of which bureau, as one number.
  list integer not null generated always as (hashtext(bureau || register)) stored
) with (fillfactor = 80);
