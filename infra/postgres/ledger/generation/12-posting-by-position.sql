-- What was posted after a position. Rows lie in order of position, so a few bytes per block are enough.
create index posting_by_position on ledger_g0.posting using brin (position) with (pages_per_range = 32, autosummarize = on);
