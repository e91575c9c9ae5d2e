-- Generations that were made before this index was: what moved lately is read by it.
do $$
declare
  generation integer := (select generation from ledger.live);
begin
  execute format(
    'create index if not exists posting_by_position on ledger_g%s.posting using brin (position) with (pages_per_range = 16, autosummarize = on)',
    generation);
end $$;
