-- Postings with their account spelled out, as figures ask for them.
create view ledger_g0.entry as
select p.position, p.stream_id, p.person, p.on_date, p.cohort_on, a.measure_id, a.bureau, a.office, a.splits, p.fact_key, p.amount
from ledger_g0.posting p join ledger_g0.account a on a.id = p.account;
