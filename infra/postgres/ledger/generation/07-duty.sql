-- What is still to be done by when, and what was done late. A duty met in time leaves the list.
create table ledger_g0.duty (
  stream_id uuid not null,
  position bigint not null,
  due_on date not null,
  provisional boolean not null,
  deadline text collate "C" not null,
  bureau text collate "C" not null,
  office text collate "C" not null,
  fact_key text collate "C" not null,
  -- Set where it was met after its day.
  met_on date
) with (fillfactor = 80);
