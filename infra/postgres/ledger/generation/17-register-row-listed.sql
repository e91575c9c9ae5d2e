-- A register page by page, newest first.
create index register_row_listed on ledger_g0.register_row (bureau, register, ordered_by, stream_id, fact_key);
