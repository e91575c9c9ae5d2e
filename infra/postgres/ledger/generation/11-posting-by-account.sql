-- Sums of part months and of past positions, evidence, distinct persons. It holds what is counted besides, so that counting
-- persons reads no rows: of a year's sheet that was most of the time.
create index posting_by_account on ledger_g0.posting (account, on_date) include (person, amount, position);
