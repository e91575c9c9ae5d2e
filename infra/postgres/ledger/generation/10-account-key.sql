alter table ledger_g0.account add primary key (id);
-- Found by name when a posting is written, and by measure when a figure is read.
create unique index account_named on ledger_g0.account (bureau, measure_id, office, splits);
