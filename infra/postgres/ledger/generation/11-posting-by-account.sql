-- Sums of part months and of past positions, evidence, distinct persons.
create index posting_by_account on ledger_g0.posting (account, on_date);
