-- The application reads and writes the ledger; only the owner, who migrates and rebuilds, makes and drops generations.
do $$
begin
  if exists (select from pg_roles where rolname = 'taizhang_app') then
    grant usage on schema ledger to taizhang_app;
    grant select, insert, update on ledger.measure, ledger.checkpoint to taizhang_app;
    -- Update, because a projector locks the row it relies on.
    grant select, update on ledger.live to taizhang_app;
  end if;
end $$;
