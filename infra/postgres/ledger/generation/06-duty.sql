-- What is still to be done by when. A duty that is met leaves the list; whether it was met in time is a figure.
create table ledger_g0.duty (
  stream_id uuid not null,
  position bigint not null,
  due_on date not null,
  provisional boolean not null,
  deadline text collate "C" not null,
  bureau text collate "C" not null,
  office text collate "C" not null,
  fact_key text collate "C" not null
) with (fillfactor = 80);
