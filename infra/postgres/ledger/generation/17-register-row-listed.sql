-- A register page by page, newest first. Which register of which bureau is asked by one number, which sorts in half the time of
-- two texts; rows of one date are few, so the rest of the order is left to the query. The number is stored: where row-level security
-- stands on a table, an index over a function that is not known to keep what it sees to itself is not used.
create index register_row_listed on ledger_g0.register_row (list, ordered_by);
