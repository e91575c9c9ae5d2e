-- What was posted after a position.
create index posting_by_position on ledger_g0.posting (position);
