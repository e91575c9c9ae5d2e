alter table ledger_g0.register_row add primary key (stream_id, register, fact_key);
