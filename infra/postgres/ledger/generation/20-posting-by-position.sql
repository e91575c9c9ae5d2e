-- What moved lately: rows are written in order of position, so a summary of each stretch finds them, at next to no cost.
create index posting_by_position on ledger_g0.posting using brin (position) with (pages_per_range = 16, autosummarize = on);
