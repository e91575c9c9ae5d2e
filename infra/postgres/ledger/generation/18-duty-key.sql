alter table ledger_g0.duty add primary key (stream_id, deadline, fact_key);
