-- A register page by page, newest first. Which register of which bureau is asked by one number, which sorts in half the time of
-- two texts; rows of one date are few, so the rest of the order is left to the query.
create index register_row_listed on ledger_g0.register_row (hashtext(bureau || register), ordered_by);
