-- What is due, soonest first.
create index duty_due on ledger_g0.duty (bureau, due_on);
