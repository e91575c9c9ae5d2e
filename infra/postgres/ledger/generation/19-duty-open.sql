-- What is due, soonest first.
create index duty_open on ledger_g0.duty (bureau, due_on, stream_id, deadline, fact_key) where met_on is null;
