-- One row per cell; in the order in which months are added up.
create unique index balance_key on ledger_g0.balance (bureau, measure_id, month, office, cohort_month, splits) nulls not distinct;
