-- What must be done by when, and when it was.
create table ledger_g0.duty (
  stream_id uuid not null,
  position bigint not null,
  due_on date not null,
  met_on date,
  provisional boolean not null,
  deadline text collate "C" not null,
  bureau text collate "C" not null,
  office text collate "C" not null,
  fact_key text collate "C" not null
) with (fillfactor = 80);
