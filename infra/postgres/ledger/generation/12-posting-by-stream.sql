-- What the facts of one stream posted: for checking a figure against the events behind it.
create index posting_by_stream on ledger_g0.posting (stream_id);
