-- Postings summed by month: a cache. Emptying it and adding the postings up again changes no answer.
create table ledger_g0.balance (
  measure_id smallint not null,
  month date not null,
  cohort_month date,
  bureau text collate "C" not null,
  office text collate "C" not null,
  splits text collate "C" not null,
  amount numeric not null
) with (fillfactor = 80);
