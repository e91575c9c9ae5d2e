alter table ledger_g0.folded_stream add primary key (stream_id, view);
