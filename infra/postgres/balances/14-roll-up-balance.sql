-- One row per cell of a database and generation, as it was at a position of its log. The slot is the partition of its bureau.
create table rollup.balance (
  source uuid not null,
  position bigint not null,
  generation integer not null,
  measure_version integer not null,
  month date not null,
  cohort_month date,
  slot smallint not null,
  bureau text collate "C" not null,
  office text collate "C" not null,
  measure text collate "C" not null,
  splits text collate "C" not null,
  amount numeric not null
) with (fillfactor = 80);
create unique index balance_key on rollup.balance
  (measure, month, source, bureau, office, generation, measure_version, cohort_month, splits) nulls not distinct;
-- What goes when a newer generation is complete.
create index balance_by_source on rollup.balance (source, slot, generation);
