-- A register page by page, newest first. Rows of one date are few, so the rest of the order is left to the query.
create index register_row_listed on ledger_g0.register_row (bureau, register, ordered_by);
