-- Sums of part months and of past positions, evidence, distinct persons.
create index posting_by_measure on ledger_g0.posting (bureau, measure_id, on_date);
