do $$
begin
  if exists (select from pg_roles where rolname = 'taizhang_app') then
    grant usage on schema relay to taizhang_app;
    grant select, insert, update, delete on all tables in schema relay to taizhang_app;
    grant delete on ledger.checkpoint to taizhang_app;
    grant select, insert, update, delete on ledger.parked to taizhang_app;
  end if;
end $$;
